// What higher capabilities may ask of people, on the server. They keep ids and never copies.

import type { RawBuilder } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { Changed } from './change-rules.ts'
import type { Tally } from './evidence.ts'
import type { HouseholdInput, HouseholdRow, HouseholdSecret } from './household.ts'
import type { PersonInput, PersonRow, PersonSecret } from './person.ts'
import { toldOf } from './rows.ts'
import { type At, personStore } from './store.ts'
import { householdStore, type PlaceCount } from './store-household.ts'
import { takeInUntold, type Work } from './take-in.ts'

export { changeHouseholdOnRecord, changePersonOnRecord } from './changing.ts'
export {
  readNoNik,
  readPoor,
  readPoorSource,
  readRelation,
  readSex,
} from './importing/columns.ts'
export type { At } from './store.ts'
export { alarmsHere } from './store-reveals.ts'
export { tellPeople, type Work as RegistryWork } from './take-in.ts'

/** Whether this person is on record in the village: alive or not, here or gone, or a signpost to a kept record. */
export async function personExists(at: At, id: string): Promise<boolean> {
  return (await personStore(at).rows([id])).length > 0
}

/** The rows of these persons, without sealed values. A merged record gives the row of the kept one. */
export async function personsById(at: At, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  if (ids.length === 0) return new Map()
  const rows = await personStore(at).rows(ids)
  const keepers = rows.flatMap((row) => (row.mergedInto === null ? [] : [row.mergedInto]))
  const kept = new Map(
    (keepers.length === 0 ? [] : await personStore(at).rows(keepers)).map((row) => [row.id, row]),
  )
  return new Map(rows.map((row) => [row.id, (row.mergedInto && kept.get(row.mergedInto)) || row]))
}

/** Their names; an id that is not on record is left out. */
export async function personNames(at: At, ids: readonly string[]): Promise<Map<string, string>> {
  return new Map([...(await personsById(at, ids))].map(([id, row]) => [id, row.name]))
}

/** Every name on record in the village, each once: what a text without names may not hold. */
export const namesAtVillage = (at: At): Promise<string[]> => personStore(at).names()

/** How many residents, adults, households and poor households are on record. */
export async function countsAtVillage(at: At, today: Day): Promise<Tally> {
  return personStore(at).tally(today)
}

/** Which of these households are on record in the village. */
export async function knownHouseholds(at: At, ids: readonly string[]): Promise<Set<string>> {
  return ids.length === 0 ? new Set() : householdStore(at).known(ids)
}

/** The local place of each of these households; one that is not on record is left out. */
export async function householdPlaces(at: At, ids: readonly string[]): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map()
  return new Map((await householdStore(at).rows(ids)).map((row) => [row.id, row.localPlace]))
}

/**
 * Of each local place (null: of none) the households on record, and how many of them are among `chosen`: a question
 * over the asker's own tables that gives each `household_id` once.
 */
export async function householdFigures(
  at: At,
  chosen: RawBuilder<{ household_id: string }>,
): Promise<PlaceCount[]> {
  return householdStore(at).byPlace(chosen)
}

/** Persons and households of the village without sealed values: those with these ids, or all. */
export async function registryRows(
  at: At,
  ids?: readonly string[],
): Promise<{ persons: PersonRow[]; households: HouseholdRow[] }> {
  const [persons, households] = [personStore(at), householdStore(at)]
  return ids
    ? { persons: await persons.rows(ids), households: await households.rows(ids) }
    : { persons: await persons.all(), households: await households.all() }
}

/** Registers a household as people.register-household does, with the same refusals; tells no facts. */
export async function registerHouseholdOnRecord(work: Work, input: HouseholdInput): Promise<void> {
  await takeInUntold(work, { households: [input], persons: [] }, true)
}

/** Registers a person as people.register-person does, with the same refusals; tells no facts. */
export async function registerPersonOnRecord(work: Work, input: PersonInput): Promise<void> {
  await takeInUntold(work, { households: [], persons: [input] }, true)
}

/** A record with its sealed values, its version, and the version at which each field was last changed. */
export type OnRecord<Told> = { told: Told; version: number; changed: Changed }

/** A household with its card number, to compare what a form says with it; null when it is not on record. */
export async function householdOnRecord(work: Work, id: string): Promise<OnRecord<HouseholdInput> | null> {
  const found = (await householdStore(work).stored([id])).get(id)
  if (!found) return null
  const { head: _head, version, ...row } = found.row
  const owner = { district: work.district, place: work.place, subject: id }
  const secret = await work.vault.open<HouseholdSecret>(work.tx, owner, found.sealed)
  return { told: { ...row, kk: secret?.kk ?? null }, version, changed: found.changed }
}

/** A person with their sealed values, to compare what a form says with it; null when not on record, merged or erased. */
export async function personOnRecord(work: Work, id: string): Promise<OnRecord<PersonInput> | null> {
  const found = (await personStore(work).stored([id])).get(id)
  if (!found?.sealed) return null
  const owner = { district: work.district, place: work.place, subject: id }
  const secret = await work.vault.open<PersonSecret>(work.tx, owner, found.sealed)
  if (!secret) return null
  return { told: toldOf(found.row, secret), version: found.row.version, changed: found.changed }
}
