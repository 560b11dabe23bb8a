// The reviewer's queue of a village.
import { describe, expect, test } from 'vitest'
import type { SubmissionRow } from '../../submission.ts'
import { filterOf, neighboursOf, queueOf } from './review-queue.ts'

const row = (id: string, given: Partial<SubmissionRow> = {}): SubmissionRow => ({
  ...{ id, survey: 's', form: 'f', instance: id, state: 'received', returned: false, household: null },
  ...{ localPlace: null, name: `Ibu ${id}`, point: null, by: 'a', source: 'rembug', startedAt: null },
  ...{ endedAt: null, submittedAt: `2012-11-0${id}T00:00:00Z`, missing: 0, doubts: [], comment: '' },
  ...{ xml: null, files: {}, version: 1 },
  ...given,
})
const rows = [
  row('3'),
  row('1', { state: 'edited', localPlace: 'rt1' }),
  row('2', { state: 'approved', by: 'b' }),
  row('4', { state: 'has-issues', returned: true, doubts: [{ path: 'age', code: 'x' }] }),
  row('5', { missing: 2, name: 'Raden Ayu Kusuma' }),
]
const ids = (search: string, typed?: string) => queueOf(rows, filterOf(search, typed)).map((each) => each.id)

describe('the queue of submissions', () => {
  test('without a wish it holds what waits, the oldest first', () => {
    expect(ids('')).toEqual(['1', '3', '5'])
  })
  test('it is narrowed by state, RT, surveyor, doubts and missing files', () => {
    expect(ids('status=approved')).toEqual(['2'])
    expect(ids('status=dikembalikan')).toEqual(['4'])
    expect(ids('rt=rt1')).toEqual(['1'])
    expect(ids('status=semua&petugas=b')).toEqual(['2'])
    expect(ids('status=semua&tanda=ragu')).toEqual(['4'])
    expect(ids('tanda=berkas')).toEqual(['5'])
    expect(ids('', 'ayu')).toEqual(['5'])
  })
  test('what was just approved keeps its place until the reviewer goes on', () => {
    const queue = queueOf(rows, filterOf(''), '2')
    expect(queue.map((each) => each.id)).toEqual(['1', '2', '3', '5'])
    expect(neighboursOf(queue, '2')).toMatchObject({ at: 1, previous: { id: '1' }, next: { id: '3' } })
    expect(neighboursOf(queue, '5').next).toBeUndefined()
  })
})
