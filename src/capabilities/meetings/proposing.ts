// What is brought to a meeting to be agreed on, such as the names that a consensus workshop gave: offered when its minutes are
// written, and agreed on only where the minutes say so.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { id, line } from '../../kernel/fields.ts'
import { type Refusal, reasons, refuse } from '../../kernel/refusal.ts'
import type { Meeting } from './meeting.ts'
import { helpers } from './roles.ts'

export const proposedMost = 40

export const proposePoints = command({
  name: 'meetings.propose',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({
    meeting: id(),
    points: z
      .array(z.strictObject({ id: id(), text: line(600) }))
      .check(z.minLength(1), z.maxLength(proposedMost)),
  }),
  records: (input) => [input.meeting],
  personal: ['points.*.text'],
  summary: 'Brings points to a meeting that its minutes are offered. Refused once it is closed.',
})
export type ProposePoints = z.infer<typeof proposePoints.input>

/** A point that is brought again takes the place of what it said before. */
export function proposed(meeting: Meeting, { points }: Pick<ProposePoints, 'points'>): Meeting {
  const anew = new Set(points.map((point) => point.id))
  const kept = (meeting.proposed ?? []).filter((point) => !anew.has(point.id))
  return { ...meeting, proposed: [...kept, ...points] }
}

export const whyNotPropose = (meeting: Meeting, input: Pick<ProposePoints, 'points'>): Refusal[] =>
  reasons(
    meeting.state === 'closed' && refuse('meetings.already-closed'),
    meeting.state === 'cancelled' && refuse('meetings.is-cancelled'),
    (proposed(meeting, input).proposed ?? []).length > proposedMost &&
      refuse('meetings.proposed-full', { most: proposedMost }, 'points'),
  )
