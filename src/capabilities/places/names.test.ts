import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { draftOf, inputOf, numberOf, toMend } from './draft.ts'
import { kindAndName, lineOf, properName, titleOf, villageKindOf } from './names.ts'

describe('names as offices write them', () => {
  test.each([
    ['KAB. OGAN ILIR', 'Kabupaten Ogan Ilir'],
    ['KOTA YOGYAKARTA', 'Kota Yogyakarta'],
    ['KAB. ADM. KEP. SERIBU', 'Kabupaten Administrasi Kepulauan Seribu'],
    ['DI YOGYAKARTA', 'DI Yogyakarta'],
    ['BANYUASIN III', 'Banyuasin III'],
    ['PULAU-PULAU BATU', 'Pulau-Pulau Batu'],
    ['Lidah kulon', 'Lidah Kulon'],
    ['candirejo', 'Candirejo'],
    ['Ra"as', "Ra'as"],
    ['Regapu’u', "Regapu'u"],
    ['OP', 'OP'],
    ['Meunasah Teungoh LB', 'Meunasah Teungoh LB'],
    ['2 x 11 Kayu Tanam', '2 X 11 Kayu Tanam'],
    ['Tegalpanggung', 'Tegalpanggung'],
  ])('%s is written %s', (raw, proper) => {
    expect(properName(raw)).toBe(proper)
  })

  test('proper names stay as they are, whatever came in', () => {
    fc.assert(
      // The national data is written in plain Latin letters; ẞ and its like have no one capital.
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 60 }), (raw) => {
        expect(properName(properName(raw))).toBe(properName(raw))
      }),
    )
  })

  test('a place has its kind and its bare name', () => {
    expect(kindAndName('16.10', 'Kabupaten Ogan Ilir')).toEqual({ kind: 'kabupaten', name: 'Ogan Ilir' })
    expect(kindAndName('31.71', 'Kota Administrasi Jakarta Pusat')).toEqual({
      kind: 'kota-administrasi',
      name: 'Jakarta Pusat',
    })
    expect(kindAndName('34', 'Daerah Istimewa Yogyakarta').name).toBe('DI Yogyakarta')
    expect(kindAndName('94.04.10', 'Contoh').kind).toBe('distrik')
  })

  test('a village is called by the word of its land, a kelurahan everywhere kelurahan', () => {
    expect(villageKindOf('16.10.05.2036')).toBe('desa')
    expect(villageKindOf('11.01.01.2001')).toBe('gampong')
    expect(villageKindOf('13.06.01.2001')).toBe('nagari')
    expect(villageKindOf('13.09.01.2001')).toBe('desa')
    expect(villageKindOf('94.04.10.2004')).toBe('kampung')
    expect(villageKindOf('94.04.10.1001')).toBe('kelurahan')
  })

  test('a title and a line name what people would write on a letter', () => {
    expect(titleOf({ name: 'Ogan Ilir', kind: 'kabupaten' })).toBe('Kabupaten Ogan Ilir')
    expect(titleOf({ name: 'Jambi', kind: 'provinsi' })).toBe('Jambi')
    expect(
      lineOf([
        { name: 'Danurejan', kind: 'kecamatan' },
        { name: 'Yogyakarta', kind: 'kota' },
      ]),
    ).toBe('Kecamatan Danurejan, Kota Yogyakarta')
  })
})

describe('what is typed about a place', () => {
  test('takes numbers with a comma or a full stop', () => {
    expect(numberOf('-1,861234')).toBe(-1.861234)
    expect(numberOf('102.66')).toBe(102.66)
    expect(numberOf(' ')).toBeNull()
    expect(numberOf('1 derajat')).toBeNaN()
  })

  test('names every field that cannot be sent, once', () => {
    const draft = { ...draftOf('settlement'), latitude: '99', name: '' }
    const input = inputOf('0190c0de-0000-7000-8000-000000000000', draft)
    const rule = { code: 'places.half-position', field: 'settlement.longitude' }
    const again = { code: 'places.latitude-range', field: 'settlement.latitude' }
    expect(toMend(input, [rule, again]).map((refusal) => refusal.field)).toEqual([
      'settlement.people',
      'settlement.habitat',
      'settlement.latitude',
      'settlement.longitude',
    ])
  })
})
