import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import type { Part } from '../capability.ts'
import { newDevice, openCopy } from '../local/device.testing.ts'
import type { OutboxEntry, Pin } from '../local/device-store.ts'
import { draftDays, formDraftId, formDraftKind } from '../local/left-drafts.ts'
import { type DraftLineOf, draftRow, draftsAt, outboxRow } from '../local/rows.ts'
import { sealJson } from '../local/seal.ts'
import { PlaceView } from '../local/view.ts'
import { Parts } from '../parts.ts'
import { pullPlace } from './pull.ts'
import { sweepAged, sweepDrafts } from './sweep.ts'

const place = '34.71.04.1001'
const meetings = 'meetings.meeting'
const today = Date.now()
const day = (days: number) => new Date(today + days * 86_400_000).toISOString()
const pin: Pin = { place, name: 'Tegal Panggung', cursor: '', seq: 0, grant: meetings, syncedAt: null }
const pulled = (at: string) => ({ pin, whole: true, at })
const draft = (savedAt: string, record = '') => ({
  ...{ id: formDraftId('meetings.close', place, record), kind: formDraftKind('meetings.close') },
  ...{ place, savedAt, head: null },
})
const part: Part = { titles: {}, forms: { 'meetings.close': { of: meetings, fits: () => true } } }
const partsOf = (load: () => Promise<{ part: Part }>) =>
  new Parts([{ name: 'meetings', screens: [], part: load }])
const parts = partsOf(async () => ({ part }))

/** A phone that keeps these drafts, with an outbox of these. */
async function phoneWith(kept: DraftLineOf<null>[], outbox: Partial<OutboxEntry>[] = []) {
  newDevice()
  const open = await openCopy()
  const { store, key } = open
  const sealed = await sealJson(key, null)
  for (const each of kept) await store.drafts.put(await draftRow(key, each, sealed))
  for (const each of outbox)
    await store.outbox.add(await outboxRow(key, { id: newId(), place, ...each } as OutboxEntry, sealed))
  return { open, drafts: async () => (await draftsAt(open, place)).map(({ id }) => id) }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test("a phone's wrong clock loses no draft: its days count from the sync that first saw it", async () => {
  for (const wrong of [-9000, 9000]) {
    const phone = await phoneWith([draft(day(wrong))])
    const view = new PlaceView(place)
    vi.useFakeTimers({ now: today - wrong * 86_400_000, toFake: ['Date'] })
    for (const days of [0, 1, draftDays - 1]) await sweepDrafts(phone.open, view, pulled(day(days)), parts)
    expect(await phone.drafts()).toHaveLength(1)
    await sweepDrafts(phone.open, view, pulled(day(draftDays + 1)), parts)
    expect(await phone.drafts()).toEqual([])
  }
})

test('a draft about what is gone goes, unless the part of the app that knows its form is missing', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const phone = await phoneWith([draft(day(0), newId())])
  const away = partsOf(() => Promise.reject(new Error('no signal')))
  await sweepDrafts(phone.open, new PlaceView(place), pulled(day(0)), away)
  expect(await phone.drafts()).toHaveLength(1)
  await sweepDrafts(phone.open, new PlaceView(place), pulled(day(0)), parts)
  expect(await phone.drafts()).toEqual([])
})

test('a draft about what waits in the outbox stays', async () => {
  const id = newId()
  const phone = await phoneWith([draft(day(0), id)], [{ records: [id] }])
  await sweepDrafts(phone.open, new PlaceView(place), pulled(day(0)), parts)
  expect(await phone.drafts()).toHaveLength(1)
})

test('nothing is swept by a copy that holds other rows than the server counts', async () => {
  const page = { rows: [], cursor: '1|a|b', more: false, head: 1, grant: meetings, now: day(0) }
  const phone = await phoneWith([draft(day(0), newId())])
  const view = new PlaceView(place)
  const sync = async (counted: number) => {
    vi.stubGlobal('fetch', async () => Response.json({ ...page, totals: { [meetings]: counted } }))
    await sweepDrafts(phone.open, view, await pullPlace(phone.open, pin, view, () => {}), parts)
    return (await phone.drafts()).length
  }
  expect(await sync(1)).toBe(1)
  expect(await sync(0)).toBe(0)
})

test('where the server shows a former member nothing any more, what they had begun goes as it grows old, and not before', async () => {
  const phone = await phoneWith([draft(day(0), newId())])
  for (const days of [0, 1, draftDays - 1]) await sweepAged(phone.open, place, day(days))
  expect(await phone.drafts()).toHaveLength(1)
  await sweepAged(phone.open, place, day(draftDays + 1))
  expect(await phone.drafts()).toEqual([])
})
