// How surveys stand in an area, for officers above the villages: figures, nobody's answers.
import * as z from 'zod/mini'
import { query } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { officers } from '../../kernel/role.ts'
import { type SurveyRow, surveyKind } from './survey.ts'

export type OverviewLine = Pick<
  SurveyRow,
  'kind' | 'title' | 'formId' | 'population' | 'target' | 'state'
> & {
  place: string
  survey: string
  openedOn: Day
  /** null while it is open. */
  complete: boolean | null
  resultAgreed: boolean
  counts: SurveyRow['counts']
}

export const overview = query({
  name: 'surveys.overview',
  roles: [...officers, 'auditor', 'admin'],
  scope: 'any-place',
  input: z.strictObject({
    state: z.optional(z.enum(['open', 'closed'])),
    /** Of one programme survey only. */
    kind: z.optional(surveyKind()),
    /** Where the page before ended. */
    after: z.optional(z.string().check(z.regex(/^[\d.]{13} [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/))),
  }),
  output: z.object({ surveys: z.array(z.unknown()), next: z.nullable(z.string()) }),
  summary:
    'The surveys at and below a place, a page at a time: state and counts of submissions and households, no answers.',
})
export type Overview = { surveys: OverviewLine[]; next: string | null }
