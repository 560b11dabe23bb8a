// What looks like one thing drawn twice, what lies strangely, and what a finger hits.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GeoPoint } from '../../kernel/geometry.ts'
import { growth, inProportion } from '../../kernel/growth.testing.ts'
import { newId } from '../../kernel/id.ts'
import { nearDuplicates, nearest, nearMetres, strangeness, withSpot } from './looking.ts'
import { baseInput, featureRow, spot } from './maps.testing.ts'
import { whyNotFixes, whyNotShape } from './rules.ts'

const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)
const point = (x: number, y: number, name: string, given = {}) =>
  featureRow({ id: newId(), spots: [spot(x, y)], name, ...given })

test('the same thing drawn by two is found: near, of one layer, with names that may be one', () => {
  const sri = point(0, 0, 'Masjid Al-Ikhlas', { layer: 'facilities' })
  const budi = point(12, 5, 'masjid al-ikhlas', { layer: 'facilities' })
  const far = point(200, 0, 'Masjid Al-Ikhlas', { layer: 'facilities' })
  const other = point(3, 3, 'Pos ronda', { layer: 'facilities' })
  const need = point(1, 1, 'Masjid Al-Ikhlas', { layer: 'needs' })
  const found = nearDuplicates([sri, budi, far, other, need])
  expect(found.map(({ one, other: two }) => [one.id, two.id])).toEqual([[sri.id, budi.id]])
  expect(found[0]?.metres).toBeCloseTo(13, 0)
  expect(nearDuplicates([sri, { ...budi, name: '' }])).toHaveLength(1)
  expect(nearDuplicates([{ ...sri, apart: [budi.id] }, budi])).toEqual([])
  expect(nearDuplicates([sri, { ...budi, state: 'merged' }])).toEqual([])
})

test('looking in squares finds all that looking at each pair would', () => {
  const place = fc.record({ x: fc.integer({ min: -90, max: 90 }), y: fc.integer({ min: -90, max: 90 }) })
  fc.assert(
    fc.property(fc.array(place, { maxLength: 25 }), (places) => {
      const features = places.map(({ x, y }) => point(x, y, ''))
      const near = features.flatMap((_, i) =>
        features.slice(i + 1).filter((__, j) => {
          const [a, b] = [places[i], places[i + 1 + j]] as [
            { x: number; y: number },
            { x: number; y: number },
          ]
          return Math.hypot(a.x - b.x, a.y - b.y) <= nearMetres.point - 0.05
        }),
      )
      const found = nearDuplicates(features)
      expect(found.length).toBeGreaterThanOrEqual(near.length)
      expect(found.every(({ metres }) => metres <= nearMetres.point)).toBe(true)
    }),
  )
})

test('what lies outside the outline, or kilometres from everything else, is warned of', () => {
  const { rings } = baseInput()
  expect(strangeness([spot(0, 0)], rings, [])).toBeNull()
  expect(strangeness([spot(530, 0)], rings, [])).toBeNull()
  expect(strangeness([spot(900, 0)], rings, [])).toBe('outside-outline')
  expect(strangeness([spot(9000, 0)], [], [point(0, 0, '')])).toBe('far-away')
  expect(strangeness([spot(900, 0)], [], [point(0, 0, '')])).toBeNull()
  expect(strangeness([spot(9000, 0)], [], [])).toBeNull()
})

test('a tap hits the nearest dot, and what lies under it where there is none', () => {
  const dot = point(5, 0, 'Sumur')
  const field = featureRow({
    ...{ id: newId(), shape: 'area', name: 'Sawah' },
    spots: [spot(-50, -50), spot(50, -50), spot(50, 50), spot(-50, 50)],
  })
  expect(nearest([field, dot], spot(0, 0), 10)?.name).toBe('Sumur')
  expect(nearest([field, dot], spot(-30, 0), 10)?.name).toBe('Sawah')
  expect(nearest([field, dot], spot(300, 0), 10)).toBeUndefined()
})

test('shapes say all that is wrong with them', () => {
  expect(codes(whyNotShape('point', [[110.36, -7.79]]))).toEqual(['maps.swapped'])
  expect(codes(whyNotShape('point', [[51.5, -0.1]]))).toEqual(['maps.outside-indonesia'])
  expect(codes(whyNotShape('area', [spot(0, 0), spot(9, 9)]))).toEqual(['maps.too-few-area'])
  expect(codes(whyNotShape('line', [spot(0, 0), spot(0, 0)]))).toEqual(['maps.too-small'])
  const bow = [spot(0, 0), spot(99, 99), spot(99, 0), spot(0, 99)]
  expect(whyNotShape('area', bow)).toMatchObject([
    { code: 'maps.crosses-itself', facts: { at: '-7.79515, 110.36995' } },
  ])
})

test('a picture needs three fixed points that make a triangle', () => {
  const fix = (x: number, y: number) => ({ x, y, spot: spot(x * 900, -y * 900) })
  expect(codes(whyNotFixes([fix(0, 0), fix(1, 0), fix(0, 1)]))).toEqual([])
  expect(codes(whyNotFixes([fix(0, 0), fix(1, 0)]))).toEqual(['maps.three-fixes'])
  expect(codes(whyNotFixes([fix(0, 0), fix(0.5, 0.5), fix(1, 1)]))).toEqual(['maps.fixes-on-line'])
  const [one, two, three] = [fix(0, 0), fix(1, 0), fix(0, 1)]
  const exchanged = [one, { ...two, spot: three.spot }, { ...three, spot: two.spot }]
  expect(codes(whyNotFixes(exchanged))).toEqual(['maps.fixes-mirrored'])
  const flipped = [fix(0, 0), fix(1, 0), fix(0, 1)].map((each) => ({
    ...each,
    spot: [each.spot[1], each.spot[0]] as const,
  }))
  expect(codes(whyNotFixes(flipped))).toEqual(['maps.swapped'])
})

test('a corner that is marked twice, or on the first one to close an area, makes no area that crosses itself', () => {
  const taps = [spot(0, 0), spot(90, 0), spot(90, 0.2), spot(90, 90), spot(0.3, 0)]
  const made = taps.reduce<readonly GeoPoint[]>((spots, at) => withSpot('area', spots, at), [])
  expect(made).toEqual([spot(0, 0), spot(90, 0), spot(90, 90)])
  expect(whyNotShape('area', made)).toEqual([])
  expect(codes(whyNotShape('area', taps))).toEqual(['maps.crosses-itself'])
  expect(withSpot('line', [spot(0, 0), spot(9, 0)], spot(0, 0))).toHaveLength(3)
  expect(withSpot('point', [spot(0, 0)], spot(5, 0))).toEqual([spot(5, 0)])
})

test('thousands of things on one spot are not held each against each', () => {
  const work = (size: number) =>
    nearDuplicates(
      Array.from({ length: size }, (_, n) => featureRow({ id: newId(), name: `Selokan ${n} ${n * 7919}` })),
    )
  expect(growth(work, 100)).toBeLessThan(inProportion)
})
