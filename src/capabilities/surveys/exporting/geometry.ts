// Points, traces and shapes as every file and OData tell them (RFC 7946 for the order and the rings).
import type { GeoPoint } from '../openrosa/values.ts'

const geometries = ['geopoint', 'geotrace', 'geoshape'] as const
export type GeometryType = (typeof geometries)[number]
/** As it is stored; older phones left out what they did not know. */
export type Point = Pick<GeoPoint, 'lat' | 'lon'> & Partial<GeoPoint>

export const isGeometry = (type: string): type is GeometryType =>
  (geometries as readonly string[]).includes(type)

export const isPoint = (value: unknown): value is Point =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Point).lat === 'number' &&
  typeof (value as Point).lon === 'number'

export const arePoints = (value: unknown): value is readonly Point[] =>
  Array.isArray(value) && value.length > 0 && value.every(isPoint)

/** A height that nobody measured is left out; exactly 0 is what phones write that measured none. */
const position = ({ lat, lon, alt }: Point): number[] => (alt ? [lon, lat, alt] : [lon, lat])

/** Twice the area, above 0 when it goes against the clock; from its first corner, so that small plots keep their digits. */
const turning = (ring: readonly Point[]): number => {
  const { lat = 0, lon = 0 } = ring[0] ?? {}
  return ring.reduce((sum, at, index) => {
    const next = ring[(index + 1) % ring.length] as Point
    return sum + (at.lon - lon) * (next.lat - lat) - (next.lon - lon) * (at.lat - lat)
  }, 0)
}

/** A ring that ends where it began and goes against the clock; null when it has no three corners. */
function ringOf(points: readonly Point[]): Point[] | null {
  const [first, last] = [points[0], points.at(-1)]
  const closed = points.length > 1 && first?.lat === last?.lat && first?.lon === last?.lon
  const corners = closed ? points.slice(0, -1) : [...points]
  const begin = corners[0]
  if (!begin || corners.length < 3) return null
  const rest = corners.slice(1)
  return turning(corners) < 0 ? [begin, ...rest.reverse(), begin] : [begin, ...rest, begin]
}

/** The points that are told of an answer; null when it is no such geometry. */
function pointsOf(type: GeometryType, value: unknown): readonly Point[] | null {
  if (type === 'geopoint') return isPoint(value) ? [value] : null
  if (!arePoints(value)) return null
  if (type === 'geoshape') return ringOf(value)
  return value.length < 2 ? null : value
}

export function geometryOf(type: GeometryType, value: unknown) {
  const positions = pointsOf(type, value)?.map(position)
  if (!positions) return null
  if (type === 'geopoint') return { type: 'Point', coordinates: positions[0] as number[] } as const
  if (type === 'geotrace') return { type: 'LineString', coordinates: positions } as const
  return { type: 'Polygon', coordinates: [positions] } as const
}

/** A point as XForms writes it, as far as the phone knew it: an accuracy stands only behind a height. */
export function pointText({ lat, lon, alt, acc }: Point): string {
  if (typeof alt !== 'number') return `${lat} ${lon}`
  return typeof acc === 'number' ? `${lat} ${lon} ${alt} ${acc}` : `${lat} ${lon} ${alt}`
}

/** A trace or shape as XForms writes it. What has too few points for one is written as it came. */
export const pathText = (type: 'geotrace' | 'geoshape', value: readonly Point[]): string =>
  (pointsOf(type, value) ?? value).map(pointText).join('; ')
