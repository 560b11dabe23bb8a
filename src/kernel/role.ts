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
export type Vouch = { by: string | null } | null

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

/** Officers above the village, who see progress but no more personal data than their task needs. */
export const officers = [
  'district-officer',
  'city-officer',
  'province-officer',
  'national-officer',
] as const satisfies readonly Role[]
