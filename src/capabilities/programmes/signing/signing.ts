// Signatures of a closing that somebody gave on paper: typed by one, checked by another, and counted only then.
import * as z from 'zod/mini'
import { command } from '../../../kernel/command.ts'
import * as fields from '../../../kernel/fields.ts'
import { checkInput, paperHands, paperInput } from '../../../kernel/paper.ts'
import { roles } from '../../../kernel/role.ts'
import { name } from '../definition-fields.ts'

const about = () => ({
  enrolment: fields.id(),
  stage: name(),
  as: z.enum(['submitted', 'acknowledged', 'verified']),
})

export const signOnPaper = command({
  name: 'programmes.sign-on-paper',
  version: 1,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({
    ...about(),
    note: fields.prose(1000),
    /** The office that the signature stands for, one of its roles; the paper has the words. Left out: the first. */
    office: z.optional(z.enum(roles)),
    paper: paperInput(),
  }),
  records: (input) => [input.enrolment],
  personal: ['note', 'paper.name'],
  summary:
    'Types a signature of the closing of a stage that was given on paper. It counts once checked. ' +
    'Refused without a scan, dated after today or before what went before, out of order, while a gate that blocks does not hold, or typed by who gave another signature but the submission.',
})

export const checkSignature = command({
  name: 'programmes.check-signature',
  version: 1,
  roles: paperHands,
  scope: 'village',
  confirmed: () => true,
  input: z.strictObject({
    ...about(),
    ...checkInput(),
    /** That the office on the paper is this one (a.n., Plt., Pj. of it). Needed where the scan shows what was typed. */
    office: z.optional(z.enum(roles)),
  }),
  records: (input) => [input.enrolment],
  personal: ['reason'],
  summary:
    'Says whether the scan of a signature shows what was typed, and the office asked for. Refused to who typed it, to who signed or checked this closing, and to who has no other role.',
})
