// From the answers of a survey to what is told of them: one answer a household, patterns, classes. Pure.
import type { Figures, MeasureAnswer, MeasureBody, MeasureMethod } from './measure.ts'
import { type Counted, cellsOf, counted, isPoor, lacking, type Pattern, sharesOf } from './measure-rules.ts'
import { type Answers, criteriaForPoor, criteriaMet, isPoorStage, stageOf, stages } from './stage-rules.ts'

/** One submission with the answers that are counted. */
export type Filled = { id: string; household: string | null; place: string | null; answers: Answers }

export const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1)
/** Answers by the question's own name, as the two older ways know them. */
export const byName = (row: Filled): Filled => ({
  ...row,
  answers: Object.fromEntries(Object.entries(row.answers).map(([path, value]) => [nameOf(path), value])),
})

/** Of a household that was asked again only the newest answer counts; rows come newest first, all at once or a page at a time. */
class Newest {
  readonly #seen = new Set<string>()
  repeated = 0

  of(rows: readonly Filled[]): Filled[] {
    const newest = rows.filter(({ household }) => {
      if (household === null) return true
      if (this.#seen.has(household)) return false
      this.#seen.add(household)
      return true
    })
    this.repeated += rows.length - newest.length
    return newest
  }
}

export function newestOnly(rows: readonly Filled[]): { rows: Filled[]; repeated: number } {
  const newest = new Newest()
  return { rows: newest.of(rows), repeated: newest.repeated }
}

/** Counts what it is given page by page, the newest first, and keeps of an answer only what the count needs. */
export type Counting = { add(rows: readonly Filled[]): void; answer(): MeasureAnswer }

const poorOf = (poor: readonly Pick<Filled, 'household'>[]) => ({
  poorHouseholds: poor.flatMap(({ household }) => (household === null ? [] : [household])),
  poorUnknown: poor.filter(({ household }) => household === null).length,
})

/** By the measure of the village. */
export function countingMeasure(body: MeasureBody): Counting {
  const weights = body.indicators.map((each) => each.weight)
  const shares = sharesOf(weights)
  const newest = new Newest()
  const known = new Map<string, Pattern>()
  const poor: Pick<Filled, 'household'>[] = []
  const lines: MeasureAnswer['lines'] = []
  const add = ({ place, household, answers }: Filled) => {
    const cells = cellsOf(body.indicators, answers)
    const key = `${place}:${cellsText(cells)}`
    const pattern = known.get(key) ?? { place, cells, households: 0 }
    pattern.households += 1
    known.set(key, pattern)
    const share = lacking(cells, shares, body.missing)
    if (share === null) return
    const lacks = isPoor(share, body.k)
    if (lacks) poor.push({ household })
    if (household !== null) lines.push({ household, poor: lacks, share: Math.min(1, share) })
  }
  const answer = (): MeasureAnswer => {
    const patterns = [...known.values()]
    return {
      ...answerOf(counted(patterns, weights, body.k, body.missing), body),
      method: 'multidimensional',
      repeated: newest.repeated,
      patterns: patterns.map(({ cells, ...pattern }) => ({ ...pattern, cells: cellsText(cells) })),
      ...poorOf(poor),
      ...{ lines, differing: [] },
    }
  }
  return { add: (rows) => newest.of(rows).forEach(add), answer }
}

/** '1' deprived, '0' not, '-' missing. */
export const cellsText = (cells: Pattern['cells']): string => cells.map((cell) => cell ?? '-').join('')
export const cellsFrom = (text: string): Pattern['cells'] =>
  [...text].map((cell) => (cell === '-' ? null : cell === '1' ? 1 : 0))

/** The figures of a count with the names of its indicators; also what a screen shows while somebody tries other weights. */
export function answerOf(
  result: Counted,
  body: Pick<MeasureBody, 'indicators'>,
): Pick<MeasureAnswer, keyof Figures | 'leftOut' | 'indicators' | 'places' | 'classes'> {
  const { tenths, indicators, ...figures } = result
  return {
    ...figures,
    indicators: indicators.map((each, at) => ({ id: body.indicators[at]?.id ?? '', ...each })),
    classes: tenths.map((households, tenth) => ({ class: String(tenth * 10), households })),
  }
}

type Judged = { class: string; poor: boolean; differs: boolean } | null
type Judge = (answers: Answers) => Judged

/** Which question of the form says what the form itself worked out. */
const byStage: Judge = (answers) => {
  const stage = stageOf(answers)
  return stage && { class: stage, poor: isPoorStage(stage), differs: differs(answers['stage'], stage) }
}
const byCriteria: Judge = (answers) => {
  const met = criteriaMet(answers)
  if (met === null) return null
  return {
    class: String(met),
    poor: met >= criteriaForPoor,
    differs: differs(answers['criteria_met'], String(met)),
  }
}
const differs = (told: unknown, found: string) => told !== undefined && String(told) !== found

const classesOf: Record<Exclude<MeasureMethod, 'multidimensional'>, readonly string[]> = {
  bkkbn: stages,
  bps14: Array.from({ length: 15 }, (_, met) => String(met)),
}

/** By the BKKBN stages or the BPS criteria, worked out again from the answers. */
export function countingClasses(method: 'bkkbn' | 'bps14'): Counting {
  const judge = method === 'bkkbn' ? byStage : byCriteria
  const newest = new Newest()
  const clear: (Omit<Filled, 'answers'> & NonNullable<Judged>)[] = []
  let leftOut = 0
  const add = ({ id, household, place, answers }: Filled) => {
    const judged = judge(answers)
    if (judged) clear.push({ id, household, place, ...judged })
    else leftOut += 1
  }
  const figures = (of: readonly { poor: boolean }[]): Figures => {
    const poor = of.filter((each) => each.poor).length
    const headcount = of.length === 0 ? 0 : poor / of.length
    // Without depths each poor household counts whole.
    return { households: of.length, poor, headcount, intensity: poor === 0 ? 0 : 1, adjusted: headcount }
  }
  const answer = (): MeasureAnswer => ({
    ...figures(clear),
    ...{ method, repeated: newest.repeated, leftOut, indicators: [], patterns: [] },
    places: [...Map.groupBy(clear, ({ place }) => place)].map(([place, of]) => ({ place, ...figures(of) })),
    classes: classesOf[method].map((name) => ({
      class: name,
      households: clear.filter((each) => each.class === name).length,
    })),
    ...poorOf(clear.filter((each) => each.poor)),
    lines: clear.flatMap(({ household, poor }) =>
      household === null ? [] : [{ household, poor, share: null }],
    ),
    differing: clear.filter((each) => each.differs).map(({ id }) => id),
  })
  return { add: (rows) => newest.of(rows).map(byName).forEach(add), answer }
}

/** What goes to who works in the village and is not told which household it is. */
export const unnamed = (answer: MeasureAnswer): MeasureAnswer => ({
  ...answer,
  ...{ patterns: [], poorHouseholds: [], lines: [], poorUnknown: 0, differing: [] },
})
