import { expect, test } from 'vitest'
import { today } from '../../kernel/day.ts'
import { headRow } from './apply.ts'
import { openRanges } from './gaps.ts'
import type { Block, Gap, Letter } from './letter.ts'
import { headInput, letterInput } from './letters.testing.ts'
import { yearOf } from './number.ts'
import { whyNotIssue } from './rules.ts'

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
test('numbers lent to somebody who is here no more want a reason at once', () => {
  const ended = { ...block(1, 4), endedAt: new Date().toISOString() }
  expect(openRanges(letters(1), [ended, block(5, 10)], [], 2026)).toEqual([
    { series: 'village', year: 2026, first: 2, last: 4 },
  ])
})
test('what was numbered before the reserve ended is on paper already; nothing is after', () => {
  const head = headRow(headInput())
  const endedAt = new Date()
  const input = letterInput(head.id, { numbered: { block: 'b1', device: 'd', number: 2 } })
  const held = { ...block(1, 4, yearOf(input.date)), endedAt: endedAt.toISOString() }
  const saidAt = (ms: number) =>
    whyNotIssue(input, {
      ...{ head, block: held, account: 'a', taken: false, today: today() },
      writtenAt: new Date(endedAt.getTime() + ms),
    }).map(({ code }) => code)
  expect([saidAt(-60_000), saidAt(60_000)]).toEqual([[], ['letters.block-ended']])
})
test('a number with a reason wants none', () => {
  expect(openRanges(letters(1, 4), [block(1, 10)], [gap(2, 3)], 2026)).toEqual([])
})
test('when the year is over, all that was not used wants a reason', () => {
  expect(openRanges(letters(1, 2), [block(1, 10), block(11, 20)], [gap(11, 20)], 2027)).toEqual([
    { series: 'village', year: 2026, first: 3, last: 10 },
  ])
})
