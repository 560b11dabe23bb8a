// What somebody may do next with the maps of a village, for tests that let any of it happen in any order.
import {
  addFeatures,
  type Feature,
  featureCollection,
  mergeFeatures,
} from '../../capabilities/maps/feature.ts'
import {
  agreeMap,
  closeMap,
  type MapRow,
  mapCollection,
  openMap,
  reopenMap,
} from '../../capabilities/maps/map.ts'
import { drawn, mapInput, on, spot } from '../../capabilities/maps/maps.testing.ts'
import { hasSignedMinutes, type Meeting } from '../../capabilities/meetings/meeting.ts'
import { serves } from '../../capabilities/programmes/serving.ts'
import { today } from '../../kernel/day.ts'
import { type About, type Deed, deed, type Rows } from './deed.testing.ts'

const mapIn = (rows: Rows): MapRow | undefined => ((rows[mapCollection] ?? []) as unknown as MapRow[])[0]

export const mapDeeds: Record<string, (rows: Rows, about: About) => Deed | null> = {
  'a map is begun': (rows, { enrolment }) =>
    mapIn(rows) ? null : deed('facilitator', openMap, mapInput(enrolment)),
  'something is drawn': (rows) => {
    const map = mapIn(rows)
    if (map?.state !== 'open') return null
    const home = drawn({ layer: 'homes', name: 'Mbok Yem', note: 'Sakit', spots: [spot(50, 0)] })
    const features = [drawn({ note: 'Dekat pasar' }), drawn({ spots: [spot(9, 0)] }), home]
    return deed('facilitator', addFeatures, { map: map.id, on, features })
  },
  'two features are one': (rows) => {
    const [keep, drop] = ((rows[featureCollection] ?? []) as unknown as Feature[]).filter(
      ({ state }) => state === 'there',
    )
    if (!keep || !drop || mapIn(rows)?.state !== 'open') return null
    const versions = { keepBasedOn: keep.version, dropBasedOn: drop.version }
    return deed('facilitator', mergeFeatures, { keep: keep.id, drop: drop.id, ...versions })
  },
  'a map is closed': (rows) => {
    const map = mapIn(rows)
    const there = (rows[featureCollection] ?? []).length > 0
    if (map?.state !== 'open' || !there) return null
    const about = { id: map.id, basedOn: map.version, on, makers: ['Bu Sri'] }
    return deed('facilitator', closeMap, about)
  },
  'residents agree on a map': (rows, { enrolment }) => {
    const map = mapIn(rows)
    const held = ((rows['meetings.meeting'] ?? []) as unknown as Meeting[]).find(
      (each) =>
        each.state === 'closed' &&
        hasSignedMinutes(each) &&
        serves(each, enrolment) &&
        each.date >= (map?.closed?.on ?? ''),
    )
    if (!map?.closed || map.agreed || !held) return null
    const about = { id: map.id, basedOn: map.version, meeting: held.id, on: today(), note: 'Sepakat' }
    return deed('facilitator', agreeMap, about)
  },
  'a map is opened again': (rows) => {
    const map = mapIn(rows)
    if (map?.state !== 'closed' || map.reopened.length > 3) return null
    return deed('facilitator', reopenMap, { id: map.id, basedOn: map.version, reason: 'Terlewat' })
  },
}
