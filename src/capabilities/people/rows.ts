// How what was told about a person or a household becomes the row that everybody sees. The server stores
// these rows and a phone shows them before the server has answered, so they are made in one place.
import type { Day } from '../../kernel/day.ts'
import type { HouseholdChanges, HouseholdInput, HouseholdRow } from './household.ts'
import { masked, nikDoubts } from './nik.ts'
import {
  type Known,
  knowable,
  type PersonChanges,
  type PersonInput,
  type PersonRow,
  type PersonSecret,
} from './person.ts'

const yearOf = (day: string) => Number(day.slice(0, 4))

/** The row of a person newly told; `place` is the village. */
export function rowOfPerson(input: PersonInput, place: string): PersonRow {
  const birthYear = input.birthDate === null ? input.birthYear : yearOf(input.birthDate)
  return {
    id: input.id,
    name: input.name,
    sex: input.sex,
    birthYear,
    localPlace: input.localPlace,
    household: input.household,
    relation: input.relation,
    poor: input.poor,
    poorSource: input.poorSource,
    elements: [...new Set(input.elements)].sort(),
    nik: input.nik === null ? null : masked(input.nik),
    noNik: input.noNik,
    doubts: input.nik === null ? [] : nikDoubts(input.nik, { ...input, birthYear, place }),
    known: knowable.filter((each) => input[each] !== null),
    state: 'here',
    stateOn: null,
    mergedInto: null,
    version: 1,
  }
}

export function secretOfPerson(input: PersonInput): PersonSecret {
  const { nik, birthDate, phone, address, disabilities, notes } = input
  return { nik, birthDate, phone, address, disabilities, notes }
}

/** All that is known of a person, as it would have been told; without the vault its values are empty. */
export function toldOf(row: PersonRow, secret?: PersonSecret): PersonInput {
  const { id, name, sex, birthYear, localPlace, household, relation, poor, poorSource, elements, noNik } = row
  const kept = secret ?? {
    nik: null,
    birthDate: null,
    phone: null,
    address: null,
    disabilities: [],
    notes: null,
  }
  return {
    ...{ id, name, sex, birthYear, localPlace, household, relation, poor, poorSource, noNik },
    ...kept,
    elements: [...elements],
    disabilities: [...kept.disabilities],
  }
}

/**
 * What is told once an edit is taken in. A birth date decides the year; another year alone drops the date;
 * a NIK drops the reason for having none.
 */
export function withChanges(told: PersonInput, changes: PersonChanges): PersonInput {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const next: PersonInput = { ...told, ...given }
  if (changes.birthDate) next.birthYear = yearOf(changes.birthDate)
  else if (changes.birthYear !== undefined && next.birthDate && yearOf(next.birthDate) !== changes.birthYear)
    next.birthDate = null
  if (changes.nik) next.noNik = null
  return next
}

/** The row after an edit, with what the vault holds left as it was said to be. */
export function changedRow(row: PersonRow, changes: PersonChanges, place: string): PersonRow {
  const told = withChanges(toldOf(row), changes)
  const fresh = rowOfPerson(told, place)
  const untouched = changes.nik === undefined
  return {
    ...row,
    ...fresh,
    nik: untouched ? row.nik : fresh.nik,
    noNik: untouched && row.nik !== null ? null : fresh.noNik,
    doubts: untouched ? row.doubts : fresh.doubts,
    known: knowable.filter((each) => stillKnown(row, changes, each)),
    state: row.state,
    stateOn: row.stateOn,
    mergedInto: row.mergedInto,
    version: row.version + 1,
  }
}

function stillKnown(row: PersonRow, changes: PersonChanges, each: Known): boolean {
  if (changes[each] !== undefined) return changes[each] !== null
  const otherYear =
    each === 'birthDate' && changes.birthYear !== undefined && changes.birthYear !== row.birthYear
  return row.known.includes(each) && !otherYear
}

/** What is told of the kept record of two: its own, and the other's where it had none. */
export function joined(keep: PersonInput, drop: PersonInput): PersonInput {
  const homed = keep.household === null ? drop : keep
  const nik = keep.nik ?? drop.nik
  const agrees =
    drop.birthDate !== null && (keep.birthYear === null || yearOf(drop.birthDate) === keep.birthYear)
  return {
    ...keep,
    birthDate: keep.birthDate ?? (agrees ? drop.birthDate : null),
    birthYear: keep.birthYear ?? drop.birthYear,
    localPlace: keep.localPlace ?? drop.localPlace,
    household: homed.household,
    relation: homed.relation,
    poor: keep.poor || drop.poor,
    poorSource: keep.poorSource ?? drop.poorSource,
    elements: [...new Set([...keep.elements, ...drop.elements])].sort(),
    nik,
    noNik: nik === null ? keep.noNik : null,
    phone: keep.phone ?? drop.phone,
    address: keep.address ?? drop.address,
    disabilities: [...new Set([...keep.disabilities, ...drop.disabilities])],
    notes: keep.notes ?? drop.notes,
  }
}

/** The kept row of two, as a phone can know it. */
export function joinedRow(keep: PersonRow, drop: PersonRow, place: string): PersonRow {
  const fresh = rowOfPerson(joined(toldOf(keep), toldOf(drop)), place)
  const { state, stateOn, mergedInto } = keep
  const number = keep.nik === null ? drop : keep
  return {
    ...fresh,
    nik: number.nik,
    noNik: number.nik === null ? keep.noNik : null,
    doubts: number.doubts,
    known: knowable.filter((each) => keep.known.includes(each) || drop.known.includes(each)),
    ...{ state, stateOn, mergedInto },
    version: keep.version + 1,
  }
}

/** What stays of a merged record: a signpost with its name. */
export function signpost(drop: PersonRow, keep: string, today: Day): PersonRow {
  return {
    ...drop,
    ...{ household: null, relation: null, poor: false, poorSource: null, elements: [] },
    ...{ nik: null, noNik: null, doubts: [], known: [] },
    ...{ state: 'merged', stateOn: today, mergedInto: keep },
    version: drop.version + 1,
  }
}

export function rowOfHousehold(input: HouseholdInput): HouseholdRow {
  const { id, kk, localPlace, address, poor, poorSource, membersTold } = input
  return {
    ...{ id, localPlace, address, poor, poorSource, membersTold },
    kk: kk === null ? null : masked(kk),
    head: null,
    version: 1,
  }
}

export function changedHousehold(row: HouseholdRow, changes: HouseholdChanges): HouseholdRow {
  const { kk, ...plain } = changes
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined))
  return {
    ...row,
    ...given,
    kk: kk === undefined ? row.kk : kk === null ? null : masked(kk),
    version: row.version + 1,
  }
}
