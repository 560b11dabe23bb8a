// A facilitator hands his village to a colleague: the role, the enrolments, and if asked his own leaving, at once.
import { covers } from '../../kernel/place-code.ts'
import { Refused, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { handOverEnrolments } from '../programmes/door.ts'
import { handOver } from './account.ts'
import { isFromAbove, reachesNoMore, whyNotHandOver } from './rules.ts'
import { forgetAccount } from './session.ts'
import { accountRow, endHoldingRow, insertHolding, type Reach, reachOf } from './store.ts'
import { endBehalf } from './store-issued.ts'

/** The roles by which an account accompanies the village as a facilitator now, the nearest first. */
async function accompanying(tx: Tx, account: string, place: string): Promise<Reach[]> {
  const reach = await reachOf(tx, account)
  return reach
    .filter((held) => held.endedAt === null && held.role === 'facilitator' && covers(held.place, place))
    .sort((a, b) => b.place.length - a.place.length)
}

export const handingOver = handle(handOver, async (work) => {
  const { input, place, actor, tx, now, today, changes } = work
  const [giving] = await accompanying(tx, input.from, place)
  refuseIfAny(whyNotHandOver(actor, giving, input, place))
  const receiver = await accountRow(tx, input.to)
  if (!receiver || receiver.disabledAt) throw new Refused([refuseField('to', 'accounts.unknown-person')])
  const agency = giving?.agency ?? null
  const given = { role: 'facilitator', place, agency } as const
  if (!(await accompanying(tx, input.to, place)).some((held) => reachesNoMore(given, held))) {
    forgetAccount(input.to)
    const confirmed = isFromAbove(actor.holdings, given)
    await insertHolding(tx, { ...given, account: input.to, grantedBy: actor.account, confirmed }, now)
  }
  const note = `${receiver.name}. ${input.reason}`
  const who = { account: actor.account, name: actor.name, on: today }
  const moved = await handOverEnrolments(work, { from: input.from, to: input.to, note, agency }, who)
  for (const enrolment of moved) changes.touch('programmes.enrolment', enrolment)
  if (input.leaves && giving) {
    forgetAccount(input.from)
    await endHoldingRow(tx, giving.id, actor.account, now)
    await endBehalf(work, input.from, 'what-is-over')
  }
  return { enrolments: moved.length }
})
