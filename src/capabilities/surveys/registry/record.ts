// One record of the registry as forms see it: read with its sealed values, created and changed by people's own rules.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import {
  changeHouseholdOnRecord,
  changePersonOnRecord,
  householdOnRecord,
  personOnRecord,
  type RegistryWork,
  registerHouseholdOnRecord,
  registerPersonOnRecord,
} from '../../people/door.ts'
import { blankHousehold } from '../../people/household.ts'
import { blankPerson } from '../../people/person.ts'
import type { Dataset } from './entities.ts'
import { underId } from './store-registry.ts'
import { type Field, type Fields, refusedFields } from './values.ts'

export type RegistryRecord = {
  version: number
  changed: Readonly<Record<string, number>>
  values: Readonly<Record<string, unknown>>
}

/** Null when it is not on record, was merged into another, or was erased. */
export async function recordOf(
  work: RegistryWork,
  dataset: Dataset,
  id: string,
): Promise<RegistryRecord | null> {
  const found = dataset === 'keluarga' ? await householdOnRecord(work, id) : await personOnRecord(work, id)
  return found && { version: found.version, changed: found.changed, values: { ...found.told } }
}

/** Gives the version it made; throws `Refused` with people's own reasons, or when the id is a record's elsewhere. */
export async function create(
  work: RegistryWork,
  dataset: Dataset,
  id: string,
  fields: Fields,
): Promise<number> {
  const made = await underId(work.tx, () => register(work, dataset, id, fields))
  if (made === 'taken') throw new Refused([refuse('surveys.entity-id-taken')])
  return made
}

async function register(work: RegistryWork, dataset: Dataset, id: string, fields: Fields): Promise<number> {
  if (dataset === 'keluarga')
    await registerHouseholdOnRecord(work, { ...blankHousehold({ id }), ...(fields as object) })
  else {
    const { name, sex } = fields as { name: string; sex: 'female' | 'male' }
    if (!name || !sex) throw new Refused([refuse('surveys.resident-needs-name-and-sex')])
    const nik = fields.nik === undefined ? {} : { nik: fields.nik as string }
    await registerPersonOnRecord(work, { ...blankPerson({ id, name, sex, ...nik }), ...(fields as object) })
  }
  return 1
}

/** Changes the record as it stands now. A person's household is changed by people.move-person alone. */
export async function change(
  work: RegistryWork,
  dataset: Dataset,
  id: string,
  basedOn: number,
  fields: Fields,
): Promise<number> {
  const input = { id, basedOn, changes: fields as object }
  return dataset === 'keluarga' ? changeHouseholdOnRecord(work, input) : changePersonOnRecord(work, input)
}

/**
 * Does as much as the rules allow: what is refused is left out, with its reason. `made` is null when nothing was done;
 * `bare`: it is also done with no field left, as a household is registered of which nothing else is known.
 */
export async function asFarAsAllowed(
  fields: Fields,
  bare: boolean,
  act: (fields: Fields) => Promise<number>,
): Promise<{ made: number | null; refused: Map<Field, string> }> {
  const left: Fields = { ...fields }
  const refused = new Map<Field, string>()
  for (let tries = 0; tries <= Object.keys(fields).length; tries++) {
    if (Object.keys(left).length === 0 && !bare) break
    try {
      return { made: await act(left), refused }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      for (const [field, code] of refusedFields(error.refusals, left)) {
        refused.set(field, code)
        delete left[field]
      }
    }
  }
  return { made: null, refused }
}
