// A selection as SQL conditions on a row of submissions. Never an index on answers: behind the wall of row-level security
// PostgreSQL may only use leakproof operators for an index, and those of jsonb are none; see `page-store.ts` for the way round.
import { type RawBuilder, sql } from 'kysely'
import { addDays } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { type Column, chainTo, findColumn, type Table } from './columns.ts'
import type { Selection, Wish } from './selection.ts'

export type Sql = RawBuilder<unknown>
export const all = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)

/** An array of a repeat, or none where there is something else. */
export const members = (at: Sql, key: string): Sql =>
  sql`jsonb_array_elements(case jsonb_typeof(${at} -> ${key}::text) when 'array' then ${at} -> ${key}::text else '[]' end)`

const many = (type: Column['type']) => type === 'select_multiple' || type === 'rank'

export const thisOne = (submission: string): Sql => sql`s.id = ${submission}::uuid`

/** Whether one answer, at key of `at`, is as wished. */
function fits(at: Sql, column: Column, wish: Wish): Sql {
  const value = sql`${at} -> ${column.key}::text`
  const text = sql`(${at} ->> ${column.key}::text)`
  const conditions: Sql[] = []
  if (wish.in) {
    const wanted = [...wish.in]
    conditions.push(
      many(column.type)
        ? sql`exists (select from jsonb_array_elements_text(case jsonb_typeof(${value}) when 'array' then ${value} else '[]' end) w (v)
            where w.v = any(${wanted}::text[]))`
        : sql`${text} = any(${wanted}::text[])`,
    )
  }
  if (wish.has) conditions.push(sql`position(lower(${wish.has}) in lower(${text})) > 0`)
  for (const [bound, operator] of [
    [wish.min, sql`>=`],
    [wish.max, sql`<=`],
  ] as const) {
    if (bound === undefined || bound === '') continue
    conditions.push(
      typeof bound === 'number'
        ? sql`case jsonb_typeof(${value}) when 'number' then (${value})::numeric ${operator} ${bound}::numeric else false end`
        : sql`left(${text}, ${bound.length}::int) ${operator} ${bound}::text`,
    )
  }
  return all(conditions)
}

/** A wish about a question within repeats holds when one member answers so. */
function wished(tables: readonly Table[], wish: Wish): Sql {
  const found = findColumn(tables, wish.question)
  if (!found) return sql`false`
  const chain = chainTo(tables, found.table)
  const within = (at: Sql, depth: number): Sql => {
    const next = chain[depth]
    if (!next) return fits(at, found.column, wish)
    const alias = sql.ref(`m${depth}`)
    return sql`exists (select from ${members(at, next.key)} ${alias} (e) where ${within(sql`${alias}.e`, depth + 1)})`
  }
  return within(sql`s.answers`, 0)
}

/** The conditions of a selection on a row `s` of submissions; days are days at the place. */
export function conditionsOf(selection: Selection, tables: readonly Table[], place: string): Sql[] {
  const { states, rt, by, from, to, wishes } = selection
  const zone = zoneOf(place)
  return [
    ...(states.length > 0 ? [inStates(states)] : []),
    ...(rt ? [sql`s.local_place_id = ${rt}::uuid`] : []),
    ...(by ? [sql`s.created_by = ${by}::uuid`] : []),
    ...(from ? [sql`s.submitted_at >= ${from}::timestamp at time zone ${zone}`] : []),
    ...(to ? [sql`s.submitted_at < ${addDays(to, 1)}::timestamp at time zone ${zone}`] : []),
    ...wishes.map((wish) => wished(tables, wish)),
  ]
}

const signs = { '<': sql`<`, '<=': sql`<=`, '=': sql`=`, '>=': sql`>=`, '>': sql`>`, '<>': sql`<>` } as const

/** Instants of receipt, compared. */
export const receivedAt = (comparisons: readonly { operator: keyof typeof signs; at: Date }[]): Sql[] =>
  comparisons.map(({ operator, at }) => sql`s.submitted_at ${signs[operator]} ${at}`)

export const inStates = (states: readonly string[]): Sql => sql`s.state = any(${[...states]}::text[])`
