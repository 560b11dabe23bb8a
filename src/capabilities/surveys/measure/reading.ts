// The answers of a survey that a measure or its figures are counted from; the sealed ones are opened here, and told as counts only.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import type { QueryWork } from '../../../platform/server/capability.ts'
import { type FormModel, questionsOf } from '../../../xlsform/model.ts'
import type { Sealed } from '../store-submission.ts'
import { surveyStore } from '../store-survey.ts'
import type { SurveyRow } from '../survey.ts'
import { type Filled, nameOf } from './counting-rules.ts'
import { criteriaQuestions, stageQuestions } from './stage-rules.ts'
import { type Answered, measureStore } from './store-measure.ts'

export type Reading = Omit<Parameters<QueryWork<unknown, unknown>>[0], 'input'>
export type At = Pick<Reading, 'tx' | 'place' | 'district'>

/** Submissions whose personal answers are opened at once. */
const chunk = 1000

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

/** The answers at `paths`; the sealed ones are opened where any of them is asked for. */
export async function filled(
  reading: Reading,
  survey: SurveyRow,
  states: readonly string[],
  paths: readonly string[],
  asked: ReadonlyMap<string, boolean>,
): Promise<Filled[]> {
  const withSealed = paths.some((path) => asked.get(path))
  const rows = await measureStore(reading).answered(survey.id, states, paths, withSealed)
  if (!withSealed) return rows
  const whole: Filled[] = []
  for (let from = 0; from < rows.length; from += chunk)
    whole.push(...(await opened(reading, rows.slice(from, from + chunk), paths)))
  return whole
}

/** Of each submission what was sealed of the answers at `paths`. */
export async function sealedAnswers(
  { vault, tx, district, place }: Pick<Reading, 'vault' | 'tx' | 'district' | 'place'>,
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

async function opened(
  reading: Reading,
  rows: readonly Answered[],
  paths: readonly string[],
): Promise<Filled[]> {
  const values = await sealedAnswers(reading, rows, paths)
  return rows.map(({ sealed: _, ...row }) => ({ ...row, answers: { ...row.answers, ...values.get(row.id) } }))
}

/** Where the questions of one of the older ways stand in a form. */
export const classPaths = (method: keyof typeof classForms, asked: ReadonlyMap<string, boolean>): string[] =>
  [...asked.keys()].filter((path) => classForms[method].questions.includes(nameOf(path)))

export const notRejected: readonly string[] = ['received', 'has-issues', 'edited', 'approved']
