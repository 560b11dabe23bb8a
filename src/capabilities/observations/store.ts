// The table of observations; the only file that names it.
import { sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import { type Observation, observationsMost } from './observation.ts'

export type At = { tx: Tx; district: string; place: string }

const columns = sql`id, enrolment_id as enrolment, outcome, seen_on as "on", seen, quote, checks, photo,
  observed_by as "by", by_name as "byName", withdrawn`
const json = (value: object | null) => sql`${value === null ? null : JSON.stringify(value)}::jsonb`

export function observationStore({ tx, district, place }: At) {
  const read = async (where: ReturnType<typeof sql>): Promise<Observation[]> => {
    const found = await sql<Observation>`select ${columns} from observations.observation
      where district_code = ${district} and village_code = ${place} and ${where}
      order by seen_on desc, id desc`.execute(tx)
    return found.rows
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    ofEnrolment: (enrolment: string) => read(sql`enrolment_id = ${enrolment}`),
    /** At most as many as may be noted, the newest; of all outcomes when none is named. */
    async list(enrolment: string, outcome: string | null): Promise<Observation[]> {
      const found = await sql<Observation>`select ${columns} from observations.observation
        where district_code = ${district} and village_code = ${place} and enrolment_id = ${enrolment}
          and (${outcome}::text is null or outcome = ${outcome})
        order by seen_on desc, id desc limit ${observationsMost}`.execute(tx)
      return found.rows
    },
    async count(enrolment: string, outcome: string): Promise<number> {
      const found = await sql<{ noted: number }>`select count(*)::int as noted from observations.observation
        where district_code = ${district} and village_code = ${place} and enrolment_id = ${enrolment}
          and outcome = ${outcome}`.execute(tx)
      return found.rows[0]?.noted ?? 0
    },
    async add(row: Observation, at: Date): Promise<void> {
      await sql`insert into observations.observation (district_code, village_code, id, enrolment_id, outcome, seen_on,
          seen, quote, checks, photo, observed_by, by_name, noted_at)
        values (${district}, ${place}, ${row.id}, ${row.enrolment}, ${row.outcome}, ${row.on}, ${row.seen}, ${row.quote},
          ${row.checks}, ${json(row.photo)}, ${row.by}, ${row.byName}, ${at})`.execute(tx)
    },
    async withdraw(row: Observation): Promise<void> {
      await sql`update observations.observation set seen = ${row.seen}, quote = ${row.quote}, checks = ${row.checks},
          photo = ${json(row.photo)}, withdrawn = ${json(row.withdrawn)}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}
