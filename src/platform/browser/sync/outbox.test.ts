import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import * as z from 'zod/mini'
import { clockRefusals, command, type Envelope } from '../../../kernel/command.ts'
import { Offline } from '../api.ts'
import { minutesBehind, timeOf } from '../clock.ts'
import { newDevice, openCopy } from '../local/device.testing.ts'
import type { OutboxEntry, OutboxStatus } from '../local/device-store.ts'
import { outboxRow } from '../local/rows.ts'
import { sealJson } from '../local/seal.ts'
import { envelopeOf, mend, readOutbox, sendable, sendOutbox } from './outbox.ts'
import { giveStraight } from './straight.ts'

const [lostVillage, reached] = ['34.71.04.1001', '34.72.01.1001']
let n = 0
const entry = (status: OutboxStatus, ...records: string[]): OutboxEntry => {
  n += 1
  return {
    n,
    id: `c${n}`,
    name: 'notes.write',
    place: lostVillage,
    records,
    sealed: { nonce: new Uint8Array(), bytes: new ArrayBuffer(0) },
    status,
    seq: null,
    refusals: [],
    madeAt: '2012-11-21T00:00:00Z',
  }
}
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

/** A phone whose outbox holds these, each sealed with its id and place. */
async function phoneWith(made: readonly OutboxEntry[]) {
  const device = newDevice()
  const open = await openCopy()
  for (const { n: at, sealed: _, ...line } of made) {
    const envelope = await sealJson(open.key, { id: line.id, place: line.place, at: line.madeAt })
    await open.store.outbox.add({ ...(await outboxRow(open.key, line, envelope)), n: at })
  }
  return { device, open, statuses: async () => (await readOutbox(open)).map(({ status }) => status) }
}

type Sent = { id: string; place: string }
/** A server that says of each command what `say` says; where it could reach none, 503 with its own words. Gives the batches. */
function serverSays(say: (sent: Sent) => { status: string; code?: string }): Sent[][] {
  const batches: Sent[][] = []
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { commands } = JSON.parse(body) as { commands: Sent[] }
    batches.push(commands)
    const results = commands.map((sent) => ({ id: sent.id, ...say(sent) }))
    const none = results.every(({ code }) => code === 'platform.unavailable')
    return none
      ? Response.json({ code: 'platform.unavailable' }, { status: 503 })
      : Response.json({ results })
  })
  return batches
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
  const made = entry('queued', 'a')
  const { device, open } = await phoneWith([made])
  const errors = [{ code: 'notes.namesake', message: 'Ibu Sari sudah ada', facts: { name: 'Ibu Sari' } }]
  const results = [{ id: made.id, status: 'refused', errors }]
  vi.stubGlobal('fetch', async () => Response.json({ results }))
  await sendOutbox(open, async () => undefined)
  expect(await device.find({ name: 'Ibu Sari', code: 'notes.namesake' })).toEqual([])
  expect(await readOutbox(open)).toMatchObject([{ status: 'refused', refusals: errors }])
})

const away = ({ place }: Sent) =>
  place === lostVillage ? { status: 'held', code: 'platform.unavailable' } : { status: 'done' }

test('sixty notes of a village that cannot be reached keep no note of another village back, and wait for it', async () => {
  const lost = Array.from({ length: 60 }, (_, i) => entry('queued', `r${i}`))
  const behind = { ...entry('queued', 'elsewhere'), place: reached as string }
  const { statuses, open } = await phoneWith([...lost, behind])
  const batches = serverSays(away)
  expect(new Set(await sendOutbox(open, async () => undefined))).toEqual(new Set([lostVillage]))
  expect((await statuses()).at(-1)).toBe('sent')
  // Who was told once that the village is away does not send it the rest: they come again in the next round.
  expect(batches.map((batch) => batch.length)).toEqual([50, 1])
  expect((await statuses()).filter((status) => status === 'queued')).toHaveLength(60)
})

test('a note that lost to another one at the same moment waits alone, and what follows it on its record', async () => {
  const made = [entry('queued', 'a'), entry('queued', 'a'), entry('queued', 'b')]
  const { statuses, open } = await phoneWith(made)
  const batches = serverSays(({ id }) => {
    if (id === made[0]?.id) return { status: 'held', code: 'platform.try-again' }
    return id === made[1]?.id ? { status: 'held', code: 'platform.held' } : { status: 'done' }
  })
  expect(await sendOutbox(open, async () => undefined)).toEqual([lostVillage, lostVillage])
  expect(await statuses()).toEqual(['queued', 'queued', 'sent'])
  expect(batches).toHaveLength(1)
})

test('of sixty notes the header knows how many have gone, and speaks of a line once one has', async () => {
  const { open } = await phoneWith(Array.from({ length: 60 }, (_, i) => entry('queued', `r${i}`)))
  serverSays(() => ({ status: 'done' }))
  const told: string[] = []
  await sendOutbox(open, async ({ sent, of }) => void told.push(`${sent}/${of}`))
  expect(told).toEqual(['0/60', '50/60', '60/60'])
})

