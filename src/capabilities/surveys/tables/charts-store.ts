// Counts over the open answers of a survey, inside the database.
import { sql } from 'kysely'
import { zoneOf } from '../../../kernel/place-code.ts'
import type { At } from '../store-survey.ts'
import { type Column, chainTo, type Table } from './columns.ts'
import { all, members, type Sql } from './selection-store.ts'

/** What is counted: a question with its table, or a mark of the submission itself. */
export type Dimension = { mark: 'state' | 'rt' | 'day' } | { table: Table; column: Column; several: boolean }

export type Base = { survey: string; conditions: readonly Sql[]; tables: readonly Table[] }
export type Stats = {
  asked: number
  answered: number
  numbers: number
  whole: boolean
  min: number | null
  max: number | null
  mean: number | null
  median: number | null
  sum: number | null
  /** Each number and how often it stands; null when they are too many to tell. */
  each: readonly (readonly [number: number, count: number])[] | null
}
/** Different numbers that are handed over to be gathered into bars here. */
const eachMost = 5000
export type Group = { value: string | null; count: number }

const tableOf = (dimension: Dimension) => ('table' in dimension ? dimension.table : null)

/** Whether numbers are looked for: not at all, where they are typed, or also where a calculation wrote them as text. */
export type Looking = 'none' | 'typed' | 'written'

const numberIn = (value: Sql, looking: Looking): Sql => {
  if (looking === 'none') return sql`null::float8`
  const text = sql`(${value} #>> '{}')`
  const written = sql`when 'string' then case when ${text} ~ '^-?[0-9]{1,12}([.][0-9]{1,9})?$' then ${text}::float8 end`
  const number = sql`(${value})::float8`
  // Beyond what is counted (openrosa/values.ts), and next to nothing: a sum or a mean of them would end the question.
  const counted = sql`case when abs(${number}) > 1e15 then null when abs(${number}) < 1e-15 then 0 else ${number} end`
  return sql`case jsonb_typeof(${value}) when 'number' then ${counted} ${looking === 'written' ? written : sql``} end`
}

/** Submissions, or the members of the repeats down to a table. */
function unfold(base: Base, table: Table | null): { source: Sql; at: (table: Table) => Sql } {
  const chain = table ? chainTo(base.tables, table) : []
  const joins = chain.map(({ key }, depth) => {
    const above = depth === 0 ? sql`s.answers` : sql`${sql.ref(`m${depth - 1}`)}.e`
    return sql` cross join lateral ${members(above, key)} ${sql.ref(`m${depth}`)} (e)`
  })
  const at = (wanted: Table) => {
    const depth = chain.findIndex((each) => each.path === wanted.path)
    return depth < 0 ? sql`s.answers` : sql`${sql.ref(`m${depth}`)}.e`
  }
  return { source: joins.reduce((all, join) => sql`${all}${join}`, sql`surveys.submission s`), at }
}

type Reading = { place: string; at: (table: Table) => Sql }

/** The value of a dimension as text, and the join that unfolds several answers into rows of their own. */
function textOf(dimension: Dimension, { place, at }: Reading, alias: string, shorten?: Shorten) {
  if ('mark' in dimension) {
    const marks = {
      state: sql`s.state`,
      rt: sql`s.local_place_id::text`,
      day: sql`to_char(s.submitted_at at time zone ${zoneOf(place)}, 'YYYY-MM-DD')`,
    }
    return { value: marks[dimension.mark], join: sql`` }
  }
  const { column } = dimension
  const element = at(dimension.table)
  if (dimension.several) {
    const value = sql`${element} -> ${column.key}::text`
    const ref = sql.ref(alias)
    const join = sql`left join lateral jsonb_array_elements_text(
      case jsonb_typeof(${value}) when 'array' then ${value} else '[]' end) ${ref} (v) on true`
    return { value: sql`${ref}.v`, join }
  }
  if (shorten && 'step' in shorten)
    return {
      value: sql`floor((${numberIn(sql`(${element} -> ${column.key}::text)`, 'written')}) / ${shorten.step}::float8)::text`,
      join: sql``,
    }
  const text = sql`${element} ->> ${column.key}::text`
  return { value: shorten ? sql`left(${text}, ${shorten.length}::int)` : text, join: sql`` }
}

