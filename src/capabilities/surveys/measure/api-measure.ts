// Setting a measure, and asking what comes out of it.
import { type Refusal, Refused, refuse, refuseIfAny } from '../../../kernel/refusal.ts'
import { worksInVillage } from '../../../kernel/role.ts'
import { answer, handle } from '../../../platform/server/capability.ts'
import { Turns } from '../../../platform/server/running/turns.ts'
import { type Entering, WorkFirst } from '../../../platform/server/work-first.ts'
import { figuresAt } from '../figures/figures-at.ts'
import type { SurveyRow } from '../survey.ts'
import { type Counting, countingClasses, countingMeasure, unnamed } from './counting-rules.ts'
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
  filledPage,
  formsOf,
  notRejected,
  type Reading,
  surveyHere,
} from './reading.ts'
import { readyMeasure } from './ready-measure-rules.ts'
import { measureStore, type Wanted } from './store-measure.ts'

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

type Plan = { survey: string; wanted: Wanted; counting: Counting }

/** What is counted and how; refuses a measure that cannot be. */
async function planOf(reading: Reading, input: MeasureResult): Promise<Plan> {
  const survey = await surveyHere(reading, input.survey)
  const asked = askable(await measureStore(reading).models(formsOf(survey)))
  const { method } = input
  const plan = (paths: readonly string[], counting: Counting): Plan => {
    const withSealed = paths.some((path) => asked.get(path))
    return { survey: survey.id, wanted: { states: statesOf(input), paths, withSealed }, counting }
  }
  if (method !== 'multidimensional') {
    if (classForms[method].formId !== survey.formId)
      throw new Refused([refuse('surveys.measure-other-form', {}, 'method')])
    return plan(classPaths(method, asked), countingClasses(method))
  }
  const body = await bodyOf(reading, survey, input)
  refuseIfAny(whyNotMeasure(body, new Set(asked.keys())))
  return plan([...new Set(body.indicators.map((each) => each.question))], countingMeasure(body))
}

/** What was counted for a question, until it has been answered. */
const made = new WeakMap<MeasureResult, MeasureAnswer>()
/** One survey at a time in each village: who asks often keeps nobody else waiting. */
const turns = new Turns()

/**
 * Counted as the answers stand now, also while more come in. Of a survey with more than one page of them each is read and opened in a
 * transaction of its own, and others have their turn in between.
 */
async function counted(reading: Reading, input: MeasureResult): Promise<MeasureAnswer> {
  const known = made.get(input)
  if (known) return known
  const { survey, wanted, counting } = await planOf(reading, input)
  const first = await filledPage(reading, survey, wanted, Number.MAX_SAFE_INTEGER)
  counting.add(first.rows)
  if (first.next === null) return counting.answer()
  const { vault, place, district } = reading
  const rest = async (entering: Entering) => {
    for (let before = first.next; before !== null; ) {
      const from: number = before
      const page = await entering((tx) => filledPage({ tx, vault, place, district }, survey, wanted, from))
      counting.add(page.rows)
      before = page.next
    }
    made.set(input, counting.answer())
  }
  throw new WorkFirst(
    (entering) => turns.take(place, () => rest(entering)),
    refuse('surveys.figures-changing'),
  )
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
    const lines = input.each ? found.lines : []
    const told = input.each ? lines.map((each) => each.household) : found.poorHouseholds
    reading.viewed('surveys.measure-result', told)
    return { ...found, lines }
  }),
]
