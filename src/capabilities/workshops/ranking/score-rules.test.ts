// Scores as a facilitator would work them out on the floor, and what must hold for all piles.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Ranking, Sorting } from './ranking.ts'
import {
  groupAt,
  groupsOf,
  missingSorters,
  pilesOf,
  proposedCuts,
  scoresOf,
  spreadToDiscuss,
  stateOf,
  withPiles,
} from './score-rules.ts'

const sorting = (sorter: string, piles: string[][]): Sorting => ({
  ...{ id: `by ${sorter}`, ranking: 'r', sorter, piles, on: '2019-01-01', by: '', withdrawn: null },
})
const ranking = (change: Partial<Ranking> = {}): Ranking => ({
  ...{ id: 'r', meeting: 'm', localPlaces: [], on: '2019-01-01', criteria: [], cards: ['a'] },
  sorters: ['one', 'two', 'three'].map((id) => ({ id, label: id, women: 3, men: 0 })),
  ...{ ended: null, plenary: null, withdrawn: null, by: '', version: 1 },
  ...change,
})

test('the score is 100 times the pile by the piles, and of several sorters their mean', () => {
  const one = sorting('one', [['a'], ['b'], [], ['c']])
  expect(scoresOf(['a', 'b', 'c'], [one]).map(({ score }) => score)).toEqual([25, 50, 100])
  const two = sorting('two', [['a', 'b'], [], [], [], ['c']])
  const [a, b, c] = scoresOf(['a', 'b', 'c'], [one, two])
  expect([a?.score, b?.score, c?.score]).toEqual([22.5, 35, 100])
  expect(c?.spread).toBe(0)
  expect(a?.spread).toBe(2.5)
})

test('households on one pile tie, and whoever the sorters see far apart is talked over', () => {
  const scores = scoresOf(
    ['a', 'b', 'c'],
    [
      sorting('one', [['a', 'b'], [], ['c']]),
      sorting('two', [['a', 'b'], [], ['c']]),
      sorting('three', [['a', 'b', 'c'], [], []]),
    ],
  )
  expect(scores[0]?.score).toBe(scores[1]?.score)
  expect(scores.map(({ discuss }) => discuss)).toEqual([false, false, true])
  expect(scores[2]?.spread).toBeGreaterThan(spreadToDiscuss)
})

test('a card that a sorter left has the score of the others and a mark; one that all left has none', () => {
  const left = scoresOf(['a', 'b'], [sorting('one', [['a'], [], []]), sorting('two', [[], [], []])])
  expect(left[0]).toMatchObject({ leftBy: ['two'], discuss: true })
  expect(left[0]?.score).toBeCloseTo(33.333)
  expect(left[1]).toMatchObject({ score: null, leftBy: ['one', 'two'], discuss: true })
})

test('three groups are equal parts of the range, and the plenary has the last word', () => {
  const scores = scoresOf(['a', 'b', 'c'], [sorting('one', [['a'], [], ['b'], [], ['c']])])
  const cuts = proposedCuts(
    scores.map(({ score }) => score),
    3,
  )
  expect(cuts).toEqual([46.7, 73.3])
  const groups = [...cuts.map((upTo) => ({ upTo })), { upTo: null }]
  expect([...groupsOf(scores, groups, [])]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ])
  expect(groupsOf(scores, groups, [{ household: 'a', group: 2, reason: 'sakit menahun' }]).get('a')).toBe(2)
})

test('where nobody was told from anybody, what is proposed can be settled, and nobody is called the poorest', () => {
  for (const [score, groups] of [
    [100, 3],
    [100, 4],
    [33.3, 3],
    [50, 4],
  ] as const) {
    const cuts = proposedCuts([score, score], groups)
    expect(cuts.every((end, i) => end <= 100 && (i === 0 || end > (cuts[i - 1] ?? 0)))).toBe(true)
    expect(groupAt(score, [...cuts.map((upTo) => ({ upTo })), { upTo: null }])).toBeGreaterThan(0)
  }
})

