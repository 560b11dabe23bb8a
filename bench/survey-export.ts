// Taking away 50,000 submissions with 2 to 5 members each, over HTTP: how long, when the first byte comes, and how much more
// memory the server takes than at rest. ODK Central v2026.2.2 took 14.9 s and 603 MiB for its CSV zip on the same machine;
// the goal is eight times faster, a first byte under 100 ms, and at most 50 MiB.
// Run: DATABASE_URL=… node scripts/node.mjs bench/survey-export.ts        BENCH_ROWS=5000 for a shorter look.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { benchHouse, clientAddress, type Engine, ratio, type Signed } from './house.ts'
import { fillSealed, makeSurvey, place } from './survey-data.ts'

const rows = Number(process.env.BENCH_ROWS ?? 50_000)
const odkSeconds = 14.9
const goal = { ms: (odkSeconds * 1000) / 8, firstMs: 100, MiB: 50 }
const engine: Engine = process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite'

/** The reader is a process of its own, so that what it does is not counted as the server's. */
async function readAndTell(): Promise<void> {
  const [, , , url = '', signed = '{}', from = ''] = process.argv
  const start = performance.now()
  const response = await fetch(url, { headers: { ...JSON.parse(signed), 'x-forwarded-for': from } })
  let [first, bytes] = [0, 0]
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    if (first === 0) first = performance.now() - start
    bytes += chunk.length
  }
  console.log(JSON.stringify({ status: response.status, first, bytes, ms: performance.now() - start }))
}

type Read = { status: number; first: number; bytes: number; ms: number }

async function reader(url: string, signed: Signed, from: string): Promise<Read> {
  const child: ChildProcess = spawn(process.execPath, [
    fileURLToPath(import.meta.url),
    'reader',
    url,
    JSON.stringify(signed),
    from,
  ])
  let said = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  await new Promise((done) => child.once('close', done))
  return JSON.parse(said) as Read
}

const mib = () => Number(execFileSync('ps', ['-o', 'rss=', '-p', String(process.pid)]).toString()) / 1024
const settle = () => new Promise((done) => setTimeout(done, 1500))

async function atRest(): Promise<number> {
  globalThis.gc?.()
  await settle()
  globalThis.gc?.()
  return mib()
}

async function measureAll(): Promise<void> {
  const bench = await benchHouse(engine)
  const small = await makeSurvey(bench)
  await fillSealed(bench, small.survey, small.form, 100)
  await bench.house.database.pool.query(`update surveys.survey set state = 'closed'`)
  const { survey, form } = await makeSurvey(bench)
  await fillSealed(bench, survey, form, rows)
  const signed = await bench.signIn([{ role: 'facilitator', place }])
  let n = 0
  const urlOf = (of: string, kind: string) => `${bench.address}/api/surveys/${place}/${of}/export/${kind}`
  const odata = `${bench.address}/api/surveys/${place}/${survey}/odata/Submissions?$count=true`
  const table: Record<string, unknown> = {}
  const measure = async (name: string, kind: string, warm: string, url = urlOf(survey, kind)) => {
    await reader(warm, signed, clientAddress(++n))
    const rest = await atRest()
    let most = 0
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss() / 2 ** 20)
    }, 10)
    const before = process.cpuUsage()
    const read = await reader(url, signed, clientAddress(++n))
    const { user, system } = process.cpuUsage(before)
    clearInterval(watch)
    if (read.status !== 200) throw new Error(`${name}: ${read.status}`)
    table[name] = {
      s: (read.ms / 1000).toFixed(2),
      // Of the server process, all its threads: tells something also on a machine that is busy with other things.
      'CPU s': ((user + system) / 1e6).toFixed(2),
      'ODK by this': ratio(odkSeconds * 1000, read.ms),
      'to the goal': ratio(read.ms, goal.ms),
      'first byte ms': read.first.toFixed(0),
      'to its goal': ratio(read.first, goal.firstMs),
      'MiB more': (most - rest).toFixed(0),
      'to that goal': ratio(most - rest, goal.MiB),
      MB: (read.bytes / 1e6).toFixed(1),
    }
  }
  const kinds: [string, string][] = [
    ['CSV zip, open answers', 'csv'],
    ['CSV zip, with personal', 'csv?personal=yes'],
    ['XLSX, with personal', 'xlsx?personal=yes'],
    ['GeoJSON, with places', 'geojson?personal=yes'],
  ]
  for (const [name, kind] of kinds) await measure(name, kind, urlOf(small.survey, kind))
  await measure('OData page of 250 with count', '', odata, odata)
  console.log(`\n${engine}: ${rows} submissions with 2 to 5 members`)
  console.table(table)
  await bench.close()
}

if (process.argv[2] === 'reader') await readAndTell()
else await measureAll()
