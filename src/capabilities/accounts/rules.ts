// Who may give which role, help whom with a lost password, and sign whom out. Both sides.
import { covers, levelOf, nation, type PlaceLevel, rolesAt } from '../../kernel/place-code.ts'
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import { actingBy, type Holding, isControlling, type Role, roles } from '../../kernel/role.ts'

import { mayBeOfAgency, type Named, whyNotOf } from './agency-rules.ts'
import { confirmers, controls, type RoleTable, whoMayHelp, whoMayInvite } from './roles.ts'

/** At which levels a role can be held. A facilitator of a district or city is a senior one (asisten, Korkot). */
export const heldAt: Readonly<Record<Role, readonly PlaceLevel[]>> = {
  volunteer: ['village'],
  teller: ['village'],
  facilitator: ['village', 'district', 'regency'],
  'board-member': ['village'],
  'board-secretary': ['village'],
  'unit-manager': ['village', 'district'],
  'group-officer': ['village'],
  'village-head': ['village'],
  'district-officer': ['district'],
  'city-officer': ['regency'],
  'province-officer': ['province'],
  'national-officer': ['nation'],
  partner: ['village', 'district', 'regency', 'province', 'nation'],
  auditor: ['village', 'district', 'regency', 'province', 'nation'],
  'privacy-officer': ['regency', 'province', 'nation'],
  admin: ['regency', 'province', 'nation'],
}

/** Whether a role reaches no more than another: at its place or below, and, where it is of an agency, for one of that kind. */
export const reachesNoMore = (target: Holding, own: Holding): boolean =>
  covers(own.place, target.place) && (!own.agency || own.agency.kind === target.agency?.kind)

/**
 * The one rule of powers, for all that gives, takes or passes them on: one of the actor's roles has that role in its table,
 * and reaches no less.
 */
export const reaches = (table: RoleTable, actor: readonly Holding[], target: Holding): boolean =>
  actingBy(actor).some(
    (own) => (table[own.role]?.includes(target.role) ?? false) && reachesNoMore(target, own),
  )

/**
 * Whether somebody is an officer above a role, and not a colleague in the village: such a one stands for who holds it. For whom
 * he works does not matter, for it gives nobody any power.
 */
export const isFromAbove = (
  giver: readonly Holding[],
  { role, place }: Pick<Holding, 'role' | 'place'>,
): boolean => givingBy(giver, role, place).some((own) => confirmers.includes(own.role))

/** Whether who holds a role stands high enough above a place to give one there: a controlling one comes from above what it controls. */
function isHighEnough(own: Holding, role: Role, place: string): boolean {
  // Nobody is above the nation: two of its own appoint there.
  if (!isControlling(role) || place === nation) return true
  const { from } = controls[role]
  return (
    own.place !== place && (from === undefined || levels.indexOf(levelOf(own.place)) <= levels.indexOf(from))
  )
}
const levels: readonly PlaceLevel[] = ['nation', 'province', 'regency', 'district', 'village']

/** By which of the giver's roles a role may be given at a place, whatever the agency. */
const givingBy = <H extends Holding>(giver: readonly H[], role: Role, place: string): H[] =>
  actingBy(giver).filter(
    (own) =>
      covers(own.place, place) && whoMayInvite[own.role]?.includes(role) && isHighEnough(own, role, place),
  )

/** The role in which somebody gives or confirms one: what stands beside it from then on. */
export function appointingAs<H extends Holding>(giver: readonly H[], target: Holding): H | undefined {
  const giving = givingBy(giver, target.role, target.place)
  return giving.find((own) => reachesNoMore(target, own)) ?? giving[0]
}

/** A role that was given and nobody stands for: its holder, who gave it, and who has made a reset code for it since. */
export type Unconfirmed = Pick<Holding, 'role' | 'place'> & {
  account: string
  grantedBy: string | null
  doubtedBy: string | null
}

/**
 * Why the actor may not stand for a role. A controlling one is confirmed by a second officer: not who gave it or reset its
 * password, nor anybody whom one of these has appointed (`line`: those who appointed the actor, and those who appointed them).
 * `sharing`: who else signed in on the actor's device.
 */
export function whyNotConfirm(
  actor: { account: string; holdings: readonly Holding[]; sharing?: readonly string[] },
  target: Unconfirmed,
  line: readonly string[],
): Refusal[] {
  if (actor.account === target.account) return [refuse('accounts.not-yourself')]
  if (!isFromAbove(actor.holdings, target)) return [refuse('accounts.may-not-confirm')]
  if (!isControlling(target.role)) return []
  const first = [target.grantedBy, target.doubtedBy].filter((each) => each !== null)
  const shares = (account: string) => actor.sharing?.includes(account) ?? false
  return reasons(
    first.includes(actor.account) && refuse('accounts.confirm-by-second'),
    first.some((each) => line.includes(each)) && refuse('accounts.confirm-not-appointed'),
    [target.account, ...first].some(shares) && refuse('accounts.confirm-other-device'),
  )
}

/** Whether a role counts at once when it is taken up: an officer above gave it, to somebody else, and no second one need confirm. */
export const countsAtOnce = (giver: readonly Holding[], target: Holding, toHimself: boolean): boolean =>
  !toHimself && !isControlling(target.role) && isFromAbove(giver, target)

