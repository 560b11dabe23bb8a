// A submission as the door would store it, without its XML: what is counted stands in its answers.
import { sql } from 'kysely'
import type { House, Village } from '../../../apps/server/village.testing.ts'
import { newId } from '../../../kernel/id.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'

type Given = {
  household: string | null
  localPlace: string | null
  open: Record<string, unknown>
  personal: Record<string, unknown>
  state: 'received' | 'approved' | 'rejected'
}

let seq = 1_000_000

export async function submitted(
  house: House,
  village: Village,
  survey: string,
  given: Given,
): Promise<string> {
  house.changedBehindLog = true
  const id = newId()
  const { place } = village
  const district = districtOf(place)
  await inPlace(house.db, place, nobody, async (tx) => {
    const sealed = await house.services.vault.seal(
      tx,
      { district, place, subject: id },
      { answers: given.personal, name: 'Wagiyem', point: null, comment: '' },
    )
    seq += 1
    await sql`insert into surveys.submission (district_code, village_code, id, survey_id, form_key, seq, root_instance, instance,
        state, returned, household_id, local_place_id, source, device, created_by, submitted_at, answers, sealed, missing,
        doubts, version)
      select ${district}, ${place}, ${id}, ${survey}, form_key, ${seq}, ${`uuid:${id}`}, ${`uuid:${id}`}, ${given.state}, false,
        ${given.household}, ${given.localPlace}, 'rembug', '', ${nobody}, now(), ${JSON.stringify(given.open)}::jsonb, ${sealed},
        0, '[]'::jsonb, 1
      from surveys.survey where district_code = ${district} and village_code = ${place} and id = ${survey} returning 1`.execute(
      tx,
    )
  })
  return id
}