test('a 503 that our server did not write is a line that is none: nothing more is tried', async () => {
  const { open } = await phoneWith([
    entry('queued', 'a'),
    { ...entry('queued', 'b'), place: reached as string },
  ])
  for (const answer of [new Response('<h1>503</h1>'), Response.json({ message: 'no upstream' })]) {
    const asked = vi.fn(async () => new Response(answer.body, { status: 503, headers: answer.headers }))
    vi.stubGlobal('fetch', asked)
    await expect(sendOutbox(open, async () => undefined)).rejects.toThrow(Offline)
    expect(asked).toHaveBeenCalledTimes(1)
  }
})

const findByCode = command({
  name: 'notes.find',
  version: 1,
  roles: ['facilitator'],
  scope: 'village',
  input: z.strictObject({ code: z.string().check(z.maxLength(4)) }),
  records: () => [],
  summary: 'Finds a note by its code.',
})
const [minuteMs, dayMs] = [60_000, 86_400_000]
const serverNow = Date.now()
const agoBy = (ms: number) => new Date(serverNow - ms).toISOString()

/** A server whose clock is right, and which asks of a time what the real one asks; what it took, by id. */
function serverWithClock() {
  const taken = new Map<string, Envelope>()
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const { commands } = JSON.parse(body) as { commands: Envelope[] }
    const results = commands.map((sent) => {
      const errors = clockRefusals(sent.at, new Date(serverNow))
      if (errors.length > 0) return { id: sent.id, status: 'malformed', errors }
      taken.set(sent.id, sent)
      return { id: sent.id, status: 'done' }
    })
    return Response.json({ results }, { headers: { date: new Date(serverNow).toUTCString() } })
  })
  return taken
}
const phoneSays = (ms: number) => vi.useFakeTimers({ now: serverNow - ms, toFake: ['Date', 'performance'] })
const hours = (envelope: Envelope | undefined) =>
  Math.round((serverNow - Date.parse(envelope?.at ?? '')) / 3_600_000)

test.each([
  ['fell back to its first day', 9000 * dayMs],
  ['ran away', -30 * dayMs],
])(
  'a phone whose clock %s loses nothing: its time is moved by what it is off, and marked',
  async (_, off) => {
    phoneSays(off)
    const made = { ...entry('queued', 'a'), madeAt: agoBy(off + 2 * 3_600_000) }
    const { statuses, open } = await phoneWith([made, entry('queued', 'b')])
    const taken = serverWithClock()
    await sendOutbox(open, async () => undefined)
    expect(await statuses()).toEqual(['sent', 'sent'])
    expect(taken.get(made.id)).toMatchObject({ clock: 'server' })
    expect(hours(taken.get(made.id))).toBe(2)
    // From now on it knows how far it is off, says so, and notes the time of the server, until the clock is put right.
    expect(minutesBehind()).toBe(Math.round(off / minuteMs))
    expect(timeOf(new Date()).clock).toBe('server')
    vi.setSystemTime(serverNow)
    expect([minutesBehind(), timeOf(new Date()).clock]).toEqual([0, undefined])
  },
)

test('what was made before its clock was put right is sent with the time of now', async () => {
  const made = { ...entry('queued', 'a'), madeAt: '1970-01-02T00:00:00Z' }
  const { open } = await phoneWith([made])
  const taken = serverWithClock()
  await sendOutbox(open, async () => undefined)
  expect(hours(taken.get(made.id))).toBeCloseTo(0)
})

test('what a month-old app left refused for its time is taken when it is sent again', async () => {
  const refusals = [{ code: 'platform.not-an-instant' }]
  const made = { ...entry('refused', 'a'), madeAt: 'yesterday', refusals }
  const { open } = await phoneWith([made])
  const taken = serverWithClock()
  await mend(open, made.n, { text: 'mended' })
  await sendOutbox(open, async () => undefined)
  expect(taken.get(made.id)).toMatchObject({ clock: 'server', input: { text: 'mended' } })
  const [sent] = await readOutbox(open)
  expect(sent && (await envelopeOf(open, sent))).toMatchObject({ id: made.id })
})

test('what is given straight, not by the outbox, goes once more with the time of the server', async () => {
  phoneSays(-3 * dayMs)
  const { open } = await phoneWith([])
  const tried: Envelope[] = []
  vi.stubGlobal('fetch', async (_url: string, { body }: { body: string }) => {
    const sent = JSON.parse(body) as Envelope
    tried.push(sent)
    const errors = clockRefusals(sent.at, new Date(serverNow))
    const headers = { date: new Date(serverNow).toUTCString() }
    if (errors.length > 0)
      return Response.json({ code: errors[0]?.code, message: '', errors }, { status: 400, headers })
    return Response.json({ answer: { found: [] } }, { headers })
  })
  const straight = () => giveStraight({ open }, findByCode, lostVillage, { code: 'A1' })
  expect(await straight()).toEqual({ found: [] })
  expect(tried.map(({ id, clock }) => [id, clock])).toEqual([
    [tried[0]?.id, undefined],
    [tried[0]?.id, 'server'],
  ])
  // The next one knows it from the start.
  await straight()
  expect(tried).toHaveLength(3)
})
