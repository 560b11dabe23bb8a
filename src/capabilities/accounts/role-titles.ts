// What roles are called where programmes run, and which of them those programmes name. Pure; it gives nobody a power.
import type { Role } from '../../kernel/role.ts'
import type { NamedRole, Words } from '../programmes/definition.ts'

/** By role, the title of each programme that names it (null: the house's word), as the programmes come. */
export type TitlesHere = ReadonlyMap<Role, readonly (Words | null)[]>

export const titlesHere = (programmes: readonly (readonly NamedRole[])[]): TitlesHere =>
  new Map(
    [...Map.groupBy(programmes.flat(), ({ role }) => role)].map(([role, named]) => [
      role,
      named.map(({ title }) => title),
    ]),
  )

/** The roles that a programme here names come first; all others stay below, in their order. */
export function inOrder(given: readonly Role[], titles: TitlesHere): { named: Role[]; others: Role[] } {
  return {
    named: given.filter((role) => titles.has(role)),
    others: given.filter((role) => !titles.has(role)),
  }
}
