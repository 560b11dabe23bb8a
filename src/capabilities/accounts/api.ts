// The commands and queries about accounts. Rules first, then the store.
import { covers } from '../../kernel/place-code.ts'
import { Refused, refuse, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import type { AgencyOf, Holding } from '../../kernel/role.ts'
import { type Actor, answer, handle } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { agencyNamed } from '../agencies/door.ts'
import { alarmsHere } from '../people/door.ts'
import {
  alarms,
  atPlace,
  confirm,
  devicesOf,
  disable,
  enable,
  endHolding,
  grant,
  invite,
  makeResetCode,
  mine,
  type OnBehalf,
  restoreDevice,
  revokeDevice,
  revokeMine,
  revokeSessions,
  withdrawInvitation,
} from './account.ts'
import type { Named } from './agency-rules.ts'
import { accountName } from './door.ts'
import { handingOver } from './handing-over.ts'
import { deviceExists, devicesOf as devicesList, invitationsAt, mineRow, peopleAt } from './list-store.ts'
import { whoMayHelp, whoMayInvite } from './roles.ts'
import { isFromAbove, reaches, whyNotEnd, whyNotGive, whyNotManage } from './rules.ts'
import { forgetAccount } from './session.ts'
import { endSessions, restoreDeviceRow } from './session-store.ts'
import {
  accountRow,
  confirmHoldings,
  endHoldingRow,
  heldAs,
  holdingsThatCount,
  insertHolding,
  insertInvitation,
  insertResetCode,
  othersHolding,
  type Reach,
  reachOf,
  setDisabled,
  withdrawInvitationRow,
} from './store.ts'
import { endBehalf } from './store-issued.ts'

const day = 86_400_000
const invitationDays = 14
const nobodySuch = () => new Refused([refuse('accounts.unknown-person')])

/** The person's holdings, when the actor is above all of them by the table; refuses otherwise. */
async function manageable(
  tx: Tx,
  table: typeof whoMayHelp,
  actor: Actor,
  account: string,
  place: string,
): Promise<Reach[]> {
  const reach = await reachOf(tx, account)
  refuseIfAny(whyNotManage(table, actor.holdings, holdingsThatCount(reach), place))
  return reach
}

/** What is kept of an agency beside a role. */
const agencyOf = (named: Named | null | undefined): AgencyOf | null =>
  named ? { id: named.id, kind: named.kind, name: named.name } : null

/** Refuses to leave the installation, or the place of an administrator, without one. */
async function refuseLastAdmin(tx: Tx, account: string, holdings: readonly Holding[]): Promise<void> {
  for (const holding of holdings)
    if (holding.role === 'admin' && (await othersHolding(tx, account, holding)) === 0)
      throw new Refused([refuse('accounts.last-admin')])
}

const joining = [
  handle(invite, async ({ input, place, actor, tx, now, vault }) => {
    const agency = await agencyNamed(tx, input.agency)
    refuseIfAny(whyNotGive(actor.holdings, input.role, place, agency))
    const codeHash = vault.digest('accounts:invitation', input.codeHash)
    const { id, role, nameHint } = input
    const expires = new Date(now.getTime() + invitationDays * day)
    const made = { id, role, place, nameHint, madeBy: actor.account, codeHash, expires }
    await insertInvitation(tx, { ...made, agency: agencyOf(agency) }, now)
    return { expires: expires.toISOString() }
  }),
  handle(withdrawInvitation, async ({ input, place, actor, tx, now }) => {
    const gone = await withdrawInvitationRow(tx, input.id, place, now)
    if (!gone) throw new Refused([refuse('accounts.invitation-gone')])
    if (!reaches(whoMayInvite, actor.holdings, gone)) throw new Refused([refuse('accounts.may-not-give')])
  }),
  handle(grant, async ({ input, place, roles, actor, tx, now }) => {
    const agency = await agencyNamed(tx, input.agency)
    refuseIfAny(whyNotGive(actor.holdings, input.role, place, agency))
    if (input.account === actor.account && !roles.includes('admin'))
      throw new Refused([refuse('accounts.not-to-yourself')])
    const account = await accountRow(tx, input.account)
    if (!account || account.disabledAt) throw nobodySuch()
    forgetAccount(input.account)
    const held = heldAs({ role: input.role, place, agency: agencyOf(agency) })
    const holding = { id: input.id, account: input.account, ...held, grantedBy: actor.account }
    const confirmed = isFromAbove(actor.holdings, held)
    const fresh = await insertHolding(tx, { ...holding, confirmed }, now)
    if (!fresh) throw new Refused([refuseField('role', 'accounts.holds-already')])
  }),
  handle(endHolding, async (work) => {
    const { input, place, actor, tx, now } = work
    const reach = await reachOf(tx, input.account)
    const holding = reach.find((held) => held.id === input.holding && covers(place, held.place))
    if (!holding) throw nobodySuch()
    if (holding.endedAt) throw new Refused([refuse('accounts.ended-already')])
    refuseIfAny(whyNotEnd(actor.holdings, holding, input.account === actor.account))
    await refuseLastAdmin(tx, input.account, [holding])
    forgetAccount(input.account)
    await endHoldingRow(tx, holding.id, actor.account, now)
    await endBehalf(work, input.account, 'what-is-over')
  }),
]

const helping = [
  handle(makeResetCode, async ({ input, place, actor, tx, now, vault }) => {
    await manageable(tx, whoMayHelp, actor, input.account, place)
    const account = await accountRow(tx, input.account)
    if (!account || account.disabledAt) throw nobodySuch()
    const codeHash = vault.digest('accounts:reset', input.codeHash)
    const expires = new Date(now.getTime() + day)
    await insertResetCode(tx, { ...input, codeHash, madeBy: actor.account, expires }, now)
    return { expires: expires.toISOString() }
  }),
  handle(disable, async (work) => {
    const { input, place, actor, tx, now } = work
    if (input.account === actor.account) throw new Refused([refuse('accounts.not-yourself')])
    const reach = await manageable(tx, whoMayHelp, actor, input.account, place)
    await refuseLastAdmin(
      tx,
      input.account,
      reach.filter((held) => held.endedAt === null),
    )
    forgetAccount(input.account)
    await changeDisabled(tx, input.account, now, input.basedOn)
    await endBehalf(work, input.account, 'all')
  }),
  handle(confirm, async ({ input, place, actor, tx, now }) => {
    if (input.account === actor.account) throw new Refused([refuse('accounts.not-yourself')])
    const held = (await reachOf(tx, input.account)).filter(
      (each) => !each.endedAt && covers(place, each.place),
    )
    if (held.length === 0) throw nobodySuch()
    const ids = held.filter((each) => isFromAbove(actor.holdings, each)).map((each) => each.id)
    if (ids.length === 0) throw new Refused([refuse('accounts.may-not-confirm')])
    forgetAccount(input.account)
    if ((await confirmHoldings(tx, ids, actor.account, now)) === 0)
      throw new Refused([refuse('accounts.confirmed-already')])
  }),
  handle(enable, async ({ input, place, actor, tx }) => {
    await manageable(tx, whoMayHelp, actor, input.account, place)
    forgetAccount(input.account)
    await changeDisabled(tx, input.account, null, input.basedOn)
  }),
]

async function changeDisabled(tx: Tx, id: string, at: Date | null, basedOn: number): Promise<void> {
  const account = await accountRow(tx, id)
  if (!account) throw nobodySuch()
  if (account.version !== basedOn || !(await setDisabled(tx, id, at, basedOn)))
    throw new Refused([
      refuse('accounts.changed-meanwhile', {
        version: account.version,
        disabled: account.disabledAt ? 'yes' : 'no',
      }),
    ])
}

const losing = [
  handle(revokeDevice, async ({ input, place, actor, tx, now }) => {
    await manageable(tx, whoMayInvite, actor, input.account, place)
    if (!(await deviceExists(tx, input.account, input.device)))
      throw new Refused([refuse('accounts.unknown-device')])
    forgetAccount(input.account)
    return { sessions: await endSessions(tx, { account: input.account, device: input.device }, now, true) }
  }),
  handle(restoreDevice, async ({ input, place, actor, tx }) => {
    await manageable(tx, whoMayHelp, actor, input.account, place)
    if (!(await restoreDeviceRow(tx, input.account, input.device)))
      throw new Refused([refuse('accounts.unknown-device')])
  }),
  handle(revokeSessions, async (work) => {
    const { input, place, actor, tx, now } = work
    await manageable(tx, whoMayInvite, actor, input.account, place)
    forgetAccount(input.account)
    const sessions = await endSessions(tx, { account: input.account }, now, true)
    await endBehalf(work, input.account, 'all')
    return { sessions }
  }),
  handle(revokeMine, async (work) => {
    const { input, actor, tx, now } = work
    const { account, session, device } = actor
    if (input.device !== null && !(await deviceExists(tx, account, input.device)))
      throw new Refused([refuse('accounts.unknown-device')])
    forgetAccount(account)
    const ending =
      input.device === null
        ? { account, butSession: session, butDevice: device }
        : { account, device: input.device }
    const sessions = await endSessions(tx, ending, now, true)
    if (input.device === null) await endBehalf(work, account, 'all', session)
    return { sessions }
  }),
]

export const accountsCommands = [...joining, handingOver, ...helping, ...losing]

/** Sessions are told with their devices. */
const besides = async (listed: Promise<readonly OnBehalf[]>): Promise<OnBehalf[]> =>
  (await listed).filter(({ what }) => what !== 'accounts.session')

export const accountsQueries = [
  answer(mine, async ({ actor, tx, issued }) => {
    const row = actor ? await mineRow(tx, actor.account) : null
    if (!actor || !row) throw nobodySuch()
    const running = (await reachOf(tx, actor.account)).filter((held) => held.endedAt === null)
    const givers = await accountName(
      tx,
      running.flatMap((held) => held.grantedBy ?? []),
    )
    const devices = await devicesList(tx, actor.account, new Date())
    return {
      id: row.id,
      name: row.name,
      user: row.user,
      phone: row.phone,
      secondFactorSince: row.since?.toISOString() ?? null,
      holdings: running.map(({ id, role, place, agency, since, grantedBy }) => ({
        id,
        role,
        place,
        agency: agency ?? null,
        since: since.toISOString(),
        grantedBy: grantedBy ? (givers.get(grantedBy) ?? null) : null,
      })),
      devices: devices.map((device) => ({ ...device, current: device.id === actor.device })),
      issued: await besides(issued(actor.account)),
    }
  }),
  answer(atPlace, async ({ input, place, actor, tx, viewed }) => {
    const asked = { search: input.search?.trim() ?? '', role: input.role ?? null, after: input.after ?? '' }
    const { people, next } = await peopleAt(tx, place, asked)
    viewed('accounts.at-place', [...new Set(people.map(({ account }) => account))])
    const open = asked.after === '' ? await invitationsAt(tx, place, new Date()) : []
    // An open invitation is shown to those who could have made it.
    const invitations = open.filter((each) => reaches(whoMayInvite, actor?.holdings ?? [], each))
    return { people, next, invitations }
  }),
  answer(alarms, async ({ tx }) => {
    const raised = await alarmsHere(tx)
    const names = await accountName(
      tx,
      raised.map(({ account }) => account),
    )
    return {
      alarms: raised.map(({ at, ...each }) => ({
        ...each,
        name: names.get(each.account) ?? '–',
        at: at.toISOString(),
      })),
    }
  }),
  answer(devicesOf, async ({ input, place, actor, tx, viewed, issued }) => {
    if (!actor) throw nobodySuch()
    refuseIfAny(
      whyNotManage(whoMayInvite, actor.holdings, holdingsThatCount(await reachOf(tx, input.account)), place),
    )
    viewed('accounts.device', [input.account])
    const devices = await devicesList(tx, input.account, new Date())
    return { devices, issued: await besides(issued(input.account)) }
  }),
]
