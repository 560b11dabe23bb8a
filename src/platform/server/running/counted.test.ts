import { expect, test } from 'vitest'
import { Counted } from './counted.ts'

test('what happens is counted by whoever it is counted for, until the window from the first of it is over', () => {
  const counted = new Counted(1000)
  expect([counted.count('siti', 0), counted.count('siti', 999), counted.count('budi', 500)]).toEqual([
    1, 2, 1,
  ])
  expect([counted.of('siti', 999), counted.of('siti', 1000), counted.of('budi', 1000)]).toEqual([2, 0, 1])
  expect(counted.count('siti', 1000)).toBe(1)
})

test('whoever makes up names pushes out the oldest, and never all the others', () => {
  const counted = new Counted(1000, 3)
  for (const key of ['a', 'b', 'c', 'd']) counted.count(key, 0)
  expect(['a', 'b', 'c', 'd'].map((key) => counted.of(key, 1))).toEqual([0, 1, 1, 1])
})
