// The feed of one village after 1 command and after 10,000 on the same few records: size and time of a first read,
// and of going on from where one was. It should follow the records, not the commands.
// Run: node scripts/node.mjs bench/feed.ts        BENCH_COMMANDS=2000 for a shorter look.

import { planningCommands } from '../src/capabilities/meetings/api-planning.ts'
import { changeMeeting, planMeeting } from '../src/capabilities/meetings/commands.ts'
import { today } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import type { Actor } from '../src/platform/server/capability.ts'
import { Intake } from '../src/platform/server/intake.ts'
import {
  type BenchHouse,
  benchHouse,
  clientAddress,
  device,
  type Engine,
  engines,
  envelope,
  median,
  ratio,
  type Signed,
} from './house.ts'

const commands = Number(process.env.BENCH_COMMANDS ?? 10_000)
const records = 20
const reads = 15
const place = '34.71.04.1002'
const actor: Actor = {
  account: newId(),
  name: 'Uji',
  holdings: [{ role: 'facilitator', place }],
  session: device,
  device,
}

const plan = (meeting: string) => ({
  meeting,
  enrolment: null,
  group: 'meeting' as const,
  kind: null,
  batch: null,
  day: null,
  title: 'Rembug warga',
  agenda: ['Musyawarah'],
  placeText: 'Balai desa',
  localPlace: null,
  date: today(),
  start: '19:30',
  end: null,
  organiser: 'Kepala dusun',
  invitees: [],
  expected: null,
})

async function give(intake: Intake, command: Parameters<typeof envelope>[0], input: unknown): Promise<void> {
  const outcome = await intake.take(actor, envelope(command as never, place, input as never))
  if (outcome.status !== 'done') throw new Error(JSON.stringify(outcome))
}

type Read = { millis: number; bytes: number; rows: number; cursor: string }

async function read({ address }: BenchHouse, signed: Signed, after: string, n: number): Promise<Read> {
  const start = performance.now()
  const response = await fetch(`${address}/api/feed?place=${place}&after=${encodeURIComponent(after)}`, {
    headers: { ...signed, 'x-forwarded-for': clientAddress(n) },
  })
  const text = await response.text()
  const page = JSON.parse(text) as { rows: unknown[]; cursor: string }
  return {
    millis: performance.now() - start,
    bytes: text.length,
    rows: page.rows.length,
    cursor: page.cursor,
  }
}

async function readings(bench: BenchHouse, signed: Signed, after: string): Promise<Read> {
  const all: Read[] = []
  for (let n = 0; n < reads; n++) all.push(await read(bench, signed, after, n))
  return { ...(all[0] as Read), millis: median(all.map(({ millis }) => millis)) }
}

async function measure(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  const { db, vault } = bench.house.services
  const intake = new Intake(db, vault, planningCommands)
  const signed = await bench.signIn([{ role: 'facilitator', place }])
  const meetings = Array.from({ length: records }, () => newId())
  await give(intake, planMeeting as never, plan(meetings[0] as string))
  await readings(bench, signed, '')
  const one = await readings(bench, signed, '')
  for (const meeting of meetings.slice(1)) await give(intake, planMeeting as never, plan(meeting))
  const few = await readings(bench, signed, '')
  for (let n = records; n < commands; n++) {
    const basedOn = Math.floor(n / records)
    const input = { meeting: meetings[n % records], basedOn, changes: { title: `Rembug warga ${n}` } }
    await give(intake, changeMeeting as never, input)
  }
  const many = await readings(bench, signed, '')
  const on = await readings(bench, signed, many.cursor)
  const line = ({ millis, bytes, rows }: Read) => ({
    rows,
    KB: (bytes / 1024).toFixed(1),
    ms: millis.toFixed(1),
    'ms to the few': ratio(millis, few.millis),
  })
  console.log(`\n${engine}: the feed of one village, middle of ${reads} reads`)
  console.table({
    'after 1 command': line(one),
    [`after ${records} on ${records} records`]: line(few),
    [`after ${commands} on ${records} records`]: line(many),
    'going on, nothing new': line(on),
  })
  await bench.close()
}

for (const engine of engines) await measure(engine)
