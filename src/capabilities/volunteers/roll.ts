// The roll of volunteers as the village head acknowledges it (diketahui). Each signing names the volunteers it
// was about, so that whoever joins later is seen to be new; the acknowledgement itself stands.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { id, line, prose } from '../../kernel/fields.ts'
import { mostVolunteers } from './volunteer.ts'

export const acknowledgementCollection = 'volunteers.acknowledgement'

export type Signing = {
  on: Day
  /** Account id; '' until the server has confirmed it. */
  by: string
  /** As the village head signs. */
  name: string
  note: string
  /** The volunteers acknowledged by this signing for the first time. */
  volunteers: readonly string[]
}

/** One for each enrolment, under the enrolment's own id; its signings only grow. */
export type Acknowledgement = { id: string; enrolment: string; signings: readonly Signing[]; version: number }

export const acknowledgeRoll = command({
  name: 'volunteers.acknowledge-roll',
  version: 1,
  roles: ['village-head'],
  scope: 'village',
  input: z.strictObject({
    enrolment: id(),
    /** Those on the roll that the village head saw; who was added meanwhile is not acknowledged unseen. */
    volunteers: z.array(id()).check(z.minLength(1), z.maxLength(mostVolunteers)),
    name: line(120),
    note: prose(400),
  }),
  records: (input) => [input.enrolment],
  personal: ['name', 'note'],
  summary:
    'The village head acknowledges the roll of volunteers as seen. Refused when nobody on it is new, or somebody is not on it.',
})
export type AcknowledgeRoll = z.infer<typeof acknowledgeRoll.input>
