// A village that has grown, and every question that the OpenAPI document has for it, asked as widely as its schema takes.
import type pg from 'pg'

type Schema = { type?: string; enum?: string[]; maximum?: number; maxLength?: number; anyOf?: Schema[] }
type Parameter = { name: string; in?: string; required?: boolean; schema: Schema }
type Body = { properties?: Record<string, Schema>; required?: string[] }
type Operation = {
  'x-kind': 'command' | 'query' | 'route'
  'x-roles': string[] | 'public'
  parameters?: Parameter[]
  requestBody?: { content: Record<string, { schema: Body }> }
}
/** Something that is only asked: a query, or a route that is read. */
export type Asked = {
  kind: 'query' | 'route'
  method: 'GET' | 'POST'
  path: string
  roles: string[] | 'public'
  asks: readonly Parameter[]
}
export type Document = { paths: Record<string, Record<string, Operation>> }

function asksOf({ parameters = [], requestBody }: Operation): Parameter[] {
  const { properties = {}, required = [] } = requestBody?.content['application/json']?.schema ?? {}
  const fields = Object.entries(properties)
  return [
    ...parameters,
    ...fields.map(([name, schema]) => ({ name, schema, required: required.includes(name) })),
  ]
}

export const askedIn = ({ paths }: Document): Asked[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]): Asked[] => {
      const { 'x-kind': kind, 'x-roles': roles } = operation
      const read = kind === 'query' || (kind === 'route' && method === 'get')
      const asked = { path, roles, asks: asksOf(operation) }
      return read ? [{ ...asked, kind, method: method === 'post' ? 'POST' : 'GET' }] : []
    }),
  )

type Grown = { name: string; columns: { name: string; type: string; unique: boolean }[] }

/** Tables of villages whose rows have an id, with the last column of each thing that is there only once. */
const growing = `
  select format('%I.%I', n.nspname, c.relname) as name, jsonb_agg(jsonb_build_object('name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod), 'unique', exists (select from pg_index i
        where i.indrelid = c.oid and i.indisunique and i.indkey[i.indnkeyatts - 1] = a.attnum)) order by a.attnum) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'platform')
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  group by 1 having bool_or(a.attname = 'id' and a.atttypid = 'uuid'::regtype) and bool_or(a.attname = 'village_code')`

/** What a column holds in the copy `n` of a row: the same, or where that may be there only once, something of its own. */
function copied({ name, type, unique }: Grown['columns'][number]): string {
  const same = `t."${name}"`
  if (!unique || name === 'village_code') return same
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'bigint') return `${same} + 100000 * n`
  if (type === 'integer') return `${same} + 60 * (n % 15)`
  return type === 'text' ? `${same} || '-' || n` : same
}

/** What was told of an enrolment, told of each copy of it as well: facts have no id of their own. */
const toldOfCopies = `
  insert into programmes.fact (district_code, village_code, enrolment_id, giver, name, value, records)
  select c.district_code, c.village_code, c.id, f.giver, f.name, f.value, f.records
  from programmes.fact f join programmes.enrolment e
    on e.district_code = f.district_code and e.village_code = f.village_code and e.id = f.enrolment_id
  join programmes.enrolment c
    on c.district_code = e.district_code and c.village_code = e.village_code and c.programme_key = e.programme_key
  where f.village_code = $1 on conflict do nothing`

/** Every row of the village that has an id of its own, so many times more. Gives the rows that were made, by table. */
export async function grow(pool: pg.Pool, village: string, times: number): Promise<Map<string, number>> {
  const { rows: tables } = await pool.query<Grown>(growing)
  const grown = new Map<string, number>()
  for (const { name, columns } of tables) {
    const { rowCount } = await pool.query(
      `insert into ${name} (${columns.map((column) => `"${column.name}"`).join(', ')})
       select ${columns.map(copied).join(', ')} from ${name} t, generate_series(1, ${times}) n where t.village_code = $1
       on conflict do nothing`,
      [village],
    )
    grown.set(name, rowCount ?? 0)
  }
  grown.set('programmes.fact', (await pool.query(toldOfCopies, [village])).rowCount ?? 0)
  await pool.query('analyze')
  return grown
}

/** Ids that there are in the village, by the last word of what they are of. */
export async function idsIn(pool: pg.Pool, village: string): Promise<(name: string) => string[]> {
  const { rows } = await pool.query<{ collection: string; id: string }>(
    'select distinct on (collection) collection, id from platform.feed where village_code = $1 order by collection, seq desc',
    [village],
  )
  return (name) => rows.filter(({ collection }) => collection.endsWith(`.${name}`)).map(({ id }) => id)
}

/** The widest that a schema takes, where that can be told. */
function widest({ name, schema }: Parameter, [id]: readonly string[]): string | null {
  if (id) return id
  if (schema.maximum !== undefined && schema.maximum < 1e6) return String(schema.maximum)
  if (schema.enum) return schema.enum.at(-1) ?? null
  return name === 'text' || name === 'q' ? 'a' : null
}

export type Known = { own: Readonly<Record<string, string>>; ids: (name: string) => string[] }

/** What is sent to ask it at a place. */
export function requestOf({ method, path, asks }: Asked, place: string, { own, ids }: Known) {
  const given: Record<string, string> = {}
  for (const parameter of asks) {
    const { name, required, schema } = parameter
    if (parameter.in === 'path' || (!required && schema.maximum === undefined)) continue
    const value = name === 'place' ? place : (own[name] ?? widest(parameter, ids(name)))
    if (value !== null) given[name] = value
  }
  // The only door of the phone that is told its place so.
  if (path === '/api/feed') given.place = place
  const within = path
    .replace('{place}', place)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => own[name] ?? ids(name)[0] ?? place)
  return method === 'GET'
    ? ({ method, url: `${within}?${new URLSearchParams(given)}` } as const)
    : ({ method, url: within, body: given } as const)
}
