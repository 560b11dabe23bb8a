// Submissions for tests of the rooms behind the door: stored as the door stores them, without its XML being read.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { type SubmissionState, submissionCollection } from '../submission.ts'

export type Stored = {
  survey: string
  form: string
  id?: string
  by?: string
  household?: string
  state?: SubmissionState
  source?: 'rembug' | 'openrosa'
  answers?: object
  personal?: object
  name?: string
  xml?: string
  missing?: number
  checked?: boolean
}

let seq = 1_000_000

/** Stores a submission with one edition, counted on its survey and in the feed. Gives its id. */
export async function submissionHere(house: House, village: Village, given: Stored): Promise<string> {
  house.changedBehindLog = true
  const { place } = village
  const district = districtOf(place)
  const id = given.id ?? newId()
  const instance = `uuid:${id}`
  const by = given.by ?? nobody
  const { survey, form, household = null, state = 'received', xml = '<data/>' } = given
  const now = new Date()
  seq += 1
  await inPlace(house.db, place, nobody, async (tx) => {
    const seal = (value: unknown) => house.services.vault.seal(tx, { district, place, subject: id }, value)
    const sealed = await seal({
      answers: given.personal ?? {},
      name: given.name ?? '',
      point: null,
      comment: '',
    })
    await sql`insert into surveys.submission (district_code, village_code, id, survey_id, form_key, seq, root_instance,
        instance, state, returned, household_id, source, device, created_by, submitted_at, answers, sealed, missing,
        doubts, checked_at, version)
      values (${district}, ${place}, ${id}, ${survey}, ${form}, ${seq}, ${instance}, ${instance}, ${state}, false,
        ${household}, ${given.source ?? 'rembug'}, 'd', ${by}, ${now}, ${JSON.stringify(given.answers ?? {})}::jsonb,
        ${sealed}, ${given.missing ?? 0}, '[]'::jsonb, ${given.checked === false ? null : now}, 1)`.execute(
      tx,
    )
    await editionHere(tx, { place, id, instance, replaced: null, by, seq, xml: await seal(xml), plain: xml })
    if (household)
      await sql`insert into surveys.visited (district_code, village_code, survey_id, household_id, submission_id)
        values (${district}, ${place}, ${survey}, ${household}, ${id}) on conflict do nothing`.execute(tx)
    await sql`update surveys.survey set ${sql.ref(state.replace('-', '_'))} = ${sql.ref(state.replace('-', '_'))} + 1,
        households = (select count(*)::int from surveys.visited v where v.district_code = ${district}
          and v.village_code = ${place} and v.survey_id = ${survey})
      where district_code = ${district} and id = ${survey}`.execute(tx)
    await sql`insert into platform.feed (district_code, village_code, collection, id, seq, gone)
      values (${district}, ${place}, ${submissionCollection}, ${id}, ${seq}, false)`.execute(tx)
  })
  return id
}

type Edition = {
  place: string
  id: string
  instance: string
  replaced: string | null
  by: string
  seq: number
  xml: Buffer
  plain: string
}

async function editionHere(
  tx: Parameters<Parameters<typeof inPlace>[3]>[0],
  edition: Edition,
): Promise<void> {
  const { place, id, instance, replaced, by, xml, plain } = edition
  await sql`insert into surveys.edition (district_code, village_code, form_id, instance, submission_id, replaced, seq,
      submitted_at, created_by, xml, xml_sha256)
    values (${districtOf(place)}, ${place}, 'f', ${instance}, ${id}, ${replaced}, ${edition.seq}, ${new Date()}, ${by},
      ${xml}, ${createHash('sha256').update(plain).digest()})`.execute(tx)
}

/** A newer edition of a submission. */
export async function editedHere(
  house: House,
  village: Village,
  id: string,
  xml: string,
  by = nobody,
): Promise<void> {
  const { place } = village
  const district = districtOf(place)
  const instance = `uuid:${newId()}`
  seq += 1
  await inPlace(house.db, place, nobody, async (tx) => {
    const before = await sql<{ instance: string }>`select instance from surveys.submission
      where district_code = ${district} and id = ${id}`.execute(tx)
    const sealed = await house.services.vault.seal(tx, { district, place, subject: id }, xml)
    const replaced = before.rows[0]?.instance ?? null
    await editionHere(tx, { place, id, instance, replaced, by, seq, xml: sealed, plain: xml })
    await sql`update surveys.submission set instance = ${instance}, version = version + 1, checked_at = null
      where district_code = ${district} and id = ${id}`.execute(tx)
  })
}
