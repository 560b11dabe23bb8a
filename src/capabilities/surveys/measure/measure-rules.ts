// Counting poverty in several dimensions: the method of Alkire and Foster (2011), as plain arithmetic that the phone and the
// server share. Weights are normalised, so only their proportions matter; a household is poor from the cut-off k on.
import { type Refusal, reasons, refuse } from '../../../kernel/refusal.ts'
import type { Condition, Figures, Indicator, MeasureBody, MissingPolicy } from './measure.ts'

/** 1 deprived, 0 not, null: the answer is missing. */
export type Deprivation = 0 | 1 | null
/** Households that answered alike: their deprivations in the order of the indicators, their RT, and how many they are. */
export type Pattern = { place: string | null; cells: readonly Deprivation[]; households: number }

/** Thirds and sixths are no finite fractions: what comes this close to the cut-off has reached it. */
const close = 1e-9

export type Counted = Figures & {
  leftOut: number
  indicators: {
    weight: number
    deprived: number
    censored: number
    contribution: number
    missing: number
  }[]
  places: (Figures & { place: string | null })[]
  /** Households by the share of the weights they lack, in tenths: [0, 10 %), [10, 20 %) … [90, 100 %]. */
  tenths: number[]
}

/** Whether an answer means deprivation. Text that should be a number is a missing answer. */
export function deprivationOf(condition: Condition, answer: unknown): Deprivation {
  const none = answer === undefined || answer === null || answer === ''
  if ('missing' in condition) return none ? 1 : 0
  if (none) return null
  if ('in' in condition) {
    const given = Array.isArray(answer) ? answer.map(String) : [String(answer)]
    return given.some((each) => condition.in.includes(each)) ? 1 : 0
  }
  const value = Array.isArray(answer) ? Number.NaN : Number(answer)
  if (Number.isNaN(value)) return null
  return ('below' in condition ? value < condition.below : value > condition.above) ? 1 : 0
}

/** The deprivations of one household, in the order of the indicators. */
export const cellsOf = (
  indicators: readonly Pick<Indicator, 'question' | 'deprivedWhen'>[],
  answers: Readonly<Record<string, unknown>>,
): Deprivation[] => indicators.map((each) => deprivationOf(each.deprivedWhen, answers[each.question]))

/** Weights as shares of one; throws where they have no sum. */
export function sharesOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(total > 0)) throw new RangeError('weights have no sum')
  return weights.map((weight) => weight / total)
}

/** c: the share of the weights that a household lacks; null when a missing answer leaves it out. */
export function lacking(
  cells: readonly Deprivation[],
  shares: readonly number[],
  missing: MissingPolicy,
): number | null {
  if (missing === 'leave-out' && cells.includes(null)) return null
  return cells.reduce<number>((sum, cell, at) => sum + (cell === 1 ? (shares[at] ?? 0) : 0), 0)
}

export const isPoor = (share: number, k: number): boolean => share > 0 && share + close >= k

/** Which tenth of the weights a share lies in, from 0. */
export const tenthOf = (share: number): number => Math.min(9, Math.floor(share * 10 + close))

type Sums = { households: number; poor: number; lacked: number }
const noSums = (): Sums => ({ households: 0, poor: 0, lacked: 0 })

function figuresOf({ households, poor, lacked }: Sums): Figures {
  return {
    households,
    poor,
    headcount: households === 0 ? 0 : poor / households,
    intensity: poor === 0 ? 0 : lacked / poor,
    adjusted: households === 0 ? 0 : lacked / households,
  }
}

function add(sums: Sums, households: number, poor: boolean, share: number): void {
  sums.households += households
  if (!poor) return
  sums.poor += households
  sums.lacked += households * share
}

/** Counts households into H, A and M0, with what each indicator and each RT has part in it. */
export function counted(
  patterns: readonly Pattern[],
  weights: readonly number[],
  k: number,
  missing: MissingPolicy,
): Counted {
  const shares = sharesOf(weights)
  const all = noSums()
  const places = new Map<string | null, Sums>()
  const tenths = Array<number>(10).fill(0)
  const tallies = shares.map(() => ({ deprived: 0, censored: 0, missing: 0 }))
  let leftOut = 0
  for (const { place, cells, households } of patterns) {
    cells.forEach((cell, at) => {
      const tally = tallies[at]
      if (cell === null && tally) tally.missing += households
    })
    const share = lacking(cells, shares, missing)
    if (share === null) {
      leftOut += households
      continue
    }
    const poor = isPoor(share, k)
    add(all, households, poor, share)
    const here = places.get(place) ?? noSums()
    places.set(place, here)
    add(here, households, poor, share)
    const tenth = tenthOf(share)
    tenths[tenth] = (tenths[tenth] ?? 0) + households
    tallyCells(tallies, cells, households, poor)
  }
  const figures = figuresOf(all)
  return {
    ...figures,
    leftOut,
    indicators: tallies.map((tally, at) => ofIndicator(tally, shares[at] ?? 0, figures)),
    places: [...places].map(([place, sums]) => ({ place, ...figuresOf(sums) })),
    tenths,
  }
}

type Tally = { deprived: number; censored: number; missing: number }

function tallyCells(
  tallies: readonly Tally[],
  cells: readonly Deprivation[],
  households: number,
  poor: boolean,
): void {
  cells.forEach((cell, at) => {
    const tally = tallies[at]
    if (cell !== 1 || !tally) return
    tally.deprived += households
    if (poor) tally.censored += households
  })
}

function ofIndicator(tally: Tally, weight: number, { households, adjusted }: Figures) {
  const share = (count: number) => (households === 0 ? 0 : count / households)
  const censored = share(tally.censored)
  return {
    weight,
    deprived: share(tally.deprived),
    censored,
    contribution: adjusted === 0 ? 0 : (weight * censored) / adjusted,
    missing: tally.missing,
  }
}

/** Every reason why a measure cannot be set. `questions` are the paths that may be asked: of the form, outside repeats. */
export function whyNotMeasure(
  body: Pick<MeasureBody, 'dimensions' | 'indicators'>,
  questions: ReadonlySet<string>,
): Refusal[] {
  const dimensions = new Set(body.dimensions.map((each) => each.id))
  const twice = body.indicators.find(
    (each, at) => body.indicators.findIndex((other) => other.id === each.id) !== at,
  )
  const stray = body.indicators.find((each) => !dimensions.has(each.dimension))
  const unknown = body.indicators.filter((each) => !questions.has(each.question))
  return reasons(
    dimensions.size < body.dimensions.length && refuse('surveys.measure-dimension-twice', {}, 'dimensions'),
    twice && refuse('surveys.measure-indicator-twice', { indicator: twice.label[0] }, 'indicators'),
    stray && refuse('surveys.measure-dimension-unknown', { indicator: stray.label[0] }, 'indicators'),
    ...unknown.map((each) =>
      refuse(
        'surveys.measure-question-unknown',
        { indicator: each.label[0], question: each.question },
        'indicators',
      ),
    ),
  )
}
