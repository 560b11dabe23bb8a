// Accounts, what they hold where, and the commands about them. Read by both sides.
import * as z from 'zod/mini'
import { command, query } from '../../kernel/command.ts'
import { basedOn, id, line, prose } from '../../kernel/fields.ts'
import { type AgencyOf, type Appointing, type Role, roles } from '../../kernel/role.ts'
import { daysOffered, type OnBehalf, type OwnOffer } from './appointing/appointment.ts'
import { confirmers, helpers, inviters, rescuers } from './roles.ts'
import { handers } from './rules.ts'

const hash = () => z.string().check(z.regex(/^[0-9a-f]{64}$/, 'platform.malformed'))
const deviceId = () => z.string().check(z.regex(/^[\w-]{1,64}$/, 'platform.malformed'))
const role = () => z.enum(roles)
/** The agency that the role is to be a function of; null: of none. */
const agency = () => z.nullable(id())
const ofNone = (older: object) => ({ ...older, agency: null })

/** Somebody who holds a role at a place, as colleagues and officers see them. */
export type Colleague = {
  holding: string
  account: string
  name: string
  user: string
  role: Role
  place: string
  /** The agency that the role is a function of; null: of none. */
  agency: AgencyOf | null
  since: string
  /** The last day they were seen, or null: never signed in. */
  seenOn: string | null
  secondFactor: boolean
  /** Who gave the role, and their account; null: at the server. */
  given: Appointing | null
  givenBy: string | null
  /** Who stands for it: an officer above, for a controlling role a second one; until then nothing is signed or checked in it. */
  confirmed: boolean
  confirmedBy: Appointing | null
  suspended: boolean
  disabled: boolean
  version: number
}

export type OpenInvitation = {
  id: string
  role: Role
  place: string
  agency: AgencyOf | null
  nameHint: string
  madeBy: string
  expires: string
  /** To an account that there is: no code, it waits for a yes. */
  toAccount: boolean
}

export type OwnHolding = {
  id: string
  role: Role
  place: string
  agency: AgencyOf | null
  since: string
  given: Appointing | null
  confirmed: boolean
  confirmedBy: Appointing | null
  suspended: boolean
}
export type OwnDevice = {
  id: string
  name: string
  seen: string
  hasRecovery: boolean
  revoked: string | null
  /** Sessions open on it now. */
  sessions: number
  current: boolean
}
export type Mine = {
  id: string
  name: string
  user: string
  phone: string | null
  secondFactorSince: string | null
  holdings: OwnHolding[]
  offers: OwnOffer[]
  devices: OwnDevice[]
  issued: OnBehalf[]
}

export const invite = command({
  name: 'accounts.invite',
  version: 2,
  roles: inviters,
  scope: 'any-place',
  input: z.strictObject({
    ...{ id: id(), codeHash: hash(), role: role(), nameHint: line(100), agency: agency() },
    days: daysOffered(),
  }),
  lift: { 1: ofNone },
  records: (input) => [input.id],
  personal: ['nameHint'],
  secret: ['codeHash'],
  summary:
    'Invites somebody to hold a role at the place. The code stays with the sender, who sends its SHA-256. An officer’s role may be a function of an agency. Refused: a role the sender may not give, or that is not held at such a place.',
})

export const withdrawInvitation = command({
  name: 'accounts.withdraw-invitation',
  version: 1,
  roles: inviters,
  scope: 'any-place',
  input: z.strictObject({ id: id() }),
  records: (input) => [input.id],
  summary: 'Withdraws an invitation that nobody has accepted yet.',
})

export const grant = command({
  name: 'accounts.grant',
  version: 2,
  roles: inviters,
  scope: 'any-place',
  input: z.strictObject({
    ...{ id: id(), account: id(), role: role(), agency: agency() },
    days: daysOffered(),
  }),
  lift: { 1: ofNone },
  records: (input) => [input.account],
  summary:
    'Offers an account one more role at the place; it begins when they take it up, and is over after some days. Refused: to oneself (but for an administrator), or a role the sender may not give.',
})

export const endHolding = command({
  name: 'accounts.end-holding',
  version: 1,
  roles: helpers,
  scope: 'any-place',
  input: z.strictObject({ holding: id(), account: id(), reason: line(300) }),
  records: (input) => [input.account],
  personal: ['reason'],
  summary:
    'Ends a role at the place. What the person did stays. Refused for the last administrator of the nation.',
})

export const handOver = command({
  name: 'accounts.hand-over',
  version: 1,
  roles: handers,
  scope: 'village',
  input: z.strictObject({ from: id(), to: id(), leaves: z.boolean(), reason: line(300) }),
  records: (input) => [input.from, input.to],
  personal: ['reason'],
  summary:
    'Hands a village over from one facilitator to another: the receiver accompanies the enrolments from now on, or from when they take the role up where they do not hold it yet; the giver leaves then when asked. Refused: somebody else’s village, unless the sender is an officer above.',
})

