import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deepest, isTooDeep } from './bodies.ts'

const nested = (depth: number) => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`

test('a body is as deep as its lists and objects stand in each other', () => {
  expect(
    [nested(deepest), nested(deepest + 2), '['.repeat(4_000_000)].map((text) => isTooDeep(text)),
  ).toEqual([...[false, true, true]])
})

test('brackets that somebody typed are words', () => {
  expect(isTooDeep(JSON.stringify({ note: '[{'.repeat(deepest), end: '\\"[[' }), 1)).toBe(false)
})

test('for whatever can be sent it says what a walk over it says', () => {
  const depthOf = (value: unknown): number =>
    value !== null && typeof value === 'object'
      ? 1 + Math.max(0, ...Object.values(value).map((each) => depthOf(each)))
      : 0
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(6), (value, most) => {
      expect(isTooDeep(JSON.stringify(value), most)).toBe(depthOf(value) > most)
    }),
  )
})
