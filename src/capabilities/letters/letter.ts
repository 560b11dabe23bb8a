// A letter in the village's book (buku agenda surat keluar), and the blocks of numbers that phones hold so that
// they can number letters without a network.
import * as z from 'zod/mini'
import { command, query } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, count, day, id, line, optionalLine, prose } from '../../kernel/fields.ts'
import type { Behind, Paper, Scan, Sheet, Typed } from '../../kernel/paper.ts'
import { officers, villageWorkers } from '../../kernel/role.ts'
import { classification, letterKind, type Office, offices } from './letterhead.ts'
import { letterKeepers, letterWriters } from './roles.ts'

export const letterCollection = 'letters.letter'
export const blockCollection = 'letters.block'
export const gapCollection = 'letters.gap'

/** draft: waits for the number the server gives. issued: numbered. sent. cancelled: keeps its number. */
export const letterStates = ['draft', 'issued', 'sent', 'cancelled'] as const
export type LetterState = (typeof letterStates)[number]

/** The meeting a letter rests on, as its minutes say. Counts, never names. */
const basis = z.strictObject({
  meeting: z.nullable(id()),
  title: line(160),
  heldOn: day(),
  place: optionalLine(160),
  women: count(20_000),
  men: count(20_000),
  poor: count(20_000),
  decision: prose(2000),
  minutesNumber: optionalLine(120),
})
export type Basis = z.infer<typeof basis>

const signatory = z.strictObject({ capacity: line(160), name: optionalLine(120) })
export type Signatory = z.infer<typeof signatory>

export const letterBody = z.strictObject({
  /** Lampiran: "1 (satu) berkas"; empty for none. */
  attachments: optionalLine(120),
  salutation: optionalLine(160),
  paragraphs: z.array(prose(4000)).check(z.maxLength(30)),
  basis: z.nullable(basis),
  /** Those who sign beside the head of the office, in the order of the sheet. */
  signatories: z.array(signatory).check(z.maxLength(30)),
  /** Tembusan. */
  copies: z.array(line(160)).check(z.maxLength(15)),
})
export type LetterBody = z.infer<typeof letterBody>

export const emptyBody: LetterBody = {
  attachments: '',
  salutation: '',
  paragraphs: [],
  basis: null,
  signatories: [],
  copies: [],
}

/** How a letter went out to one of its addressees, and who received it there (tanda terima). */
export type Sending = { to: string; on: Day; how: SentHow; note: string } & {
  /** Capacities of those who had signed it; left out by an older app. */
  signed?: readonly string[]
  receipt: { on: Day; name: string; scan: Scan | null } | null
}

export type LetterRecord = { collection: string; id: string }

export type Letter = {
  id: string
  office: Office
  /** The version of the letterhead it is written under. */
  letterhead: string
  enrolment: string | null
  /** A common kind (kind.ts) or a letter kind of the enrolment's programme. */
  kind: string
  classification: string
  series: string
  year: number
  /** null until the server has numbered it. */
  number: number | null
  /** As printed; null while it has no number. */
  text: string | null
  date: Day
  subject: string
  addressee: readonly string[]
  body: LetterBody
  /** What it is about: the meeting of an invitation. */
  about: readonly LetterRecord[]
  state: LetterState
  /** Left out in a copy kept by an older app. */
  sendings?: readonly Sending[]
  acknowledgement: (Behind & { on: Day; name: string; note: string; paper?: Paper }) | null
  signatures?: { paper: Typed<Sheet> } | null
  cancellation: { on: Day; reason: string } | null
  version: number
}

/** Numbers first..last of a series and year that only this device, for this account, may give. */
export type Block = {
  id: string
  device: string
  account: string
  office: Office
  series: string
  year: number
  first: number
  last: number
  /** Since when its numbers are given no more: the stay of whoever held it is over. */
  endedAt?: string | null
}

/** Numbers that were handed out and never used, with the reason. */
export type Gap = {
  id: string
  series: string
  year: number
  first: number
  last: number
  reason: string
  on: Day
}

const year = () => z.int().check(z.minimum(1999), z.maximum(2100))
const series = () =>
  z.string().check(z.regex(/^(village|board)(\/[A-Z0-9.-]{1,40})?$/, 'letters.series-malformed'))
const device = () => z.string().check(z.minLength(1), z.maxLength(64))
/** Who may do what with letters; screens hide what a person may not. */
/** Most numbers in one block: what lies unused on a lost phone becomes a gap in the book. */
export const mostReserved = 50
export const usualReserve = 10

export const reserve = command({
  name: 'letters.reserve',
  version: 1,
  roles: letterWriters,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    device: device(),
    office: z.enum(offices),
    series: series(),
    year: year(),
    count: z.int().check(z.minimum(1), z.maximum(mostReserved)),
  }),
  records: (input) => [input.id],
  summary:
    'Asks for a block of letter numbers of a series and year for this device. Blocks never overlap. ' +
    'Refused when the device holds more than enough unused numbers.',
})
export type Reserve = z.infer<typeof reserve.input>

