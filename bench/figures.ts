// What it costs everybody else when an officer looks at closed surveys: one of 20,000 answers to 60 questions with a measure of ten, and
// those of 100 villages. Meanwhile somebody gives cheap commands at another village. Goals, in the same run: the thread that answers
// everybody is held for no longer than 50 ms, the journal tells of no long statement or transaction, p99 of the cheap command is within 3 times of
// quiet.
// Run: node scripts/node.mjs bench/figures.ts        DATABASE_URL adds PostgreSQL. FIGURES_ANSWERS (20,000), FIGURES_VILLAGES (100)
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { newId } from '../src/kernel/id.ts'
import { districtOf } from '../src/kernel/place-code.ts'
import type { FormModel, Question } from '../src/xlsform/model.ts'
import { plannings } from './cheap.ts'
import {
  type BenchHouse,
  benchHouse,
  clientAddress,
  type Engine,
  engines,
  ratio,
  type Signed,
} from './house.ts'
import { fire } from './load.ts'
import type { Result } from './load.worker.ts'
import { runAsShipped } from './shipped.ts'

runAsShipped()

const answers = Number(process.env.FIGURES_ANSWERS ?? 20_000)
const villages = Number(process.env.FIGURES_VILLAGES ?? 100)
const answersEach = 400
const questions = 60
const most = { holdMs: 50, p99: 3 }
const quietPlace = '34.71.04.1001'
const large = '34.71.04.1002'
const cheap = 400

const isNumber = (n: number) => n % 6 === 5
const ask = (n: number): Question => ({
  ...{
    kind: 'question',
    name: `q${n}`,
    path: `/data/part/q${n}`,
    type: isNumber(n) ? 'integer' : 'select_one',
  },
  ...{
    label: { '': `Pertanyaan ${n}` },
    hint: {},
    list: isNumber(n) ? null : 'kind',
    privacy: 'open',
    required: false,
  },
  ...{ readonly: false, appearance: '', metadata: null, row: 2 },
})
const model: FormModel = {
  ...{ formId: 'figures', version: '1', title: 'Angka', root: '/data', languages: [''], defaultLanguage: '' },
  ...{ files: [], entities: [], named: true, settings: {} },
  lists: {
    kind: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, label: { '': name }, media: {}, extra: {} })),
  },
  items: Array.from({ length: questions }, (_, n) => ask(n)),
}
const measure = {
  ...{ title: 'Ukuran', k: 0.33, dimensions: [{ id: 'd', label: ['D', 'D'] }], missing: 'leave-out' },
  indicators: Array.from({ length: 10 }, (_, n) => ({
    ...{
      id: `i${n}`,
      label: ['', ''],
      dimension: 'd',
      weight: 1 + (n % 3),
      question: `part/q${n + 6 * (n > 4 ? 1 : 0)}`,
      source: '',
    },
    deprivedWhen: isNumber(n) ? { above: 60 } : { in: ['c', 'd', 'e'] },
  })),
}
// The rarer a word the fewer give it: a few in a thousand say e. A seventh of the questions is skipped by every third.
const said = Array.from({ length: questions }, (_, n) => {
  const drawn = `abs(hashint4(n * ${questions} + ${n}))`
  const value = isNumber(n)
    ? `to_jsonb(${drawn} % 90)`
    : `to_jsonb(substr('aaaaaaabbbbccdde', 1 + ${drawn} % 16, 1))`
  return `'part/q${n}', ${n % 7 === 6 ? `case when n % 3 = 0 then null else ${value} end` : value}`
})
const object = Array.from(
  { length: 3 },
  (_, n) => `jsonb_build_object(${said.slice(n * 20, n * 20 + 20).join(', ')})`,
)

async function surveyed({ house }: BenchHouse, place: string, form: string, count: number): Promise<string> {
  const { pool } = house.database
  const survey = newId()
  const body = {
    title: 'Angka',
    versions: [form],
    population: 'open',
    localPlaces: [],
    target: null,
    openedOn: '2019-01-05',
  }
  await pool.query(
    `insert into surveys.survey (district_code, village_code, id, form_key, form_id, state, body, version, created_by, created_at)
     values ($1, $2, $3, $4, 'figures', 'closed', $5::jsonb, 1, $3, now())`,
    [districtOf(place), place, survey, form, JSON.stringify(body)],
  )
  await pool.query(
    `insert into surveys.measure (district_code, village_code, id, survey_id, body, version) values ($1, $2, $3, $4, $5::jsonb, 1)`,
    [districtOf(place), place, newId(), survey, JSON.stringify(measure)],
  )
  for (let from = 1; from <= count; from += 5000)
    await pool.query(
      `insert into surveys.submission (district_code, village_code, id, survey_id, form_key, seq, root_instance, instance,
         state, returned, source, device, created_by, submitted_at, answers, sealed, missing, doubts, version)
       select $1, $2, gen_random_uuid(), $3, $4, n, 'uuid:' || n, 'uuid:' || n, 'received', false, 'openrosa', 'd', $3::uuid, now(),
         jsonb_strip_nulls(${object.join(' || ')}), decode(repeat('ab', 300), 'hex'), 0, '[]', 1 from generate_series($5::int, $6::int) n`,
      [districtOf(place), place, survey, form, from, Math.min(count, from + 4999)],
    )
  return survey
}

