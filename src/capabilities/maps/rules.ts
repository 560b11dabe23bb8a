// Why something cannot be drawn, closed or agreed. Pure: the phone asks while somebody draws, the server before it stores, and each
// gives every reason at once.
import type { Day } from '../../kernel/day.ts'
import {
  affineOf,
  areSwapped,
  crossingOf,
  type Fix,
  type GeoPoint,
  inIndonesia,
  lengthOf,
} from '../../kernel/geometry.ts'
import { full, type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { type LocalPlace, localCollection } from '../places/local-place.ts'
import { enrolledIn } from '../programmes/serving.ts'
import {
  type AddFeatures,
  apartMost,
  askedOn,
  type ChangeFeature,
  type Feature,
  featuresMost,
  isRestricted,
  isThere,
  type Layer,
  type NewFeature,
  type Shape,
  shapesOf,
  spotsAtOnce,
} from './feature.ts'
import { featureIn, mapNow } from './looking.ts'
import {
  type AddBase,
  type Base,
  baseCollection,
  basesMost,
  type ChangeMap,
  type CloseMap,
  type JoinMaps,
  type MapRow,
  mapCollection,
  type OpenMap,
  reopenedMost,
  ringPointsMost,
} from './map.ts'

const least: Readonly<Record<Shape, number>> = { point: 1, line: 2, area: 3 }
/** As it is read out over a telephone: to a metre. */
const shown = ([latitude, longitude]: GeoPoint) => `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`

/** What is wrong with where something lies and how it is drawn. */
export function whyNotShape(shape: Shape, points: readonly GeoPoint[], field = 'spots'): Refusal[] {
  if (areSwapped(points)) return [refuseField(field, 'maps.swapped')]
  const astray = points.find((each) => !inIndonesia(each))
  if (astray) return [refuseField(field, 'maps.outside-indonesia', { at: shown(astray) })]
  if (points.length < least[shape])
    return [refuseField(field, `maps.too-few-${shape}`, { least: least[shape] })]
  if (shape === 'point') return reasons(points.length > 1 && refuseField(field, 'maps.one-point'))
  if (lengthOf(points, false) < 1) return [refuseField(field, 'maps.too-small')]
  const crossing = shape === 'area' ? crossingOf(points) : null
  return reasons(crossing && refuseField(field, 'maps.crosses-itself', { at: shown(crossing) }))
}

function whyNotTold(
  view: View,
  told: { layer: Layer; shape: Shape; spots?: readonly GeoPoint[]; localPlace?: string | null },
  prefix: string,
): Refusal[] {
  const { layer, shape, spots, localPlace } = told
  const lived = localPlace ? view.get<LocalPlace>(localCollection, localPlace) : undefined
  return reasons(
    !shapesOf[layer].includes(shape) && refuseField(`${prefix}layer`, `maps.no-${shape}-there`),
    ...(spots ? whyNotShape(shape, spots, `${prefix}spots`) : []),
    Boolean(localPlace) && !lived && refuseField(`${prefix}localPlace`, 'maps.no-such-local-place'),
  )
}

export const whyNotNew = (view: View, feature: NewFeature, prefix = ''): Refusal[] =>
  whyNotTold(view, feature, prefix)

/** Fields that somebody else changed meanwhile to something else. What is sealed is not told to whoever asks by sending a clash. */
function clashes(row: { version: number }, basedOn: number, changes: object, silent: boolean): Refusal[] {
  if (row.version === basedOn) return []
  const now = row as unknown as Record<string, unknown>
  const told = (value: unknown) =>
    silent || (typeof value !== 'string' && value !== null) ? '•••' : (value ?? '')
  return Object.entries(changes).flatMap(([field, value]) =>
    value === undefined || JSON.stringify(now[field]) === JSON.stringify(value)
      ? []
      : [
          refuseField(`changes.${field}`, 'maps.changed-meanwhile', {
            theirs: told(now[field]),
            yours: told(value),
          }),
        ],
  )
}

const whyNotDrawn = (map: MapRow | undefined): Refusal[] =>
  map
    ? reasons(
        map.state === 'closed' && refuse('maps.is-closed', { on: map.closed?.on ?? '' }, 'map'),
        map.state === 'joined' && refuse('maps.is-joined', {}, 'map'),
      )
    : [refuse('maps.no-such-map', {}, 'map')]

const whyNotRuns = (view: View, enrolment: string): Refusal | false => {
  const enrolled = enrolledIn(view, enrolment)
  if (!enrolled) return refuseField('enrolment', 'maps.no-such-enrolment')
  return enrolled.row.status !== 'started' && refuseField('enrolment', 'maps.enrolment-not-running')
}

export const whyNotDay = (on: Day, today: Day, since: Day): Refusal | false =>
  on > today
    ? refuseField('on', 'maps.day-ahead', { on, today })
    : on < since && refuseField('on', 'maps.before-start', { on, since })

const whyNotBase = (view: View, base: string | null | undefined, field: string): Refusal | false =>
  Boolean(base) && !view.get<Base>(baseCollection, base as string) && refuseField(field, 'maps.no-such-base')

export function whyNotOpen(view: View, input: OpenMap, today: Day): Refusal[] {
  const stopped = whyNotRuns(view, input.enrolment)
  if (stopped) return [stopped]
  const enrolled = enrolledIn(view, input.enrolment)
  const known = enrolled?.programme.kinds.maps.some((each) => each.id === input.kind)
  return reasons(
    !known && refuseField('kind', 'maps.unknown-kind', { kind: input.kind }),
    whyNotDay(input.on, today, enrolled?.row.startedOn ?? input.on),
    whyNotBase(view, input.base, 'base'),
  )
}

export function whyNotChange(view: View, input: ChangeMap): Refusal[] {
  const map = view.get<MapRow>(mapCollection, input.id)
  return [
    ...whyNotDrawn(map),
    ...(map ? clashes(map, input.basedOn, input.changes, false) : []),
    ...reasons(whyNotBase(view, input.changes.base, 'changes.base')),
  ]
}

/** A picture or tiles come with a file; a picture lies by three points, which do not stand on a line. */
export function whyNotAddBase(view: View, input: AddBase, today: Day): Refusal[] {
  const { kind, rings, file, fixes } = input
  const picture = file?.mediaType.startsWith('image/') ?? false
  return reasons(
    full(view.all<Base>(baseCollection), basesMost),
    whyNotDay(input.on, today, input.on),
    rings.flat().length > ringPointsMost &&
      refuseField('rings', 'maps.outline-long', { most: ringPointsMost }),
    (kind === 'outline') !== rings.length > 0 && refuseField('rings', 'maps.outline-only'),
    ...(kind === 'outline' ? rings.flatMap((ring, i) => whyNotShape('area', ring, `rings.${i}`)) : []),
    kind !== 'outline' && !file && refuseField('file', 'maps.file-needed'),
    file && (kind === 'photo') !== picture && refuseField('file', 'maps.wrong-file'),
    ...(kind === 'photo' ? whyNotFixes(fixes as readonly Fix[]) : []),
  )
}

export function whyNotFixes(fixes: readonly Fix[]): Refusal[] {
  const points = fixes.map((each) => each.spot)
  if (fixes.length !== 3) return [refuseField('fixes', 'maps.three-fixes')]
  if (areSwapped(points)) return [refuseField('fixes', 'maps.swapped')]
  const astray = points.find((each) => !inIndonesia(each))
  if (astray) return [refuseField('fixes', 'maps.outside-indonesia', { at: shown(astray) })]
  if (!affineOf(fixes as [Fix, Fix, Fix])) return [refuseField('fixes', 'maps.fixes-on-line')]
  return reasons(isMirrored(fixes) && refuseField('fixes', 'maps.fixes-mirrored'))
}

/** Two of the three exchanged: no photograph shows a village in a mirror. A picture counts downwards, latitude upwards. */
function isMirrored(fixes: readonly Fix[]): boolean {
  const turn = ([p, q, r]: readonly (readonly [number, number])[]) =>
    p && q && r ? (q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1]) : 0
  return (
    turn(fixes.map(({ x, y }) => [x, y])) *
      turn(fixes.map(({ spot: [latitude, longitude] }) => [longitude, latitude])) >
    0
  )
}

