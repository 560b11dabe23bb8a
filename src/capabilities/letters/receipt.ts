// What may come back for a letter: its sheet with all signatures, a receipt (tanda terima), or the village head's
// acknowledgement on paper.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { basedOn, day, id, line, optionalLine } from '../../kernel/fields.ts'
import { checkInput, paperHands, paperInput, scanInput } from '../../kernel/paper.ts'
import { letterWriters } from './roles.ts'

export const signLetter = command({
  name: 'letters.sign',
  version: 1,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({
    letter: id(),
    basedOn: basedOn(),
    sheet: z.strictObject({ on: day(), scan: z.nullable(scanInput()) }),
  }),
  records: (input) => [input.letter],
  summary:
    'Brings the scan of a letter that all who are on its sheet have signed. It counts once checked. ' +
    'Refused without a scan, dated before the letter or after today, or where nobody signs beside the head of the office.',
})
export type SignLetter = z.infer<typeof signLetter.input>

export const checkSignedLetter = command({
  name: 'letters.check-signatures',
  version: 1,
  roles: paperHands,
  scope: 'village',
  confirmed: () => true,
  input: z.strictObject({ letter: id(), basedOn: basedOn(), ...checkInput() }),
  records: (input) => [input.letter],
  personal: ['reason'],
  summary:
    'Says whether the scan of a letter shows all its signatures. Who brought it, or has no other role, says only that it does not.',
})
export type CheckSignedLetter = z.infer<typeof checkSignedLetter.input>

export const recordReceipt = command({
  name: 'letters.record-receipt',
  version: 2,
  roles: letterWriters,
  scope: 'village',
  input: z.strictObject({
    letter: id(),
    basedOn: basedOn(),
    on: day(),
    /** The addressee who has it; empty: the first without a receipt. */
    to: optionalLine(600),
    /** Who received it, as on the receipt. */
    name: line(120),
    scan: z.nullable(scanInput()),
  }),
  records: (input) => [input.letter],
  personal: ['name', 'to'],
  lift: { 1: (older: object) => ({ ...older, to: '' }) },
  summary:
    'Records who received a letter that was sent, and when. Refused before it was sent, or after today.',
})
export type RecordReceipt = z.infer<typeof recordReceipt.input>

export const acknowledgeLetterOnPaper = command({
  name: 'letters.acknowledge-on-paper',
  version: 1,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({ letter: id(), basedOn: basedOn(), paper: paperInput() }),
  records: (input) => [input.letter],
  personal: ['paper.name'],
  summary:
    'Types what the village head signed on paper for a letter. It counts once checked. Refused without a scan, or dated after today.',
})
export type AcknowledgeLetterOnPaper = z.infer<typeof acknowledgeLetterOnPaper.input>

export const checkLetterPaper = command({
  name: 'letters.check-paper',
  version: 1,
  roles: paperHands,
  scope: 'village',
  confirmed: () => true,
  input: z.strictObject({ letter: id(), basedOn: basedOn(), ...checkInput() }),
  records: (input) => [input.letter],
  personal: ['reason'],
  summary:
    'Says whether the scan of an acknowledgement shows what was typed. Who typed it, or has no other role, says only that it does not.',
})
export type CheckLetterPaper = z.infer<typeof checkLetterPaper.input>
