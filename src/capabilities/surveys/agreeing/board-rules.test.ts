// What hangs on a board tells of nobody, and what people should look at is said.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/id.ts'
import type { Spoken } from '../listing.ts'
import { boardOf, familyNumber } from './board-rules.ts'
import { disagreeing, inTwoPlaces } from './doubt-rules.ts'
import { spokenOf } from './spoken-rules.ts'

const listing = newId()
const ids = (many: number) => Array.from({ length: many }, () => newId())

describe('the number of a family', () => {
  test('is the same whenever it is made, another in another list, and no two families share one', () => {
    const [home, ...homes] = ids(5000)
    expect(familyNumber(listing, home as string)).toBe(familyNumber(listing, home as string))
    expect(familyNumber(newId(), home as string)).not.toBe(familyNumber(listing, home as string))
    expect(familyNumber(listing, home as string)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(new Set(homes.map((each) => familyNumber(listing, each))).size).toBe(homes.length)
  })

  test('uses all signs about as often, whatever the ids have in common', () => {
    const stem = newId().slice(0, 30)
    const all = Array.from({ length: 4000 }, (_, n) =>
      familyNumber(listing, stem + String(n).padStart(6, '0')),
    )
    for (let at = 0; at < 9; at += 1) {
      if (at === 4) continue
      const counts = new Map<string, number>()
      for (const each of all) counts.set(each[at] as string, (counts.get(each[at] as string) ?? 0) + 1)
      expect(counts.size).toBe(32)
      expect(Math.max(...counts.values())).toBeLessThan(220)
    }
  })
})

describe('the board', () => {
  test('has a group for each RT, with its numbers in the order of the numbers', () => {
    const [a, b] = [ids(3), ids(2)]
    const board = boardOf(listing, [
      { place: 'rt1', known: 20, listed: a },
      { place: 'rt2', known: 30, listed: b },
      { place: 'rt3', known: 25, listed: [] },
    ])
    expect(board.map((each) => [each.places, each.numbers.length])).toEqual([
      [['rt1'], 3],
      [['rt2'], 2],
      [['rt3'], 0],
    ])
    expect(board[0]?.numbers).toEqual([...(board[0]?.numbers ?? [])].sort())
  })

  test('joins an RT whose families are all on the list, or that has few, with others', () => {
    const board = boardOf(listing, [
      { place: 'rt1', known: 20, listed: ids(3) },
      { place: 'rt2', known: 6, listed: ids(6) },
      { place: 'rt3', known: 40, listed: ids(4) },
      { place: null, known: 0, listed: ids(1) },
    ])
    expect(board.map((each) => [each.places, each.numbers.length, each.known])).toEqual([
      [['rt3'], 4, 40],
      [['rt2', null, 'rt1'], 10, 27],
    ])
  })

  test('never loses a number, and shows no group by which a family is known unless the whole village is one', () => {
    const row = fc.record({ known: fc.nat({ max: 12 }), part: fc.nat({ max: 12 }) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const given = rows.map(({ known, part }, n) => ({
          place: n === 0 ? null : `rt${n}`,
          known,
          listed: ids(Math.min(known, part)),
        }))
        const board = boardOf(listing, given)
        const numbers = board.flatMap((each) => each.numbers)
        expect(new Set(numbers)).toEqual(
          new Set(given.flatMap((each) => each.listed.map((id) => familyNumber(listing, id)))),
        )
        if (board.length > 1)
          for (const { numbers: own, known } of board)
            expect(own.length === 0 || (known >= 5 && own.length < known)).toBe(true)
      }),
    )
  })
})

test('what measure and ranking say stands together, and the newest ranking that knows a family counts', () => {
  const of = (household: string, score: number) => ({ households: [{ household, score, group: 1 }] })
  const line = { household: 'a', poor: true, share: 0.5 }
  expect(spokenOf([line], [of('b', 10), of('b', 90), of('a', 20)])).toEqual([
    { household: 'a', poor: true, share: 0.5, score: 20, group: 1 },
    { household: 'b', poor: null, share: null, score: 10, group: 1 },
  ])
})

describe('what people should look at', () => {
  const said = (household: string, poor: boolean | null, score: number | null): Spoken => ({
    ...{ household, poor, score, share: null, group: null },
  })

  test('are families on the list whose head bears the same name in another RT', () => {
    const homes = [
      { id: 'a', name: 'Moh. Karto', localPlace: 'rt1' },
      { id: 'b', name: 'Muhammad Karto', localPlace: 'rt2' },
      { id: 'c', name: 'Muhammad Karto', localPlace: 'rt1' },
      { id: 'd', name: 'Siti', localPlace: 'rt2' },
      { id: 'e', name: '', localPlace: null },
    ]
    expect([...inTwoPlaces(homes, new Set(['a']))]).toEqual([['a', ['b']]])
    expect(inTwoPlaces(homes, new Set(['d', 'e'])).size).toBe(0)
  })

  test('are those whom measure and ranking judge otherwise; a tie at the cut decides nothing', () => {
    const spoken = [said('a', true, 90), said('b', true, 10), said('c', false, 20), said('d', false, 95)]
    expect([...disagreeing(spoken)]).toEqual([
      ['a', 'measure'],
      ['c', 'ranking'],
    ])
    expect(disagreeing([said('a', true, 20), said('b', false, 20), said('c', false, 80)])).toEqual(
      new Map([['b', 'ranking']]),
    )
    // Whom only one of both knows is in no disagreement.
    expect(disagreeing([said('a', true, null), said('b', null, 0)]).size).toBe(0)
    expect(disagreeing([said('a', false, 0), said('b', false, 50)]).size).toBe(0)
  })
})
