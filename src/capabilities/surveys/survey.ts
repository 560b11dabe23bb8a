// A survey (survei): a village asks one form of its households, or of whoever answers. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, id, line, prose } from '../../kernel/fields.ts'
import { officers, type Role, villageWorkers } from '../../kernel/role.ts'
import { alsoForInput, type Serving, seenBy, servingsInput } from '../programmes/serving.ts'

export const surveyCollection = 'surveys.survey'

export const surveyMost = 500

export type Agreement = {
  on: Day
  meeting: string | null
  note: string
  by: string
  /** Of criteria: as sentences that residents understand; left out by an older app, which kept them in the note. */
  points?: readonly string[] | undefined
  /** The version of the measure that these sentences follow, null for none. */
  measure?: number | null | undefined
  /** Of a list: why it was adopted while objections were open or could still be brought. */
  despite?: string | undefined
  /** The enrolments that the meeting counts for, null for one of the whole village; left out by an older app. */
  heldFor?: readonly string[] | null | undefined
}

/** Counts that the server keeps beside the survey in the transaction of each submission. */
export type Counts = {
  received: number
  hasIssues: number
  edited: number
  approved: number
  rejected: number
  /** Households of the registry with at least one submission that was not rejected. */
  households: number
}
export const noCounts: Counts = {
  received: 0,
  hasIssues: 0,
  edited: 0,
  approved: 0,
  rejected: 0,
  households: 0,
}

/** Earlier criteria that are kept: the last. */
export const criteriaBeforeMost = 20

/** Times that one survey is opened again. */
export const reopenedMost = 30

export type SurveyRow = {
  id: string
  /** The programme's enrolment it answers to, or null for a village's own survey. */
  enrolment: string | null
  /** The programme's survey (poor_families, real_needs), or null. */
  kind: string | null
  /** Other programmes of the village that its result serves as well; left out in a copy kept by an older app. */
  alsoFor?: readonly Serving[] | undefined
  title: string
  /** The form version that is filled now, and all that were filled before. */
  form: string
  formId: string
  versions: readonly string[]
  /** households: every household of the registry is to be visited once; open: as many answers as come. */
  population: 'households' | 'open'
  /** Only these RT (local places); empty is the whole village. */
  localPlaces: readonly string[]
  /** How many are to answer, for an open survey. */
  target: number | null
  state: 'open' | 'closed'
  openedOn: Day
  closed: { on: Day; complete: boolean; reason: string; by: string } | null
  criteria: Agreement | null
  /** Criteria that others took the place of, the oldest first. */
  criteriaBefore?: readonly Agreement[] | undefined
  result: Agreement | null
  /** Each time it was opened again: why, and what it had been closed as. */
  reopened: readonly { on: Day; reason: string; by: string; wasComplete: boolean }[]
  counts: Counts
  version: number
}

/**
 * The survey as an enrolment counts it, undefined where it does not serve it. What residents agreed in a meeting that does
 * not count for that programme is not agreed there.
 */
export function surveyFor(survey: SurveyRow, enrolment: string): SurveyRow | undefined {
  const seen = seenBy(survey, enrolment)
  if (!seen || seen === survey) return seen
  const there = (agreed: Agreement | null) =>
    agreed && (agreed.heldFor === null || agreed.heldFor?.includes(enrolment)) ? agreed : null
  return { ...seen, criteria: there(survey.criteria), result: there(survey.result) }
}

export const surveyKeepers = ['facilitator', 'board-secretary'] as const satisfies readonly Role[]
export const surveyReaders: readonly Role[] = [...villageWorkers, ...officers]
export const surveyors = ['facilitator', 'volunteer', 'board-secretary'] as const satisfies readonly Role[]

const localPlaces = () => z.array(id()).check(z.maxLength(300))
const target = () => z.nullable(z.int().check(z.minimum(1), z.maximum(1_000_000)))

