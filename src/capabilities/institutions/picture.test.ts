// The pictures of institutions: the same for the same village, true to what was said, and figures that a slow way finds too.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { betweenness, neighboursOf } from './betweenness.ts'
import { drawnMost, networkOf } from './network.ts'
import { circlesMost, residentsRadius, vennOf, vennSize } from './venn.ts'

/** All shortest ways between each pair, one by one. */
function slowly(nodes: number, ties: readonly (readonly [number, number])[]): number[] {
  const next = Array.from({ length: nodes }, () => new Set<number>())
  for (const [a, b] of ties.filter(([one, other]) => one !== other)) {
    next[a]?.add(b)
    next[b]?.add(a)
  }
  const sum = new Array<number>(nodes).fill(0)
  const shortest = (from: number, to: number): number[][] => {
    let ways = [[from]]
    for (let far = 0; far < nodes && ways.length > 0; far++) {
      const there = ways.filter((way) => way.at(-1) === to)
      if (there.length > 0) return there
      ways = ways.flatMap((way) =>
        [...(next[way.at(-1) as number] ?? [])].filter((n) => !way.includes(n)).map((n) => [...way, n]),
      )
    }
    return []
  }
  for (let a = 0; a < nodes; a++)
    for (let b = a + 1; b < nodes; b++) {
      const ways = shortest(a, b)
      for (const way of ways) for (const n of way.slice(1, -1)) sum[n] = (sum[n] ?? 0) + 1 / ways.length
    }
  return sum
}

const seven = 7
const ties = fc.array(fc.tuple(fc.nat(seven - 1), fc.nat(seven - 1)), { maxLength: 14 })

test('who lies between others is found as by counting every shortest way', () => {
  fc.assert(
    fc.property(ties, (some) => {
      const quick = betweenness(neighboursOf(seven, some))
      const slow = slowly(seven, some)
      for (const [n, value] of quick.entries()) expect(value).toBeCloseTo(slow[n] ?? -1, 9)
    }),
    { numRuns: 150 },
  )
})

test('in a star all goes through its middle, in a ring through everybody alike', () => {
  expect([
    ...betweenness(
      neighboursOf(5, [
        [0, 1],
        [0, 2],
        [0, 3],
        [0, 4],
      ]),
    ),
  ]).toEqual([6, 0, 0, 0, 0])
  expect([
    ...betweenness(
      neighboursOf(4, [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 0],
      ]),
    ),
  ]).toEqual([0.5, 0.5, 0.5, 0.5])
  expect([
    ...betweenness(
      neighboursOf(2, [
        [0, 1],
        [1, 0],
        [0, 0],
      ]),
    ),
  ]).toEqual([0, 0])
})

const named = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `i${n}`, name: `Lembaga ${n}` }))
const tie = (from: number, to: number | null, outside = '') => ({
  ...{
    from: `i${from}`,
    to: to === null ? null : `i${to}`,
    outside,
    bond: 'bridging' as const,
    strength: null,
  },
})

test('a body beyond the village is one however it is written, and who is tied to nobody is listed and not drawn', () => {
  const { nodes, edges } = networkOf({
    institutions: named(3),
    ties: [tie(0, null, 'Dinas Sosial'), tie(1, null, 'DINAS  sosial '), tie(0, 7)],
  })
  expect(nodes.map(({ name, degree, between, outside }) => [name, degree, between, outside])).toEqual([
    ['Dinas Sosial', 2, 1, true],
    ['Lembaga 0', 1, 0, false],
    ['Lembaga 1', 1, 0, false],
    ['Lembaga 2', 0, 0, false],
  ])
  expect(edges).toHaveLength(2)
  expect(nodes.map(({ at }) => at !== null)).toEqual([true, true, true, false])
})

test('a network is drawn within its square, the same each time, and never fuller than can be read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(89), fc.nat(89)), { minLength: 1, maxLength: 160 }), (pairs) => {
      const told = { institutions: named(90), ties: pairs.map(([a, b]) => tie(a, b)) }
      const { nodes } = networkOf(told)
      expect(networkOf(told).nodes).toEqual(nodes)
      const drawn = nodes.flatMap(({ at }) => (at ? [at] : []))
      expect(drawn.length).toBeLessThanOrEqual(drawnMost)
      for (const value of drawn.flat()) expect(value >= 0 && value <= 1).toBe(true)
    }),
    { numRuns: 12 },
  )
})

const score = fc.option(fc.integer({ min: 1, max: 5 }))

test('in the Venn picture size and distance are what was said, wherever the circles are turned', () => {
  const rows = fc.array(fc.record({ importance: score, closeness: score }), { maxLength: 40 })
  fc.assert(
    fc.property(rows, ties, (scores, pairs) => {
      const institutions = scores.map((each, n) => ({ ...each, id: `i${n}`, name: `Lembaga ${n}` }))
      const tied = pairs.filter(([a, b]) => a !== b).map(([a, b]) => ({ ...tie(a, b), strength: 4 }))
      const venn = vennOf(institutions, tied)
      expect(vennOf(institutions, tied)).toEqual(venn)
      const both = institutions.filter(({ importance, closeness }) => importance && closeness)
      expect([venn.circles.length + venn.left, venn.unscored]).toEqual([
        both.length,
        scores.length - both.length,
      ])
      expect(venn.circles.length).toBeLessThanOrEqual(circlesMost)
      const of = (id: string) => institutions.find((each) => each.id === id)
      const out = ({ x, y, r }: { x: number; y: number; r: number }) =>
        Math.hypot(x - vennSize / 2, y - vennSize / 2) - residentsRadius - r * 0.6
      for (const circle of venn.circles) {
        const { importance, closeness } = of(circle.id) ?? {}
        expect(circle.r).toBe(9 + (importance ?? 0) * 4)
        expect(out(circle)).toBeCloseTo((5 - (closeness ?? 0)) * 28, 0)
        expect(circle.x - circle.r >= 0 && circle.x + circle.r <= vennSize).toBe(true)
      }
    }),
    { numRuns: 40 },
  )
})

test('two that are tied overlap, two that are not stand apart', () => {
  const institutions = named(4).map((each) => ({ ...each, importance: 4, closeness: 3 }))
  const { circles } = vennOf(institutions, [{ from: 'i0', to: 'i1', strength: 5 }])
  const gap = (a: string, b: string) => {
    const [one, other] = [a, b].map((id) => circles.find((each) => each.id === id))
    return (
      Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0)) -
      (one?.r ?? 0) -
      (other?.r ?? 0)
    )
  }
  expect(gap('i0', 'i1')).toBeLessThan(0)
  expect(gap('i0', 'i2')).toBeGreaterThan(0)
  expect(gap('i2', 'i3')).toBeGreaterThan(0)
})
