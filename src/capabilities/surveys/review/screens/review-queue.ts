// Which submissions a reviewer looks at, and in what order: the oldest first, so that nobody waits for ever.
import { searchable } from '../../../people/names.ts'
import type { SubmissionRow, SubmissionState } from '../../submission.ts'

/** `state`: a state, 'menunggu' for those to be judged, 'dikembalikan' for those sent back, '' for all. */
export type QueueFilter = { state: string; rt: string; by: string; mark: string; typed: string }

/** `typed`: what somebody looks for, which stands in no address. */
export const filterOf = (search: string, typed = ''): QueueFilter => {
  const params = new URLSearchParams(search)
  const get = (name: string) => params.get(name) ?? ''
  return {
    state: params.get('status') ?? 'menunggu',
    rt: get('rt'),
    by: get('petugas'),
    mark: get('tanda'),
    typed,
  }
}

const awaiting: readonly SubmissionState[] = ['received', 'edited']

function inState({ state, returned }: SubmissionRow, wanted: string): boolean {
  if (wanted === '' || wanted === 'semua') return true
  if (wanted === 'menunggu') return awaiting.includes(state)
  return wanted === 'dikembalikan' ? returned : state === wanted
}

function marked({ doubts, missing }: SubmissionRow, wanted: string): boolean {
  if (wanted === 'ragu') return doubts.length > 0
  return wanted === 'berkas' ? missing > 0 : true
}

export function inQueue(row: SubmissionRow, filter: QueueFilter): boolean {
  return (
    inState(row, filter.state) &&
    marked(row, filter.mark) &&
    (filter.rt === '' || (row.localPlace ?? '-') === filter.rt) &&
    (filter.by === '' || row.by === filter.by) &&
    searchable(row.name).includes(searchable(filter.typed))
  )
}

const oldestFirst = (a: SubmissionRow, b: SubmissionRow) =>
  a.submittedAt === b.submittedAt ? (a.id < b.id ? -1 : 1) : a.submittedAt < b.submittedAt ? -1 : 1

/** `keep` stays in the queue whatever became of it, so that the one that is open has neighbours. */
export function queueOf(rows: readonly SubmissionRow[], filter: QueueFilter, keep?: string): SubmissionRow[] {
  return rows.filter((row) => row.id === keep || inQueue(row, filter)).sort(oldestFirst)
}

/** The ones before and after in the queue. */
export function neighboursOf(queue: readonly SubmissionRow[], id: string) {
  const at = queue.findIndex((row) => row.id === id)
  return { at, previous: queue[at - 1], next: at >= 0 ? queue[at + 1] : undefined }
}
