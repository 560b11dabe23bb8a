// What charts say, as people work it out on the floor; and that a pairwise ranking counts as a person would.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Grid, gridOf, pairAt, pairsOf } from './grid-rules.ts'
import { circlesOf, hungerWithoutWork, matrixRanking, pairwiseRanking, trendOf } from './reading-rules.ts'

const rows = (...labels: string[]) =>
  Object.fromEntries(
    labels.flatMap((label, i) => [
      [`row.${label}`, label],
      [`order.${label}`, i],
    ]),
  )
/** "ab:a": a was chosen against b. */
const choices = (...said: string[]) =>
  Object.fromEntries(said.map((each) => [pairAt(each[0] ?? '', each[1] ?? ''), each[3] ?? '']))
const said = (ranked: ReturnType<typeof pairwiseRanking>) =>
  ranked.map(({ row, points, place, tied }) => `${place} ${row.label} ${points}${tied ? ' tied' : ''}`)

test('of three options the one that wins both choices comes first', () => {
  const grid = gridOf({
    kind: 'pairwise',
    told: { ...rows('a', 'b', 'c'), ...choices('ab:a', 'ac:a', 'bc:c') },
  })
  expect(said(pairwiseRanking(grid))).toEqual(['1 a 2', '2 c 1', '3 b 0'])
})

test('a tie of two is parted by what was chosen between them; a circle of three stays a tie', () => {
  const two = gridOf({
    kind: 'pairwise',
    told: {
      ...rows('a', 'b', 'c', 'd'),
      ...choices('ab:a', 'ac:c', 'ad:a', 'bc:b', 'bd:b', 'cd:d'),
    },
  })
  // a and b won two each, and a was chosen against b; c and d won one each, and d was chosen against c.
  expect(said(pairwiseRanking(two))).toEqual(['1 a 2', '2 b 2', '3 d 1', '4 c 1'])
  const circle = gridOf({
    kind: 'pairwise',
    told: { ...rows('a', 'b', 'c'), ...choices('ab:a', 'bc:b', 'ac:c') },
  })
  expect(said(pairwiseRanking(circle))).toEqual(['1 a 1 tied', '1 b 1 tied', '1 c 1 tied'])
})

test('what was not chosen yet counts for nobody', () => {
  const grid = gridOf({ kind: 'pairwise', told: { ...rows('a', 'b', 'c'), ...choices('ab:b') } })
  expect(said(pairwiseRanking(grid))).toEqual(['1 b 1', '2 a 0 tied', '2 c 0 tied'])
})

test('a matrix adds up what each option was given; equals share a place, and the next one is skipped', () => {
  const told = {
    ...rows('well', 'road', 'clinic'),
    ...{ 'column.cheap': 'murah', 'column.quick': 'cepat' },
    ...{ 'cell.well.cheap': 5, 'cell.well.quick': 3, 'cell.road.cheap': 4, 'cell.road.quick': 4 },
    ...{ 'cell.clinic.cheap': 1, 'cell.clinic.quick': 2 },
  }
  expect(said(matrixRanking(gridOf({ kind: 'matrix', told })))).toEqual([
    '1 well 8 tied',
    '1 road 8 tied',
    '3 clinic 3',
  ])
})

test('months of hunger in which there is no work are pointed out', () => {
  const told = {
    ...rows('lean', 'idle', 'rain'),
    ...{ 'mark.lean': 'hunger', 'mark.idle': 'no-work' },
    ...{ 'cell.lean.m1': 3, 'cell.lean.m2': 2, 'cell.lean.m3': 1 },
    ...{ 'cell.idle.m2': 3, 'cell.idle.m3': 0, 'cell.idle.m4': 2, 'cell.rain.m1': 3 },
  }
  expect(hungerWithoutWork(gridOf({ kind: 'calendar', told }))).toEqual([{ month: 2, strength: 2 }])
})

test('a trend goes from the first year that is filled to the last, whatever the order in which years were added', () => {
  const told = {
    ...rows('fish', 'rain', 'new'),
    ...{ 'column.b': '2010', 'column.a': '2019', 'column.c': '2000' },
    ...{ 'cell.fish.c': 8, 'cell.fish.a': 2, 'cell.rain.b': 4, 'cell.rain.a': 4, 'cell.new.a': 1 },
  }
  const grid = gridOf({ kind: 'trend', told })
  expect(grid.columns.map(({ label }) => label)).toEqual(['2000', '2010', '2019'])
  expect(grid.rows.map(({ id }) => trendOf(grid, id))).toEqual(['falling', 'steady', 'unknown'])
})