const places = Array.from(
  { length: villages },
  (_, n) => `34.02.${String(1 + Math.floor(n / 10)).padStart(2, '0')}.${2001 + (n % 10)}`,
)

type Fields = Record<string, string>
async function get(bench: BenchHouse, signed: Signed, name: string, fields: Fields, n: number) {
  const start = performance.now()
  const from = { ...signed, 'x-forwarded-for': clientAddress(3000 + n) }
  const headers = { ...from, 'content-type': 'application/json' }
  const answer = await fetch(`${bench.address}/api/queries/${name}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(fields),
  })
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  const told = (await answer.json()) as { bars?: { count: number | null }[] }
  return { ms: performance.now() - start, told }
}

type Beside = { took: number; held: number; load: Result }

/** Does something while cheap commands come in; the longest that the thread was held. */
async function beside(bench: BenchHouse, planner: Signed, work: () => Promise<unknown>): Promise<Beside> {
  const shots = plannings(cheap, quietPlace, planner)
  globalThis.gc?.()
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const start = performance.now()
  const [took, load] = await Promise.all([
    work().then(() => performance.now() - start),
    fire({ address: bench.address, atOnce: 1, shots }),
  ])
  delay.disable()
  return { took, held: delay.max / 1e6, load }
}

const long = /"(statement-slow|transaction-long|transaction-open|heavy-work[a-z-]*)"/g
const toldLong = (file: string): number => (readFileSync(file, 'utf8').match(long) ?? []).length

async function measured(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  const { house } = bench
  const form = newId()
  await house.database.pool.query(
    `insert into surveys.form (id, place, form_id, version, title, shipped, retired, file_name, xform, md5, model, warnings, about, created_at)
     values ($1, '34', 'figures', '1', 'Angka', false, false, 'x.xlsx', '', '', $2::jsonb, '[]', '{}', now())`,
    [form, JSON.stringify(model)],
  )
  const survey = await surveyed(bench, large, form, answers)
  const surveys: [string, string][] = []
  for (const place of places) surveys.push([place, await surveyed(bench, place, form, answersEach)])
  await house.database.pool.query('vacuum analyze surveys.submission')
  const planner = await bench.signIn([{ role: 'facilitator', place: quietPlace }])
  const officer = await bench.signIn([{ role: 'province-officer', place: '34' }])
  const journal = join(house.services.dataFolder, 'journal')
  let asked = 0
  const chart = (place: string, id: string, n: number) =>
    get(bench, officer, 'surveys.chart', { place, survey: id, question: `part/q${n}` }, asked++)
  const quietly = () => new Promise((done) => setTimeout(done, 1500))
  await beside(bench, planner, quietly)
  const before = toldLong(journal)
  const quiet = await beside(bench, planner, quietly)
  const first = await beside(bench, planner, () =>
    Promise.all(Array.from({ length: 4 }, (_, n) => chart(large, survey, n))),
  )
  const rest = await beside(bench, planner, async () => {
    for (let n = 4; n < questions; n++) await chart(large, survey, n)
  })
  const above = await beside(bench, planner, async () => {
    const queue = surveys.values()
    const one = async () => {
      for (const [place, id] of queue) await chart(place, id, 0)
    }
    await Promise.all([one(), one(), one(), one()])
  })
  const { told } = await chart(large, survey, 0)
  const shown = told.bars?.filter(({ count }) => count !== null).length
  console.log(
    `\n${engine}: ${answers} answers to ${questions} questions; ${shown} of ${told.bars?.length} bars of the first told; the journal told ${toldLong(journal) - before} long ones (goal 0)`,
  )
  const row = ({ took, held, load }: Beside) => ({
    ...{
      'took ms': Math.round(took),
      'longest hold ms': Math.round(held),
      [`to ${most.holdMs} ms (goal 1)`]: ratio(held, most.holdMs),
    },
    ...{
      'to quiet': ratio(held, quiet.held),
      'p99 ms': load.p99.toFixed(1),
      [`p99 to quiet (goal ${most.p99})`]: ratio(load.p99, quiet.load.p99),
    },
  })
  console.table({
    quiet: row(quiet),
    'four ask at first': row(first),
    'the other questions': row(rest),
    [`${villages} villages`]: row(above),
  })
  await bench.close()
}

for (const engine of engines) await measured(engine)
