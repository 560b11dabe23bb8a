import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byRank, rankBetween, rankPattern } from './rank.ts'
import { clockOf, lastMoved, type Moved, moved, type Registers } from './registers.ts'

type Fields = { text: string; parent: string | null }
const by = (clock: number, move: string): Moved => ({ clock, move, at: '', byName: move })
const someMove = fc.record({
  by: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.uuid()).map(([clock, move]) => by(clock, move)),
  set: fc.record(
    { text: fc.string({ maxLength: 3 }), parent: fc.option(fc.constantFrom('a', 'b')) },
    { requiredKeys: [] },
  ),
})

test('any order of the same moves, and any of them twice, leaves the same fields', () => {
  const story = fc
    .uniqueArray(someMove, { maxLength: 12, selector: (each) => each.by.move })
    .chain((moves) =>
      fc.tuple(
        fc.constant(moves),
        fc.shuffledSubarray([...moves, ...moves], { minLength: moves.length * 2 }),
      ),
    )
  const after = (moves: { by: Moved; set: Partial<Fields> }[]) =>
    moves.reduce<Registers<Fields>>((fields, each) => moved(fields, each.set, each.by), {})
  fc.assert(
    fc.property(story, ([moves, shuffled]) => {
      expect(after(shuffled)).toEqual(after(moves))
    }),
  )
})

test('who had seen more stands; of two who had seen the same, one, and always the same', () => {
  const first = moved<Fields>({}, { text: 'Air', parent: null }, by(1, 'm1'))
  const two = moved(moved(first, { text: 'Air asin' }, by(2, 'm2')), { text: 'Air keruh' }, by(2, 'm3'))
  expect(two.text?.value).toBe('Air keruh')
  expect(moved(two, { text: 'Kembali' }, by(1, 'm9'))).toEqual(two)
  expect(two.parent?.value).toBeNull()
  expect([clockOf(two), lastMoved(two)?.move, lastMoved(two, ['text'])?.move]).toEqual([2, 'm3', 'm1'])
})

test('between any two there is room, before the first and after the last too', () => {
  const at = fc.array(fc.nat(), { minLength: 1, maxLength: 120 })
  fc.assert(
    fc.property(at, (places) => {
      const ranks: string[] = []
      for (const place of places) {
        const n = place % (ranks.length + 1)
        ranks.splice(n, 0, rankBetween(ranks[n - 1] ?? null, ranks[n] ?? null))
      }
      expect([...ranks].sort()).toEqual(ranks)
      expect(new Set(ranks).size).toBe(ranks.length)
    }),
  )
  let last = rankBetween(null, null)
  for (let n = 0; n < 600; n++) last = rankBetween(last, null)
  expect(last).toMatch(rankPattern)
  let first = rankBetween(null, null)
  for (let n = 0; n < 600; n++) first = rankBetween(null, first)
  expect(first).toMatch(rankPattern)
  const twin = { rank: 'k', id: 'a' }
  expect([{ rank: 'k', id: 'b' }, twin].sort(byRank)[0]).toBe(twin)
  expect(rankBetween('k', 'k') > 'k').toBe(true)
})

test('who puts a card at the very end of what a rank may say keeps nobody from putting the next there', () => {
  const end = 'z'.repeat(80)
  const beginning = `${'0'.repeat(79)}1`
  expect([end, beginning]).toEqual([expect.stringMatching(rankPattern), expect.stringMatching(rankPattern)])
  expect(rankBetween(end, null)).toMatch(rankPattern)
  expect(rankBetween(null, beginning)).toMatch(rankPattern)
  expect(rankBetween(beginning, null) > beginning).toBe(true)
  expect('0').not.toMatch(rankPattern)
})
