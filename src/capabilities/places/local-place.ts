// Local places: what lies below a village and has no national code. Hamlets (dusun, lingkungan, jorong), RW, RT
// (Permendagri 18/2018), and settlements of remote indigenous communities (KAT; Perpres 186/2014).
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, count, id, line, prose } from '../../kernel/fields.ts'
import type { Role } from '../../kernel/role.ts'
import { type VillageKind, villageKinds } from './names.ts'

export const localKinds = ['hamlet', 'rw', 'rt', 'settlement'] as const
export type LocalKind = (typeof localKinds)[number]

/** Habitats of KAT by the field's own list: pedalaman, hutan, pegunungan, perbukitan, laut, rawa, pantai. */
export const habitats = ['inland', 'forest', 'mountain', 'hill', 'sea', 'swamp', 'coast'] as const
/** Kelana (I), menetap sementara (II), menetap (III); fixed by the Penjajagan Awal, so empty before it. */
export const settlementCategories = ['I', 'II', 'III'] as const
export const accessWays = ['foot', 'motorcycle', 'car', 'four-wheel', 'boat', 'horse'] as const

export const mostLocalPlaces = 1500
export const mostAtOnce = 300

// Indonesia with its sea: 6°08' N to 11°15' S, 94°45' E to 141°05' E (Bakosurtanal), a little wider.
const latitude = z.number().check(z.minimum(-12), z.maximum(7))
const longitude = z.number().check(z.minimum(94), z.maximum(142))

const settlement = z.strictObject({
  /** The people (suku), as they call themselves. */
  people: line(80),
  habitat: z.enum(habitats),
  category: z.nullable(z.enum(settlementCategories)),
  latitude: z.nullable(latitude),
  longitude: z.nullable(longitude),
  access: z.array(z.enum(accessWays)).check(z.maxLength(accessWays.length)),
  /** How one gets there, in words: hours on foot, which river. */
  accessNote: prose(500),
})
export type Settlement = z.infer<typeof settlement>

const number = z.nullable(z.int().check(z.minimum(1), z.maximum(999)))
const name = z.nullable(line(80))
const households = z.nullable(count(10_000))

const details = { number, name, parent: z.nullable(id()), households, settlement: z.nullable(settlement) }
const newPlace = z.strictObject({ id: id(), kind: z.enum(localKinds), ...details })
/** What a local place is added with; `households` are those known, null when nobody counted. */
export type NewLocalPlace = z.infer<typeof newPlace>

/** A row of the feed 'places.local'. Closed places stay, because old minutes name them. */
export type LocalPlace = NewLocalPlace & {
  active: boolean
  closedOn: Day | null
  closedReason: string | null
  version: number
}
export const localCollection = 'places.local'

/** What the village calls itself where it differs from the national data; feed 'places.village', one row. */
export type VillageWords = { id: string; kind: VillageKind | null; name: string | null; version: number }
export const villageCollection = 'places.village'
/** There is one such row in each village, so it needs no id of its own. */
export const villageWordsId = '00000000-0000-7000-8000-000000000001'

const keepers = [
  'facilitator',
  'village-head',
  'board-secretary',
  'district-officer',
  'city-officer',
  'admin',
] as const satisfies readonly Role[]
export const placeKeepers: readonly Role[] = keepers

const withParents = (places: readonly { id: string; parent: string | null }[]) => [
  ...new Set(places.flatMap((place) => (place.parent ? [place.id, place.parent] : [place.id]))),
]

export const addLocalPlace = command({
  name: 'places.add-local',
  version: 1,
  roles: keepers,
  scope: 'village',
  input: newPlace,
  records: (input) => withParents([input]),
  summary:
    'Adds a hamlet, RW, RT or KAT settlement to a village. Refuses a number or name taken under the same place, and a place where it does not belong.',
})

export const addLocalPlaces = command({
  name: 'places.add-many-local',
  version: 1,
  roles: keepers,
  scope: 'village',
  input: z.strictObject({ places: z.array(newPlace).check(z.minLength(1), z.maxLength(mostAtOnce)) }),
  records: (input) => withParents(input.places),
  summary: 'Adds many local places at once, those above before those below; all or none.',
})

const change = z.strictObject({ id: id(), basedOn: basedOn(), ...details })
export type LocalPlaceChange = z.infer<typeof change>

export const changeLocalPlace = command({
  name: 'places.change-local',
  version: 1,
  roles: keepers,
  scope: 'village',
  input: change,
  records: (input) => withParents([input]),
  summary: 'Changes a local place. Refuses when somebody else changed it since the version it is based on.',
})

const closing = z.strictObject({ id: id(), basedOn: basedOn(), reason: line(200) })
export type LocalPlaceClosing = z.infer<typeof closing>

export const closeLocalPlace = command({
  name: 'places.close-local',
  version: 1,
  roles: keepers,
  scope: 'village',
  input: closing,
  records: (input) => [input.id],
  personal: ['reason'],
  summary: 'Closes a local place with a reason; it stays readable. Refuses while places below it are open.',
})

const words = z.strictObject({ basedOn: basedOn(), kind: z.nullable(z.enum(villageKinds)), name })
export type VillageWording = z.infer<typeof words>

export const nameVillage = command({
  name: 'places.name-village',
  version: 1,
  roles: keepers,
  scope: 'village',
  input: words,
  records: () => [villageWordsId],
  summary:
    'Sets how a village calls itself (sebutan desa, spelling of its name) where that differs from the national data; null takes it back.',
})
