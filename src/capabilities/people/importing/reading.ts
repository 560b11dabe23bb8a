// One row of a list becomes a person with what is wrong about its cells. Judging it as a whole comes after.
import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuseField } from '../../../kernel/refusal.ts'
import { noResult } from '../../../platform/browser/lists/sheets.ts'
import { digitsOf } from '../nik.ts'
import { blankPerson, type PersonInput } from '../person.ts'
import type { Sex } from '../words.ts'
import {
  type Column,
  type PlaceNumber,
  readNoNik,
  readPlaceNumber,
  readPoor,
  readPoorSource,
  readRelation,
  readRtRw,
  readSex,
} from './columns.ts'
import { readDate } from './dates.ts'
import type { Header } from './headings.ts'
import type { Told } from './places-found.ts'

export type Cells = readonly unknown[]

/** What a line above people tells of all of them, where no column does: "No. KK: 3471…", "RT 003 / RW 005". */
export type Around = { kk: string | null; rt: PlaceNumber | null; rw: PlaceNumber | null }
export type Line = { cells: Cells; row: number; around: Around }

export type ReadRow = {
  /** The row's number as the spreadsheet shows it. */
  row: number
  person: PersonInput
  kk: string | null
  home: Told
  address: string | null
  membersTold: number | null
  /** A relation is told, whether it could be read or not. */
  related: boolean
  /** By which a row that was left out before is known again. */
  mark: string | null
  errors: Refusal[]
  warnings: Refusal[]
}

type Taken = Pick<ReadRow, 'errors' | 'warnings'> & {
  cell: (column: Column) => unknown
  text: (column: Column) => string | null
}

/** A formula that tells nothing: without a result, or whose result is one of Excel's errors. */
export const isUntold = (cell: unknown): boolean =>
  cell === noResult || /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$/.test(String(cell))
/** A cell that nobody can be known without: a formula in it that tells nothing refuses the row. */
const needed: readonly Column[] = ['kk', 'nik', 'name', 'sex']

/** A number that Excel kept as a figure, or wrote as one into a CSV. */
export const isFigure = (cell: unknown): boolean =>
  typeof cell === 'number' || /\d[.,]?e\+?\d/i.test(String(cell ?? ''))

/**
 * A NIK or card number. As a number it has lost its last digit: Excel keeps fifteen (and "3,47104E+15" is
 * what a CSV then says), so it is refused however it looks.
 */
function readNumber(taken: Taken, column: 'nik' | 'kk'): string | null {
  const cell = taken.cell(column)
  if (isFigure(cell)) {
    taken.errors.push(refuseField(column, 'people.import-number-spoilt'))
    return null
  }
  // "….0" is how programs write a number that they took for a fraction.
  const digits = digitsOf(String(cell ?? '').replace(/^(\s*\d{16})\.0+\s*$/, '$1'))
  return digits === '' || /^0+$/.test(digits) ? null : digits
}

/** RT and RW; what is no number ("A3", "tiga") stays as it is written, for the address. */
function readHome(taken: Taken, { at }: Header, around: Around): { home: Told; unread: string[] } {
  const told = at.has('rt') || at.has('rtRw')
  const both = told ? readRtRw(taken.cell('rtRw')) : around.rt && { rt: around.rt, rw: around.rw }
  const rt = both ? both.rt : readPlaceNumber(taken.cell('rt'))
  const rw = both?.rw ?? readPlaceNumber(taken.cell('rw'))
  const read = { rtRw: both, rt, rw }
  const unread = (['rtRw', 'rt', 'rw'] as const).filter((column) => read[column] === undefined)
  for (const column of unread) taken.warnings.push(refuseField(column, 'people.import-rt-unclear'))
  return {
    home: { hamlet: taken.text('hamlet'), rw: rw ?? null, rt: rt ?? null },
    // What Excel made of "01/02" (a day, a fraction) is nobody's address.
    unread: unread
      .filter((column) => typeof taken.cell(column) === 'string')
      .map((column) => `${placeWord[column]} ${taken.text(column)?.replace(/^r[tw]\b[\s.:]*/i, '')}`),
  }
}
const placeWord = { rtRw: 'RT/RW', rt: 'RT', rw: 'RW' } as const

function readBirth(taken: Taken): Pick<PersonInput, 'birthDate' | 'birthYear'> {
  const read = readDate(taken.cell('birth'))
  if (read && 'unclear' in read) taken.warnings.push(refuseField('birth', 'people.import-date-unclear'))
  return {
    birthDate: read && 'day' in read ? read.day : null,
    birthYear: read && 'year' in read ? read.year : null,
  }
}

