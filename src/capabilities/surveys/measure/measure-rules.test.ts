import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellsOf,
  counted,
  type Deprivation,
  deprivationOf,
  lacking,
  type Pattern,
  whyNotMeasure,
} from './measure-rules.ts'
import { readyMeasure } from './ready-measure-rules.ts'

const households = (...rows: string[]): Pattern[] =>
  rows.map((row) => ({
    place: null,
    cells: [...row].map((cell): Deprivation => (cell === '-' ? null : cell === '1' ? 1 : 0)),
    households: 1,
  }))

describe('four households, four equal indicators, worked out by hand', () => {
  const village = households('0000', '1001', '1111', '0100')
  const result = counted(village, [1, 1, 1, 1], 0.5, 'leave-out')

  it('half of the households lack half of the weights or more: H is one half', () => {
    expect(result).toMatchObject({ households: 4, poor: 2, headcount: 0.5 })
  })
  it('the poor lack three quarters on average, so M0 is three eighths', () => {
    expect(result.intensity).toBeCloseTo(0.75, 12)
    expect(result.adjusted).toBeCloseTo(0.375, 12)
  })
  it('what only the non-poor lack is censored', () => {
    expect(result.indicators.map((each) => each.deprived)).toEqual([0.5, 0.5, 0.25, 0.5])
    expect(result.indicators.map((each) => each.censored)).toEqual([0.5, 0.25, 0.25, 0.5])
  })
  it('contributions are a third, a sixth, a sixth, a third', () => {
    const parts = result.indicators.map((each) => each.contribution)
    for (const [at, part] of [1 / 3, 1 / 6, 1 / 6, 1 / 3].entries()) expect(parts[at]).toBeCloseTo(part, 12)
  })
  it('each household stands in the tenth of what it lacks', () => {
    expect(result.tenths).toEqual([1, 0, 1, 0, 0, 1, 0, 0, 0, 1])
  })
})

describe('the ten indicators with their usual weights', () => {
  const body = readyMeasure('rembug_multidimensional')
  const weights = body?.indicators.map((each) => each.weight) ?? []
  const poor = (cells: string) => counted(households(cells), weights, body?.k ?? 1, 'leave-out').poor

  it('two of health are a third: poor', () => expect(poor('1100000000')).toBe(1))
  it('one of health and three of the living standard are a third: poor', () =>
    expect(poor('1000111000')).toBe(1))
  it('five of the living standard are not yet a third', () => expect(poor('0000111110')).toBe(0))
  it('all six of the living standard are: poor', () => expect(poor('0000111111')).toBe(1))
  it('one of health and two of the living standard are not', () => expect(poor('1000110000')).toBe(0))
})

describe('a household whose answer is missing', () => {
  const village = households('1-', '11', '00')
  it('is left out of the count, and told', () => {
    expect(counted(village, [1, 1], 0.5, 'leave-out')).toMatchObject({ households: 2, poor: 1, leftOut: 1 })
  })
  it('or counts as not deprived of it, where the village chose so', () => {
    const result = counted(village, [1, 1], 0.5, 'not-deprived')
    expect(result).toMatchObject({ households: 3, poor: 2, leftOut: 0 })
    expect(result.indicators.map((each) => each.missing)).toEqual([0, 1])
  })
  it('nobody counted gives zeros and no division', () => {
    expect(counted(households('-'), [1], 1, 'leave-out')).toMatchObject({
      headcount: 0,
      intensity: 0,
      adjusted: 0,
    })
  })
})

describe('when an answer means deprivation', () => {
  it.each([
    [{ in: ['river', 'rain'] }, 'river', 1],
    [{ in: ['river', 'rain'] }, 'piped', 0],
    [{ in: ['1'] }, 1, 1],
    [{ in: ['none'] }, ['radio', 'none'], 1],
    [{ below: 8 }, 7.9, 1],
    [{ below: 8 }, 8, 0],
    [{ above: 30 }, '31', 1],
    [{ above: 30 }, 30, 0],
    [{ below: 8 }, 'many', null],
    [{ below: 8 }, undefined, null],
    [{ below: 8 }, '', null],
    [{ missing: true as const }, undefined, 1],
    [{ missing: true as const }, 'x', 0],
  ])('%j and %j is %j', (condition, answer, wanted) => {
    expect(deprivationOf(condition, answer)).toBe(wanted)
  })
  it('reads each indicator from its own question', () => {
    const indicators = [
      { question: 'house/roof', deprivedWhen: { in: ['thatch'] } },
      { question: 'income', deprivedWhen: { below: 5 } },
    ]
    expect(cellsOf(indicators, { 'house/roof': 'thatch' })).toEqual([1, null])
  })
})