test('nothing is shown before all have sorted; with somebody missing it takes a word that sorting is over', () => {
  const two = [sorting('one', [['a'], [], []]), sorting('two', [['a'], [], []])]
  expect(stateOf(ranking(), two)).toBe('sorting')
  expect(missingSorters(ranking(), two).map(({ id }) => id)).toEqual(['three'])
  const ended = { on: '2019-01-02', by: '', reason: 'Kelompok pemuda tidak datang' }
  expect(stateOf(ranking({ ended }), two)).toBe('sorted')
  expect(stateOf(ranking({ ended }), [])).toBe('sorting')
  expect(stateOf(ranking(), [...two, sorting('three', [['a'], [], []])])).toBe('sorted')
  const gone = { ...sorting('three', [['a'], [], []]), withdrawn: { on: '2019-01-02', by: '', reason: 'x' } }
  expect(stateOf(ranking(), [...two, gone])).toBe('sorting')
})

test('with fewer piles midway the cards of the pile that went are cards again; the others stay', () => {
  const laid = { a: 1, b: 4, c: 5 }
  expect(withPiles(laid, 4)).toEqual({ laid: { a: 1, b: 4 }, back: ['c'] })
  expect(withPiles(laid, 6)).toEqual({ laid, back: [] })
  expect(pilesOf(['c', 'a', 'b', 'd'], laid, 5)).toEqual([['a'], [], [], ['b'], ['c']])
})

const cards = Array.from({ length: 12 }, (_, i) => `card ${i}`)
/** One sorter: 3 to 6 piles, each card on one of them or on none. */
const sorter = fc
  .integer({ min: 3, max: 6 })
  .chain((piles) =>
    fc
      .array(fc.integer({ min: 0, max: piles }), { minLength: cards.length, maxLength: cards.length })
      .map((at) => Array.from({ length: piles }, (_, pile) => cards.filter((_, i) => at[i] === pile + 1))),
  )
const sorters = fc.array(sorter, { minLength: 1, maxLength: 9 })

test('for any piles: scores lie in 0 to 100, and no order of sorters or of cards within a pile changes them', () => {
  fc.assert(
    fc.property(sorters, fc.integer({ min: 0, max: 1e6 }), (all, turn) => {
      const sortings = all.map((piles, i) => sorting(String(i), piles))
      const scores = scoresOf(cards, sortings)
      for (const { score, spread } of scores) {
        if (score !== null) expect(score > 0 && score <= 100).toBe(true)
        expect(spread >= 0 && spread <= 50).toBe(true)
      }
      const from = turn % sortings.length
      const turned = [...sortings.slice(from), ...sortings.slice(0, from)]
        .toReversed()
        .map((each) => ({ ...each, piles: each.piles.map((pile) => [...pile].reverse()) }))
      expect(scoresOf(cards, turned).map(({ score, spread }) => [score, spread])).toEqual(
        scores.map(({ score, spread }) => [score, spread]),
      )
    }),
  )
})

test('for any piles: the groups are in the order of the scores, and nobody with a score is in none', () => {
  fc.assert(
    fc.property(sorters, fc.integer({ min: 3, max: 4 }), (all, count) => {
      const scores = scoresOf(
        cards,
        all.map((piles, i) => sorting(String(i), piles)),
      )
      const cuts = proposedCuts(
        scores.map(({ score }) => score),
        count,
      )
      const groups = groupsOf(scores, [...cuts.map((upTo) => ({ upTo })), { upTo: null }], [])
      const known = scores.filter(({ score }) => score !== null)
      expect(groups.size).toBe(known.length)
      const inOrder = known.toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
      const order = inOrder.map(({ household }) => groups.get(household) ?? -1)
      expect(order).toEqual(order.toSorted((a, b) => a - b))
      expect(new Set(cuts).size).toBe(cuts.length)
    }),
  )
})
