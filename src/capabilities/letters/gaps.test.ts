import { expect, test } from 'vitest'
import { openRanges } from './gaps.ts'
import type { Block, Gap, Letter } from './letter.ts'

const block = (first: number, last: number, year = 2026): Block => ({
  id: `b${first}`,
  device: 'd',
  account: 'a',
  office: 'village',
  series: 'village',
  year,
  first,
  last,
})
const letters = (...numbers: number[]) =>
  numbers.map((number) => ({ series: 'village', year: 2026, number }) as Letter)
const gap = (first: number, last: number) => ({ series: 'village', year: 2026, first, last }) as Gap

test('numbers skipped within a block want a reason; what lies ahead may still be used', () => {
  expect(openRanges(letters(1, 4, 5), [block(1, 10)], [], 2026)).toEqual([
    { series: 'village', year: 2026, first: 2, last: 3 },
  ])
  expect(openRanges(letters(1, 2), [block(1, 10), block(11, 20)], [], 2026)).toEqual([])
})
test('a number with a reason wants none', () => {
  expect(openRanges(letters(1, 4), [block(1, 10)], [gap(2, 3)], 2026)).toEqual([])
})
test('when the year is over, all that was not used wants a reason', () => {
  expect(openRanges(letters(1, 2), [block(1, 10), block(11, 20)], [gap(11, 20)], 2027)).toEqual([
    { series: 'village', year: 2026, first: 3, last: 10 },
  ])
})