/** `count`: how many were ever drawn on it. */
export function whyNotAdd(view: View, input: AddFeatures, count: number, today: Day): Refusal[] {
  const map = mapNow(view, input.map)
  const refused = whyNotDrawn(map)
  if (!map || refused.length > 0) return refused
  const ids = input.features.map((each) => each.id)
  const spots = input.features.reduce((sum, each) => sum + each.spots.length, 0)
  const known = ids.some((each) => featureIn(view, each)) || new Set(ids).size < ids.length
  return reasons(
    whyNotRuns(view, map.enrolment),
    whyNotDay(input.on, today, map.openedOn),
    count + ids.length > featuresMost && refuse('maps.full', { most: featuresMost }, 'features'),
    spots > spotsAtOnce && refuseField('features', 'maps.too-many-points', { most: spotsAtOnce, spots }),
    known && refuseField('features', 'maps.feature-twice'),
    ...input.features.flatMap((each, i) => whyNotNew(view, each, `features.${i}.`)),
  )
}

/** What stands on a map that is being drawn; null among the reasons where it does. */
export function whyNotOnIt(view: View, feature: Feature | undefined, field: string): Refusal[] {
  if (!feature) return [refuseField(field, 'maps.no-such-feature')]
  const refused = whyNotDrawn(view.get<MapRow>(mapCollection, feature.map))
  return reasons(...refused, !isThere(feature) && refuseField(field, `maps.feature-${feature.state}`))
}

