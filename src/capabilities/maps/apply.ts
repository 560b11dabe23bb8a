// What a command makes of the rows, the same on the server and on a phone before it has answered. The rules were asked before.
import type { Envelope } from '../../kernel/command.ts'
import { type Day, today } from '../../kernel/day.ts'
import type { GeoPoint } from '../../kernel/geometry.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { enrolmentsOf } from '../programmes/serving.ts'
import {
  type AddFeatures,
  type ChangeFeature,
  collectionOf,
  type Feature,
  type KeepApart,
  type MergeFeatures,
  type RemoveFeature,
} from './feature.ts'
import { drawnOn, featureIn, featuresOn, mapNow } from './looking.ts'
import {
  type AddBase,
  type AgreeMap,
  type Base,
  baseCollection,
  type ChangeMap,
  type CloseMap,
  type JoinMaps,
  type MapRow,
  mapCollection,
  type OpenMap,
  type ReopenMap,
} from './map.ts'

/** Who did it and on which day; on a phone the account is '' until the server answers. */
export type Doer = { by: string; byName: string; on: Day }

const mapRow = (value: MapRow): Change => ({ collection: mapCollection, id: value.id, value })
const featureRow = (value: Feature): Change => ({ collection: collectionOf(value), id: value.id, value })

/** Drops the fields that were not given, so that a change touches only what it names. */
function given<T extends object>(changes: T): { [K in keyof T]-?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as never
}

const onMap = (view: View, id: string, work: (map: MapRow) => Partial<MapRow>): Change[] => {
  const map = view.get<MapRow>(mapCollection, id)
  return map ? [mapRow({ ...map, ...work(map), version: map.version + 1 })] : []
}
const onFeature = (view: View, id: string, work: (row: Feature) => Partial<Feature>): Change[] => {
  const row = featureIn(view, id)
  return row ? [featureRow({ ...row, ...work(row), version: row.version + 1 })] : []
}

const photoOf = (photo: { id: string; mediaType: string; bytes: number } | null) =>
  photo && { file: photo.id, mediaType: photo.mediaType, bytes: photo.bytes }

/** The rows that a command leaves, on either side. */
export const works = {
  open: (_: View, { on, ...input }: OpenMap, { by }: Doer) => [
    mapRow({
      ...{ ...input, openedOn: on, by, state: 'open', closed: null, agreed: null, reopened: [], version: 1 },
    }),
  ],
  change: (view: View, { id, changes }: ChangeMap) => onMap(view, id, () => given(changes)),
  addBase: (_: View, { file, rings, fixes, ...input }: AddBase, { by, byName }: Doer) => {
    const base: Base = {
      ...{ ...input, by, byName, file: photoOf(file) },
      rings: rings as readonly (readonly GeoPoint[])[],
      fixes,
    }
    return [{ collection: baseCollection, id: base.id, value: base }]
  },
  add: (view: View, { map: id, on, features }: AddFeatures, { by, byName }: Doer) => {
    const map = mapNow(view, id)?.id ?? id
    return features.map(({ photo, ...each }) =>
      featureRow({
        ...{ ...each, map, on, by, byName, photo: photoOf(photo) },
        ...{ state: 'there', into: null, apart: [], version: 1 },
      }),
    )
  },
  changeFeature: (view: View, { feature, changes }: ChangeFeature) =>
    onFeature(view, feature, () => given(changes) as Partial<Feature>),
  /** Why stands in the log; that it was drawn, and by whom, stays. */
  remove: (view: View, { feature }: RemoveFeature) => onFeature(view, feature, () => ({ state: 'removed' })),
  merge: (view: View, { keep, drop }: MergeFeatures) =>
    onFeature(view, drop, () => ({ state: 'merged', into: keep })),
  keepApart: (view: View, { one, other }: KeepApart) =>
    onFeature(view, one, (row) => ({ apart: [...row.apart, other] })),
  close: (view: View, { id, on, makers }: CloseMap, { by }: Doer, count: number) =>
    onMap(view, id, () => ({ state: 'closed', closed: { on, makers, count, by } })),
  /** Features keep their ids and makers; only the map that they stand on is another. */
  join: (view: View, { id, into }: JoinMaps): Change[] => [
    ...onMap(view, id, () => ({ state: 'joined', into })),
    ...drawnOn(view, id).map((each) => featureRow({ ...each, map: into })),
  ],
  reopen: (view: View, { id, reason }: ReopenMap, { by, on }: Doer) =>
    onMap(view, id, (map) => ({
      ...{ state: 'open', closed: null, agreed: null },
      reopened: [...map.reopened, { on, reason, by }],
    })),
  /** A closed meeting counts for no further programme, so what it counts for is noted with what it agreed. */
  agree: (view: View, { id, meeting, on, note }: AgreeMap, { by }: Doer) =>
    onMap(view, id, () => {
      const held = view.get<Meeting>(meetingCollection, meeting)
      const heldFor = held && held.enrolment !== null ? enrolmentsOf(held) : null
      return { agreed: { on, meeting, note, by, heldFor } }
    }),
} as const

const onPhone =
  (work: (view: View, input: never, doer: Doer) => Change[]) =>
  (view: View, { place, at, input }: Envelope<never>): Change[] =>
    work(view, input, { by: '', byName: '', on: today(zoneOf(place), new Date(at)) })

export const mapsApplies = {
  'maps.open': onPhone(works.open),
  'maps.change': onPhone(works.change),
  'maps.add-base': onPhone(works.addBase),
  'maps.add-features': onPhone(works.add),
  'maps.change-feature': onPhone(works.changeFeature),
  'maps.remove-feature': onPhone(works.remove),
  'maps.merge': onPhone(works.merge),
  'maps.keep-apart': onPhone(works.keepApart),
  'maps.close': onPhone((view, input: CloseMap, doer) =>
    works.close(view, input, doer, featuresOn(view, input.id).length),
  ),
  'maps.join': onPhone(works.join),
  'maps.reopen': onPhone(works.reopen),
  'maps.agree': onPhone(works.agree),
}
