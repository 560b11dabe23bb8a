// The registry as ODK entity lists (entities 2024.1): households in 'keluarga', residents in 'warga'. A form attaches
// keluarga.csv or warga.csv, prefills from it, and writes back with save_to. Read by both sides.

import type { View } from '../../../kernel/view.ts'
import { type HouseholdRow, householdCollection } from '../../people/household.ts'
import { placeOf } from '../../people/looking.ts'
import { type PersonRow, personCollection } from '../../people/person.ts'
import type { Relation, Sex } from '../../people/words.ts'
import { type LocalPlace, localCollection } from '../../places/local-place.ts'
import { localTitle } from '../../places/tree.ts'

export const datasets = ['keluarga', 'warga'] as const
export type Dataset = (typeof datasets)[number]

export const isDataset = (name: string): name is Dataset => (datasets as readonly string[]).includes(name)

/** One line of a list: `name` is the record's id, `__version` its version, which ODK and the registry both start at 1. */
export type EntityLine = {
  name: string
  label: string
  __version: number
  properties: Readonly<Record<string, string>>
}

/** What a form asks to do to the registry, read out of meta/entity; an empty value empties the field. */
export type TakenEntity = {
  dataset: string
  id: string
  action: 'create' | 'update'
  label: string
  baseVersion: number | null
  trunkVersion: number | null
  branchId: string | null
  values: Readonly<Record<string, string>>
}

/**
 * What a phone is given, in the order of the columns. ODK Collect keeps these lists unsealed, so they hold what finding a
 * house and greeting its people takes: no numbers, no addresses, no telephone, no day of birth, nobody's poverty.
 */
export const givenProperties = {
  keluarga: ['kepala', 'tempat', 'tempat_id', 'jumlah_anggota'],
  warga: ['nama', 'jenis_kelamin', 'tahun_lahir', 'keluarga', 'hubungan', 'tempat', 'tempat_id'],
} as const satisfies Record<Dataset, readonly string[]>

/** What save_to may write. Numbers, addresses and poverty can be told to the registry though it does not tell them. */
export const savedProperties = {
  keluarga: ['tempat_id', 'alamat', 'jumlah_anggota', 'no_kk', 'miskin', 'sumber_miskin'],
  warga: [
    ...['nama', 'jenis_kelamin', 'tanggal_lahir', 'tahun_lahir', 'keluarga', 'hubungan', 'tempat_id'],
    ...['nik', 'alasan_tanpa_nik', 'telepon', 'alamat', 'miskin', 'sumber_miskin'],
  ],
} as const satisfies Record<Dataset, readonly string[]>

/** As a form's choice list names them; people's reader of imports understands the same words. */
const sexWords: Readonly<Record<Sex, string>> = { female: 'perempuan', male: 'laki_laki' }
const relationWords: Readonly<Record<Relation, string>> = {
  head: 'kepala_keluarga',
  spouse: 'pasangan',
  child: 'anak',
  'child-in-law': 'menantu',
  grandchild: 'cucu',
  parent: 'orang_tua',
  'parent-in-law': 'mertua',
  relative: 'famili_lain',
  helper: 'pembantu',
  other: 'lainnya',
}

/** Label of a household whose head is not on record. */
const headless = 'Kepala keluarga belum tercatat'

const byLabel = (a: EntityLine, b: EntityLine) =>
  a.label.localeCompare(b.label, 'id') || (a.name < b.name ? -1 : 1)

function placeTitle(view: View, id: string | null): string {
  const place = id === null ? undefined : view.get<LocalPlace>(localCollection, id)
  return place ? localTitle(place, view.place) : ''
}

function householdLine(view: View, row: HouseholdRow): EntityLine {
  const head = row.head === null ? '' : (view.get<PersonRow>(personCollection, row.head)?.name ?? '')
  return {
    name: row.id,
    label: head || headless,
    __version: row.version,
    properties: {
      kepala: head,
      tempat: placeTitle(view, row.localPlace),
      tempat_id: row.localPlace ?? '',
      jumlah_anggota: String(row.membersTold ?? ''),
    },
  }
}

function residentLine(view: View, row: PersonRow): EntityLine {
  const place = placeOf(view, row)
  return {
    name: row.id,
    label: row.name,
    __version: row.version,
    properties: {
      nama: row.name,
      jenis_kelamin: sexWords[row.sex],
      tahun_lahir: String(row.birthYear ?? ''),
      keluarga: row.household ?? '',
      hubungan: row.relation === null ? '' : relationWords[row.relation],
      tempat: placeTitle(view, place),
      tempat_id: place ?? '',
    },
  }
}

/** The lines of a list in the order of their labels; of residents only those who live here. */
export function entityLines(dataset: Dataset, view: View): EntityLine[] {
  const lines =
    dataset === 'keluarga'
      ? view.all<HouseholdRow>(householdCollection).map((row) => householdLine(view, row))
      : view
          .all<PersonRow>(personCollection)
          .filter((row) => row.state === 'here')
          .map((row) => residentLine(view, row))
  return lines.sort(byLabel)
}

const quoted = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
const csvLine = (cells: readonly string[]) => `${cells.map(quoted).join(',')}\r\n`

/**
 * The list as CSV (RFC 4180, UTF-8): name, label, __version, then the properties, always in the same order. It is read by
 * forms and not by spreadsheets, so values stand as they are.
 */
export function entityCsv(dataset: Dataset, lines: readonly EntityLine[]): string {
  const columns = givenProperties[dataset]
  const header = csvLine(['name', 'label', '__version', ...columns])
  const rows = lines.map(({ name, label, __version, properties }) =>
    csvLine([name, label, String(__version), ...columns.map((column) => properties[column] ?? '')]),
  )
  return header + rows.join('')
}

/** Whether records a phone still holds are gone from the list: merged, moved out, died, or never on record. */
export function integrityOf(
  dataset: Dataset,
  ids: readonly string[],
  view: View,
): { id: string; deleted: boolean }[] {
  const held = (id: string) =>
    dataset === 'keluarga'
      ? view.get<HouseholdRow>(householdCollection, id) !== undefined
      : view.get<PersonRow>(personCollection, id)?.state === 'here'
  return ids.map((id) => ({ id, deleted: !held(id) }))
}
