// The list a survey ends in: proposed from answers and a ranking, changed by people with a reason, shown by RT without a name,
// objected to, and adopted. Who belongs on it is never decided by the machine (UU 27/2022 article 10). Both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, line, optionalLine, prose, writing } from '../../kernel/fields.ts'
import type { Role } from '../../kernel/role.ts'
import { surveyKeepers, surveyors } from './survey.ts'

export const listingCollection = 'surveys.listing'
export const decisionCollection = 'surveys.decision'
export const objectionCollection = 'surveys.objection'

export const listedMost = 5000
/** Editions of one list that were adopted. */
export const editionsMost = 12
/** Of one list: families that people took in or out, and objections; and answers to one of these. */
export const decisionsMost = 2000
export const objectionsMost = 1000
export const answersMost = 10

/** Those who see whose family it is, and who objected. */
export const listNamers: readonly Role[] = [...surveyors, 'village-head']

/** By which way a list was proposed. */
export const listMethods = ['bkkbn', 'bps14', 'multidimensional', 'residents'] as const
export type ListMethod = (typeof listMethods)[number]

const share = () => z.number().check(z.minimum(0), z.maximum(1))
/** What spoke for or against a family when the list was proposed. */
const spoken = z.strictObject({
  household: id(),
  /** Whether the answers make it poor by the measure, and the share of the weights that it lacks; null where none were counted. */
  poor: z.nullable(z.boolean()),
  share: z.nullable(share()),
  /** From the ranking: 0 is the poorest, 100 the best off; groups from 1, the poorest. */
  score: z.nullable(z.number().check(z.minimum(0), z.maximum(100))),
  group: z.nullable(z.int().check(z.minimum(1), z.maximum(20))),
})
export type Spoken = z.infer<typeof spoken>

/** Shown to the residents: from when, and until which day objections are in time (that day too). */
export type Shown = { on: Day; until: Day; days: number; households: number; by: string }
export type Edition = {
  edition: number
  on: Day
  meeting: string | null
  households: readonly string[]
  despite: string
  shown: Shown | null
}

/** What an older app or server did not know is left out of a row. */
export type ListingRow = {
  id: string
  survey: string
  /** The list as it stands now, with all that people changed. */
  households: readonly string[]
  method: string
  note: string
  /** What it was proposed from; empty for who sees no names. */
  spoken?: readonly Spoken[] | undefined
  /** The ranking that was looked at, by its title. */
  ranked?: string | undefined
  /** Which edition is worked on, or was adopted last: from 1. */
  edition?: number | undefined
  /** Of this edition. */
  shown?: Shown | null | undefined
  adopted?: readonly Edition[] | undefined
  /** Why this edition was begun, after one had been adopted. */
  revised?: { reason: string; on: Day; by: string } | null | undefined
  version: number
}

/** A family that somebody took in or out, and why. */
export type DecisionRow = {
  id: string
  listing: string
  survey: string
  household: string
  takenIn: boolean
  edition: number
  on: Day
  by: string
  /** '' for who sees no names. */
  reason: string
}

/** listed: a family that should not be on it. missing: one that should. other: about the list as a whole. */
export const objectionAbout = ['listed', 'missing', 'other'] as const
export type ObjectionAnswer = {
  upheld: boolean
  on: Day
  by: string
  /** Taken in or out by it. */
  household: string | null
  /** '' for who sees no names. */
  reason: string
  decidedBy: string
}
/** An objection (keberatan) to the list as it was shown. */
export type ObjectionRow = {
  id: string
  listing: string
  survey: string
  about: (typeof objectionAbout)[number]
  household: string | null
  edition: number
  on: Day
  /** Brought after the last day; it is taken, and said so. */
  late: boolean
  /** The last one counts. */
  answers: readonly ObjectionAnswer[]
  /** '' for who sees no names: who is meant, who objects, and what they say. */
  family: string
  objector: string
  objection: string
  version: number
}

export const setListing = command({
  name: 'surveys.set-listing',
  version: 2,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    survey: id(),
    basedOn: basedOn(),
    households: z.array(id()).check(z.maxLength(listedMost)),
    method: z.enum(listMethods),
    note: prose(1000),
    /** What the answers and the ranking say, also of families that are not proposed. */
    spoken: z.optional(z.array(spoken).check(z.maxLength(listedMost))),
    ranked: z.optional(line(200)),
  }),
  records: (input) => [input.id, input.survey],
  personal: ['households', 'note', 'spoken'],
  lift: { 1: (older: object) => older },
  summary:
    'Proposes the list of households a survey ends in. Refused while it is shown, and once it is adopted or the result is agreed.',
})
export type SetListing = z.infer<typeof setListing.input>

export const decideLine = command({
  name: 'surveys.decide-line',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    listing: id(),
    household: id(),
    takenIn: z.boolean(),
    on: day(),
    reason: line(300),
  }),
  records: (input) => [input.listing],
  personal: ['household', 'reason'],
  summary: 'Takes one household into the list or out of it, with a reason. Refused once the list is adopted.',
})
export type DecideLine = z.infer<typeof decideLine.input>

/** No source says how long (grade R): a programme may, as its number `list_objection_days`. */
export const clockDays = { number: 'list_objection_days', usual: 7, min: 1, max: 60 } as const

export const showList = command({
  name: 'surveys.show-list',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    basedOn: basedOn(),
    on: day(),
    objectionDays: z.int().check(z.minimum(clockDays.min), z.maximum(clockDays.max)),
  }),
  records: (input) => [input.id],
  summary:
    'Notes that the list was shown to the residents without names; objections are in time from this day on for so many days.',
})
export type ShowList = z.infer<typeof showList.input>

export const takeObjection = command({
  name: 'surveys.object',
  version: 1,
  roles: surveyors,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    listing: id(),
    about: z.enum(objectionAbout),
    /** When the register knows the family that is meant. */
    household: z.nullable(id()),
    /** Who is meant, in words, when it does not. */
    family: optionalLine(200),
    objector: line(120),
    objection: writing(1000),
    on: day(),
  }),
  records: (input) => [input.id, input.listing],
  personal: ['household', 'family', 'objector', 'objection'],
  summary:
    'Takes an objection to a list that was shown: a family that should not be on it, one that is missing, or another. A late one is taken and said to be late.',
})
export type TakeObjection = z.infer<typeof takeObjection.input>

export const answerObjection = command({
  name: 'surveys.answer-objection',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    listing: id(),
    basedOn: basedOn(),
    upheld: z.boolean(),
    /** Of a missing family: which household of the register it is. */
    household: z.nullable(id()),
    reason: writing(1000),
    /** Who decided: a name with an office, or a meeting. */
    decidedBy: line(200),
    on: day(),
  }),
  records: (input) => [input.id, input.listing],
  personal: ['household', 'reason', 'decidedBy'],
  summary:
    'Answers an objection with a reason and with who decided. Upheld, it takes the family in or out, which is refused once the list is adopted.',
})
export type AnswerObjection = z.infer<typeof answerObjection.input>

export const reviseList = command({
  name: 'surveys.revise-list',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), on: day(), reason: line(300) }),
  records: (input) => [input.id],
  personal: ['reason'],
  summary:
    'Begins a new edition of a list that was adopted. The adopted one stands until the new one is adopted.',
})
export type ReviseList = z.infer<typeof reviseList.input>
