// Measures of a village, and the answers they count.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/server/db.ts'
import type { FormModel } from '../../../xlsform/model.ts'
import type { MeasureRow } from './measure.ts'

type At = { tx: Tx; district: string; place: string }

/** The open answers of one submission that a measure asks for; `sealed` where it asks for personal ones too. */
export type Answered = {
  id: string
  seq: number
  household: string | null
  place: string | null
  answers: Record<string, unknown>
  sealed: Buffer | null
}

/** Which submissions, which answers of them, and whether any of these is sealed. */
export type Wanted = { states: readonly string[]; paths: readonly string[]; withSealed: boolean }

export function measureStore({ tx, district, place }: At) {
  async function read(where: RawBuilder<unknown>): Promise<MeasureRow[]> {
    const found = await sql<MeasureRow>`select id, survey_id as survey, body, version from surveys.measure
      where district_code = ${district} and village_code = ${place} and ${where} order by id`.execute(tx)
    return found.rows
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    ofSurvey: (survey: string) => read(sql`survey_id = ${survey}`),
    async put(row: MeasureRow): Promise<void> {
      await sql`insert into surveys.measure (district_code, village_code, id, survey_id, body, version)
        values (${district}, ${place}, ${row.id}, ${row.survey}, ${JSON.stringify(row.body)}::jsonb, ${row.version})
        on conflict (district_code, id) do update set body = excluded.body, version = excluded.version`.execute(
        tx,
      )
    },
    /** The models of every form version that this survey's form has had in the village. */
    async models(forms: readonly string[]): Promise<FormModel[]> {
      const found = await sql<{ model: FormModel }>`select model from surveys.form
        where id = any(${[...forms]}::uuid[]) order by created_at`.execute(tx)
      return found.rows.map((row) => row.model)
    },
    /** A page of the submissions of a survey, the newest first, before `seq`; of each only the answers at `paths`. */
    async answered(
      survey: string,
      { states, paths, withSealed }: Wanted,
      before: number,
      most: number,
    ): Promise<Answered[]> {
      const sealed = withSealed ? sql`s.sealed` : sql`null::bytea`
      const found = await sql<Answered>`select s.id, s.seq::int as seq, s.household_id as household,
          s.local_place_id as place, ${sealed} as sealed,
          coalesce((select jsonb_object_agg(p, s.answers -> p) from unnest(${[...paths]}::text[]) p
            where s.answers -> p is not null), '{}'::jsonb) as answers
        from surveys.submission s
        where s.district_code = ${district} and s.village_code = ${place} and s.survey_id = ${survey}
          and s.state = any(${[...states]}::text[]) and s.seq < ${before}
        order by s.seq desc limit ${most}`.execute(tx)
      return found.rows
    },
  }
}
