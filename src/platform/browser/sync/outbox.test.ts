import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { OutboxEntry, OutboxStatus } from '../local/device-store.ts'
import { newDeviceKey, sealJson } from '../local/seal.ts'
import { readOutbox, sendable, sendOutbox } from './outbox.ts'
import type { Unlocked } from './session.ts'

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
    madeAt: '2012-11-21T00:00:00Z',
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

test('why something was refused names people, so it lies sealed on the phone too', async () => {
  const key = await newDeviceKey()
  const made = entry('queued', 'a')
  const rows = new Map([[made.n, { ...made, sealed: await sealJson(key, { id: made.id }) }]])
  const outbox = {
    orderBy: () => ({ toArray: async () => [...rows.values()] }),
    update: async (at: number, change: object) => {
      const row = rows.get(at)
      if (row) rows.set(at, { ...row, ...change })
    },
  }
  const open = { key, store: { outbox } } as unknown as Unlocked
  const errors = [{ code: 'notes.namesake', message: 'Ibu Sari sudah ada', facts: { name: 'Ibu Sari' } }]
  const results = [{ id: made.id, status: 'refused', errors }]
  vi.stubGlobal('fetch', async () => Response.json({ results }))
  await sendOutbox(open, async () => undefined)
  vi.unstubAllGlobals()
  expect(JSON.stringify([...rows.values()])).not.toContain('Sari')
  expect(await readOutbox(open)).toMatchObject([{ status: 'refused', refusals: errors }])
})
