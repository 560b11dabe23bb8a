// Which fixes of a phone become points of a path.
import { expect, test } from 'vitest'
import { type GeoPoint, lengthOf, moved } from '../../../kernel/geometry.ts'
import { type Fix, weigh, worstMetres } from './walking.ts'

const home: GeoPoint = [-7.7956, 110.3695]
const fix = (x: number, y: number, accuracy = 5): Fix => ({ at: moved(home, { x, y }), accuracy })

test('the first good fix is taken, a poor one never, and one without a number neither', () => {
  expect(weigh(undefined, fix(0, 0))).toBe('taken')
  expect(weigh(undefined, fix(0, 0, worstMetres + 1))).toBe('poor')
  expect(weigh(home, fix(50, 0, Number.NaN))).toBe('poor')
})

test('who stands still draws nothing, and a less exact fix must lie farther on', () => {
  expect(weigh(home, fix(2, 0))).toBe('near')
  expect(weigh(home, fix(4, 0))).toBe('taken')
  expect(weigh(home, fix(4, 0, 18))).toBe('near')
  expect(weigh(home, fix(7, 0, 18))).toBe('taken')
})

test('a path of 200 m with a jump under a roof stays 200 m long', () => {
  const walked = Array.from({ length: 101 }, (_, i) => fix(i * 2, (i % 3) * 0.4))
  const jumping = walked.flatMap((each, i) => (i === 50 ? [each, fix(100, 80, 60)] : [each]))
  const line: GeoPoint[] = []
  for (const each of jumping) if (weigh(line.at(-1), each) === 'taken') line.push(each.at)
  expect(lengthOf(line, false)).toBeGreaterThan(190)
  expect(lengthOf(line, false)).toBeLessThan(205)
})
