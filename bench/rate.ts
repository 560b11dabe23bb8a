// Two checkouts beside each other on one machine: submissions by OpenRosa a second, each server as its own `npm start`
// runs it, the runs taking turns so that a noisy machine is noisy for both; beside pgbench's simple insert of as many
// bytes. Ratios are what counts.
// Run: BENCH_BASELINE=<folder of an older checkout> DATABASE_URL=postgres://… node scripts/node.mjs bench/rate.ts
// BASELINE_DATABASE_URL: another way to the same server for the older one. BENCH_KINDS: some of the kinds below.
import { type ChildProcess, execFile, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import pg from 'pg'
import { median, newDatabase, ratio } from './house.ts'
import type { Load } from './openrosa/load.ts'
import { type Measured, memoryOf, Phones, serverCpu } from './openrosa/phones.ts'
import type { Ready } from './openrosa/served.ts'
import { here, shippedFlags } from './shipped.ts'

const server = process.env.DATABASE_URL
const baseline = process.env.BENCH_BASELINE
const each = Number(process.env.BENCH_SUBMISSIONS ?? 4000)
const rounds = Number(process.env.BENCH_ROUNDS ?? 3)
const pgbenchSeconds = 3

type Kind = { name: string; atOnce: number; given: (side: Side) => Partial<Load> }
const one = (side: Side) => ({ paths: side.ready.paths.slice(0, 1) })
const kinds: Readonly<Record<string, Kind>> = {
  '1': { name: '1 at a time', atOnce: 1, given: (side) => ({ ...one(side), count: Math.ceil(each / 4) }) },
  '8': { name: '8 at a time', atOnce: 8, given: one },
  '32': { name: '32 at a time', atOnce: 32, given: one },
  villages: { name: '20 villages, 32 at a time', atOnce: 32, given: (side) => ({ paths: side.ready.paths }) },
  resends: {
    name: 'half resends, 32 at a time',
    atOnce: 32,
    given: (side) => ({ ...one(side), resends: true }),
  },
  photos: {
    name: 'photo of 200 kB, 8 at a time',
    atOnce: 8,
    given: (side) => ({ ...one(side), photoBytes: 200_000, count: Math.min(each, 1200) }),
  },
}
const asked = (process.env.BENCH_KINDS ?? '8,32').split(',').map((name) => kinds[name] as Kind)

type Side = {
  name: string
  child: ChildProcess
  ready: Ready
  results: Map<string, Measured[]>
  most: number
}

async function open(name: string, root: string, url: string | undefined): Promise<Side> {
  const child = fork(fileURLToPath(new URL('./openrosa/served.ts', import.meta.url)), [root], {
    execArgv: [...shippedFlags(root), ...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? [])],
    env: { ...process.env, ...(url ? { DATABASE_URL: url } : {}) },
  })
  const ready = await new Promise<Ready>((done, failed) => {
    child.once('message', done as (message: unknown) => void)
    child.once('exit', (code) => failed(new Error(`${name} ended with ${code}`)))
  })
  return { name, child, ready, results: new Map(), most: 0 }
}

const close = ({ child }: Side) =>
  new Promise<void>((done) => {
    child.once('exit', () => done())
    child.send('end')
  })

/** Inserts a second of the same bytes, each in a transaction of its own, by pgbench; 0 where it is not installed. */
async function pgbench(url: string, atOnce: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rembug-pgbench-'))
  const script = join(folder, 'insert.sql')
  writeFileSync(script, `insert into bare (xml) values (repeat('x', 2000));`)
  try {
    const words = ['-n', '-M', 'prepared', '-c', String(atOnce), '-j', '2', '-T', String(pgbenchSeconds)]
    const { stdout } = await promisify(execFile)('pgbench', [...words, '-f', script, url])
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1] ?? 0)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return 0
    throw error
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function watch(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  await client.query(
    'create table bare (id bigserial primary key, received timestamptz default now(), xml text)',
  )
  return { cpu: async () => serverCpu(rows[0]?.pid ?? 0), end: () => client.end() }
}

