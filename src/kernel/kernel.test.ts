import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { addDays, daysBetween, fullDay, inYear, isDay, today } from './day.ts'
import { day, line, optionalLine, prose, storedDay, workDay, writing } from './fields.ts'
import { idPattern, newId } from './id.ts'
import {
  covers,
  districtOf,
  isPlaceCode,
  levelOf,
  parentOf,
  rolesAt,
  withAncestors,
  zoneName,
} from './place-code.ts'
import { fill, texts, translator } from './text.ts'

test('ids of one device are UUIDv7 and strictly increasing', () => {
  const ids = Array.from({ length: 5000 }, () => newId())
  expect(ids.every((id) => idPattern.test(id) && id[14] === '7')).toBe(true)
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a role reaches its place and what lies below, by whole segments', () => {
  expect(covers('34.71', '34.71.04.1001')).toBe(true)
  expect(covers('34.7', '34.71.04.1001')).toBe(false)
  expect(covers('34.71.04.1001', '34.71.04.1002')).toBe(false)
  expect(covers('ID', '34')).toBe(true)
  expect(rolesAt([{ role: 'facilitator', place: '34.71.04.1001' }], '34.71.04')).toEqual([])
})

test('a place knows its level, its kecamatan, and everything above it', () => {
  expect(['ID', '34', '34.71', '34.71.04', '34.71.04.1001'].map(levelOf)).toEqual([
    'nation',
    'province',
    'regency',
    'district',
    'village',
  ])
  expect(districtOf('34.71.04.1001')).toBe('34.71.04')
  expect(parentOf('ID')).toBeNull()
  expect(withAncestors('34.71.04.1001')).toEqual(['34.71.04.1001', '34.71.04', '34.71', '34', 'ID'])
  expect(['34.1', '3471', '34.71.04.10011', 'id', ''].some(isPlaceCode)).toBe(false)
})

test('a village in Yogyakarta is in WIB, in Makassar in WITA, in Jayapura in WIT', () => {
  expect(['34.71.04.1001', '73.71.01.1001', '91.71.01.1001'].map(zoneName)).toEqual(['WIB', 'WITA', 'WIT'])
})

test('days are of the calendar, and have their names', () => {
  expect(['2012-02-29', '2011-02-29', '2012-13-01', '2012-1-1', ''].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
  expect(fullDay('2012-10-17')).toBe('Rabu, 17 Oktober 2012')
  expect(fullDay('2012-10-17', 'en')).toBe('Wednesday, 17 October 2012')
  expect(today('Asia/Jayapura', new Date('2012-11-21T16:00:00Z'))).toBe('2012-11-22')
})

test("adding days and counting them are each other's inverse", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      expect(daysBetween('2000-01-01', addDays('2000-01-01', days))).toBe(days)
    }),
  )
})

test('one value has one canonical text, whatever the order of its keys, and survives JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const again = JSON.parse(JSON.stringify(value)) as unknown
      expect(canonical(again)).toBe(canonical(value))
    }),
  )
  expect(canonical({ b: 1, a: undefined, c: new Date(0) })).toBe('{"b":1,"c":"1970-01-01T00:00:00.000Z"}')
  expect(() => canonical(Number.NaN)).toThrow()
})

test('a sentence is filled in the language asked for, and counts in English', () => {
  const catalogue = texts({
    days: ['{count} hari', '{count} day|{count} days'],
    who: ['Halo {name}', 'Hello {name}'],
  })
  const id = translator(catalogue, () => 'id')
  const en = translator(catalogue, () => 'en')
  expect([id('days', { count: 1200 }), en('days', { count: 1 }), en('days', { count: 2 })]).toEqual([
    '1.200 hari',
    '1 day',
    '2 days',
  ])
  expect(en('who', { name: 'Sari' })).toBe('Hello Sari')
  expect(fill(['{x}', '{x}'], 'id')).toBe('{x}')
})

test('a line that shows nothing is empty, and is told once', () => {
  for (const text of ['', '  ', '\u200b', '\u200b \u2060'])
    expect(
      line(80)
        .safeParse(text)
        .error?.issues.map(({ message }) => message),
    ).toEqual(['platform.required'])
  expect(line(80).safeParse(' Ma’rang\u200d ').data).toBe('Ma’rang\u200d')
  expect(writing(80).safeParse('\u200b\n\u2060').error?.issues).toHaveLength(1)
})

test('of a text that may be empty, what shows nothing is nothing: a rule that asks for a reason is not fooled', () => {
  for (const field of [prose(80), optionalLine(80)])
    for (const text of ['', ' ', '\u200b', '\u2060 \u200b']) expect(field.safeParse(text).data).toBe('')
})

test('whatever is reckoned from a day of the calendar is a day of the calendar', () => {
  const anyDay = fc.integer({ min: -720_000, max: 2_940_000 }).map((days) => addDays('1970-01-01', days))
  const far = fc.integer({ min: -4_000_000, max: 4_000_000 })
  fc.assert(
    fc.property(anyDay, far, fc.nat(9999), (from, days, years) => {
      expect([addDays(from, days), inYear(from, years, '12-31')].every(isDay)).toBe(true)
    }),
  )
  expect([addDays('0026-11-30', 40), inYear('0026-11-30', 1, '01-01')]).toEqual(['0027-01-09', '0027-01-01'])
  expect(addDays('9999-12-31', 1)).toBe('9999-12-31')
})

test('a year typed with two digits, or far from any work or birth, is asked for again; what stands in a record is read', () => {
  const why = (kind: typeof day, value: string) =>
    kind()
      .safeParse(value)
      .error?.issues.map(({ message }) => message) ?? []
  const out = ['platform.day-out-of-reach']
  expect([why(day, '0026-11-30'), why(day, '9999-12-31'), why(day, '1931-05-04')]).toEqual([out, out, []])
  expect([why(workDay, '1931-05-04'), why(workDay, '1999-08-01')]).toEqual([out, []])
  expect([why(storedDay, '9999-12-31'), why(workDay, '0026-02-30')]).toEqual([[], ['platform.not-a-day']])
})
