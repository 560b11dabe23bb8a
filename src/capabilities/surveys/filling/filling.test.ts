import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf, momentText, shownMoment, shownTime, strangeYear, timeText } from './days.ts'
import { draftName, fileName, mediaTypeOf } from './draft.ts'
import { distance, inIndonesia, pathPoints, pathText, pointText, readDegree, sketch } from './geo.ts'
import { matches, searchable } from './long-list.ts'
import type { FormChoice, GeoPoint } from './nodes.ts'
import { readDecimal, readInteger } from './numbers.ts'

const point = (latitude: number, longitude: number): GeoPoint => ({
  ...{ latitude, longitude, altitude: 114.27, accuracy: 4.86 },
})

test('a year typed wrong is told, a year people live in is not', () => {
  expect(strangeYear('0194-05-17')).toBe(194)
  expect(strangeYear('2203-01-01')).toBe(2203)
  expect(strangeYear('1879-12-31')).toBe(1879)
  expect(strangeYear('1880-01-01')).toBeNull()
  expect(strangeYear('2100-12-31')).toBeNull()
  expect(strangeYear('')).toBeNull()
})

test('a month or a year is kept as its first day, and half of one as nothing', () => {
  expect(dayOf('2001-03')).toBe('2001-03-01')
  expect(dayOf('1998')).toBe('1998-01-01')
  expect(dayOf('199')).toBe('')
  expect(dayOf('2001-13')).toBe('')
})

test('a time goes out with the offset of the phone and comes back as it was typed', () => {
  expect(timeText('06:30')).toMatch(/^06:30:00\.000[+-]\d\d:\d\d$/)
  expect(shownTime(timeText('06:30'))).toBe('06:30')
  expect(shownMoment(momentText('2012-12-24T22:15'))).toBe('2012-12-24T22:15')
  expect(momentText('')).toBe('')
})

test('a point is written as ODK writes it', () => {
  expect(pointText(point(-7.797068, 110.370529))).toBe('-7.797068 110.370529 114.3 4.9')
  expect(pointText({ latitude: 1, longitude: 2, altitude: null, accuracy: null })).toBe('1 2 0 0')
})

test('a line needs two points and an outline three, and the outline is closed', () => {
  const [a, b, c] = [point(-7, 110), point(-7, 110.1), point(-7.1, 110.1)]
  expect(pathText([a], false)).toBe('')
  expect(pathText([a, b], true)).toBe('')
  expect(pathText([a, b], false).split(';')).toHaveLength(2)
  const ring = pathText([a, b, c], true).split(';')
  expect(ring).toHaveLength(4)
  expect(ring.at(-1)).toBe(ring[0])
  expect(pathPoints([a, b, c, a], true)).toEqual([a, b, c])
})

test('a degree is read with a comma or a dot, and nothing else is', () => {
  expect(readDegree('-7,797068', 90)).toBe(-7.797068)
  expect(readDegree(' 110.37 ', 180)).toBe(110.37)
  expect(readDegree('110.37', 90)).toBeNull()
  expect(readDegree("7°47'", 90)).toBeNull()
  expect(readDegree('', 90)).toBeNull()
})

test('Sabang and Merauke are in Indonesia; swapped coordinates are not', () => {
  expect(inIndonesia({ latitude: 5.89, longitude: 95.32 })).toBe(true)
  expect(inIndonesia({ latitude: -8.49, longitude: 140.4 })).toBe(true)
  expect(inIndonesia({ latitude: 110.37, longitude: -7.79 })).toBe(false)
})

test('a thousandth of a degree of latitude is 111 metres', () => {
  expect(distance(point(-7, 110), point(-7.001, 110))).toBeCloseTo(111.2, 0)
})

test('a sketch stays inside its frame, wherever the points are', () => {
  const points = fc.array(
    fc.record({
      latitude: fc.double({ min: -89, max: 89, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      altitude: fc.constant(null),
      accuracy: fc.constant(null),
    }),
  )
  fc.assert(
    fc.property(points, (path) =>
      sketch(path).every(({ x, y }) => x >= 7.99 && x <= 92.01 && y >= 7.99 && y <= 92.01),
    ),
  )
})

test('numbers are read as they are typed in the field', () => {
  expect(readInteger('1.500.000')).toBe('1500000')
  expect(readInteger('-07')).toBe('-7')
  expect(readInteger('-0')).toBe('0')
  expect(readInteger('12a')).toBe('')
  expect(readDecimal('36,5')).toBe('36.5')
  expect(readDecimal('36.5')).toBe('36.5')
  expect(readDecimal('1.500,25')).toBe('1500.25')
  expect(readDecimal('1,2,3')).toBe('')
  expect(readDecimal('')).toBe('')
})

test('every whole number comes back as itself, with and without dots', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }), (n) => {
      expect(readInteger(String(n))).toBe(String(n))
      expect(readInteger(n.toLocaleString('id-ID'))).toBe(String(n))
    }),
  )
})

test('a draft is called by its instance name, else its household, else its form', () => {
  const head = { name: '', household: null, formTitle: 'Survei keluarga' }
  const heads = (id: string) => (id === 'k1' ? 'Siti Aminah' : undefined)
  expect(draftName({ ...head, name: '  Keluarga  Budi ' }, heads)).toBe('Keluarga Budi')
  expect(draftName({ ...head, household: 'k1' }, heads)).toBe('Siti Aminah')
  expect(draftName({ ...head, household: 'k2' }, heads)).toBe('Survei keluarga')
  expect(draftName(head, heads)).toBe('Survei keluarga')
})

test('a photo is named after its question, whatever the phone called it', () => {
  expect(fileName('/data/member[2]/foto_ktp', 'image/jpeg', 17)).toBe('foto_ktp-17.jpg')
  expect(fileName('/data/berkas', 'application/octet-stream', 17, 'surat tanah.DOCX')).toBe('berkas-17.docx')
  expect(mediaTypeOf('audio/webm;codecs=opus', 'x.webm')).toBe('audio/webm')
  expect(mediaTypeOf('audio/x-m4a', 'x.m4a')).toBe('audio/mp4')
  expect(mediaTypeOf('', 'x.PDF')).toBe('application/pdf')
  expect(mediaTypeOf('application/zip', 'x.zip')).toBe('application/octet-stream')
})

test('a few letters find a choice among ten thousand, the one that begins with them first', () => {
  const choices = Array.from({ length: 10_000 }, (_, n): FormChoice => {
    const asString = n === 7 ? 'Kalí Code' : n === 9 ? 'Pinggir Kali' : `Desa ${n}`
    return { value: `v${n}`, label: { asString, formatted: [] }, properties: [] }
  })
  const list = searchable(choices)
  expect(matches(list, 'kali').map(({ value }) => value)).toEqual(['v7', 'v9'])
  expect(matches(list, 'desa 9999')).toHaveLength(1)
  expect(matches(list, ' ')).toHaveLength(10_000)
  expect(matches(list, 'tidak ada')).toEqual([])
})
