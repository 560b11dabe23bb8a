// Likely duplicates: a similar name, and the same year of birth or the same RT or household. It warns and
// never blocks; fathers and sons do share names.
import { type NameKey, nameKey, sameKey, shortestLoose } from './names.ts'
import type { PersonRow } from './person.ts'

export type Told = Pick<PersonRow, 'id' | 'name' | 'birthYear' | 'localPlace' | 'household'>
type Entry<T extends Told> = { key: NameKey; person: T }

/**
 * People kept by their name and by every way of leaving one letter out of it: two names within one letter of
 * each other share one of these, so 20,000 names find their like without comparing each with each.
 */
export class LikelySame<T extends Told> {
  readonly #by = new Map<string, Entry<T>[]>()

  constructor(persons: Iterable<T> = []) {
    for (const person of persons) this.add(person)
  }

  add(person: T): void {
    const entry = { key: nameKey(person.name), person }
    for (const spelling of spellings(entry.key.given)) {
      const found = this.#by.get(spelling)
      if (found) found.push(entry)
      else this.#by.set(spelling, [entry])
    }
  }

  /** Everybody who may be this person, each once; never the person with the same id. */
  of(told: Told): T[] {
    const key = nameKey(told.name)
    const found = new Map<string, T>()
    for (const spelling of spellings(key.given))
      for (const { key: other, person } of this.#by.get(spelling) ?? [])
        if (person.id !== told.id && near(person, told) && sameKey(other, key)) found.set(person.id, person)
    return [...found.values()]
  }
}

/** The same year of birth, RT or household. */
function near(a: Told, b: Told): boolean {
  return (
    (a.birthYear !== null && a.birthYear === b.birthYear) ||
    (a.localPlace !== null && a.localPlace === b.localPlace) ||
    (a.household !== null && a.household === b.household)
  )
}

function spellings(name: string): string[] {
  if (name.length < shortestLoose) return [name]
  return [name, ...Array.from(name, (_, at) => name.slice(0, at) + name.slice(at + 1))]
}

/** The persons on record who may be the one told; signposts are nobody. */
export function likelySame(told: Told, persons: readonly PersonRow[]): PersonRow[] {
  return new LikelySame(persons.filter((person) => person.state !== 'merged')).of(told)
}
