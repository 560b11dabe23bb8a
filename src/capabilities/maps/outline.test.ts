// Files of outlines as they come: out of QGIS, with the coordinates exchanged, far too fine, of the wrong projection.
import { expect, test } from 'vitest'
import { areaOf, type GeoPoint } from '../../kernel/geometry.ts'
import { outlineMost, ringPointsMost } from './map.ts'
import { spot } from './maps.testing.ts'
import { type Outline, readOutline } from './outline.ts'

const lonLat = ([latitude, longitude]: GeoPoint) => [longitude, latitude]
const corners = [spot(0, 0), spot(1000, 0), spot(1000, 800), spot(0, 800)]
const ring = [...corners, corners[0] as [number, number]]
const polygon = (points: unknown) => ({ type: 'Polygon', coordinates: [points] })
const collection = (...geometries: unknown[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
  })
const read = (text: string) => readOutline(text) as Outline

test('an outline is read with longitude first, as GeoJSON has it', () => {
  const found = read(collection(polygon(ring.map(lonLat))))
  expect(found).toMatchObject({ swapped: false, had: 4, kept: 4, metres: 0, dropped: 0 })
  expect(areaOf(found.rings[0] ?? [])).toBeCloseTo(800_000, -3)
  const many = { type: 'MultiPolygon', coordinates: [[ring.map(lonLat)], [ring.map(lonLat)]] }
  expect(read(`\uFEFF${JSON.stringify(many)}`).rings).toHaveLength(2)
})

test('latitude and longitude exchanged are seen, and put right', () => {
  const found = read(collection(polygon(ring)))
  expect(found.swapped).toBe(true)
  expect(found.rings).toEqual(read(collection(polygon(ring.map(lonLat)))).rings)
})

test('a coast of twenty thousand points is thinned to what a phone carries', () => {
  const coast = Array.from({ length: 20_000 }, (_, i) => {
    const angle = (i / 20_000) * 2 * Math.PI
    return lonLat(spot(Math.cos(angle) * 900 + Math.sin(i) * 3, Math.sin(angle) * 700))
  })
  const found = read(collection(polygon(coast)))
  expect(found).toMatchObject({ had: 20_000, swapped: false })
  expect(found.kept).toBeLessThanOrEqual(outlineMost)
  expect(found.metres).toBeLessThan(20)
  const islands = { type: 'MultiPolygon', coordinates: [[coast], [coast], [coast]] }
  expect(read(collection(islands)).kept).toBeLessThanOrEqual(ringPointsMost)
})

test('what is no outline of a village in degrees is told apart', () => {
  const utm = [
    [430_000, 9_138_000],
    [431_000, 9_138_000],
    [431_000, 9_139_000],
  ]
  const berlin = [
    [13.3, 52.4],
    [13.4, 52.4],
    [13.4, 52.5],
  ]
  const point = { type: 'Point', coordinates: [110, -7] }
  expect(readOutline('nama;lintang')).toEqual({ fault: 'not-json' })
  expect(readOutline(collection(point))).toEqual({ fault: 'no-outline' })
  expect(readOutline('[]')).toEqual({ fault: 'no-outline' })
  expect(readOutline(collection(polygon('x'), polygon([[null, 1]])))).toEqual({ fault: 'no-outline' })
  expect(readOutline(collection(polygon(utm)))).toEqual({ fault: 'not-degrees' })
  expect(readOutline(collection(polygon(berlin)))).toEqual({ fault: 'outside' })
})
