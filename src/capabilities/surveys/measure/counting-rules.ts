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

/** Of a household that was asked again only the newest answer counts; `rows` come newest first. */
export function newestOnly(rows: readonly Filled[]): { rows: Filled[]; repeated: number } {
  const seen = new Set<string>()
  const newest = rows.filter(({ household }) => {
    if (household === null) return true
    if (seen.has(household)) return false
    seen.add(household)
    return true
  })
  return { rows: newest, repeated: rows.length - newest.length }
}

const poorOf = (rows: readonly Filled[]) => ({
  poorHouseholds: rows.flatMap((row) => (row.household === null ? [] : [row.household])),
  poorUnknown: rows.filter((row) => row.household === null).length,
})

/** Counts by the measure of the village. */
export function byMeasure(given: readonly Filled[], body: MeasureBody): MeasureAnswer {
  const { rows, repeated } = newestOnly(given)
  const weights = body.indicators.map((each) => each.weight)
  const shares = sharesOf(weights)
  const known = new Map<
    string,
    { place: string | null; cells: ReturnType<typeof cellsOf>; households: number }
  >()
  const poor: Filled[] = []
  for (const row of rows) {
    const cells = cellsOf(body.indicators, row.answers)
    const key = `${row.place}:${cells.join()}`
    const pattern = known.get(key) ?? { place: row.place, cells, households: 0 }
    pattern.households += 1
    known.set(key, pattern)
    const share = lacking(cells, shares, body.missing)
    if (share !== null && isPoor(share, body.k)) poor.push(row)
  }
  const patterns = [...known.values()]
  return {
    ...answerOf(counted(patterns, weights, body.k, body.missing), body),
    method: 'multidimensional',
    repeated,
    patterns: patterns.map(({ cells, ...pattern }) => ({ ...pattern, cells: cellsText(cells) })),
    ...poorOf(poor),
    differing: [],
  }
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

/** Counts by the BKKBN stages or the BPS criteria, worked out again from the answers. */
export function byClass(given: readonly Filled[], method: 'bkkbn' | 'bps14'): MeasureAnswer {
  const { rows, repeated } = newestOnly(given)
  const judge = method === 'bkkbn' ? byStage : byCriteria
  const judged = rows.map((row) => ({ row, judged: judge(row.answers) }))
  const clear = judged.flatMap(({ row, judged: each }) => (each ? [{ row, ...each }] : []))
  const figures = (of: readonly { poor: boolean }[]): Figures => {
    const poor = of.filter((each) => each.poor).length
    const headcount = of.length === 0 ? 0 : poor / of.length
    // Without depths each poor household counts whole.
    return { households: of.length, poor, headcount, intensity: poor === 0 ? 0 : 1, adjusted: headcount }
  }
  const places = Map.groupBy(clear, (each) => each.row.place)
  return {
    ...figures(clear),
    ...{ method, repeated, leftOut: judged.length - clear.length, indicators: [], patterns: [] },
    places: [...places].map(([place, of]) => ({ place, ...figures(of) })),
    classes: classesOf[method].map((name) => ({
      class: name,
      households: clear.filter((each) => each.class === name).length,
    })),
    ...poorOf(clear.filter((each) => each.poor).map((each) => each.row)),
    differing: clear.filter((each) => each.differs).map((each) => each.row.id),
  }
}

/** What goes to who works in the village and is not told which household it is. */
export const unnamed = (answer: MeasureAnswer): MeasureAnswer => ({
  ...answer,
  ...{ patterns: [], poorHouseholds: [], poorUnknown: 0, differing: [] },
})
