// What tests of maps begin with: a village somewhere in Yogyakarta, things to draw in it, a house with maps.
import { testHouse } from '../../apps/server/village.testing.ts'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { type GeoPoint, moved } from '../../kernel/geometry.ts'
import { newId } from '../../kernel/id.ts'
import { meetingsServer } from '../meetings/server.ts'
import { peopleServer } from '../people/server.ts'
import { placesWithoutNation } from '../places/regions.testing.ts'
import { programmesServer } from '../programmes/server.ts'
import { volunteersServer } from '../volunteers/server.ts'
import type { Feature, NewFeature } from './feature.ts'
import type { AddBase, OpenMap } from './map.ts'
import { mapsServer } from './server.ts'
import { mapsTexts } from './texts.ts'

export const mapsHouse = () =>
  testHouse(
    [placesWithoutNation, programmesServer, peopleServer, meetingsServer, volunteersServer, mapsServer],
    mapsTexts,
  )

const middle: GeoPoint = [-7.7956, 110.3695]
/** So many metres east and north of the middle of the village. */
export const spot = (x: number, y: number): [number, number] => {
  const [latitude, longitude] = moved(middle, { x, y })
  return [latitude, longitude]
}
export const on = daysFromToday(-20)

export const mapInput = (enrolment: string, given: Partial<OpenMap> = {}): OpenMap => ({
  ...{ id: newId(), enrolment, kind: 'problems_potentials', title: 'Peta persoalan', on, base: null },
  ...given,
})

export const drawn = (given: Partial<NewFeature> = {}): NewFeature => ({
  ...{ id: newId(), layer: 'problems', shape: 'point', spots: [spot(0, 0)], name: 'Selokan mampet' },
  ...{ note: '', localPlace: null, photo: null, how: 'finger', accuracy: null },
  ...given,
})

export const area = (corners: readonly (readonly [number, number])[], given: Partial<NewFeature> = {}) =>
  drawn({ shape: 'area', spots: corners.map(([x, y]) => spot(x, y)), name: 'Rawan banjir', ...given })

export const square = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
] as const
export const bow = [
  [0, 0],
  [100, 100],
  [100, 0],
  [0, 100],
] as const

export const featureRow = (given: Partial<Feature> = {}): Feature => {
  const { photo: _, ...row } = drawn()
  return {
    ...row,
    ...{ map: 'm', on, by: '', byName: 'Bu Sri', photo: null, state: 'there', into: null, apart: [] },
    ...{ version: 1, ...given },
  }
}

export const baseInput = (given: Partial<AddBase> = {}): AddBase => ({
  ...{ id: newId(), kind: 'outline', name: 'Batas desa', source: 'Bappeda', on, file: null, fixes: [] },
  rings: [
    (
      [
        [-500, -500],
        [500, -500],
        [500, 500],
        [-500, 500],
      ] as const
    ).map(([x, y]) => spot(x, y)),
  ],
  ...given,
})
