// Reading people from a copy of their rows: who a record stands for now, who is poor, who lives where.
import type { View } from '../../kernel/view.ts'
import { type HouseholdRow, householdCollection } from './household.ts'
import { searchable } from './names.ts'
import { type PersonRow, personCollection } from './person.ts'

/** The person behind an id: a merged record gives the kept one. */
export function personOf(view: View, id: string): PersonRow | undefined {
  const row = view.get<PersonRow>(personCollection, id)
  return row?.mergedInto ? (view.get<PersonRow>(personCollection, row.mergedInto) ?? row) : row
}

/** Whether a record is a person, and not the signpost of a merged record. */
export function isSomebody(row: PersonRow): boolean {
  return row.state !== 'merged'
}

export function homeOf(view: View, person: PersonRow): HouseholdRow | undefined {
  return person.household === null ? undefined : view.get<HouseholdRow>(householdCollection, person.household)
}

/** Poor by their own record or by that of their household. */
export function isPoor(view: View, person: PersonRow): boolean {
  return person.poor || (homeOf(view, person)?.poor ?? false)
}

/** The local place a person lives in: their own, else that of their household. */
export function placeOf(view: View, person: PersonRow): string | null {
  return person.localPlace ?? homeOf(view, person)?.localPlace ?? null
}

const folded = new WeakMap<object, string>()

/** The name as it is searched for; kept beside the row, so that typing stays fluent among thousands. */
export function searchName(row: PersonRow): string {
  let text = folded.get(row)
  if (text === undefined) {
    text = ` ${searchable(row.name)}`
    folded.set(row, text)
  }
  return text
}

/** Those whose name has a word that begins with each word typed, in the order of their names. */
export function namedLike(rows: readonly PersonRow[], typed: string): PersonRow[] {
  const wanted = searchable(typed).split(' ').filter(Boolean)
  const fits = (row: PersonRow) => wanted.every((word) => searchName(row).includes(` ${word}`))
  return rows.filter(fits).sort((a, b) => a.name.localeCompare(b.name, 'id'))
}
