// A facilitator hands his village to a colleague: the role, the enrolments, and if asked his own leaving, at once.
import { covers } from '../../kernel/place-code.ts'
import { Refused, refuseField, refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { handOverEnrolments } from '../programmes/door.ts'
import { handOver } from './account.ts'
import { whyNotHandOver } from './rules.ts'
import { forgetAccount } from './session.ts'
import { accountRow, endHoldingRow, insertHolding, type Reach, reachOf } from './store.ts'

/** The role by which an account accompanies the village as a facilitator now, the nearest first. */
async function accompanying(tx: Tx, account: string, place: string): Promise<Reach | undefined> {
  const reach = await reachOf(tx, account)
  return reach
    .filter((held) => held.endedAt === null && held.role === 'facilitator' && covers(held.place, place))
    .sort((a, b) => b.place.length - a.place.length)[0]
}

export const handingOver = handle(handOver, async (work) => {
  const { input, place, actor, tx, now, today, changes } = work
  const giving = await accompanying(tx, input.from, place)
  refuseIfAny(whyNotHandOver(actor, giving, input, place))
  const receiver = await accountRow(tx, input.to)
  if (!receiver || receiver.disabledAt) throw new Refused([refuseField('to', 'accounts.unknown-person')])
  if (!(await accompanying(tx, input.to, place))) {
    forgetAccount(input.to)
    const holding = { account: input.to, role: 'facilitator', place, grantedBy: actor.account } as const
    await insertHolding(tx, holding, now)
  }
  const note = `${receiver.name}. ${input.reason}`
  const who = { account: actor.account, name: actor.name, on: today }
  const moved = await handOverEnrolments(work, { from: input.from, to: input.to, note }, who)
  for (const enrolment of moved) changes.touch('programmes.enrolment', enrolment)
  if (input.leaves && giving) {
    forgetAccount(input.from)
    await endHoldingRow(tx, giving.id, actor.account, now)
  }
  return { enrolments: moved.length }
})
