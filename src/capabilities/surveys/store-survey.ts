// Surveys of a village, the lists they end in, and which households they reached.
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/server/db.ts'
import type { ListingRow, SurveyRow } from './survey.ts'

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
  result: row.result,
  reopened: row.reopened,
})

export function surveyStore({ tx, district, place }: At) {
  async function read(where: RawBuilder<unknown>): Promise<SurveyRow[]> {
    const found =
      await sql<Found>`select id, enrolment_id as enrolment, kind, form_key as form, form_id as "formId", state,
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
    /** All surveys of the programme surveys (enrolment and kind) that these belong to. */
    alongside: (ids: readonly string[]) =>
      read(sql`(enrolment_id, kind) in (select s.enrolment_id, s.kind from surveys.survey s
        where s.district_code = ${district} and s.village_code = ${place} and s.id = any(${[...ids]}::uuid[]))`),
    /** One survey of each programme survey that goes from household to household. */
    countingHouseholds: () =>
      read(sql`id in (select distinct on (s.enrolment_id, s.kind) s.id from surveys.survey s
        where s.district_code = ${district} and s.village_code = ${place} and s.enrolment_id is not null
          and s.kind is not null and s.body ->> 'population' = 'households' order by s.enrolment_id, s.kind, s.id)`),
    async add(row: SurveyRow, by: string, now: Date): Promise<void> {
      await sql`insert into surveys.survey (district_code, village_code, id, enrolment_id, kind, form_key, form_id, state,
          body, version, created_by, created_at)
        values (${district}, ${place}, ${row.id}, ${row.enrolment}, ${row.kind}, ${row.form}, ${row.formId}, ${row.state},
          ${JSON.stringify(bodyOf(row))}::jsonb, ${row.version}, ${by}, ${now})`.execute(tx)
    },
    /** All but the counts, which only submissions move. */
    async save(row: SurveyRow): Promise<void> {
      await sql`update surveys.survey set form_key = ${row.form}, state = ${row.state},
          body = ${JSON.stringify(bodyOf(row))}::jsonb, version = ${row.version}
        where district_code = ${district} and village_code = ${place} and id = ${row.id}`.execute(tx)
    },
    /** Ids of the households that a survey reached, for a question to people's door. */
    visited: (survey: string) => sql<{ household_id: string }>`select household_id from surveys.visited
      where district_code = ${district} and village_code = ${place} and survey_id = ${survey}`,
  }
}

export function listingStore({ tx, district, place }: At) {
  async function read(where: RawBuilder<unknown>): Promise<ListingRow[]> {
    const found = await sql<ListingRow>`select id, survey_id as survey, households, method, note, version
      from surveys.listing where district_code = ${district} and village_code = ${place} and ${where}`.execute(
      tx,
    )
    return found.rows
  }
  return {
    many: (ids: readonly string[]) => read(sql`id = any(${[...ids]}::uuid[])`),
    ofSurveys: (surveys: readonly string[]) => read(sql`survey_id = any(${[...surveys]}::uuid[])`),
    async put(row: ListingRow): Promise<void> {
      await sql`insert into surveys.listing (district_code, village_code, id, survey_id, households, method, note, version)
        values (${district}, ${place}, ${row.id}, ${row.survey}, ${JSON.stringify(row.households)}::jsonb, ${row.method},
          ${row.note}, ${row.version})
        on conflict (district_code, id) do update set households = excluded.households, method = excluded.method,
          note = excluded.note, version = excluded.version`.execute(tx)
    },
  }
}
