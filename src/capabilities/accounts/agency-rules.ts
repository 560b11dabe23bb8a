// Which roles may be functions of an agency, and who may give them. Pure; both sides.
import { covers } from '../../kernel/place-code.ts'
import { type Refusal, reasons, refuseField } from '../../kernel/refusal.ts'
import { type AgencyOf, type Holding, officers, type Role } from '../../kernel/role.ts'
import { whoMayInvite } from './roles.ts'

export const mayBeOfAgency = (role: Role): boolean => (officers as readonly Role[]).includes(role)

/** Those who see the whole of a place above its villages: who works for one agency lets nobody in as such. */
const seesAll: readonly Role[] = [...officers, 'auditor', 'partner', 'privacy-officer', 'admin']

/** What is known of the agency that a role is to be of. */
export type Named = AgencyOf & { place: string; until: string | null }

/** An agency of the place or above it, that has not ended. */
const fits = (agency: Named, place: string): boolean => covers(agency.place, place) && agency.until === null

/**
 * Why a role may not be given as a function of this agency (null: of none; undefined: one that there is not). Whoever gives it by
 * a role of an agency gives an officer's role of the same kind of agency, and none that sees more than he does.
 */
export function whyNotOf(
  giver: readonly Holding[],
  role: Role,
  place: string,
  agency: Named | null | undefined,
): Refusal[] {
  const giving = giver.filter((own) => covers(own.place, place) && whoMayInvite[own.role]?.includes(role))
  const free = giving.some((own) => !own.agency)
  const alike = agency && giving.some((own) => own.agency?.kind === agency.kind)
  return reasons(
    (agency === undefined || (agency !== null && !fits(agency, place))) &&
      refuseField('agency', 'accounts.no-such-agency'),
    agency && !mayBeOfAgency(role) && refuseField('agency', 'accounts.agency-not-for-role'),
    seesAll.includes(role) &&
      giving.length > 0 &&
      !free &&
      !alike &&
      refuseField('agency', 'accounts.agency-is-yours'),
  )
}
