// Setting a measure, and asking what comes out of it.

import { type Refusal, Refused, refuse, refuseIfAny } from '../../../kernel/refusal.ts'
import { worksInVillage } from '../../../kernel/role.ts'
import { answer, handle, type QueryWork } from '../../../platform/server/capability.ts'
import type { FormModel } from '../../../xlsform/model.ts'
import { questionsOf } from '../../../xlsform/model.ts'
import type { Sealed } from '../store-submission.ts'
import { surveyStore } from '../store-survey.ts'
import type { SurveyRow } from '../survey.ts'
import { byClass, byMeasure, type Filled, forOfficers, unnamed } from './counting-rules.ts'
import {
  type MeasureAnswer,
  type MeasureBody,
  type MeasureResult,
  measureCollection,
  measureNamers,
  measureResult,
  type SetMeasure,
  setMeasure,
  trialOf,
} from './measure.ts'
import { whyNotMeasure } from './measure-rules.ts'
import { readyMeasure } from './ready-measure-rules.ts'
import { criteriaQuestions, stageQuestions } from './stage-rules.ts'
import { type Answered, measureStore } from './store-measure.ts'

type Reading = Omit<Parameters<QueryWork<unknown, unknown>>[0], 'input'>
type At = Pick<Reading, 'tx' | 'place' | 'district'>

/** More measures of one survey than anybody compares. */
const measuresMost = 10
/** Submissions whose personal answers are opened at once. */
const chunk = 1000

async function surveyHere(at: At, id: string): Promise<SurveyRow> {
  const found = await surveyStore(at).find(id)
  if (!found) throw new Refused([refuse('surveys.no-such-survey', {}, 'survey')])
  return found
}

/** What a measure may ask: questions outside repeats of any version of the form; true where the answer is sealed. */
function askable(models: readonly FormModel[]): Map<string, boolean> {
  const found = new Map<string, boolean>()
  for (const model of models)
    for (const { question, repeat } of questionsOf(model)) {
      if (repeat !== null || question.type === 'note') continue
      const path = question.path.slice(model.root.length + 1)
      found.set(path, found.get(path) === true || question.privacy !== 'open')
    }
  return found
}

const formsOf = (survey: SurveyRow) => [...new Set([survey.form, ...survey.versions])]

async function whyNot(at: At, input: SetMeasure): Promise<Refusal[]> {
  const survey = await surveyHere(at, input.survey)
  const questions = askable(await measureStore(at).models(formsOf(survey)))
  const others = await measureStore(at).ofSurvey(survey.id)
  const before = others.find((each) => each.id === input.id)
  if (!before && (await measureStore(at).many([input.id])).length > 0) return [refuse('surveys.measure-gone')]
  if ((before?.version ?? 0) !== input.basedOn) return [refuse('surveys.measure-changed')]
  if (!before && others.length >= measuresMost)
    return [refuse('surveys.measure-too-many', { most: measuresMost })]
  return whyNotMeasure(input.body, new Set(questions.keys()))
}

export const measureCommands = [
  handle(setMeasure, async ({ input, changes, ...at }) => {
    refuseIfAny(await whyNot(at, input))
    const { id, survey, body, basedOn } = input
    await measureStore(at).put({ id, survey, body, version: basedOn + 1 })
    changes.touch(measureCollection, id)
    return undefined
  }),
]

const isNamer = (roles: Reading['roles']) => measureNamers.some((role) => roles.includes(role))

