// What an officer could find out who has every figure that is told of a survey, knows which question is skipped when and how
// the measure is counted, and looks for people of whom all of it would be true.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Equation, wholeNumbers } from '../../../kernel/linear.ts'
import { isSmall } from '../../../kernel/suppression.ts'
import type { MeasureBody } from '../measure/measure.ts'
import type { Column } from '../tables/columns.ts'
import { givenUpFirst } from './counting.ts'
import { type Answers, chartTold, plannedCharts, spansOf } from './figures.ts'
import { plannedMeasure } from './measured.ts'
import { PeopleSets } from './people-sets.ts'

const k = 3

const column = (key: string, type: Column['type'], choices: readonly string[] = []): Column => ({
  ...{ key, type, label: {}, groups: [], privacy: 'open', metadata: null },
  choices: choices.map((name) => ({ name, label: {}, media: {}, extra: {} })),
})
/** Where a child is, what it needs is asked; three things a household may lack. */
const columns = [
  column('child', 'select_one', ['small', 'grown', 'none']),
  column('need', 'select_one', ['milk', 'school']),
  ...['roof', 'water', 'light'].map((key) => column(key, 'select_one', ['has', 'lacks'])),
]
const lacks = ['roof', 'water', 'light']
const body: MeasureBody = {
  ...{ title: '', k: 0.5, dimensions: [{ id: 'd', label: ['', ''] }], missing: 'leave-out' },
  indicators: lacks.map((key, at) => ({
    ...{ id: key, label: ['', ''], dimension: 'd', weight: at === 0 ? 2 : 1, question: key, source: '' },
    deprivedWhen: { in: ['lacks'] },
  })),
}

/** Every way in which a household can answer. */
const profiles: Answers[] = ['small milk', 'small school', 'grown', 'none'].flatMap((family) =>
  Array.from({ length: 8 }, (_, lack) => {
    const [child, need] = family.split(' ')
    const goods = lacks.map((key, at) => [key, (lack >> at) & 1 ? 'lacks' : 'has'])
    return { child, ...(need ? { need } : {}), ...Object.fromEntries(goods) }
  }),
)
const isPoor = (each: Answers) =>
  lacks.reduce((sum, key, at) => sum + (each[key] === 'lacks' ? (at === 0 ? 2 : 1) : 0), 0) >= 2

/** Each figure: its count where it is told, and which profiles stand in it. */
type Figure = {
  told: number | null
  is: (profile: Answers) => boolean
  within: (profile: Answers) => boolean
}
const anybody = () => true

function figuresOf(rows: readonly Answers[], effort?: number): Figure[] {
  const sets = new PeopleSets(rows.length, k)
  const charts = plannedCharts(sets, rows, columns, k)
  const measure = givenUpFirst(sets, charts, lacks, () => plannedMeasure(sets, rows, body))
  const hidden = sets.hidden(effort)
  const of = charts.flatMap((planned): Figure[] => {
    const { key } = planned.column
    const chart = chartTold(planned, sets, hidden)
    const answered = (profile: Answers) => profile[key] !== undefined
    return [
      { told: chart.answered, is: answered, within: answered },
      ...chart.bars.map(({ value, count }) => ({
        told: count,
        is: (each: Answers) => each[key] === value,
        within: answered,
      })),
    ]
  })
  const { poor, households, indicators } = measure(hidden)
  const counted = (share: number | null | undefined) =>
    share === null || share === undefined || households === null ? null : Math.round(share * households)
  return [
    ...of,
    { told: rows.length, is: anybody, within: anybody },
    { told: poor, is: isPoor, within: anybody },
    ...lacks.flatMap((key, at) => [
      {
        told: counted(indicators[at]?.deprived),
        is: (each: Answers) => each[key] === 'lacks',
        within: anybody,
      },
      {
        told: counted(indicators[at]?.censored),
        is: (each: Answers) => each[key] === 'lacks' && isPoor(each),
        within: anybody,
      },
    ]),
  ]
}

const counting = (is: (profile: Answers) => boolean, count: number): Equation => ({
  terms: new Map(profiles.flatMap((each, at) => (is(each) ? [[String(at), 1] as const] : []))),
  is: count,
})

/** All of them, in an order of its own for each odd step. */
const inSteps = (step: number, is: number): Equation => ({
  terms: new Map(profiles.map((_, at) => [String((at * step) % profiles.length), 1] as const)),
  is,
})

/** Figures of few, or of all but few, of which it can be told whether they are none or many. */
function foundOut(rows: readonly Answers[], figures: readonly Figure[]): string[] {
  const known = figures.flatMap(({ told, is }) => (told === null ? [] : [counting(is, told)]))
  return figures.flatMap(({ is, within }, at) =>
    [is, (each: Answers) => within(each) && !is(each)].flatMap((few, side) => {
      if (!isSmall(rows.filter(few).length, k)) return []
      // A corner that is not whole says nothing: with the unknowns in another order another one is found.
      const mayBe = (supposed: number) =>
        [1, 3, 5, 7, 9, 11].some(
          (step) => wholeNumbers([inSteps(step, rows.length), ...known, counting(few, supposed)]) !== null,
        )
      const open = [0, k].every(mayBe)
      return open ? [] : [`${at} ${side}`]
    }),
  )
}

