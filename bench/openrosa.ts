// Submissions per second by OpenRosa: multipart body, members, dedupe, sealing, hash chain, log, feed and roll-up committed
// before 201; against a bare Fastify insert of the same XML in the same run, and against what ODK Central v2026.2.2 did on
// such a machine (two cores, fsync on): 164, 197 and 234 a second with 1, 8 and 32 clients, 117 with a photo of 200 kB.
// Goals: 10 times ODK with 8 and 32 clients, 0.8 ms of CPU each, p99 under 30 ms with 32; 3 times with photos.
// Run: node scripts/node.mjs bench/openrosa.ts     DATABASE_URL adds PostgreSQL; BENCH_STORED=200000 fills it first.
import { loadavg } from 'node:os'
import Fastify from 'fastify'
import { newId } from '../src/kernel/id.ts'
import { type BenchHouse, benchHouse, type Engine, engines, ratio } from './house.ts'
import type { Load } from './openrosa/load.ts'
import { type Measured, Phones, serverCpu } from './openrosa/phones.ts'
import { stage, villages } from './openrosa/stage.ts'
import { here, runAsShipped } from './shipped.ts'

runAsShipped()

const odk: Readonly<Record<number, number>> = { 1: 164, 8: 197, 32: 234 }
const odkPhotos = 117
const each = Number(process.env.BENCH_SUBMISSIONS ?? 4000)
const stored = Number(process.env.BENCH_STORED ?? 0)
const photoBytes = 200_000
/** Only these numbers of clients, and nothing else: for a look at one of them. */
const only = process.env.BENCH_CLIENTS?.split(',').map(Number)

/** The least that stores the same XML durably. */
async function bareServer({ house }: BenchHouse) {
  const { pool } = house.database
  await pool.query('create schema bench')
  await pool.query(
    'create table bench.bare (id uuid primary key, received timestamptz not null, xml text not null)',
  )
  const app = Fastify({ logger: false })
  app.addContentTypeParser('application/octet-stream', { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  )
  app.post('/insert', async (request) => {
    await pool.query('insert into bench.bare (id, received, xml) values ($1, $2, $3)', [
      newId(),
      new Date(),
      request.body,
    ])
    return {}
  })
  return { app, address: await app.listen({ port: 0, host: '127.0.0.1' }) }
}

/** Of the database server, when it runs on this machine. */
async function databaseCpu({ house }: BenchHouse): Promise<number> {
  if (house.database.engine === 'embedded') return 0
  const { rows } = await house.database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  return serverCpu(rows[0]?.pid ?? 0)
}

async function rowsOf({ house }: BenchHouse): Promise<number> {
  const found = await house.database.pool.query<{ rows: number }>(
    'select count(*)::int as rows from surveys.submission',
  )
  return found.rows[0]?.rows ?? 0
}

async function measure(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  const bare = await bareServer(bench)
  const paths = await stage(here, bench)
  const phones = new Phones()
  const fire = (given: Load) => phones.fire(given, process.pid, () => databaseCpu(bench))
  const table: Record<string, Record<string, string | number>> = {}
  const plain = new Map<number, number>()
  const show = (name: string, atOnce: number, fired: Measured, to = odk[atOnce] ?? 0) => {
    table[`${name}, ${atOnce} at a time`] = {
      'per second': Math.round(fired.perSecond),
      'to ODK': ratio(fired.perSecond, to),
      'to the bare insert': ratio(fired.perSecond, plain.get(atOnce) ?? 0),
      'p50 ms': fired.p50.toFixed(1),
      'p99 ms': fired.p99.toFixed(1),
      'CPU ms server': fired.server.toFixed(2),
      'CPU ms database': fired.database.toFixed(2),
    }
  }
  let run = 0
  const load = (atOnce: number, given: Partial<Load> = {}): Load => {
    run += 1
    const one = {
      address: bench.address,
      paths: paths.slice(0, 1),
      bare: false,
      atOnce,
      run: `${engine}${run}`,
      from: 0,
    }
    return {
      ...one,
      count: atOnce === 1 ? Math.ceil(each / 4) : each,
      resends: false,
      photoBytes: 0,
      ...given,
    }
  }
  const others = async () => {
    const before = await rowsOf(bench)
    show('half of them resends', 8, await fire(load(8, { resends: true })))
    show('half of them resends', 32, await fire(load(32, { resends: true })))
    const fresh = (await rowsOf(bench)) - before
    show('photo of 200 kB', 8, await fire(load(8, { photoBytes, count: Math.min(each, 1500) })), odkPhotos)
    return fresh
  }
  const toBare = { address: bare.address, paths: ['/insert'], bare: true }
  await fire(load(32, toBare))
  await fire(load(32))
  for (const atOnce of only ?? [1, 8, 32]) {
    const fired = await fire(load(atOnce, toBare))
    plain.set(atOnce, fired.perSecond)
    show('bare insert', atOnce, fired)
    show('one village', atOnce, await fire(load(atOnce)))
    if (atOnce === 32) show(`${villages} villages`, 32, await fire(load(32, { paths })))
  }
  const fresh = only ? 0 : await others()
  if (stored > 0) {
    await fire(load(32, { count: stored }))
    for (const atOnce of [8, 32]) show(`${stored} stored before`, atOnce, await fire(load(atOnce)))
  }
  console.log(
    `\n${engine}: ${each} submissions each, load of the machine ${loadavg()[0]?.toFixed(1)}; resends left ${fresh} rows of ${each * 2}`,
  )
  console.table(table)
  phones.end()
  await bare.app.close()
  await bench.close()
}

for (const engine of engines) await measure(engine)
