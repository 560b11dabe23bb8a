import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as g from './geometry.ts'

const home: g.GeoPoint = [-7.7956, 110.3695]
const at = (x: number, y: number): g.GeoPoint => g.moved(home, { x, y })
const square = [at(0, 0), at(100, 0), at(100, 100), at(0, 100)]

test('a square of a hundred metres has a hectare and four hundred metres around it, wherever it begins', () => {
  expect(g.areaOf(square)).toBeCloseTo(10_000, -1)
  expect(g.areaOf([...square.slice(2), ...square.slice(0, 2)].reverse())).toBeCloseTo(10_000, -1)
  expect(g.lengthOf(square, true)).toBeCloseTo(400, 0)
  expect(g.lengthOf(square, false)).toBeCloseTo(300, 0)
})

test('an area that crosses itself is found with the place of the crossing', () => {
  const bow = [at(0, 0), at(100, 100), at(100, 0), at(0, 100)]
  const crossing = g.crossingOf(bow)
  expect(crossing && g.metresBetween(crossing, at(50, 50))).toBeLessThan(0.1)
  expect(g.crossingOf(square)).toBeNull()
  expect(g.crossingOf([at(0, 0), at(50, 0), at(10, 0), at(10, 50)])).not.toBeNull()
  // A corner that lies on another side touches it.
  expect(g.crossingOf([at(0, 0), at(100, 0), at(100, 100), at(50, 0), at(0, 100)])).not.toBeNull()
})

const corner = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })

test('an outline drawn round its middle, corner after corner by angle, never crosses itself', () => {
  const star = fc.uniqueArray(fc.integer({ min: 0, max: 359 }), { minLength: 5, maxLength: 40 })
  fc.assert(
    fc.property(star, fc.integer({ min: 1, max: 9 }), (angles, wave) => {
      const ring = angles
        .toSorted((a, b) => a - b)
        .map((angle, i) => {
          const far = 50 + ((i * wave) % 7) * 20
          return at(Math.cos((angle * Math.PI) / 180) * far, Math.sin((angle * Math.PI) / 180) * far)
        })
      const widest = angles.toSorted((a, b) => a - b)
      const gaps = widest.map(
        (angle, i) => ((widest[(i + 1) % widest.length] ?? 0) - angle + 360) % 360 || 360,
      )
      fc.pre(Math.max(...gaps) < 170)
      expect(g.crossingOf(ring)).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('whether an outline crosses itself does not hang on where it begins or which way it runs', () => {
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 8 }), fc.nat(7), (corners, by) => {
      const ring = corners.map(({ x, y }) => at(x, y))
      const turned = [...ring.slice(by % ring.length), ...ring.slice(0, by % ring.length)]
      expect(g.crossingOf(turned) === null).toBe(g.crossingOf(ring) === null)
      expect(g.crossingOf([...ring].reverse()) === null).toBe(g.crossingOf(ring) === null)
    }),
    { numRuns: 300 },
  )
})

test('latitude and longitude exchanged are seen, and only where exchanging helps', () => {
  expect(g.areSwapped([[110.3695, -7.7956]])).toBe(true)
  expect(g.areSwapped([home])).toBe(false)
  expect(g.areSwapped([[52.5, 13.4]])).toBe(false)
  expect(g.inIndonesia([52.5, 13.4])).toBe(false)
  expect(g.areSwapped([])).toBe(false)
})

test('a long outline is thinned to so many points and stays within the metres it says', () => {
  const ring = Array.from({ length: 20_000 }, (_, i) => {
    const angle = (i / 20_000) * 2 * Math.PI
    return at(Math.cos(angle) * 900 + Math.sin(i) * 2, Math.sin(angle) * 700)
  })
  const { points, metres } = g.simplified(ring, 500)
  expect(points.length).toBeLessThanOrEqual(500)
  expect(metres).toBeLessThan(20)
  const worst = Math.max(
    ...ring.filter((_, i) => i % 97 === 0).map((each) => g.metresToLine(each, points, true)),
  )
  expect(worst).toBeLessThanOrEqual(metres + 0.01)
  expect(Math.abs(g.areaOf(points) / (Math.PI * 900 * 700) - 1)).toBeLessThan(0.01)
  expect(g.simplified(square, 500)).toEqual({ points: square, metres: 0 })
})

test('inside and outside of an outline', () => {
  expect(g.contains(square, at(50, 50))).toBe(true)
  expect(g.contains(square, at(0, 50))).toBe(true)
  expect(g.contains(square, at(150, 50))).toBe(false)
})

test('three fixed points lay a picture on the ground; three on a line do not', () => {
  const share = fc.double({ min: 0.05, max: 0.95, noNaN: true })
  const point = fc.record({ x: share, y: share })
  const turn = fc.record({
    angle: fc.double({ min: 0, max: 6.28, noNaN: true }),
    scale: fc.integer({ min: 100, max: 3000 }),
  })
  fc.assert(
    fc.property(fc.tuple(point, point, point), point, turn, (picked, probe, { angle, scale }) => {
      const truth = ({ x, y }: g.Metres) =>
        at(
          scale * (x * Math.cos(angle) - y * Math.sin(angle)),
          -scale * (x * Math.sin(angle) + y * Math.cos(angle)),
        )
      const fixes = picked.map((each) => ({ ...each, spot: truth(each) })) as unknown as [g.Fix, g.Fix, g.Fix]
      const laid = g.affineOf(fixes)
      if (!laid) return
      expect(g.metresBetween(g.placedBy(laid, probe.x, probe.y), truth(probe))).toBeLessThan(scale / 100)
    }),
    { numRuns: 200 },
  )
  const line = [0.1, 0.5, 0.9].map((x) => ({ x, y: x, spot: at(x * 100, x * 100) })) as never
  expect(g.affineOf(line)).toBeNull()
  const bent = [0.1, 0.5, 0.9].map((x) => ({ x, y: x * x, spot: at(x * 100, x * 100) })) as never
  expect(g.affineOf(bent)).toBeNull()
  const good = [
    { x: 0, y: 0, spot: at(0, 0) },
    { x: 1, y: 0, spot: at(200, 0) },
    { x: 0, y: 1, spot: at(0, -100) },
  ] as [g.Fix, g.Fix, g.Fix]
  const laid = g.affineOf(good)
  expect(laid && g.metresBetween(g.placedBy(laid, 1, 1), at(200, -100))).toBeLessThan(0.1)
})

test('of hundreds of corners close beside each other the one that is astray is found', () => {
  const comb = Array.from({ length: 500 }, (_, i) => {
    const n = i < 250 ? i : 499 - i
    return at(n, (n % 2) * 100 - (i < 250 ? 0 : 1))
  })
  expect(g.crossingOf(comb)).toBeNull()
  for (const i of [3, 249, 411, 499]) expect(g.crossingOf(comb.with(i, at(400, 300)))).not.toBeNull()
})
