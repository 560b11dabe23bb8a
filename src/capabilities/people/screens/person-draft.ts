// What stands in the form of a person while it is typed, and what it says once it is sent.
import type { PersonChanges, PersonInput, PersonRow } from '../person.ts'
import type { Disability, NoNik, PoorSource, Relation, Sex } from '../words.ts'

export type EmptyField = 'phone' | 'address'

export type Draft = {
  name: string
  sex: Sex | ''
  birthDate: string
  birthYear: string
  nik: string
  noNik: string
  localPlace: string
  household: string
  relation: string
  phone: string
  address: string
  poor: boolean
  poorSource: string
  elements: readonly string[]
  disabilities: readonly string[]
  notes: string
  /** Sealed values to be emptied. */
  emptied: readonly EmptyField[]
}

/** The form as it opens; sealed values are not in it. */
export function draftOf(row: PersonRow | undefined, household = ''): Draft {
  return {
    name: row?.name ?? '',
    sex: row?.sex ?? '',
    birthDate: '',
    birthYear: String(row?.birthYear ?? ''),
    nik: '',
    noNik: row?.noNik ?? '',
    localPlace: row?.localPlace ?? '',
    household: row?.household ?? household,
    relation: row?.relation ?? '',
    phone: '',
    address: '',
    poor: row?.poor ?? false,
    poorSource: row?.poorSource ?? '',
    elements: row?.elements ?? [],
    disabilities: [],
    notes: '',
    emptied: [],
  }
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())
const orNullAs = <T extends string>(text: string): T | null => (text === '' ? null : (text as T))
const yearOf = (text: string) => (text === '' ? null : Number(text))

/** All that a new person is told with. */
export function inputOf(draft: Draft, id: string): PersonInput {
  const nik = orNull(draft.nik)
  const birthDate = orNull(draft.birthDate)
  const household = orNull(draft.household)
  return {
    id,
    name: draft.name.trim(),
    sex: draft.sex === '' ? 'female' : draft.sex,
    birthDate,
    birthYear: birthDate === null ? yearOf(draft.birthYear) : null,
    localPlace: orNull(draft.localPlace),
    household,
    relation: household === null ? null : orNullAs<Relation>(draft.relation),
    poor: draft.poor,
    poorSource: draft.poor ? orNullAs<PoorSource>(draft.poorSource) : null,
    elements: [...draft.elements],
    nik,
    noNik: nik === null ? orNullAs<NoNik>(draft.noNik) : null,
    phone: orNull(draft.phone),
    address: orNull(draft.address),
    disabilities: [...draft.disabilities] as Disability[],
    notes: orNull(draft.notes),
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** Only what differs from the record, and of the sealed values only what was typed. */
export function changesOf(draft: Draft, row: PersonRow): PersonChanges {
  const told = inputOf(draft, row.id)
  const changes: Record<string, unknown> = {}
  for (const field of ['name', 'sex', 'localPlace', 'relation', 'poor', 'poorSource'] as const)
    if (!same(told[field], row[field])) changes[field] = told[field]
  if (!same([...told.elements].sort(), row.elements)) changes.elements = told.elements
  if (told.birthDate !== null) changes.birthDate = told.birthDate
  else if (told.birthYear !== row.birthYear) changes.birthYear = told.birthYear
  if (told.nik !== null) changes.nik = told.nik
  else if (row.nik === null && told.noNik !== row.noNik) changes.noNik = told.noNik
  for (const field of ['phone', 'address', 'notes'] as const)
    if (told[field] !== null) changes[field] = told[field]
  for (const field of draft.emptied) changes[field] = null
  if (told.disabilities.length > 0) changes.disabilities = told.disabilities
  return changes as PersonChanges
}
