// A role is offered, taken up, suspended, laid down: the commands of whom it concerns. Read by both sides.
import * as z from 'zod/mini'
import { command, query } from '../../../kernel/command.ts'
import { id, line } from '../../../kernel/fields.ts'
import type { AgencyOf, Role } from '../../../kernel/role.ts'
import type { Text } from '../../../kernel/text.ts'
import { helpers } from '../roles.ts'

/** For how many days an offer or an invitation may wait to be taken up, and for how many it does when nobody says. */
export const offerDays = { least: 1, most: 60, usual: 14 } as const
export const daysOffered = () =>
  z.optional(z.int().check(z.minimum(offerDays.least), z.maximum(offerDays.most)))

/** What works on somebody's behalf without them: `what` is the kind, `name` what they called it. */
export type OnBehalf = {
  what: string
  title: Text
  id: string
  place: string
  name: string
  since: string
}

/** A role that waits for its receiver. */
export type OwnOffer = {
  id: string
  role: Role
  place: string
  agency: AgencyOf | null
  by: string
  expires: string
  /** A village is handed over with it. */
  handsOver: boolean
}

const offered = () => z.strictObject({ offer: id() })

export const accept = command({
  name: 'accounts.accept',
  version: 1,
  roles: ['account'],
  scope: 'any-place',
  input: offered(),
  records: (input) => [input.offer],
  summary:
    'Takes up a role that is offered to me at the place; before that it gives nothing. Refused: an offer to somebody else, over, or of somebody who may not give it any more.',
})

export const decline = command({
  name: 'accounts.decline',
  version: 1,
  roles: ['account'],
  scope: 'any-place',
  input: offered(),
  records: (input) => [input.offer],
  summary: 'Says no to a role that is offered to me at the place.',
})

export const layDown = command({
  name: 'accounts.lay-down',
  version: 1,
  roles: ['account'],
  scope: 'any-place',
  input: z.strictObject({ holding: id() }),
  records: (input) => [input.holding],
  summary:
    'Lays a role of mine down; what was issued for it ends with it. Refused only to the last administrator of the nation: nobody could appoint another.',
})

const suspending = () => z.strictObject({ holding: id(), account: id(), reason: line(300) })

export const suspend = command({
  name: 'accounts.suspend',
  version: 1,
  roles: helpers,
  scope: 'any-place',
  input: suspending(),
  records: (input) => [input.account],
  personal: ['reason'],
  summary:
    'Suspends one role of a person at or below the place, whatever else they hold elsewhere: it gives nothing until it is given back, and cannot be given anew beside itself.',
})

export const reinstate = command({
  name: 'accounts.reinstate',
  version: 1,
  roles: helpers,
  scope: 'any-place',
  input: suspending(),
  records: (input) => [input.account],
  personal: ['reason'],
  summary:
    'Gives a suspended role back. Where the sender is no officer above it, somebody above must confirm it again.',
})

export const leaving = query({
  name: 'accounts.leaving',
  roles: ['account'],
  scope: 'self',
  input: z.strictObject({ holding: id() }),
  output: z.any() as unknown as z.ZodMiniType<{
    /** What ends with it. */
    issued: OnBehalf[]
    /** How many others hold the same role at that place. */
    others: number
  }>,
  summary: 'What ends when I lay a role down, and whether somebody else holds it there.',
})
