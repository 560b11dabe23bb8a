// An FGD of institutions (FGD Kelembagaan): on a day, by so many, each institution scored on the criteria of the programme.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, count, id, line, optionalLine, prose, workDay } from '../../kernel/fields.ts'
import { institutionKeepers } from './roles.ts'

export const assessmentCollection = 'institutions.assessment'

/** The list of `checks` in a programme that institutions are scored on: the seven criteria of seed document 004. */
export const criteriaList = 'body_criteria'

/** 1 to 5, as the questionnaire of institutions counts; the source names no scale. */
export type Score = { institution: string; criterion: string; score: number; reason: string }

export type Assessment = {
  id: string
  enrolment: string
  title: string
  on: Day
  where: string
  /** Who took part, counted. */
  women: number
  men: number
  poor: number
  scores: readonly Score[]
  /** null while it goes on; who was there agrees on it, or says that they do not. */
  outcome: { agreed: boolean; on: Day; note: string } | null
  version: number
}

export const mostAssessments = 60
/** Institutions that one discussion scores: more does not fit on a wall. */
export const mostScored = 40

export const beginAssessment = command({
  name: 'institutions.begin-assessment',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    enrolment: id(),
    title: line(120),
    on: workDay(),
    where: optionalLine(120),
    women: count(5000),
    men: count(5000),
    poor: count(5000),
  }),
  records: (input) => [input.id],
  summary: 'Begins an FGD of institutions under a running programme that names criteria for them.',
})
export type BeginAssessment = z.infer<typeof beginAssessment.input>

export const changeAssessment = command({
  name: 'institutions.change-assessment',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    basedOn: basedOn(),
    title: line(120),
    on: workDay(),
    where: optionalLine(120),
    women: count(5000),
    men: count(5000),
    poor: count(5000),
  }),
  records: (input) => [input.id],
  summary: 'Corrects title, day and participants of an FGD that was not settled yet.',
})
export type ChangeAssessment = z.infer<typeof changeAssessment.input>

export const scoreInstitution = command({
  name: 'institutions.score',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({
    assessment: id(),
    institution: id(),
    scores: z
      .array(
        z.strictObject({
          criterion: z.string().check(z.regex(/^[a-z][a-z0-9_]{0,59}$/)),
          score: z.int().check(z.minimum(1), z.maximum(5)),
          reason: line(300),
        }),
      )
      .check(z.maxLength(20)),
  }),
  records: (input) => [input.assessment, input.institution],
  personal: ['scores.*.reason'],
  summary:
    'Scores one institution on the criteria, each with its reason, in place of what was scored of it before; none takes it out. Two phones that score two institutions both succeed.',
})
export type ScoreInstitution = z.infer<typeof scoreInstitution.input>

export const settleAssessment = command({
  name: 'institutions.settle-assessment',
  version: 1,
  roles: institutionKeepers,
  scope: 'village',
  input: z.strictObject({ assessment: id(), agreed: z.boolean(), on: workDay(), note: prose(500) }),
  records: (input) => [input.assessment],
  personal: ['note'],
  summary:
    'Those who were there agree on the scores, or say that they do not; from then on the sheet stands.',
})
export type SettleAssessment = z.infer<typeof settleAssessment.input>
