// What hangs on a wall tells of nobody whether they are poor.
import { expect, test } from 'vitest'
import { headsOnWall } from './wall.ts'

test('how many members are poor is told where they are many among many', () => {
  const poor = (women: number, men: number, count: number | null) =>
    headsOnWall({ women, men, poor: count }).includes('warga miskin')
  expect([poor(20, 10, 8), poor(20, 10, 0)]).toEqual([true, true])
  // Few, all, all but a few, and where nobody counted them.
  expect([poor(20, 10, 2), poor(4, 4, 8), poor(4, 4, 6), poor(20, 10, null)]).toEqual(Array(4).fill(false))
  expect(headsOnWall({ women: null, men: null, poor: null })).toBe('')
  expect(headsOnWall({ women: 4, men: null, poor: 4 })).toBe('4 perempuan, 0 laki-laki')
})
