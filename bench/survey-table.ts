// A survey of 1,000,000 submissions: the first page, pages further on, filters that find much and hardly anything, a chart
// and a cross-table, over HTTP and behind row-level security. The goal for a page is 300 ms.
// Run: DATABASE_URL=… node scripts/node.mjs bench/survey-table.ts        BENCH_ROWS=50000 for a shorter look.
import type { Page } from '../src/capabilities/surveys/tables/questions.ts'
import { type BenchHouse, benchHouse, clientAddress, type Engine, median, ratio } from './house.ts'
import { fillFast, makeSurvey, place } from './survey-data.ts'

const rows = Number(process.env.BENCH_ROWS ?? 1_000_000)
const goalMs = 300
const reads = 7
const engine: Engine = process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite'

type Reader = (query: string, params: Record<string, string | number>) => Promise<{ ms: number; page: Page }>

async function readerOf(bench: BenchHouse, survey: string): Promise<Reader> {
  const signed = await bench.signIn([{ role: 'facilitator', place }])
  let n = 0
  return async (query, params) => {
    const start = performance.now()
    const response = await fetch(`${bench.address}/api/queries/${query}`, {
      method: 'POST',
      headers: { ...signed, 'content-type': 'application/json', 'x-forwarded-for': clientAddress(++n) },
      body: JSON.stringify({ place, survey, ...params }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    return { ms: performance.now() - start, page: JSON.parse(text) as Page }
  }
}

async function measure(
  read: Reader,
  query: string,
  params: Record<string, string | number>,
  goal: number | null,
) {
  const taken: number[] = []
  const first = await read(query, params)
  for (let n = 0; n < reads; n++) taken.push((await read(query, params)).ms)
  const ms = median(taken)
  return {
    'first ms': first.ms.toFixed(0),
    ms: ms.toFixed(1),
    'to the goal': goal === null ? '-' : ratio(ms, goal),
    rows: first.page.rows?.length ?? '-',
    'looked at': first.page.looked ?? '-',
    whole: first.page.whole ?? '-',
  }
}

const wish = (...wishes: object[]) => ({ where: JSON.stringify(wishes) })

/** Follows the pages of a filter that finds hardly anything to the end. */
async function toTheEnd(read: Reader, params: Record<string, string | number>) {
  let [ms, pages, found, most] = [0, 0, 0, 0]
  for (let after: number | null = 0; after !== null; pages++) {
    const { ms: taken, page }: { ms: number; page: Page } = await read('surveys.page', {
      ...params,
      ...(after ? { after } : {}),
    })
    ms += taken
    most = Math.max(most, taken)
    found += page.rows.length
    after = page.next
  }
  return {
    'first ms': '-',
    ms: ms.toFixed(0),
    'to the goal': `${ratio(most, goalMs)} a page`,
    rows: found,
    'looked at': `${pages} pages`,
    whole: true,
  }
}

const bench = await benchHouse(engine)
const { survey, form } = await makeSurvey(bench)
const started = performance.now()
await fillFast(bench, survey, form, rows)
console.log(
  `${engine}: ${rows} submissions in ${((performance.now() - started) / 1000).toFixed(0)} s of one village`,
)
const read = await readerOf(bench, survey)
const table: Record<string, unknown> = {}
const one = async (
  name: string,
  query: string,
  params: Record<string, string | number>,
  goal: number | null = goalMs,
) => {
  table[name] = await measure(read, query, params, goal)
}
await one('first page', 'surveys.page', {})
await one('a page in the middle', 'surveys.page', { after: Math.floor(rows / 2) })
await one('the oldest first', 'surveys.page', { order: 'oldest', limit: 200 })
await one('state approved', 'surveys.page', { state: 'approved' })
await one('one choice of four', 'surveys.page', wish({ question: 'house/kind1', in: ['a'] }))
await one('choice, number and member', 'surveys.page', {
  ...wish(
    { question: 'house/kind2', in: ['b'] },
    { question: 'house/count3', min: 5, max: 9 },
    { question: 'member/age', min: 60 },
  ),
})
await one('one in 250,000', 'surveys.page', wish({ question: 'house/rare', in: ['langka'] }))
table['one in 250,000, to the end'] = await toTheEnd(read, wish({ question: 'house/rare', in: ['langka'] }))
await one('columns', 'surveys.columns', {})
await one('chart of a choice', 'surveys.chart', { question: 'house/kind1' }, null)
await one('chart of a number in members', 'surveys.chart', { question: 'member/age' }, null)
await one('cross-table', 'surveys.cross', { rows: 'house/kind1', columns: 'house/kind2' }, null)
console.table(table)
await bench.close()