describe('what may not be set', () => {
  const body = readyMeasure('rembug_household')
  if (!body) throw new Error('no ready measure')
  const asked = new Set(body.indicators.map((each) => each.question))
  it('the ready measure of the household survey may', () => expect(whyNotMeasure(body, asked)).toEqual([]))
  it('an indicator of a question that the form does not ask, all at once', () => {
    const found = whyNotMeasure(body, new Set())
    expect(found).toHaveLength(10)
    expect(found[0]).toMatchObject({ code: 'surveys.measure-question-unknown' })
  })
  it('an indicator twice, or in a dimension that is not there', () => {
    const [first] = body.indicators
    if (!first) throw new Error('no indicator')
    const codes = whyNotMeasure(
      { dimensions: body.dimensions, indicators: [...body.indicators, { ...first, dimension: 'none' }] },
      asked,
    ).map((each) => each.code)
    expect(codes).toEqual(['surveys.measure-indicator-twice', 'surveys.measure-dimension-unknown'])
  })
})

const village = fc.integer({ min: 1, max: 8 }).chain((width) =>
  fc.record({
    weights: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: width, maxLength: width }),
    k: fc.double({ min: 0.0001, max: 1, noNaN: true }),
    patterns: fc.array(
      fc.record({
        place: fc.constantFrom('rt1', 'rt2', null),
        cells: fc.array(fc.constantFrom<Deprivation>(0, 1, null), { minLength: width, maxLength: width }),
        households: fc.integer({ min: 1, max: 40 }),
      }),
      { maxLength: 20 },
    ),
    missing: fc.constantFrom('leave-out' as const, 'not-deprived' as const),
  }),
)
const count = ({ patterns, weights, k, missing }: typeof village extends fc.Arbitrary<infer V> ? V : never) =>
  counted(patterns, weights, k, missing)

describe('whatever a village answers', () => {
  it('M0 is H times A, and 0 <= M0 <= H <= 1', () => {
    fc.assert(
      fc.property(village, (given) => {
        const { headcount, intensity, adjusted } = count(given)
        expect(adjusted).toBeCloseTo(headcount * intensity, 10)
        expect(adjusted).toBeGreaterThanOrEqual(0)
        expect(adjusted).toBeLessThanOrEqual(headcount + 1e-12)
        expect(headcount).toBeLessThanOrEqual(1)
      }),
    )
  })
  it('the contributions of the indicators sum to the whole wherever anybody is poor', () => {
    fc.assert(
      fc.property(village, (given) => {
        const { poor, indicators } = count(given)
        const sum = indicators.reduce((total, each) => total + each.contribution, 0)
        expect(sum).toBeCloseTo(poor > 0 ? 1 : 0, 9)
      }),
    )
  })
  it('a higher cut-off never finds more poor', () => {
    fc.assert(
      fc.property(village, fc.double({ min: 0.0001, max: 1, noNaN: true }), (given, other) => {
        const [low, high] = [Math.min(given.k, other), Math.max(given.k, other)]
        expect(count({ ...given, k: high }).poor).toBeLessThanOrEqual(count({ ...given, k: low }).poor)
      }),
    )
  })
  it('weights count by their proportions alone', () => {
    fc.assert(
      fc.property(village, fc.integer({ min: 2, max: 20 }), (given, times) => {
        const scaled = count({ ...given, weights: given.weights.map((weight) => weight * times) })
        expect(scaled.poor).toBe(count(given).poor)
        expect(scaled.adjusted).toBeCloseTo(count(given).adjusted, 9)
      }),
    )
  })
  it('the places add up to the whole, and nobody is lost', () => {
    fc.assert(
      fc.property(village, (given) => {
        const result = count(given)
        const of = (pick: 'households' | 'poor') => result.places.reduce((sum, each) => sum + each[pick], 0)
        expect(of('households')).toBe(result.households)
        expect(of('poor')).toBe(result.poor)
        expect(result.tenths.reduce((sum, each) => sum + each, 0)).toBe(result.households)
        expect(result.households + result.leftOut).toBe(
          given.patterns.reduce((sum, each) => sum + each.households, 0),
        )
      }),
    )
  })
  it('to lack more never makes a household less poor', () => {
    fc.assert(
      fc.property(village, fc.nat(), ({ patterns, weights, missing }, which) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const shares = weights.map((weight) => weight / total)
        for (const { cells } of patterns) {
          const worse = cells.map((cell, at) => (at === which % cells.length ? 1 : cell)) as Deprivation[]
          const [before, after] = [lacking(cells, shares, missing), lacking(worse, shares, missing)]
          if (before !== null) expect(after).toBeGreaterThanOrEqual(before - 1e-12)
        }
      }),
    )
  })
})
