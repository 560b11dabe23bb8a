import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { districtOf } from '../../kernel/place-code.ts'
import { shippedRegions } from './catalogue.ts'
import { PlaceSearch } from './search.ts'

const search = new PlaceSearch()
const all = shippedRegions()
const villages = all.filter((row) => row.code.length === 13)
const codes = (text: string, options?: Parameters<PlaceSearch['search']>[1]) =>
  search.search(text, options).map((place) => place.code)

describe('somebody looking for a place', () => {
  test.each([
    ['tegal pangung', '34.71.04.1002'],
    ['Tegal Panggung', '34.71.04.1002'],
    ['TEGALPANGGUNG', '34.71.04.1002'],
    ['kel. tegalpanggung', '34.71.04.1002'],
    ['panggung danurejan', '34.71.04.1002'],
    ['Tegalpanggung, Danurejan, Kota Yogyakarta', '34.71.04.1002'],
    ['tanjung pasir ogan ilir', '16.10.05.2036'],
    ['tanjng pasir, kab. ogan ilir', '16.10.05.2036'],
    ['desa tanjung pasir pemulutan ogan ilir', '16.10.05.2036'],
    ['kampung laut tanjung jabung timur', '15.07.08.1001'],
    ['kabupaten ogan ilir', '16.10'],
    ['kota jambi', '15.71'],
    ['raas', '35.29.22'],
    ["ra'as", '35.29.22'],
    ['dki', '31'],
  ])('%j finds %s first', (text, code) => {
    expect(codes(text)[0]).toBe(code)
  })

  test('finds a place by its code, with dots, without and with spaces, and all below it', () => {
    for (const text of ['34.71.04.1002', '3471041002', '34 71 04 1002'])
      expect(codes(text)).toEqual(['34.71.04.1002'])
    expect(codes('34.71.04')).toEqual(['34.71.04', '34.71.04.1001', '34.71.04.1002', '34.71.04.1003'])
    expect(codes('16.10', { level: 'village', limit: 1 })).toEqual(['16.10.01.1011'])
    expect(codes('99')).toEqual([])
    expect(codes('34710410021')).toEqual([])
  })

  test('sees what a place is called and what lies above it', () => {
    expect(search.search('3471041002')[0]).toEqual({
      code: '34.71.04.1002',
      name: 'Tegalpanggung',
      kind: 'kelurahan',
      level: 'village',
      title: 'Kelurahan Tegalpanggung',
      line: 'Kecamatan Danurejan, Kota Yogyakarta, DI Yogyakarta',
    })
  })

  test('finds only what lies below the place they are held to, of the level they want', () => {
    expect(codes('tanjung pasir', { below: '16.10' })).toEqual(['16.10.05.2036'])
    expect(codes('3471041002', { below: '16' })).toEqual([])
    const districts = search.search('danurejan', { level: 'district' })
    expect(districts[0]?.code).toBe('34.71.04')
    expect(districts.every((place) => place.level === 'district')).toBe(true)
  })

  test('sees what is nearer to their own places first among equals', () => {
    expect(codes('tanjung pasir', { near: ['16.10.05.2001'] })[0]).toBe('16.10.05.2036')
    expect(codes('tanjung pasir', { near: ['15.06.12.2001'] })[0]).toBe('15.06.12.2006')
    expect(codes('tanjung pasir', { near: ['36'] })[0]).toBe('36.03.13.2010')
  })

  test('never has more answers than asked for, and no answer twice', () => {
    const found = codes('sungai', { limit: 20, near: ['15.07.08.1001'] })
    expect(found).toHaveLength(20)
    expect(new Set(found).size).toBe(20)
    expect(codes('sungai', { limit: 1000 })).toHaveLength(20)
  })
})

test('every place is found by its own code', () => {
  for (const { code } of all) if (codes(code, { limit: 1 })[0] !== code) expect.fail(code)
})

test('every village is among the first ten of its regency by its own name', () => {
  const missed: string[] = []
  for (const row of villages) {
    const found = codes(row.name, { below: row.code.slice(0, 5), level: 'village', limit: 10 })
    if (!found.includes(row.code)) missed.push(`${row.code} ${row.name}`)
  }
  expect(missed).toEqual([])
}, 300_000)

test('a name with one wrong, missing, added or swapped letter still finds the village in its district', () => {
  const long = villages.filter((row) => row.name.length >= 6 && /^[A-Za-z ]+$/.test(row.name))
  const mistake = fc.constantFrom('wrong', 'missing', 'added', 'swapped')
  fc.assert(
    fc.property(fc.constantFrom(...long), mistake, fc.nat(), (row, kind, at) => {
      const name = row.name.replaceAll(' ', '').toLowerCase()
      const i = 1 + (at % (name.length - 2))
      const typed = {
        wrong: `${name.slice(0, i)}x${name.slice(i + 1)}`,
        missing: name.slice(0, i) + name.slice(i + 1),
        added: `${name.slice(0, i)}q${name.slice(i)}`,
        swapped: `${name.slice(0, i)}${name[i + 1]}${name[i]}${name.slice(i + 2)}`,
      }[kind]
      expect(codes(typed, { below: districtOf(row.code), limit: 20 })).toContain(row.code)
    }),
    { numRuns: 500 },
  )
})

test('no text at all makes it fail, and every answer is a real place', () => {
  const known = new Set(all.map((row) => row.code))
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.string({ maxLength: 40 }),
    fc.stringMatching(/^[0-9., ]{0,30}$/),
    fc.constantFrom(
      '',
      ' ',
      '.',
      ',',
      '..',
      ',,,',
      'desa',
      'desa ',
      "'",
      '\0',
      'é'.repeat(200),
      'a '.repeat(200),
      'kab kab kab kab',
    ),
  )
  const near = fc.option(fc.constantFrom('ID', '34', '34.71', '34.71.04.1002', '99.99.99.9999'), {
    nil: undefined,
  })
  fc.assert(
    fc.property(odd, near, near, (text, below, close) => {
      const found = search.search(text, { below, near: close ? [close] : [] })
      expect(found.length).toBeLessThanOrEqual(10)
      for (const place of found) expect(known.has(place.code)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
