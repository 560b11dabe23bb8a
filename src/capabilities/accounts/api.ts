// The commands and queries about accounts. Rules first, then the store.
import { Refused, refuse, refuseIfAny } from '../../kernel/refusal.ts'
import { type Actor, answer, handle } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { agencyNamed } from '../agencies/door.ts'
import { alarmsHere } from '../people/door.ts'
import {
  alarms,
  atPlace,
  devicesOf,
  disable,
  enable,
  invite,
  makeResetCode,
  mine,
  restoreDevice,
  revokeDevice,
  revokeMine,
  revokeSessions,
  withdrawInvitation,
} from './account.ts'
import { agencyOf, appointing, expiryOf, nobodySuch, refuseLastAdmin } from './appointing/api.ts'
import { leaving, type OnBehalf } from './appointing/appointment.ts'
import { handingOver } from './appointing/handing-over.ts'
import { offersTo } from './appointing/store.ts'
import { accountName } from './door.ts'
import {
  deviceExists,
  devicesOf as devicesList,
  invitationsAt,
  mineRow,
  ownHoldings,
  peopleAt,
} from './list-store.ts'
import { whoMayHelp, whoMayInvite } from './roles.ts'
import { reaches, whyNotGive, whyNotManage, whyNotSignOut } from './rules.ts'
import { forgetAccount } from './session.ts'
import { endSessions, restoreDeviceRow } from './session-store.ts'
import {
  accountRow,
  holdingsThatCount,
  insertInvitation,
  insertResetCode,
  othersHolding,
  type Reach,
  reachOf,
  running,
  setDisabled,
  withdrawInvitationRow,
} from './store.ts'
import { endBehalf } from './store-issued.ts'

const day = 86_400_000

/** The person's holdings, when the actor manages one of them; refuses otherwise. */
async function reachedBy(tx: Tx, actor: Actor, account: string, place: string): Promise<Reach[]> {
  const reach = holdingsThatCount(await reachOf(tx, account))
  refuseIfAny(whyNotSignOut(actor.holdings, reach, place))
  return reach
}

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

const joining = [
  handle(invite, async ({ input, place, actor, tx, now, vault }) => {
    const agency = await agencyNamed(tx, input.agency)
    refuseIfAny(whyNotGive(actor.holdings, input.role, place, agency))
    const codeHash = vault.digest('accounts:invitation', input.codeHash)
    const { id, role, nameHint } = input
    const expires = expiryOf(now, input.days)
    const made = { id, role, place, nameHint, madeBy: actor.account, codeHash, expires }
    await insertInvitation(tx, { ...made, agency: agencyOf(agency) }, now)
    return { expires: expires.toISOString() }
  }),
  handle(withdrawInvitation, async ({ input, place, actor, tx, now }) => {
    const gone = await withdrawInvitationRow(tx, input.id, place, now)
    if (!gone) throw new Refused([refuse('accounts.invitation-gone')])
    if (!reaches(whoMayInvite, actor.holdings, gone)) throw new Refused([refuse('accounts.may-not-give')])
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
    await reachedBy(tx, actor, input.account, place)
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
    const reach = await reachedBy(tx, actor, input.account, place)
    forgetAccount(input.account)
    const sessions = await endSessions(tx, { account: input.account }, now, true)
    // What was issued for roles that the sender has no say in is no concern of a lost phone of theirs.
    const elsewhere = running(reach).filter((held) => !reaches(whoMayInvite, actor.holdings, held))
    await endBehalf(work, input.account, elsewhere.length > 0 ? elsewhere : 'all')
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

export const accountsCommands = [...joining, ...appointing, handingOver, ...helping, ...losing]

/** Sessions are told with their devices. */
const besides = async (listed: Promise<readonly OnBehalf[]>): Promise<OnBehalf[]> =>
  (await listed).filter(({ what }) => what !== 'accounts.session')

export const accountsQueries = [
  answer(mine, async ({ actor, tx, issued }) => {
    const row = actor ? await mineRow(tx, actor.account) : null
    if (!actor || !row) throw nobodySuch()
    const now = new Date()
    const devices = await devicesList(tx, actor.account, now)
    return {
      id: row.id,
      name: row.name,
      user: row.user,
      phone: row.phone,
      secondFactorSince: row.since?.toISOString() ?? null,
      holdings: await ownHoldings(tx, actor.account),
      offers: (await offersTo(tx, actor.account, now)).map((offer) => ({
        ...{ id: offer.id, role: offer.role, place: offer.place, agency: offer.agency, by: offer.by },
        ...{ expires: offer.expires.toISOString(), handsOver: offer.handsOver !== null },
      })),
      devices: devices.map((device) => ({ ...device, current: device.id === actor.device })),
      issued: await besides(issued(actor.account)),
    }
  }),
  answer(leaving, async ({ input, actor, tx, issued }) => {
    const held = actor ? running(await reachOf(tx, actor.account)) : []
    const going = held.find(({ id }) => id === input.holding)
    if (!actor || !going) throw nobodySuch()
    const left = held.filter(({ id }) => id !== going.id)
    return {
      issued: await besides(issued(actor.account, left)),
      others: await othersHolding(tx, actor.account, going),
    }
  }),
  answer(atPlace, async ({ input, place, actor, tx, viewed }) => {
    const asked = {
      ...{ search: input.search?.trim() ?? '', role: input.role ?? null, after: input.after ?? '' },
      waiting: input.waiting === 'yes',
    }
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
    await reachedBy(tx, actor, input.account, place)
    viewed('accounts.device', [input.account])
    const devices = await devicesList(tx, input.account, new Date())
    return { devices, issued: await besides(issued(input.account)) }
  }),
]
