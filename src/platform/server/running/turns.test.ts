import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

const later = (ms: number) => new Promise((done) => setTimeout(done, ms))

test('at one village one works after the other, whatever became of who was before; at two at once', async () => {
  const turns = new Turns()
  const told: string[] = []
  const works = (place: string, name: string, ms: number) =>
    turns.take(place, async () => {
      told.push(`${name} begins`)
      await later(ms)
      told.push(`${name} ends`)
      if (name === 'b') throw new Error('no')
      return name
    })
  const all = await Promise.allSettled([
    works('x', 'a', 30),
    works('x', 'b', 1),
    works('x', 'c', 1),
    works('y', 'd', 1),
  ])
  expect(all.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  expect(told.filter((each) => !each.startsWith('d'))).toEqual([
    ...['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'],
  ])
  expect(told.indexOf('d ends')).toBeLessThan(told.indexOf('a ends'))
})
