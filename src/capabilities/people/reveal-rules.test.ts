import { expect, test } from 'vitest'
import { alarms, revealsFree, secondsToReveal } from './reveal-rules.ts'

test('sixty in an hour cost nothing; each one after waits twice as long, ten minutes at most', () => {
  expect(secondsToReveal(revealsFree - 1, 0)).toBe(0)
  expect([0, 1, 2, 9].map((over) => secondsToReveal(revealsFree + over, 0))).toEqual([15, 30, 60, 600])
  expect([14.2, 15, 400].map((since) => secondsToReveal(revealsFree, since))).toEqual([1, 0, 0])
})
test('the privacy officer hears of the last that was free, and of every tenth behind it', () => {
  const told = Array.from({ length: 90 }, (_, nth) => nth).filter(alarms)
  expect(told).toEqual([60, 70, 80])
})