function readPoverty(taken: Taken): Pick<PersonInput, 'poor' | 'poorSource'> {
  const poor = readPoor(taken.cell('poor'))
  if (poor === undefined) taken.warnings.push(refuseField('poor', 'people.import-poor-unclear'))
  if (!poor) return { poor: false, poorSource: null }
  return { poor, poorSource: readPoorSource(taken.cell('poorSource')) ?? 'unverified' }
}

/** A word of a closed list, or null; a word that is not on it waits for mending. */
function readWord<T>(
  taken: Taken,
  column: Column,
  read: (cell: unknown) => T | undefined,
  code: string,
): T | null {
  if (taken.text(column) === null) return null
  const value = read(taken.cell(column))
  if (value === undefined) taken.warnings.push(refuseField(column, code))
  return value ?? null
}

/** A number that Excel kept as a figure has lost its 0 or its +, which is easily mended: 62 812… is +62, 812… is 0812. */
function readPhone(taken: Taken): string | null {
  const told = taken.text('phone')?.replace(/^'/, '') ?? ''
  if (/^(-|0|tidak ada|belum ada|tdk ada)?$/i.test(told)) return null
  const written = told
    .replace(/\([a-z ]*\)|[().]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const digits = written.replace(/[ -]/g, '')
  const abroad = /^62(8\d{7,}|\d{9,})$/.test(digits)
  const bare = typeof taken.cell('phone') === 'number' || /^8\d{8,11}$/.test(digits)
  const phone = abroad ? `+${written}` : bare ? `0${written}` : written
  if (/^\+?[0-9][0-9 -]{5,19}$/.test(phone)) return phone
  taken.warnings.push(refuseField('phone', 'people.import-phone-unclear'))
  return null
}

const short = (text: string | null, most: number) => text?.slice(0, most) ?? null

const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

function takenOf(cells: Cells, header: Header): Taken {
  const taken: Pick<Taken, 'errors' | 'warnings'> = { errors: [], warnings: [] }
  for (const [column, index] of header.at)
    if (isUntold(cells[index]))
      taken[needed.includes(column) ? 'errors' : 'warnings'].push(
        refuseField(column, 'people.import-no-result'),
      )
  const cell = (column: Column) => {
    const value = cells[header.at.get(column) ?? -1] ?? null
    if (isUntold(value)) return null
    // ="3471…" is how some write a text that Excel leaves alone; messengers leave marks that nobody sees.
    return typeof value === 'string' ? value.replace(unseen, '').replace(/^="(.*)"$/, '$1') : value
  }
  const text = (column: Column) => {
    const value = String(cell(column) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    return value === '' ? null : value
  }
  return { ...taken, cell, text }
}

function readName({ text, errors }: Taken): string {
  const name = text('name')
  if (name === null) errors.push(refuseField('name', 'platform.required'))
  else if (!/\p{L}/u.test(name)) errors.push(refuseField('name', 'people.import-name-no-letters'))
  else if (name.length > 120) errors.push(refuseField('name', 'platform.too-long', { maximum: 120 }))
  return name ?? '?'
}

/** Sex as it is written, or by which of the two columns of one heading bears a mark. */
function sexOf(cells: Cells, { ticks }: Header, told: unknown): Sex | undefined {
  if (!ticks) return readSex(told)
  const [male, female] = [ticks.male, ticks.female].map((at) => !/^[-0.\s]*$/.test(String(cells[at] ?? '')))
  return male === female ? undefined : male ? 'male' : 'female'
}

export function readRow({ cells, row, around }: Line, header: Header): ReadRow {
  const taken = takenOf(cells, header)
  const { cell, text, errors, warnings } = taken
  const name = readName(taken)
  const sex = sexOf(cells, header, cell('sex'))
  if (sex === undefined) errors.push(refuseField('sex', 'people.import-sex-unclear'))
  const nik = readNumber(taken, 'nik')
  const birth = readBirth(taken)
  const noNik = readWord(taken, 'noNik', readNoNik, 'people.import-no-nik-unclear')
  const person = blankPerson({
    id: newId(),
    name,
    sex: sex ?? 'female',
    ...birth,
    ...readPoverty(taken),
    relation: readWord(
      taken,
      'relation',
      (cell) => readRelation(cell, header.relationCoded),
      'people.import-relation-unclear',
    ),
    nik,
    noNik: nik === null ? (noNik ?? 'unknown') : null,
    phone: readPhone(taken),
  })
  const { home, unread } = readHome(taken, header, around)
  if (header.headsOnly && text('relation') === null) person.relation = 'head'
  const members = Number(text('members') ?? '')
  return {
    row,
    person,
    kk: header.at.has('kk') ? readNumber(taken, 'kk') : around.kk,
    home,
    address: short([text('address'), ...unread].filter(Boolean).join(', ') || null, 300),
    membersTold: Number.isInteger(members) && members >= 1 && members <= 60 ? members : null,
    related: text('relation') !== null,
    mark: text('mark'),
    errors,
    warnings,
  }
}
