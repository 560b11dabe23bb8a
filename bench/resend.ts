// A phone that got no answer sends its batch again: how long the same 100 commands take the second time, against the
// first, and that nothing is stored twice.      Run: node scripts/node.mjs bench/resend.ts
import { planMeeting } from '../src/capabilities/meetings/commands.ts'
import { today } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import {
  type BenchHouse,
  benchHouse,
  clientAddress,
  type Engine,
  engines,
  envelope,
  median,
  ratio,
  type Signed,
} from './house.ts'

const rounds = 5
const batch = 100

const commands = (place: string) =>
  Array.from({ length: batch }, (_, n) =>
    envelope(planMeeting, place, {
      meeting: newId(),
      enrolment: null,
      group: 'meeting' as const,
      kind: null,
      batch: null,
      day: null,
      title: `Rembug ${n}`,
      agenda: ['Musyawarah'],
      placeText: 'Balai desa',
      localPlace: null,
      date: today(),
      start: '19:30',
      end: null,
      organiser: 'Kepala dusun',
      invitees: [],
      expected: null,
    }),
  )

async function send({ address }: BenchHouse, signed: Signed, body: string, n: number) {
  const start = performance.now()
  const response = await fetch(`${address}/api/sync`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...signed, 'x-forwarded-for': clientAddress(n) },
    body,
  })
  const { results } = (await response.json()) as { results: { status: string }[] }
  return { millis: performance.now() - start, statuses: new Set(results.map(({ status }) => status)) }
}

async function rowsOf({ house }: BenchHouse): Promise<number> {
  const { rows } = await house.database.pool.query('select count(*)::int as n from platform.log')
  return rows[0].n as number
}

async function measure(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  const signed = await bench.signIn([{ role: 'facilitator', place: '34.71' }])
  const first: number[] = []
  const again: number[] = []
  let twice = 0
  for (let round = 0; round <= rounds; round++) {
    const body = JSON.stringify({ commands: commands(`34.71.04.${1100 + round}`) })
    const sent = await send(bench, signed, body, round)
    const before = await rowsOf(bench)
    const resent = await send(bench, signed, body, round)
    twice += (await rowsOf(bench)) - before
    if ([...sent.statuses].join() !== 'done' || [...resent.statuses].join() !== 'before')
      throw new Error(`answers: ${[...sent.statuses]} then ${[...resent.statuses]}`)
    // The first round warms up.
    if (round > 0) first.push(sent.millis)
    if (round > 0) again.push(resent.millis)
  }
  console.log(`\n${engine}: a batch of ${batch} commands, middle of ${rounds} rounds`)
  console.table({
    'first time': { ms: median(first).toFixed(0), 'to the first': '1.00', 'rows stored': batch },
    'sent again': {
      ms: median(again).toFixed(0),
      'to the first': ratio(median(again), median(first)),
      'rows stored': twice,
    },
  })
  await bench.close()
}

for (const engine of engines) await measure(engine)
