// Which rows of the database make up a record, and the digest of them that the log carries: what was changed behind the log is
// found by it. A capability declares its records (`records` of a ServerCapability); the SQL of both sides is made here.
import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'

/** Rows of one table that belong to a record. */
export type RecordPart = {
  table: string
  /** The column that says of which record a row is, or an expression over the row `t`. */
  of: string
  /** Columns that are not part of it: what is derived anew at any time, or noted without a command. */
  but?: readonly string[]
  /**
   * Looked for by an index that begins with `of`, and by no other. Before PostgreSQL has counted a table it takes each index that begins
   * with the district and the village to be as good as that of the record, and walks through all of the village.
   */
  alone?: boolean
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

/** The same, where no index is to be looked for by it. */
const withinPlace = (part: RecordPart, { district, place }: { district: string; place: string }): string =>
  part.alone
    ? `(t.district_code, t.village_code) is not distinct from (${district}, ${place})`
    : ofPlace(part, { district, place })

/** The names of the columns of a table. */
export type ColumnsOf = (table: string) => readonly string[]

/** What `digest` and `bodyOf` rest on, however the session was left by others. No record has a floating number or an interval. */
export const plainly = { timezone: 'UTC', bytea_output: 'hex' }

/** Of the texts of a record's rows, whatever their order, with the settings of `plainly`. */
const digest = `encode(sha256(convert_to(string_agg(x.body, E'\\n' order by x.body), 'UTF8')), 'hex')`

/** A query of the digest of one record of a collection, whose place and id a row `u` says; null where it is not there. */
function oneOf({ parts }: RecordRows, columnsOf: ColumnsOf): string {
  const there = { district: 'left(u.place, 8)', place: 'u.place' }
  const rows = parts.map(
    (part) =>
      `select ${bodyOf(part, columnsOf(part.table))} as body from ${part.table} t where ${withinPlace(part, there)} and ${column(part.of)} = u.id`,
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

/** Of which record. */
export type Touched = { place: string; collection: string; id: string }

/**
 * Digests of what a transaction touched, made by the statement that ends it: one text for the same collections, so that it is planned
 * once for a session. The program says it and not a function of the database: that would have to look among all collections, which
 * takes several times what the digest does.
 */
export class RecordDigests {
  readonly #one: ReadonlyMap<string, string>
  constructor(records: readonly RecordRows[], columnsOf: ColumnsOf) {
    this.#one = new Map(records.map((each) => [each.collection, oneOf(each, columnsOf)]))
  }

  /** A value of jsonb: by place, and within by collection and id; null where nobody declared how these are digested. */
  of(touched: readonly Touched[]): RawBuilder<unknown> | null {
    const known = [...Map.groupBy(touched, ({ collection }) => collection)].flatMap(([collection, all]) => {
      const one = this.#one.get(collection)
      return one ? [{ collection, one: sql.raw(one), all }] : []
    })
    const [group, ...others] = known
    if (!group) return null
    const [first, ...more] = group.all
    if (first && more.length === 0 && others.length === 0)
      return sql`(select jsonb_build_object(u.place, jsonb_build_object(u.record, x.digest))
        from (select ${first.place}::text as place, ${first.id}::uuid as id, ${keyOf(first)}::text as record) as u cross join lateral (${group.one}) x)`
    const each = known
      .sort((a, b) => (a.collection < b.collection ? -1 : 1))
      .map(
        ({ one, all }) => sql`select u.place, u.record, x.digest
          from unnest(${all.map(({ place }) => place)}::text[], ${all.map(({ id }) => id)}::uuid[], ${all.map(keyOf)}::text[]) as u (place, id, record)
          cross join lateral (${one}) x`,
      )
    return sql`(select jsonb_object_agg(p.place, p.rows) from (
      select now.place, jsonb_object_agg(now.record, now.digest) as rows from (${sql.join(each, sql` union all `)}) now group by now.place) p)`
  }
}

const keyOf = ({ collection, id }: Touched): string => `${collection} ${id}`

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
    .update(record.parts.map((part) => [bodyOf(part), part.of, part.place ?? ''].join('\n')).join('\n\n'))
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
