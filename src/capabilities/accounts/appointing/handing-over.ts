// A facilitator hands his village to a colleague: the role, the enrolments, and if asked his own leaving, at once. Where the
// colleague does not hold the role there yet, all of it happens when they take it up.
import { newId } from '../../../kernel/id.ts'
import { covers } from '../../../kernel/place-code.ts'
import { Refused, refuseField, refuseIfAny } from '../../../kernel/refusal.ts'
import type { Holding } from '../../../kernel/role.ts'
import { type CommandWork, handle } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { handOverEnrolments } from '../../programmes/door.ts'
import { handOver } from '../account.ts'
import { reachesNoMore, whyNotHandOver } from '../rules.ts'
import { forgetAccount } from '../session.ts'
import {
  accountRow,
  endHoldingRow,
  type HandsOver,
  type Invitation,
  insertInvitation,
  type Reach,
  reachOf,
  running,
} from '../store.ts'
import { endBehalf } from '../store-issued.ts'
import { offerDays } from './appointment.ts'
import { isOffered } from './store.ts'

type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>
type Giver = { account: string; holdings: readonly Holding[] }

/** The roles by which an account accompanies the village as a facilitator now, the nearest first. */
async function accompanying(tx: Tx, account: string, place: string): Promise<Reach[]> {
  return running(await reachOf(tx, account))
    .filter((held) => held.role === 'facilitator' && covers(held.place, place))
    .sort((a, b) => b.place.length - a.place.length)
}

/** The enrolments go over, and who leaves, leaves. Gives the enrolments. */
async function passOn(
  work: Work,
  giver: Giver & { name: string },
  to: { id: string; name: string },
  given: HandsOver & { giving: Reach | undefined },
): Promise<string[]> {
  const { tx, today, now } = work
  const { from, leaves, reason, giving } = given
  const who = { account: giver.account, name: giver.name, on: today }
  const note = `${to.name}. ${reason}`
  const moved = await handOverEnrolments(work, { from, to: to.id, note, agency: giving?.agency ?? null }, who)
  if (leaves && giving) {
    forgetAccount(from)
    await endHoldingRow(tx, giving.id, giver.account, now)
    await endBehalf(work, from, 'what-is-over')
  }
  return moved
}

export const handingOver = handle(handOver, async (work) => {
  const { input, place, actor, tx, now, changes } = work
  const { from, to, leaves, reason } = input
  const [giving] = await accompanying(tx, from, place)
  refuseIfAny(whyNotHandOver(actor, giving, input, place))
  const receiver = await accountRow(tx, to)
  if (!receiver || receiver.disabledAt) throw new Refused([refuseField('to', 'accounts.unknown-person')])
  const agency = giving?.agency ?? null
  const held = { role: 'facilitator', place, agency } as const
  if ((await accompanying(tx, to, place)).some((each) => reachesNoMore(held, each))) {
    const moved = await passOn(work, actor, receiver, { from, leaves, reason, giving })
    for (const enrolment of moved) changes.touch('programmes.enrolment', enrolment)
    return { enrolments: moved.length, offered: false }
  }
  if (await isOffered(tx, to, held, now)) throw new Refused([refuseField('to', 'accounts.offered-already')])
  const expires = new Date(now.getTime() + offerDays.usual * 86_400_000)
  const offer = { id: newId(), ...held, nameHint: receiver.name, madeBy: actor.account, expires }
  await insertInvitation(tx, { ...offer, account: to, handsOver: { from, leaves, reason } }, now)
  return { enrolments: 0, offered: true }
})

/** Who was offered a village with the role has taken it up. Refused where it is no longer the giver's to hand over. */
export async function handOverAccepted(
  work: Work,
  { place }: Invitation,
  handsOver: HandsOver,
  giver: Giver,
): Promise<string[]> {
  const { tx, actor } = work
  const { from, leaves } = handsOver
  const [giving] = await accompanying(tx, from, place)
  refuseIfAny(whyNotHandOver(giver, giving, { from, to: actor.account, leaves }, place))
  const name = (await accountRow(tx, giver.account))?.name ?? ''
  return passOn(work, { ...giver, name }, { id: actor.account, name: actor.name }, { ...handsOver, giving })
}
