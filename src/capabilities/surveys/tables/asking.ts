// What every question to a survey's tables begins with: the survey, its columns, the selection, and what may not be asked.
import { type Refusal, Refused, refuse } from '../../../kernel/refusal.ts'
import type { Role } from '../../../kernel/role.ts'
import { type At, surveyStore } from '../store-survey.ts'
import type { SurveyRow } from '../survey.ts'
import { findColumn, type Table } from './columns.ts'
import { tablesOfForms } from './forms-store.ts'
import {
  personalReaders,
  type Selection,
  type selectionFields,
  selectionOf,
  whoReaders,
} from './selection.ts'

export type Asked = { survey: SurveyRow; tables: readonly Table[]; formId: string; formVersion: string }

/** The survey and its columns. Refuses a survey of another place. */
export async function askedOf(at: At, id: string): Promise<Asked> {
  const survey = await surveyStore(at).find(id)
  if (!survey) throw new Refused([refuse('surveys.not-here')])
  const forms = [...new Set([...survey.versions, survey.form])]
  const { tables, version } = await tablesOfForms(at.tx, forms)
  return { survey, tables, formId: survey.formId, formVersion: version }
}

export const mayPersonal = (roles: readonly Role[]): boolean =>
  roles.some((role) => (personalReaders as readonly Role[]).includes(role))

/** Whether they may learn who asked whom, and where; others look at figures. */
export const seesWho = (roles: readonly Role[]): boolean =>
  roles.some((role) => (whoReaders as readonly Role[]).includes(role))

/** An open question at a path. Refuses one that is not there, and a personal one. */
export function openColumn(tables: readonly Table[], question: string) {
  const found = findColumn(tables, question)
  if (!found) throw new Refused([refuse('surveys.no-such-question', { question })])
  if (found.column.privacy !== 'open') throw new Refused([refuse('surveys.personal-question', { question })])
  return found
}

type Fields = { [Key in keyof typeof selectionFields]?: string | undefined }

/** The selection of an address. Refuses wishes that are unreadable, or about personal questions. */
export function selectedBy(fields: Fields, tables: readonly Table[], roles: readonly Role[]): Selection {
  const selection = selectionOf(fields)
  if (!selection) throw new Refused([refuse('surveys.filter-unreadable')])
  const wrong = selection.wishes.flatMap(({ question }): Refusal[] => {
    const found = findColumn(tables, question)
    if (!found) return [refuse('surveys.no-such-question', { question })]
    return found.column.privacy === 'open' ? [] : [refuse('surveys.personal-question', { question })]
  })
  // To whom it is not told who asked whom, and where, it is no filter either.
  const hidden = !seesWho(roles) && (selection.by || selection.rt)
  if (hidden) wrong.push(refuse('surveys.personal-question', { question: selection.by ? '@by' : '@rt' }))
  if (wrong.length > 0) throw new Refused(wrong)
  return selection
}

/** Up to so many submissions of a survey a filtered selection, or the members of a repeat, are counted. */
export const countMost = 20_000

/** How many submissions the states of a selection have, from the counts kept beside the survey. */
export function countedBy({ counts }: SurveyRow, states: Selection['states']): number {
  const by = {
    received: counts.received,
    'has-issues': counts.hasIssues,
    edited: counts.edited,
    approved: counts.approved,
    rejected: counts.rejected,
  }
  const wanted = states.length > 0 ? states : (Object.keys(by) as (keyof typeof by)[])
  return wanted.reduce((sum, state) => sum + by[state], 0)
}
