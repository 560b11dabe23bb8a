// The submissions of an export, batch by batch in the order they came in. Each batch is a transaction of its own inside
// the place, read while the one before is being written; what is sealed is opened once, and looking is logged with it.
import { districtOf } from '../../../kernel/place-code.ts'
import type { Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { logViews } from '../../../platform/server/view-log.ts'
import type { Sealed } from '../store-submission.ts'
import { pageStore, type StoredRow } from '../tables/page-store.ts'
import type { Sql } from '../tables/selection-store.ts'

/** Whose export it is, and of what. */
export type Taking = {
  services: Pick<Services, 'db' | 'vault' | 'dataFolder'>
  place: string
  account: string
  survey: string
  conditions: readonly Sql[]
  personal: boolean
  /** What stands in the log of views. */
  what: string
  progress: (rows: number, share: number) => void
  signal: AbortSignal
}

export type Row = StoredRow & { opened: Sealed | null }
export type At = { tx: Tx; place: string; district: string }

/** The first batch is small, so that the first byte comes soon; larger ones cost fewer questions to the database. */
const batchFirst = 200
const batchMost = 1000

type Batch = { rows: Row[]; last: number | null; ended: boolean }

async function readBatch(taking: Taking, from: number | null, until: number): Promise<Batch> {
  const { services, place, account, survey, conditions, personal, what } = taking
  const district = districtOf(place)
  return inPlace(services.db, place, account, async (tx) => {
    const walked = await pageStore({ tx, place, district }).walk({
      ...{
        survey,
        conditions,
        from,
        until,
        direction: 'up',
        limit: from === null ? batchFirst : batchMost,
        sealed: personal,
      },
      patience: Number.POSITIVE_INFINITY,
    })
    const sealed = new Map(walked.rows.flatMap((row) => (row.sealed ? [[row.id, row.sealed]] : [])))
    const opened = personal ? await services.vault.openMany<Sealed>(tx, district, place, sealed) : new Map()
    if (personal) await logViews(tx, place, account, [{ what, subjects: walked.rows.map((row) => row.id) }])
    const rows = walked.rows.map((row) => ({ ...row, sealed: null, opened: opened.get(row.id) ?? null }))
    return { rows, last: walked.last, ended: walked.ended }
  })
}

/** All submissions that were there when it began, each once; stops when the signal says so. */
export async function* batchesOf(taking: Taking): AsyncGenerator<Row[]> {
  const { services, place, account, survey, signal } = taking
  const district = districtOf(place)
  const ends = await inPlace(services.db, place, account, (tx) =>
    pageStore({ tx, place, district }).ends(survey),
  )
  if (!ends) return
  let rows = 0
  for (let ahead = readBatch(taking, null, ends.last); ; ) {
    const batch = await ahead
    signal.throwIfAborted()
    const more = !batch.ended && batch.last !== null && batch.last < ends.last
    if (more) {
      ahead = readBatch(taking, batch.last, ends.last)
      // Its failure is told when it is its turn; until then nobody listens.
      ahead.catch(() => undefined)
    }
    yield batch.rows
    rows += batch.rows.length
    const reached = batch.last ?? ends.last
    taking.progress(rows, more ? (reached - ends.first) / (ends.last - ends.first || 1) : 1)
    if (!more) return
  }
}
