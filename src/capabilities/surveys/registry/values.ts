// What a form writes, as the registry's fields: the same words are understood as in an import of a table.
import { idPattern } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { readNoNik, readPoor, readPoorSource, readRelation, readSex } from '../../people/door.ts'
import { householdChanges } from '../../people/household.ts'
import { digitsOf } from '../../people/nik.ts'
import { personChanges } from '../../people/person.ts'
import { type Dataset, givenProperties, savedProperties } from './entities.ts'

export type Field =
  | 'localPlace'
  | 'address'
  | 'membersTold'
  | 'kk'
  | 'poor'
  | 'poorSource'
  | 'name'
  | 'sex'
  | 'birthDate'
  | 'birthYear'
  | 'household'
  | 'relation'
  | 'nik'
  | 'noNik'
  | 'phone'
export type Fields = Partial<Record<Field, unknown>>

const fieldOf: Readonly<Record<string, Field>> = {
  tempat_id: 'localPlace',
  alamat: 'address',
  jumlah_anggota: 'membersTold',
  no_kk: 'kk',
  miskin: 'poor',
  sumber_miskin: 'poorSource',
  nama: 'name',
  jenis_kelamin: 'sex',
  tanggal_lahir: 'birthDate',
  tahun_lahir: 'birthYear',
  keluarga: 'household',
  hubungan: 'relation',
  nik: 'nik',
  alasan_tanpa_nik: 'noNik',
  telepon: 'phone',
}
const propertyOf = new Map(Object.entries(fieldOf).map(([property, field]) => [field, property]))
export const propertyOfField = (field: string): string => propertyOf.get(field as Field) ?? field
export const fieldOfProperty = (property: string): Field | undefined => fieldOf[property]

/** Fields that stand or fall together: poverty with its source, the number with the reason for having none. */
const pairs: readonly (readonly Field[])[] = [
  ['poor', 'poorSource'],
  ['nik', 'noNik'],
  ['birthDate', 'birthYear'],
]
export const pairOf = (field: Field): readonly Field[] =>
  pairs.find((pair) => pair.includes(field)) ?? [field]

/** Values that leave the vault for nobody who does not ask for them by name. */
export const isSealed = (dataset: Dataset, field: Field): boolean =>
  ['kk', 'nik', 'birthDate', 'phone'].includes(field) || (dataset === 'warga' && field === 'address')

const number = (text: string) => (/^\d{1,9}(\.0*)?$/.test(text) ? Number(text) : text)
const orNull = (text: string) => (text === '' ? null : text)
const readers: Partial<Record<Field, (text: string) => unknown>> = {
  membersTold: (text) => (text === '' ? null : number(text)),
  birthYear: (text) => (text === '' ? null : number(text)),
  sex: (text) => readSex(text) ?? text,
  relation: (text) => (text === '' ? null : (readRelation(text) ?? text)),
  poor: (text) => readPoor(text) ?? text,
  poorSource: (text) => (text === '' ? null : (readPoorSource(text) ?? text)),
  noNik: (text) => (text === '' ? null : (readNoNik(text) ?? text)),
  nik: (text) => orNull(digitsOf(text)),
  kk: (text) => orNull(digitsOf(text)),
}

/** Empty says nothing where a phone was never given the value, or where the registry cannot do without. */
function saysNothing(dataset: Dataset, property: string, field: Field): boolean {
  const given = (givenProperties[dataset] as readonly string[]).includes(property)
  return !given || field === 'name' || field === 'sex' || field === 'household'
}

export type Read = {
  fields: Fields
  /** Properties whose value cannot be read, with the reason. */
  unreadable: readonly { property: string; code: string }[]
  /** Properties that the registry does not keep; they stay in the submission. */
  unknown: readonly string[]
}

const shapes = { keluarga: householdChanges, warga: personChanges }

/** The fields a form names, each by its own reader; and the names that the registry does not know. */
function named(dataset: Dataset, values: Readonly<Record<string, string>>): [Fields, string[]] {
  const fields: Fields = {}
  const unknown: string[] = []
  for (const [property, value] of Object.entries(values)) {
    const field = fieldOf[property]
    const text = value.trim()
    if (!field || !(savedProperties[dataset] as readonly string[]).includes(property)) unknown.push(property)
    else if (text !== '' || !saysNothing(dataset, property, field))
      fields[field] = (readers[field] ?? orNull)(text)
  }
  if (fields.birthDate !== undefined) delete fields.birthYear
  // "Poor" without a source is one to be verified.
  if (fields.poor === true && fields.poorSource === undefined) fields.poorSource = 'unverified'
  if (fields.poor === false) fields.poorSource = null
  return [fields, unknown]
}

/** Fields whose value has not the shape of people's own, each with a code. */
function misshapen(dataset: Dataset, { household, ...fields }: Fields): Map<Field, string> {
  const bad = new Map<Field, string>()
  // A person's household is no field of an edit; it has the shape of an id.
  if (household !== undefined && !idPattern.test(String(household)))
    bad.set('household', 'platform.not-an-id')
  const parsed = shapes[dataset].safeParse(fields)
  for (const { path, message } of parsed.error?.issues ?? []) bad.set(String(path[0]) as Field, message)
  return bad
}

/** Reads what a form gives to a record of a list. */
export function readValues(dataset: Dataset, values: Readonly<Record<string, string>>): Read {
  const [fields, unknown] = named(dataset, values)
  const bad = misshapen(dataset, fields)
  for (const field of bad.keys()) for (const each of pairOf(field)) delete fields[each]
  const unreadable = [...bad].map(([field, code]) => ({
    property: propertyOfField(field),
    code: /^[a-z]+\.[a-z-]+$/.test(code) ? code : 'surveys.value-not-understood',
  }))
  return { fields, unreadable, unknown }
}

/** The fields a refusal speaks of, with those that fall with them; all of them when it names none. */
export function refusedFields(refusals: readonly Refusal[], fields: Fields): Map<Field, string> {
  const refused = new Map<Field, string>()
  for (const { field = '', code } of refusals) {
    const named = field.replace(/^changes\./, '') as Field
    const group = pairOf(named).filter((each) => fields[each] !== undefined)
    const fallen = group.length > 0 ? group : (Object.keys(fields) as Field[])
    for (const each of fallen) if (!refused.has(each)) refused.set(each, code)
  }
  return refused
}

/** A field's value as a form would write it, for a person to compare. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  return String(value)
}
