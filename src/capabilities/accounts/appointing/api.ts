// A role is offered, taken up, confirmed, suspended and ended. Rules first, then the store.
import { covers, nation } from '../../../kernel/place-code.ts'
import { Refused, refuse, refuseField, refuseIfAny } from '../../../kernel/refusal.ts'
import type { Holding } from '../../../kernel/role.ts'
import { type CommandWork, handle } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { agencyNamed } from '../../agencies/door.ts'
import { confirm, endHolding, grant } from '../account.ts'
import type { Named } from '../agency-rules.ts'
import { openOffer, takeUp } from '../joining.ts'
import { appointingAs, isFromAbove, whyNotConfirm, whyNotEnd, whyNotGive } from '../rules.ts'
import { forgetAccount } from '../session.ts'
import {
  accountRow,
  asOf,
  confirmHolding,
  endHoldingRow,
  heldAs,
  insertInvitation,
  lineOf,
  othersHolding,
  type Reach,
  reachOf,
  suspendHoldingRow,
  unconfirmHoldings,
  withdrawInvitationRow,
} from '../store.ts'
import { endBehalf } from '../store-issued.ts'
import { accept, decline, layDown, offerDays, reinstate, suspend } from './appointment.ts'
import { handOverAccepted } from './handing-over.ts'
import { isOffered } from './store.ts'

export const nobodySuch = () => new Refused([refuse('accounts.unknown-person')])

/** When an offer or an invitation that is made now is over. */
export const expiryOf = (now: Date, days: number = offerDays.usual): Date =>
  new Date(now.getTime() + days * 86_400_000)

/** What is kept of an agency beside a role. */
export const agencyOf = (named: Named | null | undefined): (Holding['agency'] & object) | null =>
  named ? { id: named.id, kind: named.kind, name: named.name } : null

/** Refuses to leave the nation without an administrator: nobody could appoint another, of any role. */
export async function refuseLastAdmin(tx: Tx, account: string, holdings: readonly Holding[]): Promise<void> {
  for (const holding of holdings)
    if (
      holding.role === 'admin' &&
      holding.place === nation &&
      (await othersHolding(tx, account, holding)) === 0
    )
      throw new Refused([refuse('accounts.last-admin')])
}

const offering = [
  handle(grant, async ({ input, place, roles, actor, tx, now }) => {
    const agency = await agencyNamed(tx, input.agency)
    refuseIfAny(whyNotGive(actor.holdings, input.role, place, agency))
    if (input.account === actor.account && !roles.includes('admin'))
      throw new Refused([refuse('accounts.not-to-yourself')])
    const account = await accountRow(tx, input.account)
    if (!account || account.disabledAt) throw nobodySuch()
    const held = heldAs({ role: input.role, place, agency: agencyOf(agency) })
    const has = (await reachOf(tx, input.account)).some(
      (each) =>
        !each.endedAt &&
        each.role === held.role &&
        each.place === place &&
        each.agency?.id === held.agency?.id,
    )
    if (has || (await isOffered(tx, input.account, held, now)))
      throw new Refused([refuseField('role', has ? 'accounts.holds-already' : 'accounts.offered-already')])
    const expires = expiryOf(now, input.days)
    const offer = { id: input.id, role: input.role, place, agency: agencyOf(agency), nameHint: account.name }
    await insertInvitation(tx, { ...offer, account: account.id, madeBy: actor.account, expires }, now)
    return { expires: expires.toISOString() }
  }),
  handle(accept, async (work) => {
    const { input, place, actor, tx, now, changes } = work
    const { offer, giving } = await openOffer(tx, input.offer, actor.account, place, now)
    if (!giving) throw new Refused([refuse('accounts.offer-void')])
    if (!(await takeUp(tx, offer, giving, { account: actor.account, device: actor.device, mark: null }, now)))
      throw new Refused([refuse('accounts.holds-already')])
    if (offer.handsOver && offer.madeBy)
      for (const enrolment of await handOverAccepted(work, offer, offer.handsOver, {
        account: offer.madeBy,
        holdings: giving,
      }))
        changes.touch('programmes.enrolment', enrolment)
  }),
  handle(decline, async ({ input, place, actor, tx, now }) => {
    const { offer } = await openOffer(tx, input.offer, actor.account, place, now)
    await withdrawInvitationRow(tx, offer.id, place, now)
  }),
  handle(confirm, async ({ input, place, actor, tx, now }) => {
    const held = (await reachOf(tx, input.account)).filter(
      (each) => !each.endedAt && covers(place, each.place),
    )
    if (held.length === 0) throw nobodySuch()
    const line = await lineOf(tx, actor.account)
    const whyNot = (each: Reach) => whyNotConfirm(actor, { ...each, account: input.account }, line)
    const waiting = held.filter(({ vouch }) => !vouch)
    const mine = waiting.filter((each) => whyNot(each).length === 0)
    const [other] = waiting.length > 0 ? waiting : held
    if (mine.length === 0) refuseIfAny(other ? whyNot(other) : [])
    if (mine.length === 0) throw new Refused([refuse('accounts.confirmed-already')])
    forgetAccount(input.account)
    for (const each of mine)
      await confirmHolding(
        tx,
        each.id,
        { account: actor.account, as: asOf(appointingAs(actor.holdings, each)) },
        now,
      )
  }),
]