const household = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...profiles.slice(24)) },
  { weight: 3, arbitrary: fc.constantFrom(...profiles) },
)
const surveyed = fc.array(household, { minLength: 3 * k, maxLength: 40 })

describe('what is told of a survey above its village', () => {
  test('nobody finds out by any of it, or all of it together, who are few', () => {
    fc.assert(
      fc.property(surveyed, (rows) => {
        expect(foundOut(rows, figuresOf(rows))).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('nor where the measure and its questions are given up, so that the others are told', () => {
    let told = 0
    fc.assert(
      fc.property(surveyed, (rows) => {
        const figures = figuresOf(rows, 0)
        expect(foundOut(rows, figures)).toEqual([])
        told += figures.filter((each) => each.told !== null).length - 1
      }),
      { numRuns: 25 },
    )
    expect(told).toBeGreaterThan(25)
  })

  test('without what is hidden beside the small ones it would be found out', () => {
    const plainly = (rows: readonly Answers[]) =>
      figuresOf(rows).map((each) => {
        const count = rows.filter(each.is).length
        return { ...each, told: isSmall(count, k) ? null : count }
      })
    const tried = fc.check(fc.property(surveyed, (rows) => foundOut(rows, plainly(rows)).length === 0))
    expect(tried.failed).toBe(true)
  })

  test('a question that is asked of some tells how many they are: it is hidden with them', () => {
    const of = (child: string, count: number, more: Answers = {}) =>
      Array.from({ length: count }, (_, at) => ({
        child,
        roof: at % 2 ? 'has' : 'lacks',
        water: 'has',
        light: at % 3 ? 'has' : 'lacks',
        ...more,
      }))
    const rows = [
      ...of('small', 5, { need: 'milk' }),
      ...of('small', 3, { need: 'school' }),
      ...of('grown', 2),
      ...of('none', 30),
    ]
    const sets = new PeopleSets(rows.length, k)
    const [child, need] = plannedCharts(sets, rows, columns, k)
    const hidden = sets.hidden()
    const [first, second] = [child, need].map((each) => each && chartTold(each, sets, hidden))
    expect(first?.bars[1]?.count).toBeNull()
    expect([second?.answered, second?.bars.every(({ count }) => count !== null)]).toEqual([null, false])
  })

  test('numbers are told in ranges of enough people, the outermost open', () => {
    const numbers = [1, 1, 1, 2, 3, 3, 3, 9].map((value, at) => [at, value] as const)
    expect(spansOf(numbers, 3).map(({ from, to, members }) => [from, to, members.length])).toEqual([
      [1, 2, 3],
      [2, 10, 5],
    ])
  })

  const drawnRows = (households: number, questions: number) => {
    let seed = 7
    const drawn = () => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return seed >>> 24
    }
    const asked = Array.from({ length: questions }, (_, n) =>
      column(`q${n}`, 'select_one', ['a', 'b', 'c', 'd']),
    )
    const rows = Array.from({ length: households }, () =>
      Object.fromEntries(asked.map(({ key }) => [key, 'aaaaabbbccd'[drawn() % 11] ?? ''])),
    )
    return { asked, rows }
  }

  // Nearly every figure is one of few, and they all hang together: this took minutes.
  test('of a few households and many questions it is soon known what is told', () => {
    const { asked, rows } = drawnRows(14, 40)
    const sets = new PeopleSets(rows.length, 5)
    const charts = plannedCharts(sets, rows, asked, 5)
    const hidden = sets.hidden()
    const small = charts.flatMap(({ bars }) => bars.filter(({ cell }) => isSmall(sets.count(cell), 5)))
    expect(small.length).toBeGreaterThan(50)
    expect(small.filter(({ cell }) => !hidden.has(cell))).toEqual([])
  }, 30_000)

  test('where too much hangs together, the measure and its questions are given up before nothing is told', () => {
    const { asked, rows } = drawnRows(25, 60)
    const measured = asked.slice(0, 10).map(({ key }) => key)
    const indicators = measured.map((question, n) => ({
      ...{ id: `i${n}`, label: ['', ''] as [string, string], dimension: 'd', weight: 1 + (n % 3), question },
      ...{ source: '', deprivedWhen: { in: ['c', 'd'] } },
    }))
    const sets = new PeopleSets(rows.length, 5)
    const charts = plannedCharts(sets, rows, asked, 5)
    const plan = () => plannedMeasure(sets, rows, { ...body, indicators })
    const measure = givenUpFirst(sets, charts, measured, plan)
    const hidden = sets.hidden(0)
    const told = charts.map((each) => chartTold(each, sets, hidden))
    const counts = told.map(({ bars }) => bars.flatMap(({ count }) => count ?? []))
    expect(measure(hidden)).toMatchObject({ poor: null, intensity: null, adjusted: null })
    expect(counts.slice(0, 10).flat()).toEqual([])
    expect(counts.flat().length).toBeGreaterThan(50)
    expect(counts.flat().every((count) => count === 0 || count >= 5)).toBe(true)
  })
})
