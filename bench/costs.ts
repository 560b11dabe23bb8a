// What every query costs whoever may ask it, in a village that has grown a hundredfold: each is asked by every sort of account of the
// demonstration, and by who works where a survey was made, with the widest that its schema takes; the least of five times counts.
// Goals: none takes more than 20 times what the middle one takes, none sends more than 2 MB. What a person may not ask is not asked
// again. Run: node scripts/node.mjs bench/costs.ts. COST_GROWTH (100), COST_SUBMISSIONS (20,000); DATABASE_URL adds PostgreSQL.
import { demoAccounts, demoPassword } from '../src/apps/demo/accounts.ts'
import { loadDemo } from '../src/apps/demo/demo.ts'
import {
  askedIn,
  type Document,
  type Asked as Door,
  grow,
  idsIn,
  type Known,
  requestOf,
} from '../src/apps/server/costs.testing.ts'
import { newId } from '../src/kernel/id.ts'
import { districtOf } from '../src/kernel/place-code.ts'
import {
  type BenchHouse,
  benchHouse,
  clientAddress,
  type Engine,
  engines,
  median,
  ratio,
  type Signed,
  signedBy,
} from './house.ts'
import { runAsShipped } from './shipped.ts'
import { fillFast, makeSurvey, place as surveyed } from './survey-data.ts'

runAsShipped()

const growth = Number(process.env.COST_GROWTH ?? 100)
const submissions = Number(process.env.COST_SUBMISSIONS ?? 20_000)
const village = '34.71.04.1002'
const most = { times: 20, bytes: 2_000_000 }
const asksOfEach = 5

type Asked = { name: string; who: string; ms: number; bytes: number; status: number; address: string }

async function signIn({ address }: BenchHouse, user: string, n: number): Promise<Signed> {
  const response = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': clientAddress(7000 + n) },
    body: JSON.stringify({
      ...{ user, password: demoPassword, device: `bench-0000000000000000-${n}`, deviceName: 'Uji' },
    }),
  })
  if (!response.ok) throw new Error(`sign-in of ${user}: ${response.status}`)
  return signedBy(response)
}

async function queriesOf({ address }: BenchHouse): Promise<Door[]> {
  const document = (await (await fetch(`${address}/api/openapi.json`)).json()) as Document
  return askedIn(document).filter(({ kind }) => kind === 'query')
}

type Sent = ReturnType<typeof requestOf>

class Asking {
  readonly asked: Asked[] = []
  readonly #address: string
  constructor(address: string) {
    this.#address = address
  }

  async once(signed: Signed, { method, url, body: given }: Sent) {
    const start = performance.now()
    const from = { ...signed, 'x-forwarded-for': clientAddress(20_000 + this.asked.length) }
    const headers = { ...from, 'content-type': 'application/json' }
    const sent = given ? { body: JSON.stringify(given) } : {}
    const response = await fetch(`${this.#address}${url}`, { method, headers, ...sent })
    const body = await response.arrayBuffer()
    return { ms: performance.now() - start, status: response.status, bytes: body.byteLength }
  }

  async ask(who: string, signed: Signed, path: string, sent: Sent): Promise<void> {
    const address = `${sent.url} ${JSON.stringify(sent.body ?? {})}`
    const first = await this.once(signed, sent)
    const times = [first.ms]
    while (first.status === 200 && times.length < asksOfEach) times.push((await this.once(signed, sent)).ms)
    // What the machine does besides is nobody's cost.
    const ms = Math.min(...times)
    this.asked.push({ ...first, name: path.split('/').at(-1) ?? '', who, address, ms })
  }
}

/** Each query by each account, in the village that has grown and in the one that was surveyed. */
async function walk(bench: BenchHouse, known: Known): Promise<Asked[]> {
  const queries = await queriesOf(bench)
  const asking = new Asking(bench.address)
  const people: [who: string, signed: Signed][] = []
  for (const [n, { user }] of demoAccounts.entries()) people.push([user, await signIn(bench, user, n)])
  people.push(['yang mensurvei', await bench.signIn([{ role: 'facilitator', place: surveyed }])])
  for (const [who, signed] of people) {
    for (const door of queries)
      for (const place of [village, surveyed])
        await asking.ask(
          who,
          signed,
          door.path,
          requestOf(door, place, place === surveyed ? known : { ...known, own: {} }),
        )
  }
  return asking.asked
}

function show(engine: Engine, grown: number, asked: readonly Asked[]): void {
  const answered = asked.filter(({ status }) => status === 200)
  const middle = median(answered.map(({ ms }) => ms))
  const worst = new Map<string, Asked>()
  for (const each of answered) if (each.ms > (worst.get(each.name)?.ms ?? 0)) worst.set(each.name, each)
  const never = [...new Set(asked.map(({ name }) => name))].filter((name) => !worst.has(name))
  console.log(
    `\n${engine}: ${grown} rows grown, ${answered.length} of ${asked.length} answered; never: ${never.join(', ') || 'none'}`,
  )
  const rows = [...worst.values()].sort((a, b) => b.ms - a.ms)
  const row = ({ name, who, ms, bytes }: Asked) => [
    name,
    {
      ...{ who, ms: ms.toFixed(1), [`to the middle (${most.times})`]: ratio(ms, middle) },
      ...{ kB: Math.round(bytes / 1000), much: ms > middle * most.times || bytes > most.bytes ? '!' : '' },
    },
  ]
  console.table(Object.fromEntries(rows.map(row)))
  for (const { address, who, status } of asked) if (status >= 500) console.log(`${status} ${who} ${address}`)
}

/** One that asks for something personal too. */
const measureBody = {
  ...{ title: 'Ukuran', k: 0.5, dimensions: [{ id: 'd', label: ['D', 'D'] }], missing: 'not-deprived' },
  indicators: ['kk', 'house/kind1', 'house/kind2'].map((question, n) => ({
    ...{ id: `i${n}`, label: ['A', 'A'], dimension: 'd', weight: 1, question, source: '' },
    deprivedWhen: n === 0 ? { missing: true } : { in: ['a', 'b'] },
  })),
}

async function measure(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  await loadDemo(bench.house, () => undefined)
  const made = await makeSurvey(bench)
  await fillFast(bench, made.survey, made.form, submissions)
  const { pool } = bench.house.database
  await pool.query(
    `insert into surveys.measure (district_code, village_code, id, survey_id, body, version) values ($1, $2, $3, $4, $5::jsonb, 1)`,
    [districtOf(surveyed), surveyed, newId(), made.survey, JSON.stringify(measureBody)],
  )
  const grown = [...(await grow(pool, village, growth)).values()].reduce((sum, rows) => sum + rows, 0)
  const own = {
    ...made,
    question: 'house/needs',
    rows: 'house/needs',
    columns: 'house/on',
    method: 'multidimensional',
  }
  show(engine, grown, await walk(bench, { own, ids: await idsIn(pool, village) }))
  await bench.close()
}

for (const engine of engines) await measure(engine)
