import { afterEach, expect, test, vi } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import type { Part } from '../capability.ts'
import type { DraftEntry, OutboxEntry, Pin } from '../local/device-store.ts'
import { draftDays, formDraftId, formDraftKind } from '../local/left-drafts.ts'
import { PlaceView } from '../local/view.ts'
import { Parts } from '../parts.ts'
import { pullPlace } from './pull.ts'
import type { Unlocked } from './session.ts'
import { sweepDrafts } from './sweep.ts'

const place = '34.71.04.1001'
const meetings = 'meetings.meeting'
const today = Date.now()
const day = (days: number) => new Date(today + days * 86_400_000).toISOString()
const pin: Pin = { place, name: 'Tegal Panggung', cursor: '', seq: 0, grant: meetings, syncedAt: null }
const pulled = (at: string) => ({ pin, whole: true, at })
const draft = (savedAt: string, record = '') =>
  ({
    ...{ id: formDraftId('meetings.close', place, record), kind: formDraftKind('meetings.close') },
    ...{ place, savedAt },
  }) as DraftEntry
const part: Part = { titles: {}, forms: { 'meetings.close': { of: meetings, fits: () => true } } }
const partsOf = (load: () => Promise<{ part: Part }>) =>
  new Parts([{ name: 'meetings', screens: [], part: load }])
const parts = partsOf(async () => ({ part }))

/** What a phone keeps, as far as pulling and sweeping go to it. */
function phoneWith(kept: DraftEntry[], outbox: Partial<OutboxEntry>[] = []) {
  const drafts = new Map(kept.map((each) => [each.id, each]))
  const of = (rows: () => Iterable<unknown>) => ({
    where: () => ({
      equals: () => ({
        toArray: async () => [...rows()],
        filter: () => ({ delete: async () => {} }),
        delete: async () => {},
      }),
    }),
  })
  const store = {
    transaction: (...args: unknown[]) => (args.at(-1) as () => Promise<void>)(),
    drafts: {
      ...of(() => drafts.values()),
      update: async (id: string, change: object) =>
        void drafts.set(id, { ...(drafts.get(id) as DraftEntry), ...change }),
      delete: async (id: string) => void drafts.delete(id),
    },
    outbox: of(() => outbox),
    files: of(() => []),
    blocks: of(() => []),
    pins: { put: async () => {} },
    meta: { get: async () => undefined, put: async () => {} },
  }
  return { open: { store } as unknown as Unlocked, drafts: () => [...drafts.keys()] }
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test("a phone's wrong clock loses no draft: its days count from the sync that first saw it", async () => {
  for (const wrong of [-9000, 9000]) {
    const phone = phoneWith([draft(day(wrong))])
    const view = new PlaceView(place)
    vi.setSystemTime(today - wrong * 86_400_000)
    for (const days of [0, 1, draftDays - 1]) await sweepDrafts(phone.open, view, pulled(day(days)), parts)
    expect(phone.drafts()).toHaveLength(1)
    await sweepDrafts(phone.open, view, pulled(day(draftDays + 1)), parts)
    expect(phone.drafts()).toEqual([])
  }
})

test('a draft about what is gone goes, unless the part of the app that knows its form is missing', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const phone = phoneWith([draft(day(0), newId())])
  const away = partsOf(() => Promise.reject(new Error('no signal')))
  await sweepDrafts(phone.open, new PlaceView(place), pulled(day(0)), away)
  expect(phone.drafts()).toHaveLength(1)
  await sweepDrafts(phone.open, new PlaceView(place), pulled(day(0)), parts)
  expect(phone.drafts()).toEqual([])
})

test('a draft about what waits in the outbox stays', async () => {
  const id = newId()
  const phone = phoneWith([draft(day(0), id)], [{ records: [id] }])
  await sweepDrafts(phone.open, new PlaceView(place), pulled(day(0)), parts)
  expect(phone.drafts()).toHaveLength(1)
})

test('nothing is swept by a copy that holds other rows than the server counts', async () => {
  const page = { rows: [], cursor: '1|a|b', more: false, head: 1, grant: meetings, now: day(0) }
  const phone = phoneWith([draft(day(0), newId())])
  const view = new PlaceView(place)
  const sync = async (counted: number) => {
    vi.stubGlobal('fetch', async () => Response.json({ ...page, totals: { [meetings]: counted } }))
    await sweepDrafts(phone.open, view, await pullPlace(phone.open, pin, view, () => {}), parts)
    return phone.drafts().length
  }
  expect(await sync(1)).toBe(1)
  expect(await sync(0)).toBe(0)
})
