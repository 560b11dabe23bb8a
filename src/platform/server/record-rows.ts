// Which rows of the database make up a record, and the digest of them that the log carries: what was changed behind the log is
// found by it. A capability declares its records (`records` of a ServerCapability); the SQL of both sides is made here.
import { createHash } from 'node:crypto'

/** Rows of one table that belong to a record. */
export type RecordPart = {
  table: string
  /** The column that says of which record a row is, or an expression over the row `t`. */
  of: string
  /** Columns that are not part of it: what is derived anew at any time, or noted without a command. */
  but?: readonly string[]
  /** Of a table that belongs to no place: the column or expression that says at which place the record is. */
  place?: string
}

export type RecordRows = {
  /** As the feed and the log call it. */
  collection: string
  parts: readonly RecordPart[]
}

/** A record whose table is called as its collection and bears its id; `more` says what else belongs to it. */
export const record = (
  collection: string,
  own: Omit<Partial<RecordPart>, 'table'> = {},
  ...more: readonly RecordPart[]
): RecordRows => ({ collection, parts: [{ table: collection, of: 'id', ...own }, ...more] })

const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
const column = (expression: string): string => (/^[a-z_]+$/.test(expression) ? `t.${expression}` : expression)

/**
 * A row as text: the name of its table, and all of its columns by name. Where `columns` are given those that are left out are not even
 * read; the text is the same.
 */
const bodyOf = ({ table, but = [] }: RecordPart, columns: readonly string[] = []): string => {
  const kept = columns.filter((name) => !but.includes(name))
  const left = but.length > 0 ? ` - array[${but.map(literal)}]` : ''
  const row =
    but.length > 0 && kept.length > 0
      ? `(select to_jsonb(c) from (select ${kept.map((name) => `t.${name}`)}) c)`
      : `(to_jsonb(t)${left})`
  return `(${literal(`${table} `)} || ${row}::text) collate "C"`
}

const ofPlace = ({ place }: RecordPart, wanted: { district: string; place: string }): string =>
  place
    ? `${column(place)} = ${wanted.place}`
    : `t.district_code = ${wanted.district} and t.village_code = ${wanted.place}`

/** The names of the columns of a table. */
export type ColumnsOf = (table: string) => readonly string[]

/** What `digest` and `bodyOf` rest on, however the session was left by others. No record has a floating number or an interval. */
export const plainly = { timezone: 'UTC', bytea_output: 'hex' }

/** Of the texts of a record's rows, whatever their order, with the settings of `plainly`. */
const digest = `encode(sha256(convert_to(string_agg(x.body, E'\\n' order by x.body), 'UTF8')), 'hex')`

/** A query of the digest of one record of a collection; null where it is not there. `of`: where its place and its id are said. */
function oneOf({ parts }: RecordRows, columnsOf: ColumnsOf, of = 'record_now'): string {
  const there = { district: `left(${of}.place, 8)`, place: `${of}.place` }
  const rows = parts.map(
    (part) =>
      `select ${bodyOf(part, columnsOf(part.table))} as body from ${part.table} t where ${ofPlace(part, there)} and ${column(part.of)} = ${of}.id`,
  )
  return `select ${digest} as digest from (${rows.join(' union all ')}) x`
}

/** A query of the digests of all records of a place; $1 is its district, $2 the place. */
export function allOf(records: readonly RecordRows[]): string {
  const each = records.map(({ collection, parts }) => {
    const rows = parts.map(
      (part) =>
        `select ${column(part.of)} as id, ${bodyOf(part)} as body from ${part.table} t where ${ofPlace(part, { district: '$1', place: '$2' })}`,
    )
    return `select ${literal(collection)} as collection, x.id, ${digest} as digest from (${rows.join(' union all ')}) x group by x.id`
  })
  return each.join(' union all ')
}

/** Finds the collection by halves: each comparison of a function is made ready anew in each transaction. */
function chosen(records: readonly RecordRows[], columnsOf: ColumnsOf): string {
  const [one, ...more] = records
  if (!one) return "return '';"
  if (more.length === 0)
    return `if record_now.collection = ${literal(one.collection)} then return (${oneOf(one, columnsOf)}); end if; return '';`
  const half = records.length >> 1
  const from = records[half] as RecordRows
  return `if record_now.collection collate "C" < ${literal(from.collection)} then ${chosen(records.slice(0, half), columnsOf)}
    else ${chosen(records.slice(half), columnsOf)} end if;`
}

/** What takes the place of the functions of that name which the migration made: for one record, and for many at once. */
export function functionsOf(records: readonly RecordRows[], columnsOf: ColumnsOf): string {
  const settings = Object.entries(plainly).map(([name, value]) => `set ${name} = ${literal(value)}`)
  const sorted = [...records].sort((a, b) => (a.collection < b.collection ? -1 : 1))
  const many = records.map(
    (one) => `if ${literal(one.collection)} = any (collections) then return query
      select u.place, u.collection, u.id, x.digest from unnest(places, collections, ids) as u (place, collection, id)
      cross join lateral (${oneOf(one, columnsOf, 'u')}) x where u.collection = ${literal(one.collection)}; end if;`,
  )
  return `create or replace function platform.record_now(place text, collection text, id uuid) returns text language plpgsql stable
      ${settings.join(' ')} as $now$ begin ${chosen(sorted, columnsOf)} end $now$;
    create or replace function platform.records_now(places text[], collections text[], ids uuid[])
      returns table (place text, collection text, id uuid, digest text) language plpgsql stable
      ${settings.join(' ')} as $now$
      #variable_conflict use_column
      begin ${many.join('\n')} end $now$`
}

/** Where there are such records, with a log or without. */
export const placesWith = (records: readonly RecordRows[]): string =>
  records
    .flatMap(({ parts }) => parts)
    .map(({ table, place }) => `select ${place ? column(place) : 't.village_code'} as place from ${table} t`)
    .join(' union ')

/** Rows whose district is not that of their village: no question of the village asks for them, and those of an area do. */
export const astray = (records: readonly RecordRows[]): string =>
  records
    .flatMap(({ collection, parts }) => parts.map((part) => ({ collection, ...part })))
    .filter(({ place }) => !place)
    .map(
      ({ collection, table, of }) =>
        `select ${literal(collection)} as collection, t.village_code as place, ${column(of)} as id from ${table} t
          where t.district_code <> left(t.village_code, 8)`,
    )
    .join(' union all ')

/** How records of a collection are digested: changes with what is declared, and with the columns of its tables. */
export type Shape = { how: string; columns: Readonly<Record<string, readonly string[]>> }

export function shapeOf(record: RecordRows, typesOf: ColumnsOf): Shape {
  const how = createHash('sha256')
    .update(oneOf(record, () => []))
    .digest('hex')
  return { how, columns: Object.fromEntries(record.parts.map(({ table }) => [table, typesOf(table)])) }
}

/**
 * The same records as they were digested before columns were added; null where that cannot be told any more, because a column went
 * or is of another type, or it was declared otherwise.
 */
export function asBefore(record: RecordRows, before: Shape, now: Shape): RecordRows | null {
  if (before.how !== now.how) return null
  const parts: RecordPart[] = []
  for (const part of record.parts) {
    const [old, own] = [before.columns[part.table] ?? [], now.columns[part.table] ?? []]
    if (old.some((each) => !own.includes(each))) return null
    const added = own.filter((each) => !old.includes(each)).map((each) => each.split(' ')[0] ?? '')
    parts.push({ ...part, but: [...(part.but ?? []), ...added] })
  }
  return { ...record, parts }
}
