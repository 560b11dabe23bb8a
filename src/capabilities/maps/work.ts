// What every handler of maps does: read the rows that rules need, keep what the step made of them, tell feed and facts.
import { today } from '../../kernel/day.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { type Change, type View, viewOf } from '../../kernel/view.ts'
import type { CommandWork, Follower } from '../../platform/server/capability.ts'
import { meetingById } from '../meetings/door.ts'
import { meetingCollection } from '../meetings/meeting.ts'
import { localPlacesOf } from '../places/door.ts'
import { localCollection } from '../places/local-place.ts'
import { programmeOf, tellFacts } from '../programmes/door.ts'
import type { Doer } from './apply.ts'
import { mapFacts } from './evidence.ts'
import { collectionOf, type Feature, homeCollection } from './feature.ts'
import { type MapRow, mapCollection } from './map.ts'
import { featureStore, mapStore } from './store.ts'

export type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

export const rowsOf = (collection: string, rows: Iterable<{ id: string }>): Change[] =>
  [...rows].map((value) => ({ collection, id: value.id, value }))

export const doerOf = (work: Work): Doer => ({
  by: work.actor.account,
  byName: work.actor.name,
  on: today(zoneOf(work.place), work.doneAt),
})

/** An enrolment with its programme and its maps. */
export async function enrolmentRows(work: Telling, enrolment: string): Promise<Change[]> {
  const enrolled = await programmeOf(work, enrolment)
  return [
    ...(enrolled
      ? [
          { collection: 'programmes.enrolment', id: enrolment, value: enrolled.row },
          { collection: 'programmes.programme', id: enrolled.row.programme, value: enrolled.programme },
        ]
      : []),
    ...rowsOf(mapCollection, await mapStore(work).ofEnrolment(enrolment)),
  ]
}

/** A map with all of its enrolment; nothing where there is no such map. */
export async function mapRows(work: Work, id: string): Promise<Change[]> {
  const [map] = await mapStore(work).many([id])
  return map ? enrolmentRows(work, map.enrolment) : []
}

/** Features, with the maps that they stand on and the RT of the village. */
export async function featureRows(work: Work, ids: readonly string[]): Promise<Change[]> {
  const features = await featureStore(work).many(ids)
  const maps = await mapStore(work).many([...new Set(features.map((each) => each.map))])
  return [
    ...rowsOf(mapCollection, maps),
    ...features.map((value) => ({ collection: collectionOf(value), id: value.id, value })),
    ...rowsOf(localCollection, (await localPlacesOf(work)).values()),
  ]
}

export const viewAt = (work: Work, rows: readonly Change[]): View => viewOf(work.place, rows)

/** Stores maps and tells programmes what they show now. */
export async function keepMaps(
  work: Work,
  rows: readonly Change[],
  changes: readonly Change[],
): Promise<void> {
  for (const { id, value } of changes) {
    await mapStore(work).put(value as MapRow)
    work.changes.touch(mapCollection, id)
  }
  const enrolments = new Set(changes.map(({ value }) => (value as MapRow).enrolment))
  for (const enrolment of enrolments) await tellMaps(work, [...rows, ...changes], enrolment)
}

type Telling = Parameters<Follower['work']>[0] | Work

/** `rows`: the enrolment with its maps; the meetings in which they were agreed on are looked up. */
async function tellMaps(at: Telling, rows: readonly Change[], enrolment: string): Promise<void> {
  const agreed = rows.flatMap(({ value }) => (value as Partial<MapRow>).agreed?.meeting ?? [])
  const meetings = await Promise.all([...new Set(agreed)].map((id) => meetingById(at, id)))
  const known = meetings.filter((each) => each !== undefined)
  const view = viewOf(at.place, [...rows, ...rowsOf(meetingCollection, known)])
  await tellFacts(at, 'maps', enrolment, mapFacts(view, enrolment))
}

/** A meeting whose minutes lose their signatures, or have them back, takes what was agreed in it along. */
export const mapFollowers: readonly Follower[] = [
  {
    collections: [meetingCollection],
    work: async (at) => {
      const maps = await mapStore(at).agreedIn(at.records)
      for (const enrolment of new Set(maps.map((each) => each.enrolment)))
        await tellMaps(at, await enrolmentRows(at, enrolment), enrolment)
    },
  },
]

/** How many homes there are is told with their map, to who does not see them. */
export function touchAll(work: Work, changes: readonly Change[]): void {
  for (const { collection, id } of changes) work.changes.touch(collection, id)
  const homes = changes.filter((each) => each.collection === homeCollection)
  for (const map of new Set(homes.map(({ value }) => (value as Feature).map)))
    work.changes.touch(mapCollection, map)
}

export async function keepFeatures(work: Work, changes: readonly Change[]): Promise<void> {
  for (const { value } of changes) await featureStore(work).save(value as Feature)
  touchAll(work, changes)
}