export const makeResetCode = command({
  name: 'accounts.make-reset-code',
  version: 1,
  roles: helpers,
  scope: 'any-place',
  input: z.strictObject({ id: id(), account: id(), codeHash: hash(), clearsSecondFactor: z.boolean() }),
  records: (input) => [input.account],
  secret: ['codeHash'],
  summary:
    'Hands a password reset code to somebody with a role at or below the place; it works once, for 24 hours. The sender must be above every role the person holds anywhere.',
})

export const revokeDevice = command({
  name: 'accounts.revoke-device',
  version: 1,
  roles: rescuers,
  scope: 'any-place',
  input: z.strictObject({ account: id(), device: deviceId() }),
  records: (input) => [input.account],
  summary:
    'Signs one lost device of a person out, and keeps its recovery key from it. Whoever manages one role of theirs may.',
})

export const restoreDevice = command({
  name: 'accounts.restore-device',
  version: 1,
  roles: helpers,
  scope: 'any-place',
  input: z.strictObject({ account: id(), device: deviceId() }),
  records: (input) => [input.account],
  summary: 'A lost device was found: it may have its recovery key again after sign-in.',
})

export const revokeSessions = command({
  name: 'accounts.revoke-sessions',
  version: 1,
  roles: rescuers,
  scope: 'any-place',
  input: z.strictObject({ account: id() }),
  records: (input) => [input.account],
  summary:
    'Lost phone: signs a person out everywhere and keeps the recovery keys of all their devices. Whoever manages one role of theirs may; what was issued for roles elsewhere stays.',
})

export const revokeMine = command({
  name: 'accounts.revoke-mine',
  version: 1,
  roles: ['account'],
  scope: 'self',
  input: z.strictObject({ device: z.nullable(deviceId()) }),
  records: () => [],
  summary: 'Signs one of my devices out, or (null) all but the one I am asking from.',
})

export const confirm = command({
  name: 'accounts.confirm',
  version: 1,
  roles: confirmers,
  scope: 'any-place',
  input: z.strictObject({ account: id() }),
  records: (input) => [input.account],
  summary:
    'Says that the person behind an account is who it says, for all roles at or below the place that the sender stands above: until then nothing is signed or checked in them. Not needed where an officer gave them and nobody else had signed in on that device. A controlling role is confirmed by a second officer: not who gave it, nor whom they appointed. Refused for oneself.',
})

const disabling = () => z.strictObject({ account: id(), basedOn: basedOn(), reason: line(300) })

export const disable = command({
  name: 'accounts.disable',
  version: 1,
  roles: helpers,
  scope: 'any-place',
  input: disabling(),
  records: (input) => [input.account],
  personal: ['reason'],
  summary:
    'Closes an account: it can no longer sign in and is signed out everywhere. Refused for oneself and the last administrator of the nation.',
})

export const enable = command({
  name: 'accounts.enable',
  version: 1,
  roles: helpers,
  scope: 'any-place',
  input: disabling(),
  records: (input) => [input.account],
  personal: ['reason'],
  summary: 'Opens a closed account again.',
})

export const mine = query({
  name: 'accounts.mine',
  roles: ['account'],
  scope: 'self',
  input: z.strictObject({}),
  output: z.any() as unknown as z.ZodMiniType<Mine>,
  summary:
    'My account: roles, devices with their open sessions, second factor, and what works on my behalf without me.',
})

export const atPlace = query({
  name: 'accounts.at-place',
  roles: helpers,
  scope: 'any-place',
  input: z.strictObject({
    search: z.optional(prose(100)),
    role: z.optional(role()),
    /** Only those that nobody stands for yet. */
    waiting: z.optional(z.enum(['yes'])),
    after: z.optional(prose(200)),
  }),
  output: z.any() as unknown as z.ZodMiniType<{
    people: Colleague[]
    /** Where to go on from, or null at the end. */
    next: string | null
    invitations: OpenInvitation[]
  }>,
  summary: 'Who holds a role at the place or below it, by name, 100 at a time, and the open invitations.',
})

/** That somebody opened very many sealed values within an hour. */
export type Alarm = { id: string; account: string; name: string; place: string; reveals: number; at: string }

export const alarms = query({
  name: 'accounts.alarms',
  roles: ['privacy-officer', 'admin'],
  scope: 'any-place',
  input: z.strictObject({}),
  output: z.any() as unknown as z.ZodMiniType<{ alarms: Alarm[] }>,
  summary:
    'Who opened sixty sealed values of people or more within an hour, at the place and below, the newest 200.',
})

export const devicesOf = query({
  name: 'accounts.devices-of',
  roles: rescuers,
  scope: 'any-place',
  input: z.strictObject({ account: id() }),
  output: z.any() as unknown as z.ZodMiniType<{ devices: Omit<OwnDevice, 'current'>[]; issued: OnBehalf[] }>,
  summary:
    'The devices of somebody with a role at or below the place, to sign a lost one out, and what else works on their behalf.',
})
