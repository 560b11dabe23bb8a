import { afterEach, expect, test, vi } from 'vitest'
import { call, Offline } from '../api.ts'
import { newDevice, openCopy } from '../local/device.testing.ts'
import type { Pin } from '../local/device-store.ts'
import { placeTag, readPins } from '../local/rows.ts'
import { sealJson } from '../local/seal.ts'
import { PlaceView } from '../local/view.ts'
import { whyMissing, whyNotWhole } from '../record-state.ts'
import { missedHeads, newestHead, toldOfMissed } from './kept-heads.ts'
import { pullPlace, readEach, startAnew } from './pull.ts'

const [here, there] = ['34.71.04.1001', '34.71.04.1002']

async function phone() {
  const device = newDevice()
  return { device, open: await openCopy() }
}

afterEach(() => vi.unstubAllGlobals())

test('a place that somebody may no longer read leaves their phone, and only that place', async () => {
  const { open } = await phone()
  const sealed = await sealJson(open.key, [])
  for (const place of [here, there, here] as string[])
    await open.store.blocks.add({ place: await placeTag(open.key, place), sealed })
  const view = new PlaceView(here)
  view.takeFromServer([{ collection: 'people.person', id: 'p1', value: { name: 'Ibu Sari' } }])
  const pin = { place: here, name: 'Tegal Panggung', cursor: '7|a|b', seq: 7, grant: 'x', syncedAt: null }
  await startAnew(open, pin, view)
  const left = (await open.store.blocks.toArray()).map((block) => block.place)
  expect(left).toEqual([await placeTag(open.key, there as string)])
  expect(view.baseRows()).toEqual([])
  expect(await readPins(open)).toMatchObject([{ cursor: '', seq: 0, grant: '', name: 'Tegal Panggung' }])
})

test('while a place is read anew its copy is not whole, and whoever watches hears of it page by page', async () => {
  const person = (id: string) => ({ collection: 'people.person', id, seq: 1, value: { id } })
  const page = { totals: null, head: 9, grant: 'new' }
  const pages = [
    { ...page, rows: [], cursor: '7|a', more: false },
    { ...page, rows: [person('p1')], cursor: '5|b', more: true },
    { ...page, rows: [person('p2')], cursor: '9|c', more: false },
  ]
  vi.stubGlobal('fetch', async () => Response.json(pages.shift()))
  const { open } = await phone()
  const before = {
    place: here,
    name: 'Tegal Panggung',
    cursor: '7|a',
    seq: 7,
    grant: 'old',
    syncedAt: '2019',
  }
  const heard: Pin[] = []
  await pullPlace(open, before, new PlaceView(here), (pin) => heard.push(pin))
  expect(heard.map(({ cursor }) => cursor)).toEqual(['', '5|b', '9|c'])
  expect(heard.map(({ syncedAt }) => syncedAt !== null)).toEqual([false, false, true])
  expect(await readPins(open)).toEqual([heard.at(-1)])
})

test('a village in which nothing was recorded yet was read to its end: it is not said to be forbidden', async () => {
  const page = { rows: [], cursor: '', more: false, head: 0, totals: {}, grant: 'meetings.meeting' }
  vi.stubGlobal('fetch', async () => Response.json(page))
  const { open } = await phone()
  const fresh = { place: here, name: 'Tegal Panggung', cursor: '', seq: 0, grant: '', syncedAt: null }
  const { pin } = await pullPlace(open, fresh, new PlaceView(here), () => undefined)
  const standing = { pin, line: 'online', syncing: false, triedAt: '2019' } as const
  expect(whyNotWhole(standing)).toBeNull()
  expect(whyMissing(standing, true)).toBe('none')
})

test('a village that cannot be reached, or may not be read, keeps no other from being read', async () => {
  const [lost, beside, closed, well] = ['34.71.04.1001', '34.71.04.1002', '34.72.01.1001', '34.73.01.1001']
  const answers: Record<string, Response> = {
    [lost as string]: Response.json({ code: 'platform.unavailable' }, { status: 503 }),
    [closed as string]: Response.json({ code: 'platform.forbidden' }, { status: 403 }),
    [well as string]: Response.json({}),
  }
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url)
    return answers[url] ?? new Response('', { status: 502 })
  })
  const pins = [lost, beside, closed, well].map((place) => ({ place }) as Pin)
  const forgotten = vi.fn(async () => undefined)
  const read = (pin: Pin) => call<void>('GET', pin.place)
  // What lies beside the lost one lies on the same server, and is not asked for.
  expect(await readEach(pins, read, forgotten)).toEqual([lost, beside])
  expect(asked).toEqual([lost, closed, well])
  expect(forgotten.mock.calls).toEqual([[pins[2]]])
  await expect(readEach([{ place: 'no line' } as Pin], read, forgotten)).rejects.toThrow(Offline)
})

test('a phone keeps where the log stood and asks for it each time; what the server no longer has is said until somebody was told', async () => {
  const { device, open } = await phone()
  const pin: Pin = { place: here, name: 'Tegal Panggung', cursor: '', seq: 0, grant: '', syncedAt: null }
  const asked: string[] = []
  const round = async (seq: number, kept: 'there' | 'gone' | null) => {
    const proof = { seq, hash: String(seq).padStart(64, '0'), seal: 'f'.repeat(32) }
    const answer = { rows: [], cursor: '', more: false, head: seq, totals: null, grant: '', proof, kept }
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(new URL(url, 'http://x').searchParams.get('kept')?.split('.')[0] ?? '')
      return Response.json(answer)
    })
    await pullPlace(open, pin, new PlaceView(here), () => undefined)
    return (await missedHeads(open, [pin])).map((each) => each.seq)
  }
  expect(await round(12, null)).toEqual([])
  expect(await round(14, 'there')).toEqual([])
  expect(await round(9, 'gone')).toEqual([14])
  expect(await round(10, 'there')).toEqual([14])
  expect(asked).toEqual(['', '12', '14', '9'])
  expect(await newestHead(open, here)).toMatchObject({ seq: 10 })
  expect(await device.find({ head: '14'.padStart(64, '0'), place: here as string })).toEqual([])
  await toldOfMissed(open, here)
  expect(await missedHeads(open, [pin])).toEqual([])
})
