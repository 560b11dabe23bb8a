// Reads the outline of a village out of a GeoJSON file (RFC 7946), as programs of maps write it, and what is wrong with it in
// words. Pure; the file is read on the phone and only the outline goes into the command.
import {
  areaOf,
  areSwapped,
  crossingOf,
  type GeoPoint,
  inIndonesia,
  lengthOf,
  simplified,
  swapped,
} from '../../kernel/geometry.ts'
import { outlineMost, ringPointsMost, ringsMost } from './map.ts'

/** Characters of a file that are looked at: an outline of a village has some ten thousand. */
export const outlineFileMost = 8_000_000

export type OutlineFault = 'not-json' | 'no-outline' | 'not-degrees' | 'outside'
export type Outline = {
  rings: GeoPoint[][]
  /** Latitude and longitude were exchanged in the file; `rings` has them right. */
  swapped: boolean
  /** Points that the file had and that are kept, and by how many metres the outline was let go for it. */
  had: number
  kept: number
  metres: number
  /** Smaller outlines that were left out. */
  dropped: number
}

type Json = {
  type?: unknown
  coordinates?: unknown
  features?: unknown
  geometry?: unknown
  geometries?: unknown
}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Outer rings of all polygons in it, and lines that end where they begin; holes are no edge of a village. */
function ringsIn(value: unknown, depth = 0): unknown[] {
  if (typeof value !== 'object' || value === null || depth > 6) return []
  const { type, coordinates, features, geometry, geometries } = value as Json
  switch (type) {
    case 'FeatureCollection':
      return list(features).flatMap((each) => ringsIn(each, depth + 1))
    case 'Feature':
      return ringsIn(geometry, depth + 1)
    case 'GeometryCollection':
      return list(geometries).flatMap((each) => ringsIn(each, depth + 1))
    case 'Polygon':
      return list(coordinates).slice(0, 1)
    case 'MultiPolygon':
      return list(coordinates).flatMap((each) => list(each).slice(0, 1))
    case 'LineString':
      return [coordinates]
    default:
      return []
  }
}

const isPair = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1])

const same = (a: GeoPoint, b: GeoPoint) => a[0] === b[0] && a[1] === b[1]

/** GeoJSON writes longitude first, and closes a ring with its first point, which we leave out. */
function ringOf(value: unknown): GeoPoint[] {
  const points = list(value)
    .filter(isPair)
    .map(([longitude, latitude]): GeoPoint => [latitude, longitude])
  const distinct = points.filter((each, i) => i === 0 || !same(each, points[i - 1] as GeoPoint))
  const [first] = distinct
  const last = distinct.at(-1)
  return first && last && distinct.length > 1 && same(first, last) ? distinct.slice(0, -1) : distinct
}

/** With so many points as a command takes; fewer, where thinning would make it cross itself. */
function fitted(ring: readonly GeoPoint[], most: number): { points: readonly GeoPoint[]; metres: number } {
  for (const points of [most, 250, 120].filter((each) => each <= most)) {
    const made = simplified(ring, points)
    if (made.metres === 0 || !crossingOf(made.points)) return made
  }
  return simplified(ring, 60)
}

const rounded = ([latitude, longitude]: GeoPoint): GeoPoint => [
  Number(latitude.toFixed(7)),
  Number(longitude.toFixed(7)),
]

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

export function readOutline(text: string): Outline | { fault: OutlineFault } {
  const value = parsed(text)
  if (value === undefined || text.length > outlineFileMost) return { fault: 'not-json' }
  const found = ringsIn(value)
    .map(ringOf)
    .filter((ring) => ring.length >= 3 && lengthOf(ring, true) > 1)
  if (found.length === 0) return { fault: 'no-outline' }
  // Metres of a projection (UTM, TM-3) are no degrees: nobody can tell of which zone they are.
  if (found.some((ring) => ring.some(([a, b]) => Math.abs(a) > 180 || Math.abs(b) > 180)))
    return { fault: 'not-degrees' }
  const turned = areSwapped(found.flat())
  const rings = turned ? found.map((ring) => ring.map(swapped)) : found
  if (!rings.flat().every(inIndonesia)) return { fault: 'outside' }
  const largest = rings.toSorted((a, b) => areaOf(b) - areaOf(a)).slice(0, ringsMost)
  const each = Math.min(outlineMost, Math.floor(ringPointsMost / largest.length))
  const made = largest.map((ring) => fitted(ring, each))
  return {
    rings: made.map(({ points }) => points.map(rounded)),
    swapped: turned,
    had: rings.flat().length,
    kept: made.reduce((sum, { points }) => sum + points.length, 0),
    metres: Math.max(...made.map(({ metres }) => metres)),
    dropped: rings.length - largest.length,
  }
}
