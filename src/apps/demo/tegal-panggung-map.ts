// The map of institutions that volunteers of Tegal Panggung have begun to draw, by finger and by walking. All of it is made up.
import { addFeatures, type NewFeature } from '../../capabilities/maps/feature.ts'
import { openMap } from '../../capabilities/maps/map.ts'
import { type GeoPoint, moved } from '../../kernel/geometry.ts'
import { actorFor } from './accounts.ts'
import type { Story } from './story.ts'

const facilitator = actorFor('fasilitator')
const middle: GeoPoint = [-7.7935, 110.3715]

type Drawn = readonly [
  layer: NewFeature['layer'],
  shape: NewFeature['shape'],
  name: string,
  metres: readonly (readonly [east: number, north: number])[],
]
const drawn: readonly Drawn[] = [
  ['institutions', 'point', 'Karang Taruna RW 03', [[-120, 60]]],
  ['institutions', 'point', 'Posyandu Melati', [[90, 140]]],
  ['institutions', 'point', 'Koperasi warga', [[160, -90]]],
  ['facilities', 'point', 'Balai RW 03', [[-100, 70]]],
  ['facilities', 'point', 'Masjid', [[20, -30]]],
  [
    'problems',
    'area',
    'Rawan genangan',
    [
      [-230, -160],
      [-90, -175],
      [-80, -95],
      [-215, -80],
    ],
  ],
  [
    'potentials',
    'area',
    'Kebun bersama',
    [
      [170, 60],
      [250, 70],
      [245, 150],
      [165, 145],
    ],
  ],
  ['needs', 'point', 'Lampu jalan', [[-30, 190]]],
  [
    'paths',
    'line',
    'Gang utama',
    [
      [-260, 20],
      [-120, 30],
      [10, 10],
      [150, 25],
      [280, 10],
    ],
  ],
  [
    'boundaries',
    'area',
    'RW 03',
    [
      [-290, -210],
      [300, -215],
      [310, 220],
      [-285, 225],
    ],
  ],
]

const degrees = (value: number) => Number(value.toFixed(7))

export async function drawMap(story: Story, enrolment: string): Promise<void> {
  const map = story.id('map')
  const about = { id: map, enrolment, kind: 'institutions', title: 'Peta lembaga', base: null }
  await story.give(facilitator, openMap, { ...about, on: story.day(-2) }, -2, '15:00')
  const features = drawn.map(([layer, shape, name, metres], i): NewFeature => {
    const spots = metres.map(([x, y]): [number, number] => {
      const [latitude, longitude] = moved(middle, { x, y })
      return [degrees(latitude), degrees(longitude)]
    })
    const walked = shape === 'line'
    return {
      ...{ id: story.id('feature', i), layer, shape, name, spots, note: '', localPlace: null, photo: null },
      ...{ how: walked ? 'walked' : 'finger', accuracy: walked ? 6 : null },
    }
  })
  await story.give(facilitator, addFeatures, { map, on: story.day(-1), features }, -1, '16:30')
}
