// Likely duplicates: a similar name, and the same year of birth or the same RT or household. It warns and
// never blocks; fathers and sons do share names.
import { type NameKey, nameKey, sameKey } from './names.ts'
import type { PersonRow } from './person.ts'

export type Told = Pick<PersonRow, 'id' | 'name' | 'birthYear' | 'localPlace' | 'household'>
type Entry<T extends Told> = { key: NameKey; person: T }

/** People kept by year, RT and household, so that 20,000 new names find their like among 4,000 at once. */
export class LikelySame<T extends Told> {
  readonly #by = new Map<string, Entry<T>[]>()

  constructor(persons: Iterable<T> = []) {
    for (const person of persons) this.add(person)
  }

  add(person: T): void {
    const entry = { key: nameKey(person.name), person }
    for (const shelf of shelvesOf(person)) {
      const found = this.#by.get(shelf)
      if (found) found.push(entry)
      else this.#by.set(shelf, [entry])
    }
  }

  /** Everybody who may be this person, each once; never the person with the same id. */
  of(told: Told): T[] {
    const key = nameKey(told.name)
    const found = new Map<string, T>()
    for (const shelf of shelvesOf(told))
      for (const entry of this.#by.get(shelf) ?? [])
        if (entry.person.id !== told.id && sameKey(entry.key, key)) found.set(entry.person.id, entry.person)
    return [...found.values()]
  }
}

function shelvesOf(told: Told): string[] {
  const shelves: string[] = []
  if (told.birthYear !== null) shelves.push(`year ${told.birthYear}`)
  if (told.localPlace !== null) shelves.push(`place ${told.localPlace}`)
  if (told.household !== null) shelves.push(`household ${told.household}`)
  return shelves
}

/** The persons on record who may be the one told; signposts are nobody. */
export function likelySame(told: Told, persons: readonly PersonRow[]): PersonRow[] {
  return new LikelySame(persons.filter((person) => person.state !== 'merged')).of(told)
}
