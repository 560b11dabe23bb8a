// What the enrolments of a district make together, and the sums of an area. The only file that names the table.
import { sql } from 'kysely'
import { type Day, today } from '../../kernel/day.ts'
import { isVillage, zoneOf } from '../../kernel/place-code.ts'
import { manyDistricts } from '../../platform/server/database/plan.ts'
import type { Tx } from '../../platform/server/db.ts'
import { areaOf } from '../places/door.ts'
import { never } from './late-from.ts'
import type { Totals } from './overview.ts'
import type { EnrolmentStatus } from './status.ts'

/** How one enrolment counts. */
export type Standing = { status: EnrolmentStatus; lateFrom: Day }

const counted: readonly EnrolmentStatus[] = ['started', 'completed', 'archive']

const counts = (standing: Standing | null) => ({
  running: standing?.status === 'started' ? 1 : 0,
  completed: standing?.status === 'completed' ? 1 : 0,
  archived: standing?.status === 'archive' ? 1 : 0,
  others: standing && !counted.includes(standing.status) ? 1 : 0,
})

/** Moves the total of the district from how the enrolment counted (null: not at all) to how it counts now. */
export async function recount(
  tx: Tx,
  district: string,
  before: Standing | null,
  now: Standing,
): Promise<void> {
  if (before?.status === now.status && before.lateFrom === now.lateFrom) return
  const [was, is] = [counts(before), counts(now)]
  await sql`insert into programmes.district_total as t (district_code, running, completed, archived, others, late_from)
    values (${district}, ${is.running - was.running}, ${is.completed - was.completed}, ${is.archived - was.archived},
      ${is.others - was.others}, '{}')
    on conflict (district_code) do update set running = t.running + excluded.running,
      completed = t.completed + excluded.completed, archived = t.archived + excluded.archived, others = t.others + excluded.others`.execute(
    tx,
  )
  const gone = sql`array_position(late_from, ${before?.lateFrom ?? never}::date)`
  if (was.running)
    await sql`update programmes.district_total set late_from = late_from[:${gone} - 1] || late_from[${gone} + 1:]
      where district_code = ${district} and ${gone} is not null`.execute(tx)
  const at = sql`width_bucket(${now.lateFrom}::date, late_from)`
  if (is.running)
    await sql`update programmes.district_total
      set late_from = late_from[:${at}] || ${now.lateFrom}::date || late_from[${at} + 1:]
      where district_code = ${district}`.execute(tx)
}

/** Counts every district anew, from the rows themselves. */
export async function recountAll(tx: Tx): Promise<void> {
  await sql`${sql.raw(manyDistricts)}insert into programmes.district_total (district_code, running, completed, archived, others, late_from)
    select district_code, count(*) filter (where status = 'started'), count(*) filter (where status = 'completed'),
      count(*) filter (where status = 'archive'), count(*) filter (where status <> all(${counted})),
      coalesce(array_agg(late_from order by late_from) filter (where status = 'started'), '{}')
    from programmes.enrolment group by district_code
    on conflict (district_code) do update set running = excluded.running, completed = excluded.completed,
      archived = excluded.archived, others = excluded.others, late_from = excluded.late_from`.execute(tx)
}

const provinces = Array.from({ length: 99 }, (_, n) => String(n + 1).padStart(2, '0'))
const zoned = (zone: string) => provinces.filter((code) => zoneOf(code) === zone)
const middle = zoned('Asia/Makassar')
const east = zoned('Asia/Jayapura')

/** The day it is in the province of a row. */
const dayThere = (
  now: Date,
) => sql`case when left(district_code, 2) = any(${middle}) then ${today('Asia/Makassar', now)}::date
  when left(district_code, 2) = any(${east}) then ${today('Asia/Jayapura', now)}::date else ${today('Asia/Jakarta', now)}::date end`

/** How many enrolments of an area run, run late, are completed, are archives only, and are there at all. */
export async function totalsOf(tx: Tx, place: string, now = new Date()): Promise<Totals> {
  const { reach, rows } = await areaOf(tx, place)
  const found = isVillage(place)
    ? await sql<Totals>`${reach}select count(*) filter (where status = 'started')::int as running,
        count(*) filter (where status = 'started' and late_from <= ${dayThere(now)})::int as late,
        count(*) filter (where status = 'completed')::int as completed,
        count(*) filter (where status = 'archive')::int as archived, count(*)::int as "all"
      from programmes.enrolment where ${rows}`.execute(tx)
    : await sql<Totals>`${reach}select coalesce(sum(running), 0)::int as running,
        coalesce(sum(width_bucket(${dayThere(now)}, late_from)), 0)::int as late,
        coalesce(sum(completed), 0)::int as completed, coalesce(sum(archived), 0)::int as archived,
        coalesce(sum(running + completed + archived + others), 0)::int as "all"
      from programmes.district_total where ${rows}`.execute(tx)
  return found.rows[0] as Totals
}
