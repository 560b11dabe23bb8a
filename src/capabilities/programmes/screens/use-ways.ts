// Where to go to satisfy a gate. Who only reads, as auditors and partners do, is shown no way to work that is not theirs.
import { officers, type Role, villageWorkers } from '../../../kernel/role.ts'
import { usePlaceServices, useRoles } from '../../../platform/browser/place-context.tsx'
import type { GateState } from '../gates.ts'

const workers: readonly Role[] = [...villageWorkers, ...officers]

/** The address for a gate of this enrolment; empty for who only reads. */
export function useWays(place: string, enrolment: { id: string }): (state: GateState) => string {
  const { linkOf } = usePlaceServices()
  const works = useRoles(place).some((role) => workers.includes(role))
  return ({ gate }) => (works ? linkOf(gate.satisfiedBy, place, enrolment.id) : '')
}
