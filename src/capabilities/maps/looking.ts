// What is looked at in a map: what stands on it, what looks like the same thing drawn twice, what lies strangely far away. Pure.
import {
  contains,
  type GeoPoint,
  metresBetween,
  metresToLine,
  middleOf,
  offset,
} from '../../kernel/geometry.ts'
import type { View } from '../../kernel/view.ts'
import { sameName } from '../people/names.ts'
import { type Feature, featureCollections, isThere, type Shape } from './feature.ts'
import type { Base, MapRow } from './map.ts'
import { mapCollection } from './map.ts'

/** The maps of an enrolment, of one kind or of all, the newest first. */
export const mapsIn = (view: View, enrolment: string, kind?: string): MapRow[] =>
  view
    .all<MapRow>(mapCollection)
    .filter((each) => each.enrolment === enrolment && (kind === undefined || each.kind === kind))
    .sort((a, b) => (a.id < b.id ? 1 : -1))

/** The map itself, or the one that it was joined to meanwhile: what somebody drew without signal goes there. */
export function mapNow(view: View, id: string): MapRow | undefined {
  const map = view.get<MapRow>(mapCollection, id)
  return map?.into && map.into !== id ? mapNow(view, map.into) : map
}

/** Others of its kind that are being drawn: begun on another phone without signal. */
export const besides = (view: View, map: MapRow): MapRow[] =>
  mapsIn(view, map.enrolment, map.kind).filter((each) => each.id !== map.id && each.state === 'open')

/** Every feature of a map that this copy holds, whatever became of it. */
export const drawnOn = (view: View, map: string): Feature[] =>
  featureCollections.flatMap((each) => view.all<Feature>(each)).filter((each) => each.map === map)

export const featuresOn = (view: View, map: string): Feature[] => drawnOn(view, map).filter(isThere)

export const featureIn = (view: View, id: string): Feature | undefined =>
  featureCollections.map((each) => view.get<Feature>(each, id)).find((each) => each !== undefined)

/** Metres within which two of one layer may be the same thing: GPS of a phone is good to some ten metres, a finger to more. */
export const nearMetres = { point: 25, line: 40, area: 40 } as const satisfies Record<Shape, number>

const spelling = (name: string) => name.toLowerCase().replace(/\s+/g, ' ').trim()

/** Names that may be one: spelled nearly alike, one within the other, or one of them missing. */
export function likeNames(one: string, other: string): boolean {
  const [a, b] = [spelling(one), spelling(other)]
  if (a === '' || b === '' || a === b) return true
  return a.includes(b) || b.includes(a) || sameName(one, other)
}

/** Metres between two features: of their points, or of the middles of what has several. */
const apart = (one: Feature, other: Feature): number => {
  const [a, b] = [middleOf(one.spots), middleOf(other.spots)]
  return a && b ? metresBetween(a, b) : Number.POSITIVE_INFINITY
}

export type Pair = { one: Feature; other: Feature; metres: number }

/** The square that a feature lies in, of squares as wide as two of its kind may be apart, counted from the first. */
function squareOf(feature: Feature, from: GeoPoint): [number, number] {
  const { x, y } = offset(from, middleOf(feature.spots) ?? from)
  const side = nearMetres[feature.shape]
  return [Math.floor(x / side), Math.floor(y / side)]
}

/** A square and the eight around it. */
const around = ([x, y]: readonly [number, number]): string[] =>
  [-1, 0, 1].flatMap((i) => [-1, 0, 1].map((j) => `${x + i} ${y + j}`))

function pairOf(one: Feature, other: Feature): Pair[] {
  const metres = apart(one, other)
  const alike = metres <= nearMetres[one.shape] && likeNames(one.name, other.name)
  return alike && !isSaidApart(one, other) ? [{ one, other, metres }] : []
}

/** Of one square so many are held against the next, also where somebody drew thousands on one spot. */
const heldMost = 40

function pairsAmong(alike: readonly Feature[]): Pair[] {
  const from = alike[0] && middleOf(alike[0].spots)
  if (!from) return []
  const squares = new Map<string, Feature[]>()
  return alike.flatMap((other) => {
    const square = squareOf(other, from)
    const pairs = around(square)
      .flatMap((each) => squares.get(each) ?? [])
      .flatMap((one) => pairOf(one, other))
    const name = square.join(' ')
    squares.set(name, [...(squares.get(name) ?? []).slice(1 - heldMost), other])
    return pairs
  })
}

/**
 * Features that may have been drawn twice: of one layer and shape, near each other, with names that may be one, and not said to be
 * different. The nearest first. Looked for in squares, so that five thousand homes are not held each against each.
 */
export const nearDuplicates = (features: readonly Feature[]): Pair[] =>
  [...Map.groupBy(features.filter(isThere), ({ layer, shape }) => `${layer} ${shape}`).values()]
    .flatMap(pairsAmong)
    .sort((a, b) => a.metres - b.metres)

const isSaidApart = (one: Feature, other: Feature): boolean =>
  one.apart.includes(other.id) || other.apart.includes(one.id)

/**
 * With one more spot. Marked twice on one spot, or on the first corner so as to close an area, it is no corner more: an outline that
 * touches itself there would be refused as one that crosses itself.
 */
export function withSpot(shape: Shape, spots: readonly GeoPoint[], at: GeoPoint): readonly GeoPoint[] {
  if (shape === 'point') return [at]
  const there = [spots.at(-1), shape === 'area' ? spots[0] : undefined]
  return there.some((each) => each && metresBetween(each, at) < 1) ? spots : [...spots, at]
}

export type Strange = 'outside-outline' | 'far-away'
/** Metres from everything else at which a point is more likely a mistake than a part of the village. */
export const farMetres = 5000
/** Metres outside an outline that are still taken to be inside: outlines are drawn by hand, and GPS is not exact. */
export const slackMetres = 60

/** What is odd about where something was drawn; it warns and never refuses, because outlines are wrong too. */
export function strangeness(
  points: readonly GeoPoint[],
  rings: Base['rings'],
  others: readonly Pick<Feature, 'spots'>[],
): Strange | null {
  if (rings.length > 0) {
    const inside = (point: GeoPoint) =>
      rings.some((ring) => contains(ring, point) || metresToLine(point, ring, true) <= slackMetres)
    return points.every(inside) ? null : 'outside-outline'
  }
  const near = (point: GeoPoint) =>
    others.some(({ spots: [there] }) => there !== undefined && metresBetween(point, there) <= farMetres)
  return others.length === 0 || points.some(near) ? null : 'far-away'
}

/** The feature nearest to a point, of those within so many metres. A dot is hit before a line or area that lies under it. */
export function nearest(features: readonly Feature[], at: GeoPoint, within: number): Feature | undefined {
  const far = ({ shape, spots }: Feature) =>
    shape === 'area' && contains(spots, at) ? 0 : metresToLine(at, spots, shape === 'area')
  const [best] = features
    .filter((each) => each.spots.length > 0)
    .map((each) => ({ each, metres: far(each), under: Number(each.shape !== 'point') }))
    .filter(({ metres }) => metres <= within)
    .sort((a, b) => a.under - b.under || a.metres - b.metres)
  return best?.each
}