type Ending = Parameters<CommandWork<unknown>>[0]

/** The role, where it is held at or below the place and has not ended. */
async function holdingOf(
  { tx, place }: Pick<Ending, 'tx' | 'place'>,
  account: string,
  id: string,
): Promise<Reach> {
  const holding = (await reachOf(tx, account)).find((held) => held.id === id && covers(place, held.place))
  if (!holding) throw nobodySuch()
  if (holding.endedAt) throw new Refused([refuse('accounts.ended-already')])
  return holding
}

async function end(work: Ending, account: string, holding: Reach): Promise<void> {
  await refuseLastAdmin(work.tx, account, [holding])
  forgetAccount(account)
  await endHoldingRow(work.tx, holding.id, work.actor.account, work.now)
  await endBehalf(work, account, 'what-is-over')
}

const ending = [
  handle(endHolding, async (work) => {
    const { input, actor } = work
    const holding = await holdingOf(work, input.account, input.holding)
    refuseIfAny(whyNotEnd(actor.holdings, holding, input.account === actor.account))
    await end(work, input.account, holding)
  }),
  handle(layDown, async (work) => {
    const { input, actor } = work
    await end(work, actor.account, await holdingOf(work, actor.account, input.holding))
  }),
  handle(suspend, async (work) => {
    const { input, actor, tx, now } = work
    const holding = await holdingOf(work, input.account, input.holding)
    refuseIfAny(whyNotEnd(actor.holdings, holding, false))
    await refuseLastAdmin(tx, input.account, [holding])
    forgetAccount(input.account)
    if (!(await suspendHoldingRow(tx, holding.id, now, actor.account)))
      throw new Refused([refuse('accounts.suspended-already')])
    await endBehalf(work, input.account, 'what-is-over')
  }),
  handle(reinstate, async (work) => {
    const { input, actor, tx } = work
    const holding = await holdingOf(work, input.account, input.holding)
    if (input.account === actor.account) throw new Refused([refuse('accounts.not-yourself')])
    refuseIfAny(whyNotEnd(actor.holdings, holding, false))
    forgetAccount(input.account)
    if (!(await suspendHoldingRow(tx, holding.id, null, actor.account)))
      throw new Refused([refuse('accounts.not-suspended')])
    if (!isFromAbove(actor.holdings, holding)) await unconfirmHoldings(tx, [holding.id], actor.account)
  }),
]

export const appointing = [...offering, ...ending]
