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
  /** A condition over the row `t`: what else is in the table was put there by no command. */
  only?: string
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

/** A row as text: the name of its table, and all of its columns by name. */
const bodyOf = ({ table, but = [] }: RecordPart): string => {
  const left = but.length > 0 ? ` - array[${but.map(literal)}]` : ''
  return `(${literal(`${table} `)} || (to_jsonb(t)${left})::text) collate "C"`
}

const ofPlace = ({ place, only }: RecordPart, wanted: { district: string; place: string }): string => {
  const there = place
    ? `${column(place)} = ${wanted.place}`
    : `t.district_code = ${wanted.district} and t.village_code = ${wanted.place}`
  return only ? `${there} and ${only}` : there
}

/** Of the texts of a record's rows, whatever their order. The session's time zone must be UTC. */
const digest = `encode(sha256(convert_to(string_agg(x.body, E'\\n' order by x.body), 'UTF8')), 'hex')`

/** A query of the digests of those of one collection among records given as arrays; null of one that is not there. */
function someOf({ collection, parts }: RecordRows): string {
  const there = { district: 'left(u.place, 8)', place: 'u.place' }
  const rows = parts.map(
    (part) =>
      `select ${bodyOf(part)} as body from ${part.table} t where ${ofPlace(part, there)} and ${column(part.of)} = u.id`,
  )
  return `select u.place, u.collection, u.id, x.digest from unnest(places, collections, ids) as u (place, collection, id)
      cross join lateral (select ${digest} as digest from (${rows.join(' union all ')}) x) x
      where u.collection = ${literal(collection)}`
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

/**
 * What takes the place of the functions of that name which the migration made. Its statements are the same each time and would be
 * planned anew for each command, which costs more than doing them.
 */
export function functionsOf(records: readonly RecordRows[]): string {
  const names = records.map(({ collection }) => literal(collection))
  const branches = records.map(
    (one) => `if ${literal(one.collection)} = any (collections) then return query ${someOf(one)}; end if;`,
  )
  return `create or replace function platform.records_known() returns text[] language sql immutable as
      $known$ select array[${names}]::text[] $known$;
    create or replace function platform.records_now(places text[], collections text[], ids uuid[])
      returns table (place text, collection text, id uuid, digest text) language plpgsql stable
      set timezone = 'UTC' set plan_cache_mode = 'force_generic_plan' as $now$
      #variable_conflict use_column
      begin ${branches.join('\n')} end $now$;`
}

/** Changes when the columns of its tables do, or how it is digested. */
export function shapeOf(record: RecordRows, columnsOf: (table: string) => readonly string[]): string {
  const columns = record.parts.map(({ table }) => columnsOf(table))
  return createHash('sha256')
    .update(JSON.stringify([someOf(record), columns]))
    .digest('hex')
}
