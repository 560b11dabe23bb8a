// The roll of volunteers as the village head acknowledges it (diketahui). Each signing names the volunteers it
// was about, so that whoever joins later is seen to be new; the acknowledgement itself stands.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { id, line, prose } from '../../kernel/fields.ts'
import {
  type Behind,
  checkInput,
  editionInput,
  type Paper,
  paperHands,
  paperInput,
} from '../../kernel/paper.ts'
import { mostVolunteers } from './volunteer.ts'

export const acknowledgementCollection = 'volunteers.acknowledgement'

export type Signing = Behind & {
  on: Day
  /** Account id; '' until the server has confirmed it. */
  by: string
  /** As the village head signs. */
  name: string
  note: string
  /** The volunteers acknowledged by this signing for the first time; nobody where it was found wrong. */
  volunteers: readonly string[]
  /** Of each of them the edition that was signed for; left out by an older app. */
  editions?: readonly number[]
  /** Where it was signed on paper; it counts once that was checked. */
  paper?: Paper
}

/** Those that count only grow, to so many: one a day for longer than a year. */
export const signingsMost = 400
/** Of those found wrong the last are kept, without what they named: it was not signed for. */
export const foundWrongMost = 60
/** One for each enrolment, under the enrolment's own id. */
export type Acknowledgement = { id: string; enrolment: string; signings: readonly Signing[]; version: number }

const seen = () => ({
  enrolment: id(),
  /** Those on the roll that the village head saw; who was added meanwhile is not acknowledged unseen. */
  volunteers: z.array(id()).check(z.minLength(1), z.maxLength(mostVolunteers)),
  /** Of each of them the edition that was seen. */
  editions: z.optional(z.array(editionInput()).check(z.maxLength(mostVolunteers))),
  note: prose(400),
})

export const acknowledgeRoll = command({
  name: 'volunteers.acknowledge-roll',
  version: 1,
  roles: ['village-head'],
  scope: 'village',
  confirmed: () => true,
  input: z.strictObject({ ...seen(), name: line(120) }),
  records: (input) => [input.enrolment],
  personal: ['name', 'note'],
  summary:
    'The village head acknowledges the roll of volunteers as seen. Refused when nobody on it is new, somebody is not on it, or was changed since it was read.',
})
export type AcknowledgeRoll = z.infer<typeof acknowledgeRoll.input>

export const acknowledgeRollOnPaper = command({
  name: 'volunteers.acknowledge-roll-on-paper',
  version: 1,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({ ...seen(), paper: paperInput() }),
  records: (input) => [input.enrolment],
  personal: ['paper.name', 'note'],
  summary:
    'Types what the village head signed on the printed roll. It counts once checked. ' +
    'Refused without a scan, dated after today, or when nobody on it is new.',
})
export type AcknowledgeRollOnPaper = z.infer<typeof acknowledgeRollOnPaper.input>

export const checkRollPaper = command({
  name: 'volunteers.check-paper',
  version: 1,
  roles: paperHands,
  scope: 'village',
  confirmed: () => true,
  input: z.strictObject({ enrolment: id(), ...checkInput() }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Says whether the scan of a signed roll shows what was typed. Who typed it, or has no other role, says only that it does not.',
})
export type CheckRollPaper = z.infer<typeof checkRollPaper.input>
