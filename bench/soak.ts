// A server that is used for a long time: fifty submissions a second from phones in twenty villages, one in fifty with a photo, and
// beside them people who sign in, take exports, look at charts and tables, and sync. Goals: nothing is lost, no answer is a fault
// of the server (5xx), every chain verifies, and memory is flat: the last fifth holds at most 1.15 times what the second fifth did.
// Run: node scripts/node.mjs bench/soak.ts        SOAK_MINUTES (30), SOAK_RATE (50); DATABASE_URL adds PostgreSQL.
import { loadavg } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { verifyAll } from '../src/apps/cli/verify.ts'
import { startChecking } from '../src/capabilities/surveys/checking/jobs.ts'
import { type BenchHouse, benchHouse, clientAddress, type Engine, engines, median, ratio } from './house.ts'
import { memoryOf, Phones } from './openrosa/phones.ts'
import { stage } from './openrosa/stage.ts'
import { here, runAsShipped } from './shipped.ts'

runAsShipped()

const minutes = Number(process.env.SOAK_MINUTES ?? 30)
const perSecond = Number(process.env.SOAK_RATE ?? 50)
const flat = 1.15

type Reader = { name: string; everyMs: number; ask: (n: number) => Promise<number> }
type Surveyed = { place: string; survey: string }

async function surveysOf({ house }: BenchHouse): Promise<Surveyed[]> {
  const { rows } = await house.database.pool.query<Surveyed>(
    'select village_code as place, id as survey from surveys.survey order by 1',
  )
  return rows
}

