import type { Day } from './day.ts'

// Who a person is to a place. Each role is held at a place and at all places below it (DESIGN: accounts).
export const roles = [
  'volunteer',
  'teller',
  'facilitator',
  'board-member',
  'board-secretary',
  'unit-manager',
  'group-officer',
  'village-head',
  'district-officer',
  'city-officer',
  'province-officer',
  'national-officer',
  'partner',
  'auditor',
  'privacy-officer',
  'admin',
] as const

export type Role = (typeof roles)[number]
/** `public`: anybody, signed in or not. `account`: any signed-in person, at no particular place. */
export type Audience = Role | 'public' | 'account'

/** Kinds of agencies that act in programmes; `capabilities/agencies/kinds.ts` says what they are and where they are found. */
export const agencyKindNames = [
  'social-ministry',
  'social-research',
  'social-agency',
  'planning-agency',
  'community-agency',
  'works-agency',
  'poverty-team',
  'consultant',
  'coordinator',
  'work-unit',
  'technical-unit',
  'project-office',
  'district-office',
  'village-office',
  'other',
] as const
export type AgencyKind = (typeof agencyKindNames)[number]

/** The agency that a role is a function of. */
export type AgencyOf = { id: string; kind: AgencyKind; name: string }

/** A role held at a place: village, district, regency, province or nation; an officer's or a facilitator's may be a function of an agency. */
export type Holding = { role: Role; place: string; agency?: AgencyOf | null; vouch?: Vouch | undefined }

/**
 * Who has said who is behind a role: an officer above who gave or confirmed it, or, where `by` is null, the server itself.
 * null: nobody yet, and in that role no word counts (`Command.confirmed`). Left out where nobody need: the operator, a device.
 */
export type Vouch = { by: string | null; appointed?: Appointed } | null

/** Who gave or confirmed a role, in which role of theirs, and on which day. */
export type Appointing = { name: string; role: Role; place: string; on: Day }
/** By whom a role was given and confirmed; it stands beside what is signed in it. null: at the server itself, by who keeps it. */
export type Appointed = { role: Role; place: string; given: Appointing | null; confirmed: Appointing | null }

/**
 * Roles whose word stands over the work of others: who acknowledges, signs for an office, audits, appoints. By whom they are
 * given, and after which source, says `capabilities/accounts/roles.ts`.
 */
export const controllingRoles = [
  'village-head',
  'district-officer',
  'city-officer',
  'province-officer',
  'national-officer',
  'auditor',
  'privacy-officer',
  'admin',
] as const satisfies readonly Role[]
export type ControllingRole = (typeof controllingRoles)[number]
export const isControlling = (role: Role): role is ControllingRole =>
  (controllingRoles as readonly Role[]).includes(role)

/** Those of the roles by which somebody may act: a controlling one not before a second officer has confirmed it. */
export const actingBy = <H extends Holding>(holdings: readonly H[]): H[] =>
  holdings.filter(({ role, vouch }) => vouch !== null || !isControlling(role))

/** Those of the roles held in which somebody gives his word. */
export const vouchedFor = <H extends Holding>(holdings: readonly H[]): H[] =>
  holdings.filter(({ vouch }) => vouch !== null)

/** Everybody who works in or for one village. */
export const villageWorkers = [
  'facilitator',
  'volunteer',
  'board-member',
  'board-secretary',
  'unit-manager',
  'village-head',
] as const satisfies readonly Role[]

/**
 * Whether somebody works in the village: everybody else sees figures of it, and no single household or person. Who works there
 * and is an officer above it besides still works there.
 */
export const worksInVillage = (held: readonly Role[]): boolean =>
  held.some((role) => (villageWorkers as readonly Role[]).includes(role))

/** Officers above the village, who see progress but no more personal data than their task needs. */
export const officers = [
  'district-officer',
  'city-officer',
  'province-officer',
  'national-officer',
] as const satisfies readonly Role[]
