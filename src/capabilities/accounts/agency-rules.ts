// Which roles may be functions of an agency, and of which. Pure; both sides.
import { covers } from '../../kernel/place-code.ts'
import { type Refusal, refuseField } from '../../kernel/refusal.ts'
import { type AgencyOf, officers, type Role } from '../../kernel/role.ts'

/** Officers, and the facilitators whom an agency sends; those who are of a village work for all of it. */
export const mayBeOfAgency = (role: Role): boolean =>
  role === 'facilitator' || (officers as readonly Role[]).includes(role)

/** What is known of the agency that a role is to be of. */
export type Named = AgencyOf & { place: string; until: string | null }

/** An agency of the place or above it, that has not ended. */
const fits = (agency: Named, place: string): boolean => covers(agency.place, place) && agency.until === null

/** Why a role may not be a function of this agency (null: of none; undefined: one that there is not). */
export const whyNotOf = (
  role: Role,
  place: string,
  agency: Named | null | undefined,
): (Refusal | false | null)[] => [
  (agency === undefined || (agency !== null && !fits(agency, place))) &&
    refuseField('agency', 'accounts.no-such-agency'),
  agency ? !mayBeOfAgency(role) && refuseField('agency', 'accounts.agency-not-for-role') : null,
]