/** What people do beside the phones. A status is what the server said; a body is read to its end. */
async function readers(bench: BenchHouse): Promise<Reader[]> {
  const surveys = await surveysOf(bench)
  const signed = await bench.signIn([{ role: 'facilitator', place: '34' }])
  const get = (path: (of: Surveyed) => string) => async (n: number) => {
    const of = surveys[n % surveys.length] as Surveyed
    const headers = { ...signed, 'x-forwarded-for': clientAddress(5000 + (n % 200)) }
    const response = await fetch(`${bench.address}${path(of)}`, { headers })
    await response.arrayBuffer()
    return response.status
  }
  const query = (name: string, more: object) => async (n: number) => {
    const of = surveys[n % surveys.length] as Surveyed
    const from = { ...signed, 'x-forwarded-for': clientAddress(5000 + (n % 200)) }
    const response = await fetch(`${bench.address}/api/queries/${name}`, {
      method: 'POST',
      headers: { ...from, 'content-type': 'application/json' },
      body: JSON.stringify({ place: of.place, survey: of.survey, ...more }),
    })
    await response.arrayBuffer()
    return response.status
  }
  const signIn = async (n: number) => {
    const body = { user: 'uji.1', password: n % 5 === 4 ? 'salah' : 'lumbung-padi-7-sawah' }
    const response = await fetch(`${bench.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': clientAddress(9000 + n) },
      body: JSON.stringify({ ...body, device: `bench-0000000000000000-${n % 9}`, deviceName: 'Uji' }),
    })
    await response.arrayBuffer()
    return response.status
  }
  return [
    { name: 'sign-in', everyMs: 2000, ask: signIn },
    { name: 'page', everyMs: 500, ask: query('surveys.page', { limit: 50 }) },
    {
      name: 'chart',
      everyMs: 1000,
      ask: query('surveys.chart', { question: 'water' }),
    },
    {
      name: 'cross',
      everyMs: 2500,
      ask: query('surveys.cross', { rows: 'water', columns: 'sanitation' }),
    },
    {
      name: 'export csv',
      everyMs: 15_000,
      ask: get(({ place, survey }) => `/api/surveys/${place}/${survey}/export/csv`),
    },
    {
      name: 'export xlsx',
      everyMs: 25_000,
      ask: get(({ place, survey }) => `/api/surveys/${place}/${survey}/export/xlsx`),
    },
    { name: 'health', everyMs: 5000, ask: async () => (await fetch(`${bench.address}/api/health`)).status },
  ]
}

type Said = Record<string, Record<string, number>>

/** Asks again and again, each time after the last has answered, until `until`. */
async function asking({ name, everyMs, ask }: Reader, until: number, said: Said): Promise<void> {
  for (let n = 0; performance.now() < until; n++) {
    const next = performance.now() + everyMs
    const status = String(await ask(n))
    said[name] = { ...said[name], [status]: (said[name]?.[status] ?? 0) + 1 }
    await wait(Math.max(0, next - performance.now()))
  }
}

type Sent = { submissions: number; late: number; worst: number; photos: number }

/** So many a second: what the server does not manage in its second is counted as late. */
async function sending(bench: BenchHouse, paths: string[], engine: Engine, until: number): Promise<Sent> {
  const phones = new Phones()
  const sent: Sent = { submissions: 0, late: 0, worst: 0, photos: 0 }
  for (let second = 0; performance.now() < until; second++) {
    const next = performance.now() + 1000
    const one = { address: bench.address, paths, bare: false, resends: false, run: `${engine}${second}` }
    const send = async (count: number, from: number, photoBytes: number) => {
      if (count === 0) return
      const load = { ...one, atOnce: 8, from, count, photoBytes }
      const fired = await phones.fire(load, process.pid, async () => 0)
      sent.worst = Math.max(sent.worst, fired.p99)
    }
    const photos = Math.floor(perSecond / 50)
    await send(perSecond - photos, 0, 0)
    await send(photos, perSecond, 60_000)
    sent.submissions += perSecond
    sent.photos += photos
    if (performance.now() > next) sent.late += 1
    await wait(Math.max(0, next - performance.now()))
  }
  phones.end()
  return sent
}

async function watching(until: number): Promise<{ rss: number[]; heap: number[] }> {
  const seen = { rss: [] as number[], heap: [] as number[] }
  while (performance.now() < until) {
    seen.rss.push(memoryOf(process.pid))
    seen.heap.push(process.memoryUsage().heapUsed / 2 ** 20)
    await wait(2000)
  }
  return seen
}

const fifth = (values: number[], n: number): number =>
  median(values.slice(Math.floor((values.length * n) / 5), Math.floor((values.length * (n + 1)) / 5)))

async function soak(engine: Engine): Promise<boolean> {
  const bench = await benchHouse(engine)
  const paths = await stage(here, bench)
  await startChecking(bench.house.services)
  const people = await readers(bench)
  const until = performance.now() + minutes * 60_000
  const said: Said = {}
  const [sent, memory] = await Promise.all([
    sending(bench, paths, engine, until),
    watching(until),
    ...people.map((reader) => asking(reader, until, said)),
  ])
  const { rows } = await bench.house.database.pool.query<{ count: number }>(
    'select count(*)::int as count from surveys.submission',
  )
  const stored = rows[0]?.count ?? 0
  const verified = await verifyAll(bench.house.services.db)
  const health = (await fetch(`${bench.address}/api/health`)).status
  // Who mistypes a password hears 401; anything else but 200 is a fault, of the server or of this bench.
  const faults = Object.entries(said).flatMap(([name, of]) =>
    Object.keys(of).filter((status) => status !== '200' && !(name === 'sign-in' && status === '401')),
  )
  console.log(
    `\n${engine}: ${minutes} minutes at ${perSecond} submissions a second, load of the machine ${loadavg()[0]?.toFixed(1)}`,
  )
  console.table(said)
  const grown = (values: number[]) => ratio(fifth(values, 4), fifth(values, 1))
  console.table({
    submissions: { is: stored, goal: sent.submissions },
    'of them with a photo': { is: sent.photos, goal: '' },
    'seconds that were not enough': { is: sent.late, goal: 0 },
    'slowest p99 of a second, ms': { is: Math.round(sent.worst), goal: '' },
    'answers that were faults': { is: faults.length, goal: 0 },
    'chains broken': { is: verified.breaks.length, goal: 0 },
    health: { is: health, goal: 200 },
    'memory, last fifth to second': { is: grown(memory.rss), goal: `below ${flat}` },
    'heap, last fifth to second': { is: grown(memory.heap), goal: `below ${flat}` },
    'memory at the end, MiB': { is: Math.round(memory.rss.at(-1) ?? 0), goal: '' },
  })
  await bench.close()
  const whole = stored === sent.submissions && verified.breaks.length === 0
  return whole && faults.length === 0 && health === 200 && Number(grown(memory.rss)) <= flat
}

for (const engine of engines) if (!(await soak(engine))) process.exitCode = 1
