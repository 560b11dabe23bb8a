// One row of a list becomes a person with what is wrong about its cells. Judging it as a whole comes after.
import { newId } from '../../../kernel/id.ts'
import { type Refusal, refuseField } from '../../../kernel/refusal.ts'
import { digitsOf } from '../nik.ts'
import { blankPerson, type PersonInput } from '../person.ts'
import {
  type Column,
  type Header,
  readNoNik,
  readPlaceNumber,
  readPoor,
  readPoorSource,
  readRelation,
  readRtRw,
  readSex,
} from './columns.ts'
import { readDate } from './dates.ts'
import type { Told } from './places-found.ts'

export type Cells = readonly unknown[]

export type ReadRow = {
  /** The row's number as the spreadsheet shows it. */
  row: number
  person: PersonInput
  kk: string | null
  home: Told
  address: string | null
  membersTold: number | null
  errors: Refusal[]
  warnings: Refusal[]
}

type Taken = { cell: (column: Column) => unknown; text: (column: Column) => string | null; errors: Refusal[] }

/**
 * A NIK or card number. As a number it has lost its last digit: Excel keeps fifteen (and "3,47104E+15" is
 * what a CSV then says), so it is refused however it looks.
 */
function readNumber(taken: Taken, column: 'nik' | 'kk'): string | null {
  const cell = taken.cell(column)
  const spoilt = typeof cell === 'number' || /\d[.,]?\d*e\+?\d+/i.test(String(cell ?? ''))
  if (spoilt) {
    taken.errors.push(refuseField(column, 'people.import-number-spoilt'))
    return null
  }
  const digits = digitsOf(String(cell ?? ''))
  return digits === '' || /^0+$/.test(digits) ? null : digits
}

function readHome(taken: Taken): Told {
  const both = readRtRw(taken.cell('rtRw'))
  const rt = both ? both.rt : readPlaceNumber(taken.cell('rt'))
  const rw = both ? both.rw : readPlaceNumber(taken.cell('rw'))
  if (both === undefined || rt === undefined || rw === undefined)
    taken.errors.push(refuseField('rt', 'people.import-rt-unclear'))
  return { hamlet: taken.text('hamlet'), rw: rw ?? null, rt: rt ?? null }
}

function readBirth(taken: Taken): Pick<PersonInput, 'birthDate' | 'birthYear'> {
  const read = readDate(taken.cell('birth'))
  if (read && 'unclear' in read) taken.errors.push(refuseField('birth', 'people.import-date-unclear'))
  return {
    birthDate: read && 'day' in read ? read.day : null,
    birthYear: read && 'year' in read ? read.year : null,
  }
}

function readPoverty(taken: Taken): Pick<PersonInput, 'poor' | 'poorSource'> {
  const poor = readPoor(taken.cell('poor'))
  if (poor === undefined) taken.errors.push(refuseField('poor', 'people.import-poor-unclear'))
  if (!poor) return { poor: false, poorSource: null }
  return { poor, poorSource: readPoorSource(taken.cell('poorSource')) ?? 'unverified' }
}

/** A word of a closed list, or null; a word that is not on it is an error. */
function readWord<T>(
  taken: Taken,
  column: Column,
  read: (cell: unknown) => T | undefined,
  code: string,
): T | null {
  if (taken.text(column) === null) return null
  const value = read(taken.cell(column))
  if (value === undefined) taken.errors.push(refuseField(column, code))
  return value ?? null
}

function readPhone(taken: Taken): string | null {
  const cell = taken.cell('phone')
  // As a number it has lost its leading zero, which is easily mended.
  const text = typeof cell === 'number' ? `0${cell}` : taken.text('phone')
  if (text === null || text === '-') return null
  const phone = text.replace(/[().]/g, ' ').replace(/\s+/g, ' ').trim()
  if (/^\+?[0-9][0-9 -]{5,19}$/.test(phone)) return phone
  taken.errors.push(refuseField('phone', 'people.not-a-phone'))
  return null
}

const short = (text: string | null, most: number) => text?.slice(0, most) ?? null

export function readRow(cells: Cells, header: Header, row: number): ReadRow {
  const errors: Refusal[] = []
  const cell = (column: Column) => cells[header.at.get(column) ?? -1] ?? null
  const text = (column: Column) => {
    const value = String(cell(column) ?? '')
      .replace(/\s+/g, ' ')
      .trim()
    return value === '' ? null : value
  }
  const taken: Taken = { cell, text, errors }
  const name = text('name')
  if (name === null) errors.push(refuseField('name', 'platform.required'))
  else if (name.length > 120) errors.push(refuseField('name', 'platform.too-long', { maximum: 120 }))
  const sex = readSex(cell('sex'))
  if (sex === undefined) errors.push(refuseField('sex', 'people.import-sex-unclear'))
  const nik = readNumber(taken, 'nik')
  const birth = readBirth(taken)
  const noNik = readWord(taken, 'noNik', readNoNik, 'people.import-no-nik-unclear')
  const person = blankPerson({
    id: newId(),
    name: name ?? '?',
    sex: sex ?? 'female',
    ...birth,
    ...readPoverty(taken),
    relation: readWord(taken, 'relation', readRelation, 'people.import-relation-unclear'),
    nik,
    noNik: nik === null ? (noNik ?? 'unknown') : null,
    phone: readPhone(taken),
  })
  const members = Number(text('members') ?? '')
  return {
    row,
    person,
    kk: readNumber(taken, 'kk'),
    home: readHome(taken),
    address: short(text('address'), 300),
    membersTold: Number.isInteger(members) && members >= 1 && members <= 60 ? members : null,
    errors,
    warnings: [],
  }
}
