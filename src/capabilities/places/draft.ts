// A local place while it is being typed: everything as text, until it makes a command's input.
import { type Refusal, refuseField } from '../../kernel/refusal.ts'
import {
  type accessWays,
  addLocalPlace,
  type habitats,
  type LocalKind,
  type LocalPlace,
  type NewLocalPlace,
  type Settlement,
} from './local-place.ts'

export type Draft = {
  kind: LocalKind
  number: string
  name: string
  parent: string | null
  households: string
  people: string
  habitat: string
  category: string
  latitude: string
  longitude: string
  access: readonly string[]
  accessNote: string
}

const textOf = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : String(value)

/** The draft of a place that is there already, or an empty one. */
export function draftOf(kind: LocalKind, place?: LocalPlace, parent: string | null = null): Draft {
  const settlement = place?.settlement
  return {
    kind,
    number: textOf(place?.number),
    name: place?.name ?? '',
    parent: place ? place.parent : parent,
    households: textOf(place?.households),
    people: settlement?.people ?? '',
    habitat: settlement?.habitat ?? '',
    category: settlement?.category ?? '',
    latitude: textOf(settlement?.latitude),
    longitude: textOf(settlement?.longitude),
    access: settlement?.access ?? [],
    accessNote: settlement?.accessNote ?? '',
  }
}

/** A number as Indonesians type it, with a comma or a full stop; null when empty, NaN when it is none. */
export function numberOf(text: string): number | null {
  const plain = text.trim().replace(',', '.')
  if (plain === '') return null
  return /^-?\d{1,4}(\.\d{1,8})?$|^\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN
}

function settlementOf(draft: Draft): Settlement {
  return {
    people: draft.people.trim(),
    habitat: draft.habitat as (typeof habitats)[number],
    category: (draft.category || null) as Settlement['category'],
    latitude: numberOf(draft.latitude),
    longitude: numberOf(draft.longitude),
    access: draft.access as (typeof accessWays)[number][],
    accessNote: draft.accessNote.trim(),
  }
}

/** What the draft would send. */
export function inputOf(id: string, draft: Draft): NewLocalPlace {
  return {
    id,
    kind: draft.kind,
    number: draft.kind === 'settlement' ? null : numberOf(draft.number),
    name: draft.name.trim() || null,
    parent: draft.parent,
    households: numberOf(draft.households),
    settlement: draft.kind === 'settlement' ? settlementOf(draft) : null,
  }
}

const needed: Readonly<Record<string, string>> = {
  number: 'places.number-range',
  households: 'places.households-range',
  'settlement.people': 'places.people-needed',
  'settlement.habitat': 'places.habitat-needed',
  'settlement.latitude': 'places.latitude-range',
  'settlement.longitude': 'places.longitude-range',
}

/** Fields that could not be sent at all, whatever the rules say. */
function malformed(input: NewLocalPlace): Refusal[] {
  const parsed = addLocalPlace.input.safeParse(input)
  if (parsed.success) return []
  const fields = new Set(parsed.error.issues.map((issue) => issue.path.join('.')))
  return [...fields].map((field) => refuseField(field, needed[field] ?? 'places.not-valid'))
}

/** Everything to mend in a draft: what cannot be sent, then what the rules say of the rest. */
export function toMend(input: NewLocalPlace, refusals: readonly Refusal[]): Refusal[] {
  const wrong = malformed(input)
  const fields = new Set(wrong.map((refusal) => refusal.field))
  return [...wrong, ...refusals.filter((refusal) => !fields.has(refusal.field))]
}
