// The answers of a survey that a measure or its figures are counted from; the sealed ones are opened here, and told as counts only.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import type { QueryWork } from '../../../platform/server/capability.ts'
import { type FormModel, questionsOf } from '../../../xlsform/model.ts'
import type { Sealed } from '../store-submission.ts'
import { surveyStore } from '../store-survey.ts'
import type { SurveyRow } from '../survey.ts'
import { type Filled, nameOf } from './counting-rules.ts'
import { criteriaQuestions, stageQuestions } from './stage-rules.ts'
import { measureStore, type Wanted } from './store-measure.ts'

export type Reading = Omit<Parameters<QueryWork<unknown, unknown>>[0], 'input'>
export type At = Pick<Reading, 'tx' | 'place' | 'district'>
type Opening = At & Pick<Reading, 'vault'>

/** Submissions that are read in one transaction, their personal answers opened: everybody else waits for it, some tens of milliseconds. */
export const pageMost = 500

export async function surveyHere(at: At, id: string): Promise<SurveyRow> {
  const found = await surveyStore(at).find(id)
  if (!found) throw new Refused([refuse('surveys.no-such-survey', {}, 'survey')])
  return found
}

/** What a measure may ask: questions outside repeats of any version of the form; true where the answer is sealed. */
export function askable(models: readonly FormModel[]): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const model of models)
    for (const { question, repeat } of questionsOf(model)) {
      if (repeat !== null || question.type === 'note') continue
      const path = question.path.slice(model.root.length + 1)
      found.set(path, found.get(path) === true || question.privacy !== 'open')
    }
  return found
}

export const formsOf = (survey: SurveyRow) => [...new Set([survey.form, ...survey.versions])]

/** The forms of the two older ways, and the questions they are worked out from. */
export const classForms = {
  bkkbn: { formId: 'rembug_bkkbn_stages', questions: stageQuestions },
  bps14: { formId: 'rembug_bps_14', questions: criteriaQuestions },
} as const

export type Page = {
  rows: Filled[]
  /** Where the next begins; null at the end. */
  next: number | null
}

/** A page of answers, the newest first; the sealed ones are opened where any of them is asked for. */
export async function filledPage(
  reading: Opening,
  survey: string,
  wanted: Wanted,
  before: number,
): Promise<Page> {
  const rows = await measureStore(reading).answered(survey, wanted, before, pageMost)
  const values = wanted.withSealed ? await sealedAnswers(reading, rows, wanted.paths) : null
  return {
    rows: rows.map(({ seq: _, sealed: __, ...row }) =>
      values ? { ...row, answers: { ...row.answers, ...values.get(row.id) } } : row,
    ),
    next: rows.length < pageMost ? null : (rows.at(-1)?.seq ?? null),
  }
}

/** Of each submission what was sealed of the answers at `paths`. */
export async function sealedAnswers(
  { vault, tx, district, place }: Opening,
  rows: readonly { id: string; sealed: Buffer | null }[],
  paths: readonly string[],
): Promise<Map<string, Record<string, unknown>>> {
  const sealed = new Map(rows.flatMap((row) => (row.sealed ? [[row.id, row.sealed] as const] : [])))
  const values = await vault.openMany<Sealed>(tx, district, place, sealed)
  return new Map(
    [...values].map(([id, { answers = {} }]) => [
      id,
      Object.fromEntries(
        paths.flatMap((path) => (answers[path] === undefined ? [] : [[path, answers[path]]])),
      ),
    ]),
  )
}

/** Where the questions of one of the older ways stand in a form. */
export const classPaths = (method: keyof typeof classForms, asked: ReadonlyMap<string, boolean>): string[] =>
  [...asked.keys()].filter((path) => classForms[method].questions.includes(nameOf(path)))

export const notRejected: readonly string[] = ['received', 'has-issues', 'edited', 'approved']
