// From the answers of a survey to all that is told of it above its village. Pure, and heavy: done in a thread (figures.worker.ts).
import { byName, type Filled, newestOnly } from '../measure/counting-rules.ts'
import type { MeasureAnswer, MeasureBody } from '../measure/measure.ts'
import type { Column } from '../tables/columns.ts'
import type { Chart } from '../tables/questions.ts'
import { chartTold, type Planned, plannedCharts } from './figures.ts'
import { type PlannedMeasure, plannedClasses, plannedMeasure } from './measured.ts'
import { PeopleSets } from './people-sets.ts'

export type SurveyFigures = { charts: ReadonlyMap<string, Chart>; measure: MeasureAnswer | null }

/** Answers as they travel to the thread: as text, since to copy text costs the one who answers everybody the least. */
export type Page = {
  households: readonly (string | null)[]
  /** For each submission a list in the order of `paths`. */
  answers: string
  /** For each submission what was sealed of them, by path; null where nothing was asked of it. */
  sealed: string | null
}

export type Counted = {
  /** The newest submission first. */
  pages: readonly Page[]
  paths: readonly string[]
  /** Those of them that the measure asks for. */
  measured: readonly string[]
  columns: readonly Column[]
  method: 'bkkbn' | 'bps14' | null
  body: MeasureBody | null
  /** The smallest number of people that a figure may be of. */
  k: number
}

function* filledIn({ households, answers, sealed }: Page, paths: readonly string[]): Generator<Filled> {
  const open = JSON.parse(answers) as readonly unknown[][]
  const personal = sealed === null ? [] : (JSON.parse(sealed) as readonly Record<string, unknown>[])
  for (const [at, given] of open.entries()) {
    const answered = paths.flatMap((path, n) => (given[n] === null ? [] : [[path, given[n]] as const]))
    const all = { ...Object.fromEntries(answered), ...personal[at] }
    yield { id: '', place: null, household: households[at] ?? null, answers: all }
  }
}

/**
 * Plans the measure. In a village of few households it hangs together with everything, and nothing would be told: then the measure
 * and the questions that it asks for are given up, and the others are told.
 */
export function givenUpFirst<Plan>(
  sets: PeopleSets,
  charts: readonly Planned[],
  measured: readonly string[],
  plan: () => Plan,
): Plan {
  const { plan: made, shown } = sets.planned(plan)
  const about = charts.filter(({ column }) => measured.includes(column.key))
  const cells = about.flatMap(({ answered, bars }) => [answered, ...bars.map(({ cell }) => cell)])
  if (shown.length > 0) sets.last([...shown, ...cells])
  return made
}

export function countedFigures({ pages, paths, measured, columns, method, body, k }: Counted): SurveyFigures {
  const { rows, repeated } = newestOnly(pages.flatMap((page) => [...filledIn(page, paths)]))
  const sets = new PeopleSets(rows.length, k)
  const answers = rows.map((row) => row.answers)
  const charts = plannedCharts(sets, answers, columns, k)
  const measure = givenUpFirst(sets, charts, measured, (): PlannedMeasure | null => {
    if (!method) return body && plannedMeasure(sets, answers, body)
    const named = rows.map((row) => byName(row).answers)
    return plannedClasses(sets, named, method)
  })
  const hidden = sets.hidden()
  return {
    charts: new Map(charts.map((each) => [each.column.key, chartTold(each, sets, hidden)])),
    measure: measure && { ...measure(hidden), repeated },
  }
}
