// Who may give which role, and help whom with a lost password. Words only: the field app reads it at first load.
import { officers, type Role, roles } from '../../kernel/role.ts'

export type RoleTable = Readonly<Partial<Record<Role, readonly Role[]>>>

/** Those who work inside one village for its people and its board. */
const villagers: readonly Role[] = [
  'volunteer',
  'teller',
  'board-member',
  'board-secretary',
  'unit-manager',
  'group-officer',
]
/** What a city appoints or lets in below itself. The auditor and the partner come in by invitation only. */
const cityAppoints: readonly Role[] = [
  ...villagers,
  'village-head',
  'facilitator',
  'district-officer',
  'auditor',
  'partner',
]
const provinceAppoints: readonly Role[] = [...cityAppoints, 'city-officer', 'privacy-officer']

/**
 * Who may invite or appoint to which role, at or below the place of their own role.
 * - facilitator: builds up the village: its volunteers and board, its head (who rarely comes by an officer),
 *   and a colleague for the same village, so that a handover needs no office hours.
 * - village-head: the people of the village, but not who accompanies or watches it.
 * - board-secretary: keeps the board's list; not a second secretary, whose signature would stand for the first's.
 * - district-officer (camat, PJOK): the village heads below, and the village's people.
 * - city- and province-officer: what is below them, never their own rank: nobody makes their own equal.
 * - national-officer: all but admin. Only an admin makes an admin.
 */
export const whoMayInvite: RoleTable = {
  facilitator: [...villagers, 'village-head', 'facilitator'],
  'village-head': villagers,
  'board-secretary': ['volunteer', 'teller', 'board-member', 'unit-manager', 'group-officer'],
  'district-officer': [...villagers, 'village-head'],
  'city-officer': cityAppoints,
  'province-officer': provinceAppoints,
  'national-officer': roles.filter((role) => role !== 'admin'),
  admin: roles,
}

/**
 * Who may hand a reset code to whom, end their role or close their account. Narrower than inviting: whoever
 * can reset a password can act as that person. So a facilitator, who submits a stage, cannot become the
 * village head who acknowledges it, and a city cannot become the auditor who looks at its books.
 */
export const whoMayHelp: RoleTable = {
  facilitator: villagers,
  'village-head': villagers,
  'district-officer': [...villagers, 'village-head'],
  'city-officer': [...villagers, 'village-head', 'facilitator', 'district-officer', 'partner'],
  'province-officer': [
    ...villagers,
    'village-head',
    'facilitator',
    'district-officer',
    'partner',
    'city-officer',
  ],
  'national-officer': roles.filter((role) => role !== 'admin'),
  admin: roles,
}

/** Who says of an account that the person behind it is who it says: an officer above, never a colleague in the village. */
export const confirmers: readonly Role[] = [...officers, 'admin']

export const inviters = Object.keys(whoMayInvite) as Role[]
export const helpers = Object.keys(whoMayHelp) as Role[]
/** Signing a lost phone out takes nothing from anybody but a sign-in, so all who may invite may do it. */
export const rescuers = inviters
