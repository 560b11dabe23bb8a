// Who opened how many sealed values lately, and what the privacy officer hears of it.
import { sql } from 'kysely'
import { newId } from '../../kernel/id.ts'
import { manyDistricts } from '../../platform/server/database/plan.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { At } from './store.ts'

/** How many of the last hour, and how many seconds ago the last one was. Two at once are counted one after the other. */
export async function revealsLately(
  { tx, district, place }: At,
  account: string,
): Promise<{ count: number; since: number }> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${account}, 7303))`.execute(tx)
  const found = await sql<{ count: number; since: number }>`select count(*)::int as count,
      coalesce(extract(epoch from clock_timestamp() - max(received_at)), 3600)::float8 as since
    from platform.view_log where district_code = ${district} and village_code = ${place} and actor = ${account}
      and received_at > clock_timestamp() - interval '1 hour' and what like 'reveal:%'`.execute(tx)
  return found.rows[0] ?? { count: 0, since: 3600 }
}

export async function raiseAlarm({ tx, district, place }: At, account: string, count: number): Promise<void> {
  await sql`insert into people.alarm (district_code, village_code, id, account, reveals, raised_at)
    values (${district}, ${place}, ${newId()}, ${account}, ${count}, clock_timestamp())`.execute(tx)
}

export type Alarm = { id: string; place: string; account: string; reveals: number; at: Date }
const alarmsMost = 200

/** The newest of the place of the question and below. */
export async function alarmsHere(tx: Tx): Promise<Alarm[]> {
  const found = await sql<Alarm>`${sql.raw(manyDistricts)}
    select id, village_code as place, account, reveals, raised_at as at from people.alarm
    order by raised_at desc, id limit ${alarmsMost}`.execute(tx)
  return found.rows
}
