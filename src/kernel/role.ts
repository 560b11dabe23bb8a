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

/** A role held at a place: village, district, regency, province or nation. */
export type Holding = { role: Role; place: string }

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