/** The roles that somebody may give at a place, in the order of the kernel's list. */
export function mayGive(giver: readonly Holding[], place: string): Role[] {
  const level = levelOf(place)
  return roles.filter(
    (role) =>
      heldAt[role].includes(level) &&
      givingBy(giver, role, place).some((own) => !own.agency || mayBeOfAgency(role)),
  )
}

/** Why a role may not be given; `agency`: what it is to be a function of (null: of none; undefined: of one that there is not). */
export function whyNotGive(
  giver: readonly Holding[],
  role: Role,
  place: string,
  agency: Named | null | undefined,
): Refusal[] {
  const giving = givingBy(giver, role, place)
  const target = { role, place, agency: agency ?? null }
  return reasons(
    !heldAt[role].includes(levelOf(place)) && refuseField('role', 'accounts.role-not-at-this-level'),
    giving.length === 0 && refuseField('role', 'accounts.may-not-give'),
    ...whyNotOf(role, place, agency),
    giving.length > 0 &&
      !giving.some((own) => reachesNoMore(target, own)) &&
      refuseField('agency', 'accounts.agency-is-yours'),
  )
}

/**
 * Why the actor may not act on a whole account (reset, close, sign out): they must reach every role the
 * person holds, wherever it is. `holdings`: those running, or if none runs any more, the ended ones.
 */
export function whyNotManage(
  table: RoleTable,
  actor: readonly Holding[],
  holdings: readonly Holding[],
  place: string,
): Refusal[] {
  // To somebody who holds nothing at or below the place, the account does not exist.
  if (!holdings.some((holding) => covers(place, holding.place))) return [refuse('accounts.unknown-person')]
  const above = holdings.every((holding) => reaches(table, actor, holding))
  return above ? [] : [refuse('accounts.holds-more-elsewhere')]
}

/** Why the actor may not sign a person out or look at their devices: they must manage one role of theirs, at or below the place. */
export function whyNotSignOut(
  actor: readonly Holding[],
  holdings: readonly Holding[],
  place: string,
): Refusal[] {
  const here = holdings.filter((held) => covers(place, held.place))
  if (here.length === 0) return [refuse('accounts.unknown-person')]
  return reasons(!here.some((held) => reaches(whoMayInvite, actor, held)) && refuse('accounts.not-above'))
}

/** Why a role may not be ended or suspended by the actor. Everybody may lay down their own. */
export function whyNotEnd(actor: readonly Holding[], target: Holding, own: boolean): Refusal[] {
  return own || reaches(whoMayHelp, actor, target) ? [] : [refuse('accounts.may-not-end')]
}

/** Who may hand a village over: the facilitator his own, the officers who appoint facilitators anybody's. */
export const handers: readonly Role[] = [
  'facilitator',
  'city-officer',
  'province-officer',
  'national-officer',
  'admin',
]

/**
 * Why a village may not be handed over. `giving`: the role of facilitator by which the giver accompanies the
 * village now, held there or above; undefined when there is none.
 */
export function whyNotHandOver(
  actor: { account: string; holdings: readonly Holding[] },
  giving: Holding | undefined,
  given: { from: string; to: string; leaves: boolean },
  place: string,
): Refusal[] {
  const own = actor.account === given.from
  const above = reaches(whoMayHelp, actor.holdings, {
    role: 'facilitator',
    place,
    agency: giving?.agency ?? null,
  })
  const toHimself = actor.account === given.to && !rolesAt(actor.holdings, place).includes('admin')
  return reasons(
    given.from === given.to && refuseField('to', 'accounts.same-person'),
    !own && toHimself && refuseField('to', 'accounts.not-to-yourself'),
    !own && !above && refuseField('from', 'accounts.may-not-hand-over'),
    !giving && refuseField('from', 'accounts.not-their-village'),
    // A role for a whole district or city does not end with one village.
    given.leaves && giving && giving.place !== place && refuseField('leaves', 'accounts.holds-wider'),
  )
}

/** Roles whose hands reach many villages, or other people's data: they sign in with two factors. */
export const twoFactorRoles: readonly Role[] = [
  'district-officer',
  'city-officer',
  'province-officer',
  'national-officer',
  'auditor',
  'privacy-officer',
  'admin',
]

const graceDays = 7

export type SecondFactorState = { on: boolean; required: boolean; dueAt: string | null; overdue: boolean }

/** Whether a second factor is owed: seven days after the first such role began, or at `graceUntil` when that is later. */
export function secondFactorState(
  on: boolean,
  holdings: readonly (Holding & { since: Date })[],
  graceUntil: Date | null,
  now: Date,
): SecondFactorState {
  const starts = holdings
    .filter((held) => twoFactorRoles.includes(held.role))
    .map((held) => held.since.getTime())
  if (starts.length === 0) return { on, required: false, dueAt: null, overdue: false }
  const due = Math.max(Math.min(...starts) + graceDays * 86_400_000, graceUntil?.getTime() ?? 0)
  return {
    on,
    required: true,
    dueAt: on ? null : new Date(due).toISOString(),
    overdue: !on && now.getTime() >= due,
  }
}

/** The place and role of the very first account. */
export const firstHolding: Holding = { role: 'admin', place: nation }
