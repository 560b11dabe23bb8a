// The map of a village that needs no network: places stay where they are, whatever one zooms and pushes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GeoPoint, middleOf } from '../../../kernel/geometry.ts'
import { fitting, panned, scaleBar, toPixel, toPoint, zoomed } from './frame.ts'

const size = { width: 340, height: 280 }
const point = fc.tuple(
  fc.double({ min: -10, max: 6, noNaN: true }),
  fc.double({ min: 95, max: 141, noNaN: true }),
)
const village = fc
  .tuple(
    point,
    fc.array(
      fc.tuple(
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
        fc.double({ min: -0.02, max: 0.02, noNaN: true }),
      ),
      { minLength: 2, maxLength: 40 },
    ),
  )
  .map(([[lat, lon], around]) => around.map(([a, b]): GeoPoint => [lat + a, lon + b]))

describe('the map of a village', () => {
  test('one kilometre east is as long on the picture as the scale bar says', () => {
    const frame = { middle: [-7.797, 110.37] as const, metres: 5 }
    const kilometre = 1000 / (111_195 * Math.cos((7.797 * Math.PI) / 180))
    const { x } = toPixel(frame, size, [-7.797, 110.37 + kilometre])
    expect(x - size.width / 2).toBeCloseTo(200, 0)
    expect(scaleBar(frame.metres, 120)).toEqual({ metres: 500, pixels: 100 })
  })

  test('north is up and east is right', () => {
    const frame = { middle: [-7, 110] as const, metres: 10 }
    const there = toPixel(frame, size, [-6.99, 110.01])
    expect(there.y).toBeLessThan(size.height / 2)
    expect(there.x).toBeGreaterThan(size.width / 2)
  })

  test('every household of a village fits into the first picture', () => {
    fc.assert(
      fc.property(village, (points) => {
        const frame = fitting(points, size)
        for (const each of points) {
          const { x, y } = toPixel(frame, size, each)
          expect(x).toBeGreaterThan(0)
          expect(x).toBeLessThan(size.width)
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThan(size.height)
        }
      }),
    )
  })

  test('zooming keeps the place under the finger where it is', () => {
    const at = { x: 60, y: 200 }
    const finger = fc.double({ min: 0.3, max: 3, noNaN: true })
    fc.assert(
      fc.property(point, finger, (middle, factor) => {
        const frame = { middle, metres: 4 }
        const before = toPoint(frame, size, at)
        const after = toPixel(zoomed(frame, size, factor, at), size, before)
        expect(after.x).toBeCloseTo(at.x, 1)
        expect(after.y).toBeCloseTo(at.y, 1)
      }),
    )
  })

  test('pushing the picture and pushing it back changes nothing', () => {
    const frame = { middle: [-7.8, 110.37] as const, metres: 3 }
    const back = panned(panned(frame, size, { x: 40, y: -25 }), size, { x: -40, y: 25 })
    expect(back.middle[0]).toBeCloseTo(-7.8, 9)
    expect(back.middle[1]).toBeCloseTo(110.37, 5)
  })

  test('the bar is a round length that fits', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 2000, noNaN: true }), (metres) => {
        const bar = scaleBar(metres, 100)
        expect(bar.pixels).toBeLessThanOrEqual(100.001)
        expect(bar.pixels).toBeGreaterThan(39)
      }),
    )
  })

  test('an RT stands in the middle of its houses, and nowhere when none has a point', () => {
    expect(
      middleOf([
        [-7, 110],
        [-8, 112],
      ]),
    ).toEqual([-7.5, 111])
    expect(middleOf([])).toBeNull()
  })
})
