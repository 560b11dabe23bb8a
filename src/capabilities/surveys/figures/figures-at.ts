// The figures of a survey as all who look from above its village are told them: decided once for one state of the village, and
// the same for each of them, so that what two are told gives no more than what one is told.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { headOf } from '../../../platform/server/feed.ts'
import { smallestFigure } from '../../../platform/server/installation.ts'
import { newestOnly } from '../measure/counting-rules.ts'
import type { MeasureAnswer, MeasureBody } from '../measure/measure.ts'
import { whyNotMeasure } from '../measure/measure-rules.ts'
import {
  askable,
  byName,
  classForms,
  classPaths,
  filled,
  formsOf,
  notRejected,
  type Reading,
  surveyHere,
} from '../measure/reading.ts'
import { readyMeasure } from '../measure/ready-measure-rules.ts'
import { measureStore } from '../measure/store-measure.ts'
import type { SurveyRow } from '../survey.ts'
import { tablesOfForms } from '../tables/forms-store.ts'
import type { Chart } from '../tables/questions.ts'
import { chartTold, plannedCharts } from './figures.ts'
import { type PlannedMeasure, plannedClasses, plannedMeasure } from './measured.ts'
import { PeopleSets } from './people-sets.ts'
import { isTold } from './told.ts'

export type SurveyFigures = { charts: ReadonlyMap<string, Chart>; measure: MeasureAnswer | null }

const keptMost = 60
const kept = new Map<string, SurveyFigures>()

const classMethods = ['bkkbn', 'bps14'] as const
const methodOf = ({ formId }: SurveyRow) =>
  classMethods.find((method) => classForms[method].formId === formId)

async function bodyOf(
  reading: Reading,
  survey: SurveyRow,
  asked: ReadonlySet<string>,
): Promise<MeasureBody | null> {
  const [set] = await measureStore(reading).ofSurvey(survey.id)
  const body = set?.body ?? readyMeasure(survey.formId)
  return body && whyNotMeasure(body, asked).length === 0 ? body : null
}

async function made(reading: Reading, survey: SurveyRow, k: number): Promise<SurveyFigures> {
  const asked = askable(await measureStore(reading).models(formsOf(survey)))
  const { tables } = await tablesOfForms(reading.tx, formsOf(survey))
  const columns = (tables.find(({ path }) => path === '')?.columns ?? []).filter(isTold)
  const method = methodOf(survey)
  const body = method ? null : await bodyOf(reading, survey, new Set(asked.keys()))
  const measured = method
    ? classPaths(method, asked)
    : (body?.indicators ?? []).map(({ question }) => question)
  const paths = [...new Set([...columns.map(({ key }) => key), ...measured])]
  const all = await filled(reading, survey, notRejected, paths, asked)
  const { rows, repeated } = newestOnly(all)
  const sets = new PeopleSets(rows.length, k)
  const answers = rows.map((row) => row.answers)
  const charts = plannedCharts(sets, answers, columns, k)
  const measure: PlannedMeasure | null = method
    ? plannedClasses(
        sets,
        rows.map((row) => byName(row).answers),
        method,
      )
    : body && plannedMeasure(sets, answers, body)
  const hidden = sets.hidden()
  return {
    charts: new Map(charts.map((each) => [each.column.key, chartTold(each, sets, hidden)])),
    measure: measure && { ...measure(hidden), repeated },
  }
}

/**
 * Refuses a survey that is still open: who looks day after day would see whose answers came in between. How many there are is
 * told meanwhile (`surveys.overview`).
 */
export async function figuresAt(reading: Reading, id: string): Promise<SurveyFigures> {
  const survey = await surveyHere(reading, id)
  if (survey.state !== 'closed') throw new Refused([refuse('surveys.figures-when-closed')])
  const k = smallestFigure()
  const key = [id, await headOf(reading.tx, reading.place), k].join()
  const known = kept.get(key) ?? (await made(reading, survey, k))
  kept.delete(key)
  kept.set(key, known)
  const [oldest] = kept.keys()
  if (kept.size > keptMost && oldest !== undefined) kept.delete(oldest)
  return known
}

type Wanted = { survey: string; question: string }

/** The chart of a question. Refuses a selection, and what is not told above the village: words, days, RT, repeats, what a form works out. */
export async function chartAbove(reading: Reading, { survey, question, ...chosen }: Wanted): Promise<Chart> {
  const plain = Object.values(chosen).every((each) => each === undefined)
  const chart = plain ? (await figuresAt(reading, survey)).charts.get(question) : undefined
  if (!chart) throw new Refused([refuse('surveys.figures-fixed')])
  return chart
}