/** The measure that is asked for: a trial, one on record, or the ready one of the form. */
async function bodyOf(
  { roles, ...at }: Reading,
  survey: SurveyRow,
  input: MeasureResult,
): Promise<MeasureBody> {
  if (input.trial !== undefined) {
    // One indicator at a time would tell officers what the figures of RT keep from them.
    if (!isNamer(roles)) throw new Refused([refuse('surveys.measure-trial', {}, 'trial')])
    const body = trialOf(input.trial)
    if (!body) throw new Refused([refuse('surveys.measure-unreadable', {}, 'trial')])
    return body
  }
  const set = await measureStore(at).ofSurvey(survey.id)
  const found = input.measure ? set.find((each) => each.id === input.measure)?.body : set[0]?.body
  if (input.measure && !found) throw new Refused([refuse('surveys.measure-gone', {}, 'measure')])
  const body = found ?? readyMeasure(survey.formId)
  if (!body) throw new Refused([refuse('surveys.measure-none')])
  return body
}

/** The forms of the two older ways, and the questions they are worked out from. */
const classForms = {
  bkkbn: { formId: 'rembug_bkkbn_stages', questions: stageQuestions },
  bps14: { formId: 'rembug_bps_14', questions: criteriaQuestions },
} as const

const statesOf = (input: MeasureResult) =>
  input.states === 'approved' ? ['approved'] : ['received', 'has-issues', 'edited', 'approved']

/** The answers at `paths`; the sealed ones are opened where any of them is asked for. */
async function filled(
  reading: Reading,
  survey: SurveyRow,
  input: MeasureResult,
  paths: readonly string[],
  asked: ReadonlyMap<string, boolean>,
): Promise<Filled[]> {
  const withSealed = paths.some((path) => asked.get(path))
  const rows = await measureStore(reading).answered(survey.id, statesOf(input), paths, withSealed)
  if (!withSealed) return rows
  const whole: Filled[] = []
  for (let from = 0; from < rows.length; from += chunk)
    whole.push(...(await opened(reading, rows.slice(from, from + chunk), paths)))
  return whole
}

async function opened(
  { vault, tx, district, place }: Reading,
  rows: readonly Answered[],
  paths: readonly string[],
): Promise<Filled[]> {
  const sealed = new Map(rows.flatMap((row) => (row.sealed ? [[row.id, row.sealed] as const] : [])))
  const values = await vault.openMany<Sealed>(tx, district, place, sealed)
  return rows.map(({ sealed: _, ...row }) => {
    const personal = values.get(row.id)?.answers ?? {}
    const wanted = paths.filter((path) => personal[path] !== undefined)
    const more = Object.fromEntries(wanted.map((path) => [path, personal[path]]))
    return { ...row, answers: { ...row.answers, ...more } }
  })
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
/** Answers by the question's own name, as the two older ways know them. */
const byName = (row: Filled): Filled => ({
  ...row,
  answers: Object.fromEntries(Object.entries(row.answers).map(([path, value]) => [nameOf(path), value])),
})

async function counted(reading: Reading, input: MeasureResult): Promise<MeasureAnswer> {
  const survey = await surveyHere(reading, input.survey)
  const asked = askable(await measureStore(reading).models(formsOf(survey)))
  const { method } = input
  if (method !== 'multidimensional') {
    const { formId, questions } = classForms[method]
    if (formId !== survey.formId) throw new Refused([refuse('surveys.measure-other-form', {}, 'method')])
    const paths = [...asked.keys()].filter((path) => questions.includes(nameOf(path)))
    const rows = await filled(reading, survey, input, paths, asked)
    return byClass(rows.map(byName), method)
  }
  const body = await bodyOf(reading, survey, input)
  refuseIfAny(whyNotMeasure(body, new Set(asked.keys())))
  const paths = [...new Set(body.indicators.map((each) => each.question))]
  return byMeasure(await filled(reading, survey, input, paths, asked), body)
}

export const measureQueries = [
  answer(measureResult, async ({ input, ...reading }) => {
    const found = await counted(reading, input)
    if (!worksInVillage(reading.roles)) return forOfficers(found)
    if (!isNamer(reading.roles)) return unnamed(found)
    // Which households are poor is told here, and nowhere else on the way.
    reading.viewed('surveys.measure-result', found.poorHouseholds)
    return found
  }),
]
