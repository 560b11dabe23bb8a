// Who controls the work of others and by whom they are appointed; who may give which role, and help whom with a lost password. Words only: the field app reads it at first load.
import { type ControllingRole, controllingRoles, officers, type Role, roles } from '../../kernel/role.ts'

export type RoleTable = Readonly<Partial<Record<Role, readonly Role[]>>>

export type Control = {
  /** What it decides over others. */
  over: string
  /** Who appoints, from a place above its own; of those a second one confirms. */
  by: readonly Role[]
  /** The level at or above which who appoints must be, where that is more than above it. */
  from?: 'province'
  source: string
}

const ministry: readonly Role[] = ['national-officer', 'admin']
const province: readonly Role[] = ['province-officer', ...ministry]
const city: readonly Role[] = ['city-officer', ...province]

export const controls: Readonly<Record<ControllingRole, Control>> = {
  'village-head': {
    over: 'acknowledges minutes, rolls, letters and stages that facilitators bring',
    by: ['district-officer', ...city],
    source:
      'UU 23/2014 art. 229 (lurah), UU 6/2014 art. 37 (kepala desa): by the regent or mayor; the camat is between',
  },
  'district-officer': {
    over: 'checks papers of villages and stands for their people',
    by: city,
    source: 'UU 23/2014 art. 224 (camat): by the regent or mayor',
  },
  'city-officer': {
    over: 'verifies stages and stands for facilitators and heads',
    by: province,
    source: 'UU 23/2014 art. 8(2): the governor oversees regencies and cities',
  },
  'province-officer': {
    over: 'stands for officers of cities',
    by: ministry,
    source: 'UU 23/2014 art. 8(1): the ministries oversee provinces',
  },
  'national-officer': {
    over: 'stands for everybody below the nation',
    by: ministry,
    source: 'Rembug: nobody is above the nation, so two of its own',
  },
  auditor: {
    over: 'looks at books and minutes of those who keep them',
    by: province,
    from: 'province',
    source: 'UU 23/2014 art. 8: who oversees is a level above; Rembug: never the office that is audited',
  },
  'privacy-officer': {
    over: 'looks at who looked at personal data',
    by: province,
    source: 'UU 27/2022 art. 53-54 ask for the officer; Rembug: not chosen by who handles the data',
  },
  admin: {
    over: 'gives every role below its place',
    by: ['admin'],
    source: 'Rembug: an administrator makes no equal of their own place alone',
  },
}

/** Those who work inside one village for its people and its board. */
const villagers: readonly Role[] = [
  'volunteer',
  'teller',
  'board-member',
  'board-secretary',
  'unit-manager',
  'group-officer',
]
/** Whom a city sends and lets in beside them. */
const cityLetsIn: readonly Role[] = [...villagers, 'facilitator', 'partner']

/**
 * Who may invite or appoint to which role, at or below the place of their own role; a controlling one (`controls`) only
 * below it. Who controls others is never appointed by them, and no officer makes their own equal.
 * - facilitator: builds up the village: its volunteers and board, and a colleague for the same village, so that a handover
 *   needs no office hours.
 * - village-head: the people of the village, but not who accompanies or watches it.
 * - board-secretary: keeps the board's list; not a second secretary, whose signature would stand for the first's.
 */
const lets: RoleTable = {
  facilitator: [...villagers, 'facilitator'],
  'village-head': villagers,
  'board-secretary': ['volunteer', 'teller', 'board-member', 'unit-manager', 'group-officer'],
  'district-officer': villagers,
  'city-officer': cityLetsIn,
  'province-officer': cityLetsIn,
  'national-officer': cityLetsIn,
  admin: cityLetsIn,
}
export const whoMayInvite: RoleTable = Object.fromEntries(
  Object.entries(lets).map(([giver, given]) => [
    giver,
    [...given, ...controllingRoles.filter((role) => controls[role].by.includes(giver as Role))],
  ]),
)

/**
 * Who may hand a reset code to whom, end their role or close their account. Narrower than inviting: whoever
 * can reset a password can act as that person. So a facilitator, who submits a stage, cannot become the
 * village head who acknowledges it, and a city cannot become the auditor who looks at its books. A controlling role waits
 * for a second officer after a reset, as it did when it was given.
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