export function whyNotChangeFeature(view: View, input: ChangeFeature): Refusal[] {
  const feature = featureIn(view, input.feature)
  const refused = whyNotOnIt(view, feature, 'feature')
  if (!feature || refused.length > 0) return refused
  const { layer = feature.layer, ...told } = input.changes
  return reasons(
    ...clashes(feature, input.basedOn, input.changes, isRestricted(feature.layer)),
    isRestricted(layer) !== isRestricted(feature.layer) &&
      refuseField('changes.layer', 'maps.home-stays-home'),
    ...whyNotTold(
      view,
      { ...told, layer, shape: feature.shape } as Parameters<typeof whyNotTold>[1],
      'changes.',
    ),
  )
}

type Two = { one: string; other: string }

function whyNotTwo(view: View, { one, other }: Two, fields: Two): Refusal[] {
  const [a, b] = [featureIn(view, one), featureIn(view, other)]
  return reasons(
    ...whyNotOnIt(view, a, fields.one),
    ...whyNotOnIt(view, b, fields.other),
    one === other && refuseField(fields.other, 'maps.same-feature'),
    a && b && (a.map !== b.map || a.layer !== b.layer) && refuseField(fields.other, 'maps.other-layer'),
  )
}

export function whyNotMerge(
  view: View,
  input: { keep: string; keepBasedOn: number; drop: string; dropBasedOn: number },
): Refusal[] {
  const { keep, keepBasedOn, drop, dropBasedOn } = input
  const stale = (id: string, basedOn: number, field: string) => {
    const row = featureIn(view, id)
    return row && row.version !== basedOn && refuseField(field, 'maps.changed-since')
  }
  return reasons(
    ...whyNotTwo(view, { one: keep, other: drop }, { one: 'keep', other: 'drop' }),
    stale(keep, keepBasedOn, 'keepBasedOn'),
    stale(drop, dropBasedOn, 'dropBasedOn'),
  )
}

export function whyNotKeepApart(view: View, input: Two): Refusal[] {
  const one = featureIn(view, input.one)
  return reasons(...whyNotTwo(view, input, { one: 'one', other: 'other' }), full(one?.apart, apartMost))
}

/** `count`: what was ever drawn on both. */
export function whyNotJoin(view: View, input: JoinMaps, count: number): Refusal[] {
  const [map, other] = [input.id, input.into].map((each) => view.get<MapRow>(mapCollection, each))
  const refused = whyNotDrawn(map)
  if (!map || refused.length > 0) return refused
  const same = other && other.enrolment === map.enrolment && other.kind === map.kind && other.id !== map.id
  return reasons(
    map.version !== input.basedOn && refuseField('basedOn', 'maps.changed-since'),
    (!same || other.state !== 'open') && refuseField('into', 'maps.no-such-join'),
    count > featuresMost && refuse('maps.full', { most: featuresMost }, 'into'),
  )
}

/** `there`: the layers of all that stands on it. */
export function whyNotClose(
  map: MapRow | undefined,
  input: CloseMap,
  there: readonly Layer[],
  today: Day,
): Refusal[] {
  const refused = whyNotDrawn(map)
  if (!map || refused.length > 0) return refused
  const makers = input.makers.map((each) => each.toLowerCase())
  return reasons(
    map.version !== input.basedOn && refuseField('basedOn', 'maps.changed-since'),
    there.length === 0
      ? refuse('maps.nothing-drawn')
      : !there.some((layer) => askedOn(map.kind).includes(layer)) && refuse(`maps.no-${map.kind}-drawn`),
    whyNotDay(input.on, today, map.openedOn),
    new Set(makers).size < makers.length && refuseField('makers', 'maps.maker-twice'),
  )
}

export const whyNotReopen = (map: MapRow | undefined, input: { basedOn: number }): Refusal[] =>
  map
    ? reasons(
        map.state !== 'closed' && refuse('maps.not-closed'),
        map.version !== input.basedOn && refuseField('basedOn', 'maps.changed-since'),
        full(map.reopened, reopenedMost),
      )
    : [refuse('maps.no-such-map', {}, 'id')]
