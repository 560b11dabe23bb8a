// A paper that decides (SK, approval, designation), put on record with its scan: what gates of a programme rest on.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, line } from '../../kernel/fields.ts'
import { checkInput, type Paper, paperHands, type Scan, scanInput } from '../../kernel/paper.ts'
import type { Struck } from './incoming.ts'
import { letterKind } from './letterhead.ts'
import { letterKeepers, letterWriters } from './roles.ts'

export const documentCollection = 'letters.document'

export type DecisionDocument = {
  id: string
  enrolment: string
  /** A kind of the programme (kinds.documents). */
  kind: string
  number: string
  date: Day
  signatory: string
  position: string
  /** In force from its date unless another day is given, until a day or until further notice. */
  from: Day | null
  until: Day | null
  scan: Scan | null
  /** The letter it came with. */
  incoming: string | null
  /** Who typed it, and what a second person of another role says of its scan: it proves nothing before that. */
  typing: Pick<Paper, 'typedBy' | 'typedByName' | 'typedAs' | 'check'>
  struck: Struck | null
  version: number
}

/** The document as the signed paper that it is. */
export const paperOf = ({ signatory, position, date, scan, typing }: DecisionDocument): Paper => ({
  ...{ name: signatory, position, standing: 'own', on: date, scan },
  ...typing,
})

export const registerDocument = command({
  name: 'letters.register-document',
  version: 1,
  roles: letterWriters,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    enrolment: id(),
    kind: letterKind(),
    number: line(120),
    date: day(),
    signatory: line(120),
    position: line(160),
    from: z.nullable(day()),
    until: z.nullable(day()),
    scan: z.nullable(scanInput()),
    incoming: z.nullable(id()),
  }),
  records: (input) => [input.id, ...(input.incoming ? [input.incoming] : [])],
  personal: ['signatory'],
  summary:
    'Types a deciding document: approval, decree, designation. It is on record once a second person has checked it. ' +
    'Refused without a scan, dated after today or before what it decides about, ending before it begins, signed by the ' +
    'village where another decides, or of a kind that the programme does not know.',
})
export type RegisterDocument = z.infer<typeof registerDocument.input>

export const checkDocument = command({
  name: 'letters.check-document',
  version: 1,
  roles: paperHands,
  scope: 'village',
  confirmed: () => true,
  input: z.strictObject({ document: id(), basedOn: basedOn(), ...checkInput() }),
  records: (input) => [input.document],
  personal: ['reason'],
  summary:
    'Says whether the scan of a deciding document shows what was typed. Who typed it, or has no other role, says only that it does not.',
})
export type CheckDocument = z.infer<typeof checkDocument.input>

/** What a register may lose: a letter that came in, or a document. */
export const struckOf = ['incoming', 'document'] as const

export const strike = command({
  name: 'letters.strike',
  version: 1,
  roles: letterKeepers,
  scope: 'village',
  input: z.strictObject({
    of: z.enum(struckOf),
    id: id(),
    basedOn: basedOn(),
    on: day(),
    reason: line(300),
  }),
  records: (input) => [input.id],
  personal: ['reason'],
  summary: 'Takes an entry out of a register, with the reason; it stays to be read, and proves nothing more.',
})
export type Strike = z.infer<typeof strike.input>
