// Surveys of a village, the lists they end in, and which households they reached.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import type { SurveyRow } from './survey.ts'

export type At = { tx: Tx; district: string; place: string }

type Body = Pick<
  SurveyRow,
  | 'title'
  | 'versions'
  | 'population'
  | 'localPlaces'
  | 'target'
  | 'openedOn'
  | 'closed'
  | 'criteria'
  | 'criteriaBefore'
  | 'result'
  | 'reopened'
>
type Found = Omit<SurveyRow, keyof Body> & { body: Body }

const bodyOf = (row: SurveyRow): Body => ({
  title: row.title,
  versions: row.versions,
  population: row.population,
  localPlaces: row.localPlaces,
  target: row.target,
  openedOn: row.openedOn,
  closed: row.closed,
  criteria: row.criteria,
  criteriaBefore: row.criteriaBefore ?? [],
  result: row.result,
  reopened: row.reopened,
})

export function surveyStore({ tx, district, place }: At) {
  async function read(where: RawBuilder<unknown>): Promise<SurveyRow[]> {
    const found =
      await sql<Found>`select id, enrolment_id as enrolment, kind, also_for as "alsoFor", form_key as form, form_id as "formId", state,
        body, jsonb_build_object('received', received, 'hasIssues', has_issues, 'edited', edited, 'approved', approved,
          'rejected', rejected, 'households', households) as counts, version
      from surveys.survey where district_code = ${district} and village_code = ${place} and ${where}
      order by created_at, id`.execute(tx)
    return found.rows.map(({ body, ...row }) => ({ ...body, ...row }))
  }
  return {
    all: () => read(sql`true`),
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    async find(id: string): Promise<SurveyRow | undefined> {
      const [found] = await read(sql`id = ${id}`)
      return found
    },
    /** All surveys that serve a programme survey (enrolment and kind) which one of these serves. */
    alongside: (ids: readonly string[]) =>
      read(sql`id in (with served as (
          select s.id, s.enrolment_id::text || ' ' || s.kind as what from surveys.survey s
            where s.district_code = ${district} and s.village_code = ${place}
          union all
          select s.id, (e ->> 'enrolment') || ' ' || (e ->> 'kind') from surveys.survey s
            cross join lateral jsonb_array_elements(s.also_for) e
            where s.district_code = ${district} and s.village_code = ${place})
        select other.id from served mine join served other using (what) where mine.id = any(${[...ids]}::uuid[]))`),
    /** Those in which something was agreed in one of these meetings. */
    agreedIn: (meetings: readonly string[]) =>
      read(sql`(body -> 'criteria' ->> 'meeting' = any(${[...meetings]}::text[])
        or body -> 'result' ->> 'meeting' = any(${[...meetings]}::text[]))`),
    /** Those of programmes that go from household to household. */
    countingHouseholds: () => read(sql`enrolment_id is not null and body ->> 'population' = 'households'`),
    async add(row: SurveyRow, by: string, now: Date): Promise<void> {
      await sql`insert into surveys.survey (district_code, village_code, id, enrolment_id, kind, also_for, form_key, form_id, state,
          body, version, created_by, created_at)
        values (${district}, ${place}, ${row.id}, ${row.enrolment}, ${row.kind},
          ${JSON.stringify(row.alsoFor ?? [])}::jsonb, ${row.form}, ${row.formId}, ${row.state},
          ${JSON.stringify(bodyOf(row))}::jsonb, ${row.version}, ${by}, ${now})`.execute(tx)
    },
    /** All but the counts, which only submissions move. */
    async save(row: SurveyRow): Promise<void> {
      await sql`update surveys.survey set form_key = ${row.form}, also_for = ${JSON.stringify(row.alsoFor ?? [])}::jsonb, state = ${row.state},
          body = ${JSON.stringify(bodyOf(row))}::jsonb, version = ${row.version}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
    /** Ids of the households that a survey reached, for a question to people's door. */
    visited: (survey: string) => sql<{ household_id: string }>`select household_id from surveys.visited
      where district_code = ${district} and village_code = ${place} and survey_id = ${survey}`,
  }
}