/** A kind of survey, as a definition names it. */
export const surveyKind = () => z.string().check(z.regex(/^[a-z][a-z0-9_]{0,59}$/))

export const openSurvey = command({
  name: 'surveys.open',
  version: 2,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    enrolment: z.nullable(id()),
    kind: z.nullable(surveyKind()),
    alsoFor: alsoForInput(),
    title: line(200),
    form: id(),
    population: z.enum(['households', 'open']),
    localPlaces: localPlaces(),
    target: target(),
    on: day(),
  }),
  records: (input) => [input.id],
  lift: { 1: (older: object) => older },
  summary:
    'Opens a survey with a form. Refuses a second open survey with the same form, and a form that does not hold here.',
})
export type OpenSurvey = z.infer<typeof openSurvey.input>

export const serveAlso = command({
  name: 'surveys.serve',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), alsoFor: servingsInput().check(z.minLength(1)) }),
  records: (input) => [input.id],
  summary:
    'Lets a survey and its list count for other running programmes of the village too, as a kind its form was declared for.',
})
export type ServeAlso = z.infer<typeof serveAlso.input>

export const changeSurvey = command({
  name: 'surveys.change',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    basedOn: basedOn(),
    title: line(200),
    /** A newer version of the same form; what was filled on the older one stays. */
    form: id(),
    localPlaces: localPlaces(),
    target: target(),
  }),
  records: (input) => [input.id],
  summary: 'Changes the title, the reach or the version of the form. Refuses another form.',
})
export type ChangeSurvey = z.infer<typeof changeSurvey.input>

export const closeSurvey = command({
  name: 'surveys.close',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    basedOn: basedOn(),
    on: day(),
    complete: z.boolean(),
    reason: prose(1000),
  }),
  records: (input) => [input.id],
  personal: ['reason'],
  summary:
    'Closes a survey, as complete or broken off. Refuses complete while submissions wait for review, and without a reason when households are left.',
})
export type CloseSurvey = z.infer<typeof closeSurvey.input>

export const reopenSurvey = command({
  name: 'surveys.reopen',
  version: 1,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), reason: line(300) }),
  records: (input) => [input.id],
  personal: ['reason'],
  summary: 'Opens a closed survey again, with the reason. What was agreed on its result is taken back.',
})
export type ReopenSurvey = z.infer<typeof reopenSurvey.input>

/** Sentences that criteria may have, and signs that one may have. */
export const pointsMost = 40
export const pointMost = 300

/** An older app had people write the criteria into the note. */
function withPoints(older: { what?: unknown; note?: unknown }) {
  if (older.what !== 'criteria' || typeof older.note !== 'string') return older
  const lines = older.note.split(/\r?\n/).flatMap((each) => each.match(/.{1,300}/g) ?? [])
  const points = lines.map((each) => each.trim()).filter((each) => each !== '')
  return { ...older, points: points.slice(0, pointsMost) }
}

export const agreeSurvey = command({
  name: 'surveys.agree',
  version: 2,
  roles: surveyKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    basedOn: basedOn(),
    what: z.enum(['criteria', 'result']),
    on: day(),
    /** The meeting that agreed, when it is on record. */
    meeting: z.nullable(id()),
    note: prose(1000),
    /** Of criteria: each as a sentence. */
    points: z.optional(z.array(line(pointMost)).check(z.maxLength(pointsMost))),
    /** The version of the measure they follow. */
    measure: z.optional(z.nullable(basedOn())),
    /** Of a list: why it is adopted although objections are open, or may still come. */
    despite: z.optional(prose(500)),
  }),
  records: (input) => [input.id],
  personal: ['note', 'points', 'despite'],
  lift: { 1: withPoints },
  summary:
    'Notes that the residents agreed on the criteria, which are given as sentences, or on the result, with which the list is adopted. The result only of a closed, complete survey.',
})
export type AgreeSurvey = z.infer<typeof agreeSurvey.input>
