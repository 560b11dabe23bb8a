// Bringing one telling of a submission and one record of the registry together.
import type { RegistryWork } from '../../people/door.ts'
import type { Difference } from './conflict.ts'
import type { Dataset, TakenEntity } from './entities.ts'
import { asFarAsAllowed, change, create, type RegistryRecord } from './record.ts'
import { type Telling, verdictOf } from './rules.ts'
import {
  type Field,
  type Fields,
  fieldOfProperty,
  isSealed,
  pairOf,
  propertyOfField,
  readValues,
  textOf,
} from './values.ts'

export type Known = TakenEntity & { dataset: Dataset }

export type Merged = {
  /** The version it made, or null when nothing of it was applied. */
  made: number | null
  applied: readonly string[]
  differences: readonly Difference[]
  /** Properties that the registry does not keep. */
  unknown: readonly string[]
}

const changedMeanwhile = 'surveys.registry-changed'

function difference(entity: Known, field: Field, mine: unknown, theirs: unknown, reason: string): Difference {
  const property = propertyOfField(field)
  return {
    property,
    mine: entity.values[property] ?? textOf(mine),
    theirs: isSealed(entity.dataset, field) ? null : textOf(theirs),
    reason,
  }
}

function unreadable(
  entity: Known,
  record: RegistryRecord | null,
  found: { property: string; code: string }[],
) {
  return found.map(({ property, code }) => {
    const field = fieldOfProperty(property) as Field
    return difference(entity, field, '', record?.values[field], code)
  })
}

const without = (fields: Fields, left: ReadonlySet<Field>): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !left.has(field as Field)))

/** The version at which a field, or the one that stands or falls with it, last changed. */
function changedAt(record: RegistryRecord, field: Field): number | undefined {
  const versions = pairOf(field).flatMap((each) => record.changed[each] ?? [])
  return versions.length === 0 ? undefined : Math.max(...versions)
}

/** Registers what is not on record yet; what the rules refuse is left for a person to decide. */
export async function register(work: RegistryWork, entity: Known): Promise<Merged> {
  const { dataset, id } = entity
  const { fields, unreadable: bad, unknown } = readValues(dataset, entity.values)
  if (dataset === 'warga' && fields.name === undefined && entity.label.trim() !== '')
    fields.name = entity.label.trim().slice(0, 120)
  const { made, refused } = await asFarAsAllowed(fields, dataset === 'keluarga', (left) =>
    create(work, dataset, id, left),
  )
  const differences = [...refused].map(([field, code]) =>
    difference(entity, field, fields[field], null, code),
  )
  return {
    made,
    applied: made === null ? [] : Object.keys(without(fields, new Set(refused.keys()))).map(propertyOfField),
    differences: [...differences, ...unreadable(entity, null, [...bad])],
    unknown,
  }
}

/** Of the fields that differ from the record: those that may be changed, and those left for a person with the reason. */
function judged(
  fields: Fields,
  record: RegistryRecord,
  telling: Telling,
  others: readonly Telling[],
): { free: Fields; left: Map<Field, string> } {
  const wanted: Fields = {}
  const left = new Map<Field, string>()
  for (const [field, value] of Object.entries(fields) as [Field, unknown][]) {
    const now = { same: (record.values[field] ?? null) === value, changedAt: changedAt(record, field) }
    const verdict = verdictOf(propertyOfField(field), telling, others, now)
    if (verdict === 'conflict') left.set(field, changedMeanwhile)
    else if (verdict === 'apply' && field === 'household') left.set(field, 'surveys.household-by-move')
    else if (verdict === 'apply') wanted[field] = value
  }
  const pairs = [...left].flatMap(([field, reason]) => pairOf(field).map((each) => [each, reason] as const))
  for (const [each, reason] of pairs) if (wanted[each] !== undefined) left.set(each, reason)
  return { free: without(wanted, new Set(left.keys())), left }
}

/** Changes a record field by field; what somebody else changed meanwhile, or the rules refuse, is left for a person. */
export async function merge(
  work: RegistryWork,
  entity: Known,
  record: RegistryRecord,
  telling: Telling,
  others: readonly Telling[],
): Promise<Merged> {
  const { dataset, id } = entity
  const { fields, unreadable: bad, unknown } = readValues(dataset, entity.values)
  const { free, left } = judged(fields, record, telling, others)
  const { made, refused } = await asFarAsAllowed(free, false, (now) =>
    change(work, dataset, id, record.version, now),
  )
  const differences = [...left, ...refused].map(([field, code]) =>
    difference(entity, field, fields[field], record.values[field], code),
  )
  return {
    made,
    applied: Object.keys(without(free, new Set(refused.keys()))).map(propertyOfField),
    differences: [...differences, ...unreadable(entity, record, [...bad])],
    unknown,
  }
}
