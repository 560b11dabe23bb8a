// A refused chunk less the rows that were refused. With a household go the persons in it, for they would have
// nowhere to be.
import type { Refusal } from '../../../kernel/refusal.ts'
import type { RegisterMany } from '../household.ts'

export function withoutRefused(
  input: RegisterMany,
  refusals: readonly Refusal[],
): { rest: RegisterMany; dropped: number } {
  const refused = new Set(refusals.map((refusal) => (refusal.field ?? '').split('.').slice(0, 2).join('.')))
  const households = input.households.filter((_, index) => !refused.has(`households.${index}`))
  const lost = new Set(input.households.map((home) => home.id))
  for (const home of households) lost.delete(home.id)
  const persons = input.persons.filter(
    (person, index) => !refused.has(`persons.${index}`) && !(person.household && lost.has(person.household)),
  )
  return { rest: { ...input, households, persons }, dropped: total(input) - total({ households, persons }) }
}

const total = (rows: Pick<RegisterMany, 'households' | 'persons'>) =>
  rows.households.length + rows.persons.length
