// The server's clock jumps while submissions wait for their group: by a year ahead, and back by two.
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { send } from './collect.testing.ts'
import { CollectVillage, filled } from './collect-village.testing.ts'

const year = 365 * 86_400_000
let here: CollectVillage

beforeAll(async () => {
  here = await CollectVillage.open()
}, 60_000)
afterEach(() => void vi.useRealTimers())
afterAll(() => here.house.close())

const later = (ms: number) => new Promise((done) => setTimeout(done, ms))

test('a clock that jumps while a batch waits loses nothing, keeps nobody waiting and leaves the chain whole', async () => {
  const xmls = Array.from({ length: 60 }, () => filled({ umur: '40' }).xml)
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'], now })
  const sent: Promise<{ status: number }>[] = []
  for (const [n, xml] of xmls.entries()) {
    sent.push(send(here.device.keyed, xml))
    if (n === 20) vi.setSystemTime(now + year)
    if (n === 40) vi.setSystemTime(now - year)
    if (n % 10 === 9) await later(3)
  }
  // Who waits for the clock to come back to where it was waits for a year: the test would run out of time.
  const statuses = (await Promise.all(sent)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([201]))
  vi.useRealTimers()
  // Sent again by a phone that did not hear the answer: all are known.
  const again = await Promise.all(xmls.slice(0, 10).map((xml) => send(here.device.keyed, xml)))
  expect(new Set(again.map(({ status }) => status))).toEqual(new Set([201]))
  expect(await here.counts()).toMatchObject({ rows: 60, editions: 60, received: 60 })
  expect(await here.chain()).toEqual({ whole: true, submissions: 60 })
})
