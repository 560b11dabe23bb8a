// Tables of workshops whose rows are kept whole, as a phone gets them: one shape for all, in the face and in its rooms.
import { sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'

export type At = { tx: Tx; district: string; place: string }

/** What a row may be looked for by, beside its id. */
export type Keys = { meeting: string | null; enrolment: string | null }
export type Kept = { id: string } & Partial<Keys>

/** `table`: as in the migration, with district_code, village_code, id, meeting_id, enrolment_id and body. */
export function rowStore<R extends Kept>({ tx, district, place }: At, table: string) {
  const named = sql.raw(table)
  const read = async (where: ReturnType<typeof sql>): Promise<R[]> => {
    const found = await sql<{ body: R }>`select body from ${named}
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    return found.rows.map(({ body }) => body)
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    ofMeeting: (meeting: string) => read(sql`meeting_id = ${meeting}`),
    ofMeetings: (meetings: readonly string[]) => read(sql`meeting_id = any(${[...meetings]}::uuid[])`),
    ofEnrolment: (enrolment: string) => read(sql`enrolment_id = ${enrolment}`),
    async add(row: R, { meeting, enrolment }: Keys): Promise<void> {
      await sql`insert into ${named} (district_code, village_code, id, meeting_id, enrolment_id, body)
        values (${district}, ${place}, ${row.id}, ${meeting}, ${enrolment}, ${JSON.stringify(row)}::jsonb)`.execute(
        tx,
      )
    },
    async save(row: R): Promise<void> {
      await sql`update ${named} set body = ${JSON.stringify(row)}::jsonb
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
  }
}