export const issue = command({
  name: 'letters.issue',
  version: 1,
  roles: letterWriters,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    office: z.enum(offices),
    letterhead: id(),
    enrolment: z.nullable(id()),
    kind: letterKind(),
    classification: classification(),
    date: day(),
    subject: line(300),
    addressee: z.array(line(160)).check(z.maxLength(8)),
    body: letterBody,
    about: z
      .array(
        z.strictObject({
          collection: z.string().check(z.regex(/^[a-z]+\.[a-z-]+$/), z.maxLength(60)),
          id: id(),
        }),
      )
      .check(z.maxLength(20)),
    /** A number of the device's own block; null for the next number at the server. */
    numbered: z.nullable(
      z.strictObject({
        block: id(),
        device: device(),
        number: z.int().check(z.minimum(1), z.maximum(999_999)),
      }),
    ),
  }),
  records: (input) => [input.id, ...input.about.map((record) => record.id)],
  personal: ['addressee', 'subject', 'body'],
  summary:
    "Enters a letter into the book, with a number of the device's own block or the next one at the server " +
    '(answer: number, text). Refused when the number is not of that block, or was given before.',
})
export type Issue = z.infer<typeof issue.input>

export const cancel = command({
  name: 'letters.cancel',
  version: 1,
  roles: letterKeepers,
  scope: 'village',
  input: z.strictObject({ letter: id(), basedOn: basedOn(), on: day(), reason: line(300) }),
  records: (input) => [input.letter],
  personal: ['reason'],
  summary: 'Cancels a letter with its reason; its number stays used. Refused when it is cancelled already.',
})
export type Cancel = z.infer<typeof cancel.input>

export const explainGap = command({
  name: 'letters.explain-gap',
  version: 1,
  roles: letterKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    series: series(),
    year: year(),
    first: z.int().check(z.minimum(1), z.maximum(999_999)),
    last: z.int().check(z.minimum(1), z.maximum(999_999)),
    on: day(),
    reason: line(300),
  }),
  records: (input) => [input.id],
  personal: ['reason'],
  summary:
    'Closes numbers that were reserved and never used, with the reason. Refused when one of them was given, ' +
    'or was never reserved.',
})
export type ExplainGap = z.infer<typeof explainGap.input>

export const sentHows = ['hand', 'courier', 'post', 'email', 'message'] as const
export type SentHow = (typeof sentHows)[number]

export const markSent = command({
  name: 'letters.mark-sent',
  version: 3,
  roles: letterWriters,
  scope: 'village',
  input: z.strictObject({
    letter: id(),
    basedOn: basedOn(),
    on: day(),
    how: z.enum(sentHows),
    /** One of its addressees; empty: the first that it did not go to yet. */
    to: optionalLine(600),
    note: optionalLine(200),
    /** Those beside the head of the office who had signed it when it went, by the capacity that stands on the sheet. */
    signed: z.array(line(160)).check(z.maxLength(30)),
  }),
  records: (input) => [input.letter],
  personal: ['note', 'to'],
  // Older apps did not ask who had signed, so nobody is said to have.
  lift: {
    1: (older: object) => ({ ...older, to: '' }),
    2: (older: object) => ({ ...older, signed: [] }),
  },
  summary:
    'Records that a letter went out to one of its addressees, how, and signed by whom. Refused before its date, after ' +
    'today, when cancelled, signed by somebody who is not on its sheet, or to somebody whom a letter of a programme is ' +
    'not addressed to.',
})
export type MarkSent = z.infer<typeof markSent.input>

export const acknowledge = command({
  name: 'letters.acknowledge',
  ...{ version: 1, confirmed: () => true },
  roles: ['village-head'],
  scope: 'village',
  input: z.strictObject({
    letter: id(),
    basedOn: basedOn(),
    on: day(),
    name: line(120),
    note: optionalLine(300),
  }),
  records: (input) => [input.letter],
  personal: ['name', 'note'],
  summary: 'The village head acknowledges a letter (diketahui). Refused when cancelled or done already.',
})
export type Acknowledge = z.infer<typeof acknowledge.input>

export const registerRow = z.object({
  id: z.string(),
  number: z.nullable(z.int()),
  text: z.nullable(z.string()),
  date: z.string(),
  kind: z.string(),
  office: z.enum(offices),
  state: z.enum(letterStates),
  sentOn: z.nullable(z.string()),
  acknowledged: z.boolean(),
})

export const register = query({
  name: 'letters.register',
  roles: [...villageWorkers, ...officers, 'auditor'],
  scope: 'village',
  input: z.strictObject({ year: z.coerce.number().check(z.int(), z.minimum(1999), z.maximum(2100)) }),
  output: z.array(registerRow),
  summary: "One year of a village's letter book: numbers, dates, kinds and states; no names, no subjects.",
})
