// Points and lines as ODK writes them: "lat lon alt acc" in degrees and metres, points of a line apart by semicolons.
import type { GeoPoint } from './nodes.ts'

/** Metres of accuracy below which a point is taken by itself, unless the form says another number. */
export const goodAccuracy = 10
/** Seconds after which the best point so far may be taken though it is not good. */
export const patience = 15

const degrees = (value: number) => Number(value.toFixed(7))
const metres = (value: number | null | undefined) =>
  value === null || value === undefined || !Number.isFinite(value) ? 0 : Number(value.toFixed(1))

export function pointText(point: GeoPoint): string {
  return [
    ...[degrees(point.latitude), degrees(point.longitude)],
    ...[metres(point.altitude), metres(point.accuracy)],
  ].join(' ')
}

/** A line or, closed by its first point, an outline; '' while it has too few points to be one. */
export function pathText(points: readonly GeoPoint[], closed: boolean): string {
  const first = points[0]
  if (!first || points.length < (closed ? 3 : 2)) return ''
  return [...points, ...(closed ? [first] : [])].map(pointText).join(';')
}

/** The points of a line or outline, without the one that closes it. */
export function pathPoints(value: unknown, closed: boolean): GeoPoint[] {
  const points = Array.isArray(value) ? (value as GeoPoint[]) : []
  return closed && points.length > 1 ? points.slice(0, -1) : [...points]
}

/** "-7,795580° 110,369490°" with the decimal sign of the language. */
export function shownPoint(point: Pick<GeoPoint, 'latitude' | 'longitude'>, locale: string): string {
  const written = (value: number) =>
    value.toLocaleString(locale, { minimumFractionDigits: 6, maximumFractionDigits: 6 })
  return `${written(point.latitude)}°, ${written(point.longitude)}°`
}

/** A degree as a person types it, with a comma or a dot; null when it is none within `most`. */
export function readDegree(typed: string, most: 90 | 180): number | null {
  const text = typed.trim().replace(',', '.')
  if (!/^-?\d{1,3}(\.\d+)?$/.test(text)) return null
  const value = Number(text)
  return Math.abs(value) <= most ? value : null
}

/** Whether a point lies in Indonesia or close by; one that does not is nearly always typed wrong. */
export function inIndonesia({ latitude, longitude }: Pick<GeoPoint, 'latitude' | 'longitude'>): boolean {
  return latitude >= -11.5 && latitude <= 6.5 && longitude >= 94.5 && longitude <= 141.5
}

const earth = 6_371_000
const radians = (value: number) => (value * Math.PI) / 180

/** Metres between two points on a sphere. */
export function distance(a: GeoPoint, b: GeoPoint): number {
  const dLat = radians(b.latitude - a.latitude)
  const dLon = radians(b.longitude - a.longitude)
  const half =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(dLon / 2) ** 2
  return 2 * earth * Math.asin(Math.min(1, Math.sqrt(half)))
}

/** Metres along a line; of an outline all the way round. */
export function lengthOf(points: readonly GeoPoint[], closed: boolean): number {
  const ring = closed && points[0] ? [...points, points[0]] : points
  return ring.slice(1).reduce((sum, point, index) => sum + distance(ring[index] as GeoPoint, point), 0)
}

/** Points as they lie in a square of 100 by 100 with a margin, north up, for a small sketch. */
export function sketch(points: readonly GeoPoint[]): { x: number; y: number }[] {
  const first = points[0]
  if (!first) return []
  const narrow = Math.cos(radians(first.latitude))
  const flat = points.map((point) => ({ x: point.longitude * narrow, y: -point.latitude }))
  const xs = flat.map((point) => point.x)
  const ys = flat.map((point) => point.y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const size = Math.max(Math.max(...xs) - left, Math.max(...ys) - top) || 1
  const shiftX = (1 - (Math.max(...xs) - left) / size) / 2
  const shiftY = (1 - (Math.max(...ys) - top) / size) / 2
  const at = (value: number, start: number, shift: number) => 8 + 84 * ((value - start) / size + shift)
  return flat.map((point) => ({ x: at(point.x, left, shiftX), y: at(point.y, top, shiftY) }))
}
