// Charts as people draw them wrongly, and two phones that fill the same one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Chart, Told } from './chart.ts'
import { changesBetween, clashesOf, whyNotChangeChart, whyNotTold, withChanges, without } from './rules.ts'

const today = '2019-06-01'
const head: Told = {
  ...{ title: 'Sumber air', on: '2019-05-20', facilitator: 'Dewi Lestari', women: 7, men: 4 },
}
const codes = (kind: Chart['kind'], told: Told) =>
  whyNotTold(kind, { ...head, ...told }, today).map(({ code }) => code)
const options = (...labels: string[]) => Object.fromEntries(labels.map((label, i) => [`row.r${i}`, label]))

describe('a chart that is drawn wrongly is refused, and why', () => {
  test('who and when', () => {
    expect(whyNotTold('venn', options('Posyandu'), today).map(({ field }) => field)).toEqual([
      'title',
      'facilitator',
      'on',
      'women',
    ])
    expect(codes('venn', { ...options('Posyandu'), on: '2019-06-02' })).toEqual(['workshops.day-ahead'])
  })
  test('rows and columns', () => {
    expect(codes('pairwise', options('Sumur', ' sumur '))).toEqual(['workshops.row-twice'])
    expect(codes('pairwise', options('Sumur'))).toEqual(['workshops.one-option'])
    expect(codes('calendar', {})).toEqual(['workshops.no-rows'])
    const many = options(...Array.from({ length: 11 }, (_, i) => `Pilihan ${i}`))
    expect(codes('pairwise', many)).toEqual(['workshops.rows-full'])
    const years = (...labels: string[]) =>
      Object.fromEntries(labels.map((label, i) => [`column.c${i}`, label]))
    expect(codes('trend', { ...options('Ikan'), ...years('2001', '2019') })).toEqual([])
    expect(codes('trend', { ...options('Ikan'), ...years('2001') })).toEqual(['workshops.few-columns'])
    expect(codes('trend', { ...options('Ikan'), ...years('2001', '2020') })).toEqual(['workshops.not-a-year'])
    expect(codes('trend', { ...options('Ikan'), ...years('2001', 'dulu') })).toEqual(['workshops.not-a-year'])
  })
  test('cells', () => {
    expect(codes('calendar', { ...options('Paceklik'), 'cell.r0.m12': 3 })).toEqual([])
    expect(codes('calendar', { ...options('Paceklik'), 'cell.r0.m13': 3 })).toEqual([
      'workshops.month-outside',
    ])
    expect(codes('calendar', { ...options('Paceklik'), 'cell.r0.m1': 4 })).toEqual(['workshops.chart-value'])
    expect(codes('pairwise', { ...options('a', 'b'), 'cell.r0.r1': 'r2' })).toEqual(['workshops.chart-value'])
    expect(codes('pairwise', { ...options('a', 'b'), 'cell.r1.r0': 'r1' })).toEqual(['workshops.chart-value'])
    expect(codes('venn', { ...options('a', 'b'), 'cell.r0.size': 5, 'cell.r0.r1': 1 })).toEqual([])
    expect(codes('venn', { ...options('a'), 'cell.r9.size': 5 })).toEqual(['workshops.row-nameless'])
  })
})

const chart = (told: Told): Chart => ({
  ...{ id: 'c', meeting: 'm', kind: 'calendar', told: { ...head, ...told }, photo: null, by: '', byName: '' },
  ...{ withdrawn: null, version: 1 },
})

test('two phones fill different months and both are kept; the same month otherwise is told with both words', () => {
  const start = chart({ ...options('Paceklik') })
  const mine = [{ at: 'cell.r0.m1', was: null, to: 3 }]
  const theirs = [{ at: 'cell.r0.m2', was: null, to: 2 }]
  const after = chart(withChanges(start.told, theirs))
  expect(whyNotChangeChart(after, { chart: 'c', changes: mine, photo: null }, today)).toEqual([])
  const other = chart(withChanges(start.told, [{ at: 'cell.r0.m1', was: null, to: 1 }]))
  expect(whyNotChangeChart(other, { chart: 'c', changes: mine, photo: null }, today)).toEqual([
    { code: 'workshops.chart-clash', field: 'cells', facts: { at: 'cell.r0.m1', yours: 3, theirs: 1 } },
  ])
  const same = chart(withChanges(start.told, mine))
  expect(clashesOf(same.told, mine)).toEqual([])
})

test('a row goes with all that stands in it; one that was filled meanwhile is not lost without a word', () => {
  const start = chart({ ...options('Paceklik', 'Panen'), 'cell.r0.m1': 3 })
  const changes = changesBetween(start.told, without(start.told, 'r0'))
  expect(changes.map(({ at }) => at)).toEqual(['cell.r0.m1', 'row.r0'])
  expect(whyNotChangeChart(start, { chart: 'c', changes, photo: null }, today)).toEqual([])
  const filled = chart(withChanges(start.told, [{ at: 'cell.r0.m2', was: null, to: 1 }]))
  const refused = whyNotChangeChart(filled, { chart: 'c', changes, photo: null }, today)
  expect(refused.map(({ code }) => code)).toEqual(['workshops.row-nameless'])
})

const told = fc.dictionary(
  fc.constantFrom('title', 'cell.r0.m1', 'cell.r0.m2', 'cell.r1.m1', 'row.r1', 'note'),
  fc.constantFrom<string | number>('a', 'b', 1, 2),
)
test('for any two drafts of one chart: what both changed otherwise clashes, and nothing else; the rest comes together', () => {
  fc.assert(
    fc.property(told, told, told, (base, mine, theirs) => {
      const [first, second] = [changesBetween(base, mine), changesBetween(base, theirs)]
      const after = withChanges(base, first)
      expect(after).toEqual(mine)
      const clashing = new Set(clashesOf(after, second).map(({ at }) => at))
      for (const { at, to } of second) {
        const other = first.find((each) => each.at === at)
        expect(clashing.has(at)).toBe(other !== undefined && other.to !== to)
      }
      const both = withChanges(
        after,
        second.filter(({ at }) => !clashing.has(at)),
      )
      for (const { at, to } of first) expect(both[at] ?? null).toBe(to)
    }),
  )
})
