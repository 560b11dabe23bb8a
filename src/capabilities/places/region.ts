// A region: a province, regency, district or village of the nation, known by its Kemendagri code.
import * as z from 'zod/mini'
import { query } from '../../kernel/command.ts'
import { placeCode } from '../../kernel/fields.ts'
import { regionKinds } from './names.ts'

export const regionLevels = ['province', 'regency', 'district', 'village'] as const
export type RegionLevel = (typeof regionLevels)[number]

/** Longest text that a search takes; what is longer names no place. */
export const longestSearch = 100
export const mostResults = 20

const named = z.strictObject({
  code: z.string(),
  name: z.string(),
  kind: z.enum(regionKinds),
  level: z.enum(regionLevels),
})
const nationOrBelow = z.enum(['nation', ...regionLevels])

/** A place as a list shows it: `line` names the places above it, nearest first. */
export const foundPlace = z.extend(named, { title: z.string(), line: z.string() })
export type FoundPlace = z.infer<typeof foundPlace>

/** One version of a place; `validTo` is the first day it no longer holds, null while it does. */
export const region = z.extend(named, {
  parent: z.string(),
  validFrom: z.string(),
  validTo: z.nullable(z.string()),
  predecessor: z.nullable(z.string()),
  source: z.string(),
})
export type Region = z.infer<typeof region>

/**
 * A place with all above it, nearest first. `title` "Kecamatan Danurejan", `line` those above it "Kota Yogyakarta,
 * DI Yogyakarta", `full` both. The nation (ID) has a card too.
 */
export const regionCard = z.extend(region, {
  level: nationOrBelow,
  title: z.string(),
  line: z.string(),
  full: z.string(),
  above: z.array(named),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  successors: z.array(z.string()),
})
export type RegionCard = z.infer<typeof regionCard>

export const searchPlaces = query({
  name: 'places.search',
  roles: ['account'],
  scope: 'self',
  input: z.strictObject({
    q: z.string().check(z.maxLength(longestSearch)),
    below: z.optional(placeCode()),
    level: z.optional(z.enum(regionLevels)),
    limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(mostResults)), 10),
  }),
  output: z.strictObject({ places: z.array(foundPlace), source: z.string() }),
  summary:
    'Finds places by name or code, with or without dots and with small typing mistakes, best first; nearer to the asker’s own places first among equals.',
})

export const readRegion = query({
  name: 'places.region',
  roles: ['account'],
  scope: 'self',
  input: z.strictObject({ code: placeCode() }),
  output: regionCard,
  summary:
    'One place with its names, the places above it, its decree, and what followed it when it is no more.',
})

export const readChildren = query({
  name: 'places.children',
  roles: ['account'],
  scope: 'self',
  input: z.strictObject({ code: placeCode() }),
  output: z.strictObject({ places: z.array(z.extend(named, { title: z.string() })) }),
  summary: 'The places straight below a place (ID for the nation), by code.',
})
