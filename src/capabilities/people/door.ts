// What higher capabilities may ask of people, on the server. They keep ids and never copies.
import type { Day } from '../../kernel/day.ts'
import type { Tally } from './evidence.ts'
import type { PersonRow } from './person.ts'
import { type At, personStore } from './store.ts'

export type { At } from './store.ts'

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

/** How many residents, adults, households and poor households are on record. */
export async function countsAtVillage(at: At, today: Day): Promise<Tally> {
  return personStore(at).tally(today)
}
