// Submissions put where the door puts them, for tests that are not about the door: sealed, counted, told to the feed.
import { sql } from 'kysely'
import type { House, Village } from '../../apps/server/village.testing.ts'
import { newId } from '../../kernel/id.ts'
import { districtOf } from '../../kernel/place-code.ts'
import { inPlace } from '../../platform/server/transaction.ts'
import { surveyStore } from './store-survey.ts'
import { type SubmissionState, submissionCollection } from './submission.ts'
import type { SurveyRow } from './survey.ts'
import { tellSurveyFacts } from './telling.ts'

export type Answered = {
  id?: string
  household?: string | null
  localPlace?: string | null
  state?: SubmissionState
  returned?: boolean
  name?: string
  point?: [number, number] | null
  comment?: string
  xml?: string
  open?: Record<string, unknown>
  personal?: Record<string, unknown>
}

let seq = 1_000_000

/** Fills a survey with these, moves its counts, and tells programmes. Gives the ids. */
export async function answersHere(
  house: House,
  village: Village,
  survey: string,
  answered: readonly Answered[],
): Promise<string[]> {
  house.changedBehindLog = true
  const { place } = village
  const district = districtOf(place)
  const rows = answered.map((each) => ({ ...each, id: each.id ?? newId(), seq: ++seq }))
  await inPlace(house.db, place, newId(), async (tx) => {
    const at = { tx, district, place }
    const row = (await surveyStore(at).find(survey)) as SurveyRow
    for (const each of rows) {
      const owner = { district, place, subject: each.id }
      const secret = {
        answers: each.personal ?? {},
        name: each.name ?? '',
        point: each.point ?? null,
        comment: each.comment ?? '',
      }
      const sealed = await house.services.vault.seal(tx, owner, secret)
      const xml = await house.services.vault.seal(tx, owner, each.xml ?? '<data/>')
      const instance = `uuid:${each.id}`
      await sql`insert into surveys.submission (district_code, village_code, id, survey_id, form_key, seq, root_instance,
          instance, state, returned, household_id, local_place_id, source, device, created_by, submitted_at, answers,
          sealed, missing, doubts, version)
        values (${district}, ${place}, ${each.id}, ${survey}, ${row.form}, ${each.seq}, ${instance}, ${instance},
          ${each.state ?? 'received'}, ${each.returned ?? false}, ${each.household ?? null}, ${each.localPlace ?? null},
          'rembug', 'd', ${newId()}, now(), ${JSON.stringify(each.open ?? {})}::jsonb, ${sealed}, 0, '[]', 1)`.execute(
        tx,
      )
      await sql`insert into surveys.edition (district_code, village_code, form_id, instance, submission_id, seq,
          submitted_at, created_by, xml, xml_sha256)
        values (${district}, ${place}, ${row.formId}, ${instance}, ${each.id}, ${each.seq}, now(), ${newId()}, ${xml},
          ''::bytea)`.execute(tx)
      await sql`insert into platform.feed (district_code, village_code, collection, id, seq, gone)
        select ${district}, ${place}, ${submissionCollection}, ${each.id}::uuid, h.seq, false from platform.head h
        where h.district_code = ${district} and h.village_code = ${place} returning 1`.execute(tx)
    }
    await recount(at, survey)
    // No command, so no number of its own: a phone of these tests reads the place from the start.
    await tellSurveyFacts({ ...at, changes: { touch: () => undefined } }, [survey])
  })
  return rows.map((each) => each.id)
}

/** What the door and the reviewers keep up beside the survey, made anew from its submissions. */
async function recount(at: Parameters<typeof surveyStore>[0], survey: string): Promise<void> {
  const { tx, district, place } = at
  await sql`insert into surveys.visited (district_code, village_code, survey_id, household_id, submission_id)
    select distinct on (household_id) ${district}, ${place}, survey_id, household_id, id from surveys.submission
    where district_code = ${district} and village_code = ${place} and survey_id = ${survey}
      and household_id is not null and state <> 'rejected'
    on conflict do nothing`.execute(tx)
  await sql`update surveys.survey set (received, has_issues, edited, approved, rejected) = (
      select count(*) filter (where state = 'received'), count(*) filter (where state = 'has-issues'),
        count(*) filter (where state = 'edited'), count(*) filter (where state = 'approved'),
        count(*) filter (where state = 'rejected')
      from surveys.submission where district_code = ${district} and village_code = ${place} and survey_id = ${survey}),
    households = (select count(*) from surveys.visited
      where district_code = ${district} and village_code = ${place} and survey_id = ${survey})
    where district_code = ${district} and village_code = ${place} and id = ${survey}`.execute(tx)
}
