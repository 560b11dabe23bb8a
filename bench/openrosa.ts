// Submissions per second by OpenRosa: multipart body, members, dedupe, sealing, hash chain, log, feed and roll-up committed
// before 201; against a bare Fastify insert of the same XML in the same run, and against what ODK Central v2026.2.2 did on
// such a machine (two cores, fsync on): 164, 197 and 234 a second with 1, 8 and 32 clients, 117 with a photo of 200 kB.
// Goals: 10 times ODK with 8 and 32 clients, 0.8 ms of CPU each, p99 under 30 ms with 32; 3 times with photos.
// Run: node scripts/node.mjs bench/openrosa.ts     DATABASE_URL adds PostgreSQL; BENCH_STORED=200000 fills it first.
import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import Fastify from 'fastify'
import { stopChecking } from '../src/capabilities/surveys/checking/jobs.ts'
import { formStore } from '../src/capabilities/surveys/library/store-form.ts'
import { registerDevice } from '../src/capabilities/surveys/openrosa/device.ts'
import { openSurvey } from '../src/capabilities/surveys/survey.ts'
import type { Command } from '../src/kernel/command.ts'
import { today } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/id.ts'
import { inPlace, nobody } from '../src/platform/server/transaction.ts'
import { type BenchHouse, benchHouse, clientAddress, type Engine, engines, envelope, ratio } from './house.ts'
import { household } from './openrosa/household.ts'
import type { Fired, Load } from './openrosa/load.ts'

const odk: Readonly<Record<number, number>> = { 1: 164, 8: 197, 32: 234 }
const odkPhotos = 117
const each = Number(process.env.BENCH_SUBMISSIONS ?? 4000)
const stored = Number(process.env.BENCH_STORED ?? 0)
const photoBytes = 200_000
const villages = 20
/** Only these numbers of clients, and nothing else: for a look at one of them. */
const only = process.env.BENCH_CLIENTS?.split(',').map(Number)

async function give<Input>(
  bench: BenchHouse,
  cookie: string,
  command: Command<Input>,
  place: string,
  input: Input,
) {
  const response = await fetch(`${bench.address}/api/commands/${command.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'x-forwarded-for': clientAddress(1) },
    body: JSON.stringify(envelope(command, place, input)),
  })
  if (!response.ok) throw new Error(`${command.name}: ${response.status} ${await response.text()}`)
}

/** An open survey with the household form in each village, and a device; gives the address each device sends to. */
async function devices(bench: BenchHouse): Promise<string[]> {
  const { db } = bench.house.services
  const form = newId()
  const about = {
    id: form,
    place: 'ID',
    shipped: true,
    fileName: 'household.xlsx',
    workbook: null,
    about: {},
  }
  await inPlace(db, null, nobody, (tx) =>
    formStore(tx).add({ ...about, xform: '<h:html/>', model: household, warnings: [] }, null, new Date()),
  )
  const cookie = await bench.signIn([{ role: 'facilitator', place: '34.71' }])
  const paths: string[] = []
  for (let n = 0; n < villages; n++) {
    const place = `34.71.${10 + (n % 10)}.${1001 + n}`
    const survey = { id: newId(), enrolment: null, kind: null, title: 'Survei rumah tangga', form }
    const reach = { population: 'open' as const, localPlaces: [], target: null, on: today() }
    await give(bench, cookie, openSurvey, place, { ...survey, ...reach })
    const secret = randomBytes(32).toString('base64url')
    await give(bench, cookie, registerDevice, place, { id: newId(), name: 'Uji', secret })
    paths.push(`/odk/k/${secret}`)
  }
  return paths
}

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

const tick = 10
function cpuOf(pid: number, withEnded: boolean): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number)
    return [11, 12, ...(withEnded ? [13, 14] : [])].reduce((sum, at) => sum + (fields[at] ?? 0), 0) * tick
  } catch {
    return 0
  }
}

/** CPU in ms of the database server so far, when it runs on this machine. */
async function databaseCpu({ house }: BenchHouse): Promise<number> {
  if (house.database.engine === 'embedded') return 0
  const { rows } = await house.database.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  try {
    const parent = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${rows[0]?.pid}/status`, 'utf8'))?.[1])
    const children = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8')
      .trim()
      .split(' ')
      .map(Number)
    return cpuOf(parent, true) + children.reduce((sum, pid) => sum + cpuOf(pid, false), 0)
  } catch {
    return 0
  }
}

class Phones {
  readonly #child: ChildProcess
  constructor() {
    this.#child = fork(fileURLToPath(new URL('./openrosa/load.ts', import.meta.url)), { execArgv: [] })
  }
  async fire(bench: BenchHouse, load: Load) {
    const before = process.cpuUsage()
    const database = await databaseCpu(bench)
    const fired = await new Promise<Fired>((done) => {
      this.#child.once('message', done as (message: unknown) => void)
      this.#child.send(load)
    })
    const { user, system } = process.cpuUsage(before)
    const wrong = Object.keys(fired.statuses).filter((status) => status !== '201' && status !== '200')
    if (wrong.length > 0) throw new Error(`${JSON.stringify(fired.statuses)} ${fired.said}`)
    const databaseMs = (await databaseCpu(bench)) - database
    return { ...fired, server: (user + system) / 1000 / load.count, database: databaseMs / load.count }
  }
  end(): void {
    this.#child.kill()
  }
}

type Measured = Awaited<ReturnType<Phones['fire']>>

async function rowsOf({ house }: BenchHouse): Promise<number> {
  const found = await house.database.pool.query<{ rows: number }>(
    'select count(*)::int as rows from surveys.submission',
  )
  return found.rows[0]?.rows ?? 0
}

async function measure(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  // Checking what came in begins when it has become quiet; here it is about taking in alone.
  await stopChecking(bench.house.services)
  const bare = await bareServer(bench)
  const paths = await devices(bench)
  const phones = new Phones()
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
    show('half of them resends', 8, await phones.fire(bench, load(8, { resends: true })))
    show('half of them resends', 32, await phones.fire(bench, load(32, { resends: true })))
    const fresh = (await rowsOf(bench)) - before
    show(
      'photo of 200 kB',
      8,
      await phones.fire(bench, load(8, { photoBytes, count: Math.min(each, 1500) })),
      odkPhotos,
    )
    return fresh
  }
  const toBare = { address: bare.address, paths: ['/insert'], bare: true }
  await phones.fire(bench, load(32, toBare))
  await phones.fire(bench, load(32))
  for (const atOnce of only ?? [1, 8, 32]) {
    const fired = await phones.fire(bench, load(atOnce, toBare))
    plain.set(atOnce, fired.perSecond)
    show('bare insert', atOnce, fired)
    show('one village', atOnce, await phones.fire(bench, load(atOnce)))
    if (atOnce === 32) show(`${villages} villages`, 32, await phones.fire(bench, load(32, { paths })))
  }
  const fresh = only ? 0 : await others()
  if (stored > 0) {
    await phones.fire(bench, load(32, { count: stored }))
    for (const atOnce of [8, 32])
      show(`${stored} stored before`, atOnce, await phones.fire(bench, load(atOnce)))
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
