import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OutboxEntry, OutboxStatus } from '../local/device-store.ts'
import { sendable } from './outbox.ts'

let n = 0
const entry = (status: OutboxStatus, ...records: string[]): OutboxEntry => {
  n += 1
  return {
    n,
    id: `c${n}`,
    name: 'notes.write',
    place: '34.71.04.1001',
    records,
    sealed: { nonce: new Uint8Array(), bytes: new ArrayBuffer(0) },
    status,
    seq: null,
    refusals: [],
    tries: 0,
    madeAt: '2026-11-21T00:00:00Z',
  }
}
const ids = (entries: readonly OutboxEntry[]) => entries.map((each) => each.id)

test('a refused note holds back later ones on the same record only', () => {
  const entries = [
    entry('refused', 'a'),
    entry('queued', 'a'),
    entry('queued', 'b'),
    entry('queued', 'c', 'a'),
    entry('queued', 'c'),
  ]
  // The fourth waits for record a; the fifth touches c, which the waiting fourth touches too.
  expect(ids(sendable(entries))).toEqual([entries[2]?.id])
})

test('what the server has is not sent again', () => {
  expect(sendable([entry('sent', 'a'), entry('queued', 'a')])).toHaveLength(1)
})

test('sending never overtakes: on any record, what goes now is older than what waits', () => {
  const status = fc.constantFrom<OutboxStatus>('queued', 'sent', 'refused')
  const records = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(fc.tuple(status, records), { maxLength: 20 }), (made) => {
      const entries = made.map(([each, touched]) => entry(each, ...touched))
      const free = new Set(ids(sendable(entries)))
      for (const [i, later] of entries.entries()) {
        if (!free.has(later.id)) continue
        const waiting = entries.slice(0, i).filter((each) => each.status !== 'sent' && !free.has(each.id))
        for (const each of waiting)
          expect(each.records.some((record) => later.records.includes(record))).toBe(false)
      }
    }),
  )
})
