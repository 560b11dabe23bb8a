// What every query costs whoever may ask it, in a village that has grown a hundredfold: each is asked by every sort of account of
// the demonstration with the widest that its schema takes. Goals: none takes more than 20 times what the middle one takes, none
// sends more than 2 MB. What a person may not ask is not asked again. Run: node scripts/node.mjs bench/costs.ts
// COST_GROWTH (100), COST_SUBMISSIONS (20,000); DATABASE_URL adds PostgreSQL.
import { demoAccounts, demoPassword } from '../src/apps/demo/accounts.ts'
import { loadDemo } from '../src/apps/demo/demo.ts'
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

type Schema = { type?: string; enum?: string[]; maximum?: number; maxLength?: number; anyOf?: Schema[] }
type Parameter = { name: string; required?: boolean; schema: Schema }
type Body = { properties: Record<string, Schema>; required?: string[] }
type Operation = { 'x-kind': string; requestBody: { content: { 'application/json': { schema: Body } } } }
type Asked = { name: string; who: string; ms: number; bytes: number; status: number; address: string }

/** Every row of the village that has an id of its own, many times over; what must be unique stays as it is. */
async function grow({ house }: BenchHouse): Promise<number> {
  const { pool } = house.database
  const { rows: tables } = await pool.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', table_schema, table_name) as name, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns c where table_schema not in ('pg_catalog', 'information_schema', 'platform')
       and is_generated = 'NEVER' and exists (select from information_schema.tables t where t.table_schema = c.table_schema
         and t.table_name = c.table_name and t.table_type = 'BASE TABLE')
     group by 1 having bool_or(column_name = 'id' and udt_name = 'uuid') and bool_or(column_name = 'village_code')`,
  )
  let grown = 0
  for (const { name, columns } of tables) {
    const copied = columns.map((column) => (column === 'id' ? 'gen_random_uuid()' : `t."${column}"`))
    const { rowCount } = await pool.query(
      `insert into ${name} (${columns.map((column) => `"${column}"`).join(', ')})
       select ${copied.join(', ')} from ${name} t, generate_series(1, ${growth}) where t.village_code = $1 on conflict do nothing`,
      [village],
    )
    grown += rowCount ?? 0
  }
  await pool.query('analyze')
  return grown
}

/** Ids that there are, by the last word of what they are of. */
async function idsOf({ house }: BenchHouse): Promise<(name: string) => string[]> {
  const { rows } = await house.database.pool.query<{ collection: string; id: string }>(
    'select distinct on (collection) collection, id from platform.feed where village_code = $1 order by collection, seq desc',
    [village],
  )
  return (name) => rows.filter(({ collection }) => collection.endsWith(`.${name}`)).map(({ id }) => id)
}

/** The widest that a schema takes, where that can be told. */
function widest({ name, schema }: Parameter, ids: readonly string[]): string | null {
  const [id] = ids
  if (id) return id
  if (schema.maximum !== undefined && schema.maximum < 1e6) return String(schema.maximum)
  if (schema.enum) return schema.enum.at(-1) ?? null
  if (name === 'text' || name === 'q') return 'a'
  return null
}

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

type Door = { path: string; operation: Operation }

async function queriesOf({ address }: BenchHouse): Promise<Door[]> {
  const document = (await (await fetch(`${address}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>
  }
  return Object.entries(document.paths).flatMap(([path, of]) =>
    of.post?.['x-kind'] === 'query' ? [{ path, operation: of.post }] : [],
  )
}

type Known = { own: Record<string, string>; ids: (name: string) => string[] }

function paramsOf({ operation }: Door, place: string, { own, ids }: Known): URLSearchParams {
  const params = new URLSearchParams()
  const { properties, required: needed = [] } = operation.requestBody.content['application/json'].schema
  for (const [name, schema] of Object.entries(properties)) {
    const parameter = { name, required: needed.includes(name), schema }
    const { required } = parameter
    if (!required && schema.maximum === undefined) continue
    const given = name === 'place' ? place : place === surveyed ? own[name] : undefined
    const value = given ?? widest(parameter, ids(name))
    if (value !== null) params.set(name, value)
  }
  return params
}

class Asking {
  readonly asked: Asked[] = []
  readonly #address: string
  constructor(address: string) {
    this.#address = address
  }

  async once(signed: Signed, address: string): Promise<{ ms: number; status: number; bytes: number }> {
    const start = performance.now()
    const from = { ...signed, 'x-forwarded-for': clientAddress(20_000 + this.asked.length) }
    const [path, asked] = address.split('?')
    const headers = { ...from, 'content-type': 'application/json' }
    const given = JSON.stringify(Object.fromEntries(new URLSearchParams(asked)))
    const response = await fetch(`${this.#address}${path}`, { method: 'POST', headers, body: given })
    const body = await response.arrayBuffer()
    return { ms: performance.now() - start, status: response.status, bytes: body.byteLength }
  }

  async ask(who: string, signed: Signed, path: string, params: URLSearchParams): Promise<void> {
    const address = `${path}?${params}`
    const first = await this.once(signed, address)
    const again =
      first.status === 200 ? [await this.once(signed, address), await this.once(signed, address)] : []
    const ms = median([first, ...again].map((each) => each.ms))
    this.asked.push({ ...first, name: path.split('/').at(-1) ?? '', who, address, ms })
  }
}

/** Each query by each account, in the village that has grown and in the one that was surveyed. */
async function walk(bench: BenchHouse, known: Known): Promise<Asked[]> {
  const queries = await queriesOf(bench)
  const asking = new Asking(bench.address)
  for (const [n, { user }] of demoAccounts.entries()) {
    const signed = await signIn(bench, user, n)
    for (const door of queries)
      for (const place of [village, surveyed])
        await asking.ask(user, signed, door.path, paramsOf(door, place, known))
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

async function measure(engine: Engine): Promise<void> {
  const bench = await benchHouse(engine)
  await loadDemo(bench.house, () => undefined)
  const made = await makeSurvey(bench)
  await fillFast(bench, made.survey, made.form, submissions)
  const grown = await grow(bench)
  const own = { ...made, question: 'house/needs', rows: 'house/needs', columns: 'house/on' }
  show(engine, grown, await walk(bench, { own, ids: await idsOf(bench) }))
  await bench.close()
}

for (const engine of engines) await measure(engine)