async function fire(phones: Phones, side: Side, kind: Kind, round: number, cpu: () => Promise<number>) {
  const { address } = side.ready
  const common = {
    address,
    bare: false,
    atOnce: kind.atOnce,
    from: 0,
    count: each,
    resends: false,
    photoBytes: 0,
  }
  const load = { ...common, paths: [], run: `${side.name}${kind.name}${round}`, ...kind.given(side) }
  const fired = await phones.fire(load, side.child.pid ?? 0, cpu)
  side.most = Math.max(side.most, memoryOf(side.child.pid ?? 0))
  // The first round warms up and is not counted.
  if (round > 0) side.results.set(kind.name, [...(side.results.get(kind.name) ?? []), fired])
}

const middle = (side: Side, kind: Kind, read: (fired: Measured) => number) =>
  median((side.results.get(kind.name) ?? []).map(read))

function rowsOf(sides: readonly Side[], bare: ReadonlyMap<number, number[]>) {
  const [first] = sides as [Side]
  return asked.flatMap((kind) =>
    sides.map((side) => {
      const rate = middle(side, kind, (fired) => fired.perSecond)
      const pairs = (side.results.get(kind.name) ?? []).map(
        (fired, n) => fired.perSecond / (first.results.get(kind.name)?.[n]?.perSecond ?? Number.NaN),
      )
      const spent = (of: Side) => middle(of, kind, (fired) => fired.server + fired.database)
      return [
        `${kind.name}: ${side.name}`,
        {
          'per second': Math.round(rate),
          'to the baseline': median(pairs).toFixed(2),
          'to pgbench': ratio(rate, median(bare.get(kind.atOnce) ?? [0])),
          'p50 ms': middle(side, kind, (fired) => fired.p50).toFixed(1),
          'p99 ms': middle(side, kind, (fired) => fired.p99).toFixed(1),
          'CPU ms server': middle(side, kind, (fired) => fired.server).toFixed(2),
          'CPU ms database': middle(side, kind, (fired) => fired.database).toFixed(2),
          'CPU to the baseline': ratio(spent(first), spent(side)),
          'most MiB': side.most.toFixed(0),
        },
      ] as const
    }),
  )
}

type Database = { url: string; cpu: () => Promise<number>; end: () => Promise<void> }

/** A database for the bare inserts, and the way to the CPU of its server. */
async function ownDatabase(server: string): Promise<Database> {
  const { url, drop } = await newDatabase(server)
  const { cpu, end } = await watch(url)
  return { url, cpu, end: () => end().then(drop) }
}

async function play(sides: readonly Side[], own: Database | null): Promise<ReadonlyMap<number, number[]>> {
  const phones = new Phones()
  const bare = new Map<number, number[]>()
  const cpu = own?.cpu ?? (async () => 0)
  for (let round = 0; round <= rounds; round++)
    for (const kind of asked) {
      for (const side of sides) await fire(phones, side, kind, round, cpu)
      const { atOnce } = kind
      const before = bare.get(atOnce) ?? []
      if (own && before.length < round) bare.set(atOnce, [...before, await pgbench(own.url, atOnce)])
    }
  phones.end()
  return bare
}

async function measure(url: string | undefined): Promise<void> {
  const own = url ? await ownDatabase(url) : null
  const sides = baseline ? [await open('baseline', baseline, process.env.BASELINE_DATABASE_URL ?? url)] : []
  sides.push(await open('this', here, url))
  const bare = await play(sides, own)
  const inserts = [...bare].map(([atOnce, found]) => `${Math.round(median(found))}/s with ${atOnce}`)
  console.log(
    `${own ? 'PostgreSQL' : 'PGlite'}: ${each} submissions, middle of ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}; pgbench inserts: ${inserts.join(', ')}`,
  )
  console.table(Object.fromEntries(rowsOf(sides, bare)))
  for (const side of sides) await close(side)
  await own?.end()
}

await measure(server)
