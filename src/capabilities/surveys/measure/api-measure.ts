// Setting a measure, and asking what comes out of it.
import { type Refusal, Refused, refuse, refuseIfAny } from '../../../kernel/refusal.ts'
import { worksInVillage } from '../../../kernel/role.ts'
import { answer, handle } from '../../../platform/server/capability.ts'
import { figuresAt } from '../figures/figures-at.ts'
import type { SurveyRow } from '../survey.ts'
import { byClass, byMeasure, byName, unnamed } from './counting-rules.ts'
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
import {
  type At,
  askable,
  classForms,
  classPaths,
  filled,
  formsOf,
  notRejected,
  type Reading,
  surveyHere,
} from './reading.ts'
import { readyMeasure } from './ready-measure-rules.ts'
import { measureStore } from './store-measure.ts'

/** More measures of one survey than anybody compares. */
const measuresMost = 10
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
    // One indicator at a time would tell whose answers they are.
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

const statesOf = (input: MeasureResult): readonly string[] =>
  input.states === 'approved' ? ['approved'] : notRejected

async function counted(reading: Reading, input: MeasureResult): Promise<MeasureAnswer> {
  const survey = await surveyHere(reading, input.survey)
  const asked = askable(await measureStore(reading).models(formsOf(survey)))
  const { method } = input
  if (method !== 'multidimensional') {
    if (classForms[method].formId !== survey.formId)
      throw new Refused([refuse('surveys.measure-other-form', {}, 'method')])
    const rows = await filled(reading, survey, statesOf(input), classPaths(method, asked), asked)
    return byClass(rows.map(byName), method)
  }
  const body = await bodyOf(reading, survey, input)
  refuseIfAny(whyNotMeasure(body, new Set(asked.keys())))
  const paths = [...new Set(body.indicators.map((each) => each.question))]
  return byMeasure(await filled(reading, survey, statesOf(input), paths, asked), body)
}

/** What an officer, an auditor or a ministry is told: the measure of the village, over all that was not rejected. */
async function toldAbove(reading: Reading, input: MeasureResult): Promise<MeasureAnswer> {
  if (input.trial !== undefined) throw new Refused([refuse('surveys.measure-trial', {}, 'trial')])
  const { measure } = await figuresAt(reading, input.survey)
  if (!measure) throw new Refused([refuse('surveys.measure-none')])
  return measure
}

export const measureQueries = [
  answer(measureResult, async ({ input, ...reading }) => {
    if (!worksInVillage(reading.roles)) return toldAbove(reading, input)
    const found = await counted(reading, input)
    if (!isNamer(reading.roles)) return unnamed(found)
    // Which households are poor is told here, and nowhere else on the way.
    reading.viewed('surveys.measure-result', found.poorHouseholds)
    return found
  }),
]