test('in a Venn diagram the important is large, the close lies near, and only what overlaps is drawn so', () => {
  const told = {
    ...rows('a', 'b', 'c'),
    ...{ 'cell.a.size': 5, 'cell.a.closeness': 5, 'cell.b.size': 2, 'cell.b.closeness': 3 },
    ...{ 'cell.c.size': 1, 'cell.c.closeness': 1, 'cell.a.b': 1 },
  }
  const [a, b, c] = circlesOf(gridOf({ kind: 'venn', told }))
  if (!a || !b || !c) throw new Error('three circles')
  expect(a.r).toBeGreaterThan(b.r)
  const far = ({ x, y }: typeof a) => Math.hypot(x, y)
  expect(far(a)).toBeLessThan(far(c))
  const between = (one: typeof a, other: typeof a) => Math.hypot(one.x - other.x, one.y - other.y)
  expect(between(a, b)).toBeLessThan(a.r + b.r)
  expect(between(a, c)).toBeGreaterThan(a.r + c.r)
})

const anyVenn = fc.integer({ min: 1, max: 12 }).chain((count) =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
    minLength: count,
    maxLength: count,
  }),
)

test('for any institutions none is drawn over another that it does not overlap, and each picture is the same again', () => {
  fc.assert(
    fc.property(anyVenn, (bodies) => {
      const names = bodies.map((_, i) => 'abcdefghijkl'[i] ?? '')
      const told = Object.fromEntries(
        bodies.flatMap(([size, closeness], i) => [
          [`row.${names[i]}`, names[i] ?? ''],
          [`cell.${names[i]}.size`, size],
          [`cell.${names[i]}.closeness`, closeness],
        ]),
      )
      const grid = gridOf({ kind: 'venn', told })
      const circles = circlesOf(grid)
      expect(circlesOf(grid)).toEqual(circles)
      const over = pairsOf(circles).map(([a, b]) => a.r + b.r - Math.hypot(a.x - b.x, a.y - b.y))
      expect(Math.max(0, ...over)).toBeLessThan(0.5)
    }),
    { numRuns: 60 },
  )
})

const letters = 'abcdefgh'.split('')
/** Any choices between up to eight options, some of them not made. */
const chosen = fc.integer({ min: 2, max: 8 }).chain((count) => {
  const options = letters.slice(0, count)
  const pairs = options.flatMap((a, i) => options.slice(i + 1).map((b): [string, string] => [a, b]))
  return fc
    .tuple(...pairs.map(([a, b]) => fc.constantFrom(a, b, null)))
    .map((winners) => ({ options, pairs, winners }))
})

test('for any choices: points are the wins a person counts, and places follow them', () => {
  fc.assert(
    fc.property(chosen, ({ options, pairs, winners }) => {
      const told = {
        ...rows(...options),
        ...Object.fromEntries(
          pairs.flatMap(([a, b], i) => (winners[i] ? [[pairAt(a, b), winners[i] as string]] : [])),
        ),
      }
      const grid: Grid = gridOf({ kind: 'pairwise', told })
      const ranked = pairwiseRanking(grid)
      const count = (id: string) => winners.filter((winner) => winner === id).length
      expect(ranked.map(({ points }) => points)).toEqual(ranked.map(({ row }) => count(row.id)))
      expect(ranked.map(({ points }) => points)).toEqual(
        ranked.map(({ points }) => points).toSorted((a, b) => b - a),
      )
      expect(ranked.length).toBe(options.length)
      // A place is one more than how many stand before it; of two alone on one nobody was chosen against the other.
      for (const { place } of ranked) {
        expect(ranked.filter((each) => each.place < place).length).toBe(place - 1)
        const [a, b, ...more] = ranked.filter((each) => each.place === place)
        if (a && b && more.length === 0) expect(told[pairAt(a.row.id, b.row.id)]).toBeUndefined()
      }
    }),
  )
})
