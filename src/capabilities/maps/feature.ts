// What stands on a map (unsur): a point, a line or an area, in a layer, by who drew it. Features are only added to; two that are
// the same are merged by a person. Homes are a collection of their own, which goes to fewer. Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, fileContent, id, line, optionalLine, prose } from '../../kernel/fields.ts'
import type { GeoPoint } from '../../kernel/geometry.ts'
import { type BaseFile, geoPoint } from './map.ts'
import { mapMakers } from './roles.ts'

export const featureCollection = 'maps.feature'
/** Where somebody lives, which on a map of poor families says who is poor: only who sees names gets a row of it. */
export const homeCollection = 'maps.home'
export const featureCollections = [featureCollection, homeCollection] as const

export const layers = [
  'homes',
  'problems',
  'potentials',
  'institutions',
  'needs',
  'facilities',
  'paths',
  'boundaries',
] as const
export type Layer = (typeof layers)[number]
export const shapes = ['point', 'line', 'area'] as const
export type Shape = (typeof shapes)[number]

/** How each layer is drawn; the first is offered first. */
export const shapesOf: Readonly<Record<Layer, readonly Shape[]>> = {
  homes: ['point'],
  problems: ['point', 'area', 'line'],
  potentials: ['point', 'area', 'line'],
  institutions: ['point'],
  needs: ['point', 'area', 'line'],
  facilities: ['point', 'area', 'line'],
  paths: ['line'],
  boundaries: ['line', 'area'],
}
/** What a map of this kind is about (Siklus 2006, stage 3): without any of it, it is no such map. Of other kinds any layer will do. */
const askedOf: Readonly<Record<string, readonly Layer[]>> = {
  poor_families: ['homes'],
  problems_potentials: ['problems', 'potentials'],
  institutions: ['institutions'],
  real_needs: ['needs'],
}
export const askedOn = (kind: string): readonly Layer[] => askedOf[kind] ?? layers
export const isRestricted = (layer: Layer): boolean => layer === 'homes'
export const collectionOf = ({ layer }: { layer: Layer }) =>
  isRestricted(layer) ? homeCollection : featureCollection

/** By finger on the map, by walking with GPS, or taken over from the point of a survey. */
export const ways = ['finger', 'walked', 'survey'] as const
export type Way = (typeof ways)[number]

export type Feature = {
  id: string
  map: string
  layer: Layer
  shape: Shape
  spots: readonly GeoPoint[]
  name: string
  note: string
  /** The RT it belongs to. */
  localPlace: string | null
  photo: BaseFile | null
  how: Way
  /** Metres of its poorest point, where it was walked. */
  accuracy: number | null
  on: Day
  by: string
  byName: string
  state: 'there' | 'merged' | 'removed'
  /** The feature that it was merged into. */
  into: string | null
  /** Others that a person said are not the same. */
  apart: readonly string[]
  version: number
}
/** What is sealed of a home. */
export type Told = Pick<Feature, 'spots' | 'name' | 'note' | 'photo'>
export const untold: Told = { spots: [], name: '', note: '', photo: null }

export const isThere = ({ state }: Pick<Feature, 'state'>): boolean => state === 'there'

/** On one map, whatever became of them; a village has some thousand homes. */
export const featuresMost = 12_000
export const addedMost = 200
export const spotsMost = 500
/** Points of all that one command adds: a map comes whole to every phone of the village. */
export const spotsAtOnce = 10_000
export const apartMost = 30

const photo = () =>
  z.nullable(
    z.strictObject({
      id: id(),
      mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp']),
      ...fileContent(),
    }),
  )
const told = () => ({
  spots: z.array(geoPoint()).check(z.minLength(1), z.maxLength(spotsMost)),
  name: optionalLine(120),
  note: prose(1000),
  localPlace: z.nullable(id()),
})

export const addFeatures = command({
  name: 'maps.add-features',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({
    map: id(),
    on: day(),
    features: z
      .array(
        z.strictObject({
          id: id(),
          layer: z.enum(layers),
          shape: z.enum(shapes),
          ...told(),
          photo: photo(),
          how: z.enum(ways),
          accuracy: z.nullable(z.number().check(z.minimum(0), z.maximum(1000))),
        }),
      )
      .check(z.minLength(1), z.maxLength(addedMost)),
  }),
  records: (input) => [input.map, ...input.features.map((each) => each.id)],
  // Where a home is, too: the log tells it to nobody.
  personal: ['features.*.name', 'features.*.note', 'features.*.spots'],
  summary:
    'Adds what was sketched to a map that is being drawn. Refused outside Indonesia, with latitude and longitude exchanged, and for an area that crosses itself.',
})
export type AddFeatures = z.infer<typeof addFeatures.input>
export type NewFeature = AddFeatures['features'][number]

export const changeFeature = command({
  name: 'maps.change-feature',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({
    feature: id(),
    basedOn: basedOn(),
    changes: z.partial(z.strictObject({ layer: z.enum(layers), ...told() })),
  }),
  records: (input) => [input.feature],
  personal: ['changes.name', 'changes.note', 'changes.spots'],
  summary:
    'Changes a feature. Refused, field by field, when somebody else changed it meanwhile. A home stays a home.',
})
export type ChangeFeature = z.infer<typeof changeFeature.input>

export const removeFeature = command({
  name: 'maps.remove-feature',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({ feature: id(), reason: line(300) }),
  records: (input) => [input.feature],
  personal: ['reason'],
  summary: 'Takes a feature off a map that is being drawn; that it stood there stays on record.',
})
export type RemoveFeature = z.infer<typeof removeFeature.input>

export const mergeFeatures = command({
  name: 'maps.merge',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({ keep: id(), keepBasedOn: basedOn(), drop: id(), dropBasedOn: basedOn() }),
  records: (input) => [input.keep, input.drop],
  summary: 'Says that two features are the same: one stays, the other is kept as merged into it.',
})
export type MergeFeatures = z.infer<typeof mergeFeatures.input>

export const keepApart = command({
  name: 'maps.keep-apart',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({ one: id(), other: id() }),
  records: (input) => [input.one, input.other],
  summary: 'Says that two features that look alike are different; they are not proposed for merging again.',
})
export type KeepApart = z.infer<typeof keepApart.input>
