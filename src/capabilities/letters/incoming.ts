// A letter that came in (surat masuk): who wrote it, which letter of ours it answers, and to whom it was passed with
// what to do (disposisi). Its agenda number is counted by the server, by the year it was received.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, line, optionalLine, prose } from '../../kernel/fields.ts'
import { type Scan, scanInput } from '../../kernel/paper.ts'
import { type Role, villageWorkers } from '../../kernel/role.ts'
import { letterKeepers, letterWriters } from './roles.ts'

export const incomingCollection = 'letters.incoming'

export type Disposition = {
  id: string
  on: Day
  /** Who passed it on; empty until the server has answered. */
  byName: string
  to: Role
  /** The person meant, where one is. */
  toName: string
  note: string
  due: Day | null
  done: { on: Day; note: string } | null
}

/** Most of one letter. */
export const dispositionsMost = 60

/** Taken out of a register, with the reason; the row stays. */
export type Struck = { on: Day; reason: string }

export type Incoming = {
  id: string
  enrolment: string | null
  year: number
  /** null until the server has counted it. */
  agenda: number | null
  receivedOn: Day
  sender: string
  /** The sender's own number; empty where the letter has none. */
  number: string
  date: Day
  subject: string
  /** The letter of ours that it answers. */
  answers: string | null
  scan: Scan | null
  dispositions: readonly Disposition[]
  struck: Struck | null
  version: number
}

export const registerIncoming = command({
  name: 'letters.register-incoming',
  version: 1,
  roles: letterWriters,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    enrolment: z.nullable(id()),
    receivedOn: day(),
    sender: line(160),
    number: optionalLine(120),
    date: day(),
    subject: line(300),
    answers: z.nullable(id()),
    scan: z.nullable(scanInput()),
  }),
  records: (input) => [input.id, ...(input.answers ? [input.answers] : [])],
  personal: ['sender', 'subject'],
  summary:
    'Enters a letter that came in, with the next agenda number (answer: agenda). Refused when received after today, ' +
    'dated after it came, or said to answer a letter that is not there.',
})
export type RegisterIncoming = z.infer<typeof registerIncoming.input>

export const dispose = command({
  name: 'letters.dispose',
  version: 1,
  roles: letterKeepers,
  scope: 'village',
  input: z.strictObject({
    incoming: id(),
    basedOn: basedOn(),
    disposition: id(),
    on: day(),
    to: z.enum(villageWorkers),
    toName: optionalLine(120),
    note: line(400),
    due: z.nullable(day()),
  }),
  records: (input) => [input.incoming],
  personal: ['toName', 'note'],
  summary: 'Passes a letter that came in on to a role or a person, with what to do. Refused before it came.',
})
export type Dispose = z.infer<typeof dispose.input>

export const finishDisposition = command({
  name: 'letters.finish-disposition',
  version: 1,
  roles: villageWorkers,
  scope: 'village',
  input: z.strictObject({
    incoming: id(),
    basedOn: basedOn(),
    disposition: id(),
    on: day(),
    note: prose(400),
  }),
  records: (input) => [input.incoming],
  personal: ['note'],
  summary:
    'Says that what a disposition asked is done. Refused when it is done already, or was passed to somebody else.',
})
export type FinishDisposition = z.infer<typeof finishDisposition.input>