export function chartStore({ tx, district, place }: At) {
  const where = ({ survey, conditions }: Base) =>
    sql`s.district_code = ${district} and s.village_code = ${place} and s.survey_id = ${survey} and ${all(conditions)}`

  return {
    /** How many were asked and answered, and what their numbers come to. */
    async stats(
      base: Base,
      dimension: Exclude<Dimension, { mark: string }>,
      looking: Looking,
    ): Promise<Stats> {
      const { table, column } = dimension
      const { source, at } = unfold(base, table)
      const of = sql`${at(table)} -> ${column.key}::text`
      // Alike answers are counted first: ages are a hundred, however many people have one, and only those are then
      // sorted for the one in the middle, at (n + 1) / 2, or between the two there.
      const found = await sql<Stats>`with alike as (
          select ${of} as v, count(*) as times from ${source} where ${where(base)} group by 1),
        numbers as (select v, times, ${numberIn(sql`v`, looking)} as n from alike),
        ranked as (select n, times, sum(times) over (order by n) as upto, sum(times) over () as total
          from numbers where n is not null),
        middle as (select (min(n) filter (where upto >= div(total + 1, 2))
          + min(n) filter (where upto >= div(total, 2) + 1)) / 2 as median,
          case when count(*) <= ${eachMost}::int then json_agg(json_build_array(n, times)) end as each from ranked)
        select coalesce(sum(times), 0)::int as asked,
          coalesce(sum(times) filter (where v is not null), 0)::int as answered,
          coalesce(sum(times) filter (where n is not null), 0)::int as numbers,
          coalesce(bool_and(n = floor(n)), true) as whole, min(n) as min, max(n) as max,
          sum(n * times) / sum(times) filter (where n is not null)::float8 as mean, sum(n * times) as sum,
          (select median from middle) as median, (select each from middle) as each
        from numbers`.execute(tx)
      return found.rows[0] as Stats
    },
    /** How many members a repeat has in all submissions. */
    async members(base: Base, table: Table): Promise<number> {
      const { source } = unfold(base, table)
      const found = await sql<{
        count: number
      }>`select count(*)::int as count from ${source} where ${where(base)}`.execute(tx)
      return found.rows[0]?.count ?? 0
    },
    /** How often each value stands, the most frequent first. */
    async groups(base: Base, dimension: Dimension, limit: number, shorten?: Shorten): Promise<Group[]> {
      const { source, at } = unfold(base, tableOf(dimension))
      const { value, join } = textOf(dimension, { place, at }, 'u', shorten)
      const found = await sql<Group>`select ${value} as value, count(*)::int as count
        from ${source} ${join} where ${where(base)} group by 1 order by 2 desc, 1 limit ${limit}`.execute(tx)
      return found.rows
    },
    /** How often each pair of values stands. */
    async pairs(base: Base, rows: Side, columns: Side, limit: number) {
      const [one, other] = [tableOf(rows.dimension), tableOf(columns.dimension)]
      const deepest = (one?.path.length ?? 0) >= (other?.path.length ?? 0) ? one : other
      const { source, at } = unfold(base, deepest)
      const a = textOf(rows.dimension, { place, at }, 'ua', rows.shorten)
      const b = textOf(columns.dimension, { place, at }, 'ub', columns.shorten)
      const found = await sql<{ a: string | null; b: string | null; count: number }>`
        select ${a.value} as a, ${b.value} as b, count(*)::int as count
        from ${source} ${a.join} ${b.join} where ${where(base)} group by 1, 2 order by 3 desc limit ${limit}`.execute(
        tx,
      )
      return found.rows
    },
  }
}

/** Days cut to months or years; numbers gathered by a step, told as the index of their bar. */
export type Shorten = { length: number } | { step: number }
export type Side = { dimension: Dimension; shorten?: Shorten | undefined }
