// Where to go to satisfy a gate. Who may not do what it asks is shown no way to work that is not theirs, but whose it is.
import type { Role } from '../../../kernel/role.ts'
import { usePlaceServices, useRoles } from '../../../platform/browser/place-context.tsx'
import type { GateState } from '../gates.ts'

/** The address of what satisfies a gate, null where the reader may not do it; and who may. */
export type Way = { href: string | null; roles: readonly Role[] }

/** The way for a gate of this enrolment; null where what satisfies it is not here yet. */
export function useWays(place: string, enrolment: { id: string }): (state: GateState) => Way | null {
  const { linkOf } = usePlaceServices()
  const held = useRoles(place)
  return ({ gate }) => {
    const link = linkOf(gate.satisfiedBy, place, enrolment.id)
    return link && { ...link, href: link.roles.some((role) => held.includes(role)) ? link.href : null }
  }
}
