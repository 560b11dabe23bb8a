// A map that residents draw of their village (peta swadaya), for a kind of map of their programme, and what it is drawn on.
// Read by both sides.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import type { Day } from '../../kernel/day.ts'
import { basedOn, day, fileContent, id, line, prose } from '../../kernel/fields.ts'
import type { Fix, GeoPoint } from '../../kernel/geometry.ts'
import { officers, type Role, villageWorkers } from '../../kernel/role.ts'
import { mapKeepers, mapMakers } from './roles.ts'

export const mapCollection = 'maps.map'
export const baseCollection = 'maps.base'
export const mapReaders: readonly Role[] = [...villageWorkers, ...officers]

/** What a meeting agreed; as surveys note it. */
export type Agreed = {
  on: Day
  meeting: string
  note: string
  by: string
  /** The programmes that the meeting counts for; null: the whole village's. */
  heldFor: readonly string[] | null
}

export type MapRow = {
  id: string
  enrolment: string
  /** Id of a map kind of the programme. */
  kind: string
  title: string
  /** `joined`: begun beside another of its kind, on a phone without signal; what stood on it stands on that one now. */
  state: 'open' | 'closed' | 'joined'
  openedOn: Day
  by: string
  /** What lies under it: a base of the village; null is plain ground with a grid. */
  base: string | null
  /**
   * Closed by those who made it, by their names, when it was drawn. `count`: what stood on it; left out for who sees no home, who
   * would know from it how many homes there are where that is not told.
   */
  closed: { on: Day; makers: readonly string[]; count?: number; by: string } | null
  agreed: Agreed | null
  /** The map that it was joined to. */
  into?: string | null
  /** Each time it was opened again, and why. */
  reopened: readonly { on: Day; reason: string; by: string }[]
  version: number
  /** For who sees no home: how many stand in each RT, null where they are few. Not stored; `homes.ts` says it. */
  homes?: readonly { localPlace: string | null; count: number | null }[]
}

export const baseKinds = ['outline', 'photo', 'tiles'] as const
export type BaseKind = (typeof baseKinds)[number]
export type BaseFile = { file: string; mediaType: string; bytes: number }

/** What maps of the village can be drawn on. Never changed: a better one is added beside it. */
export type Base = {
  id: string
  kind: BaseKind
  name: string
  /** Who made it and when, as the print says: "Bappeda 2021". */
  source: string
  /** Outlines of the village. */
  rings: readonly (readonly GeoPoint[])[]
  /** Of the picture or the tiles. */
  file: BaseFile | null
  /** Three points of the picture whose place is known. */
  fixes: readonly Fix[]
  on: Day
  by: string
  byName: string
}

/** Photographs go to who sees homes, whatever they show; tiles to who works in the village. */
export const photoKind = 'map-photo'
export const tilesKind = 'map-tiles'

export const makersMost = 20
export const reopenedMost = 20
export const basesMost = 20
/** A village's outline; what comes with more is thinned out on the phone. */
export const outlineMost = 600
export const ringsMost = 12
/** Points of all outlines of a base together: it travels to every phone. */
export const ringPointsMost = 1200
/** Bytes of a file of tiles: what one upload of the house takes. */
export const tilesMost = 10_000_000

/** Both as numbers on the globe; that they lie in Indonesia is a rule, so that it can say what is wrong. */
export const geoPoint = () =>
  z.tuple([
    z.number().check(z.minimum(-180), z.maximum(180)),
    z.number().check(z.minimum(-180), z.maximum(180)),
  ])
const share = () => z.number().check(z.minimum(0), z.maximum(1))
const kindName = () => z.string().check(z.regex(/^[a-z][a-z0-9_]{0,59}$/))

export const openMap = command({
  name: 'maps.open',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    enrolment: id(),
    kind: kindName(),
    title: line(120),
    on: day(),
    base: z.nullable(id()),
  }),
  records: (input) => [input.id, ...(input.base ? [input.base] : [])],
  summary: 'Begins a map of a kind that the programme knows.',
})
export type OpenMap = z.infer<typeof openMap.input>

export const changeMap = command({
  name: 'maps.change',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    basedOn: basedOn(),
    changes: z.partial(z.strictObject({ title: line(120), base: z.nullable(id()) })),
  }),
  records: (input) => [input.id, ...(input.changes.base ? [input.changes.base] : [])],
  summary:
    'Changes the title or the base of a map. Refused, field by field, when somebody else did meanwhile.',
})
export type ChangeMap = z.infer<typeof changeMap.input>

export const addBase = command({
  name: 'maps.add-base',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    kind: z.enum(baseKinds),
    name: line(120),
    source: line(200),
    on: day(),
    rings: z.array(z.array(geoPoint()).check(z.maxLength(outlineMost))).check(z.maxLength(ringsMost)),
    file: z.nullable(
      z.strictObject({
        id: id(),
        mediaType: z.enum(['image/jpeg', 'image/png', 'image/webp', 'application/octet-stream']),
        ...fileContent(),
      }),
    ),
    fixes: z.array(z.strictObject({ x: share(), y: share(), spot: geoPoint() })).check(z.maxLength(3)),
  }),
  records: (input) => [input.id],
  summary:
    'Adds what maps can be drawn on: an outline, a photograph with three fixed points, or a file of tiles. Refused outside Indonesia, for an outline that crosses itself, and for three points on a line.',
})
export type AddBase = z.infer<typeof addBase.input>

export const joinMaps = command({
  name: 'maps.join',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), into: id() }),
  records: (input) => [input.id, input.into],
  summary:
    'Puts all that stands on one map onto another of the same kind: two began it without signal. Both are still being drawn.',
})
export type JoinMaps = z.infer<typeof joinMaps.input>

export const closeMap = command({
  name: 'maps.close',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({
    id: id(),
    basedOn: basedOn(),
    on: day(),
    makers: z.array(line(120)).check(z.minLength(1), z.maxLength(makersMost)),
  }),
  records: (input) => [input.id],
  personal: ['makers.*'],
  summary: 'Closes a map as drawn, with who made it. Refused while nothing stands on it.',
})
export type CloseMap = z.infer<typeof closeMap.input>

export const reopenMap = command({
  name: 'maps.reopen',
  version: 1,
  roles: mapMakers,
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), reason: line(300) }),
  records: (input) => [input.id],
  personal: ['reason'],
  summary: 'Opens a closed map again, with the reason. What residents agreed on it is taken back.',
})
export type ReopenMap = z.infer<typeof reopenMap.input>

export const agreeMap = command({
  name: 'maps.agree',
  version: 1,
  roles: mapKeepers,
  scope: 'village',
  input: z.strictObject({ id: id(), basedOn: basedOn(), meeting: id(), on: day(), note: prose(1000) }),
  records: (input) => [input.id, input.meeting],
  personal: ['note'],
  summary:
    'Notes that residents agreed on a closed map, in a closed meeting whose minutes were signed and checked.',
})
export type AgreeMap = z.infer<typeof agreeMap.input>
