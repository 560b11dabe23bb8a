// Durable commands per second, in one village and in many, against a bare Fastify insert into the same database in
// the same run. A command passes sign-in, role, place, schema, rules, store, hash chain, log and feed in one
// transaction; the bare insert does nothing but insert. Goal on PostgreSQL across many villages: 0.50 of it.
// Run: node scripts/node.mjs bench/commands.ts        DATABASE_URL adds PostgreSQL.
import Fastify from 'fastify'
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
} from './house.ts'
import { fire } from './load.ts'
import type { Result, Shot } from './load.worker.ts'
import { runAsShipped } from './shipped.ts'

runAsShipped()

const rounds = 3
const each = Number(process.env.BENCH_COMMANDS ?? 1500)
// More meetings than a village holds in years; planning one reads those there are.
const inOne = Math.ceil(each / 5)
const atOnce = 32
const villages = 400

const meeting = (n: number) => ({
  meeting: newId(),
  enrolment: null,
  group: 'meeting' as const,
  kind: null,
  batch: null,
  day: null,
  title: `Rembug warga ${n}`,
  agenda: ['Pembukaan', 'Musyawarah'],
  placeText: 'Balai RW 03',
  localPlace: null,
  date: today(),
  start: '19:30',
  end: '21:30',
  organiser: 'Ketua RW 03',
  invitees: ['women', 'youth'],
  expected: 40,
})

const fresh: string[] = []
const nextVillage = () => fresh.pop() as string
/** Villages of the register, each of which is used once. */
async function findVillages({ house }: BenchHouse): Promise<void> {
  const { rows } = await house.database.pool.query<{ code: string }>(
    "select code from places.region where level = 'village' and valid_to is null order by code limit $1",
    [(rounds + 1) * (villages + 1)],
  )
  fresh.push(...rows.map(({ code }) => code))
}

function shots(count: number, signed: Shot['signed'], places: readonly string[], path: string): Shot[] {
  return Array.from({ length: count }, (_, n) => {
    const place = places[n % places.length] as string
    const { name: _name, ...body } = envelope(planMeeting, place, meeting(n))
    return { path, body: JSON.stringify(body), signed, from: clientAddress(n) }
  })
}

/** The least that stores the same body durably. */
async function bareServer({ house }: BenchHouse) {
  const { pool } = house.database
  await pool.query('create schema bench')
  await pool.query(
    'create table bench.bare (id uuid primary key, village text not null, received timestamptz not null, body jsonb not null)',
  )
  const app = Fastify({ logger: false })
  app.post('/insert', async (request) => {
    const { id, place, ...body } = request.body as { id: string; place: string }
    await pool.query('insert into bench.bare (id, village, received, body) values ($1, $2, $3, $4)', [
      id,
      place,
      new Date(),
      JSON.stringify(body),
    ])
    return { id }
  })
  return { app, address: await app.listen({ port: 0, host: '127.0.0.1' }) }
}

type Row = { name: string; count: number; results: Result[] }

async function measure(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  const bare = await bareServer(bench)
  await findVillages(bench)
  const signed = await bench.signIn([{ role: 'facilitator', place: 'ID' }])
  const path = `/api/commands/${planMeeting.name}`
  const rows: Row[] = [
    { name: 'bare insert', count: each, results: [] },
    { name: 'one village', count: inOne, results: [] },
    { name: 'many villages', count: each, results: [] },
  ]
  const [plain, one, many] = rows as [Row, Row, Row]
  // The first round warms up and is not counted.
  for (let round = 0; round <= rounds; round++) {
    const places = Array.from({ length: villages }, nextVillage)
    const results = [
      await fire({ address: bare.address, atOnce, shots: shots(each, {}, places, '/insert') }),
      await fire({ address: bench.address, atOnce, shots: shots(inOne, signed, [nextVillage()], path) }),
      await fire({ address: bench.address, atOnce, shots: shots(each, signed, places, path) }),
    ]
    if (round > 0) for (const [i, row] of [plain, one, many].entries()) row.results.push(results[i] as Result)
  }
  const perSecond = ({ count, results }: Row) => median(results.map(({ seconds }) => count / seconds))
  console.log(`\n${engine}: ${each} requests, ${atOnce} at a time, middle of ${rounds} rounds`)
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.name,
        {
          'per second': Math.round(perSecond(row)),
          'to the bare insert': ratio(perSecond(row), perSecond(plain)),
          'p50 ms': median(row.results.map(({ p50 }) => p50)).toFixed(1),
          'p99 ms': median(row.results.map(({ p99 }) => p99)).toFixed(1),
        },
      ]),
    ),
  )
  await bare.app.close()
  await bench.close()
}

for (const engine of engines) await measure(engine)
