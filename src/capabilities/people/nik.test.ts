import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { digitsOf, masked, nikDoubts, nikParts, whyNotKk, whyNotNik } from './nik.ts'

const codes = (nik: string, synthetic = true) => whyNotNik(nik, synthetic).map((refusal) => refusal.code)
const sari = { sex: 'female', birthDate: '1979-08-17', birthYear: null, place: '34.71.04.1001' } as const

test('a NIK of a woman born on 17 August 1979 carries day 57', () => {
  expect(codes('3471045708790000')).toEqual([])
  expect(nikParts('3471045708790000')).toMatchObject({ day: 17, month: 8, year: 79, sex: 'female' })
  expect(nikDoubts('3471045708790000', sari)).toEqual([])
})
test('a NIK has 16 digits, no letter, no more and no less', () => {
  for (const wrong of ['', '347104570879000', '34710457087900001', '34710457O8790000', '3,47104E+15'])
    expect(codes(wrong)).toEqual(['people.nik-not-16-digits'])
})
test('a day that no calendar has is refused', () => {
  for (const digits of [
    '000879',
    '320879',
    '400879',
    '720879',
    '171379',
    '170079',
    '310479',
    '300279',
    '290201',
  ])
    expect(codes(`347104${digits}0000`)).toEqual(['people.nik-impossible-date'])
})
test('the 29th of February is possible where a century allows it', () => {
  expect(codes('3471042902000000')).toEqual([]) // 2000
  expect(codes('3471046902040000')).toEqual([]) // a woman, 1904 or 2004
})
test('serial 0000 is for the people of a demonstration only', () => {
  expect(codes('3471045708790000', false)).toEqual(['people.nik-synthetic'])
  expect(codes('3471045708790001', false)).toEqual([])
})
test('a NIK that disagrees with the record is doubted, never refused', () => {
  expect(nikDoubts('3471041708790000', sari)).toEqual(['sex'])
  expect(nikDoubts('1607025608790000', sari)).toEqual(['birth', 'region'])
  expect(nikDoubts('3471045708790000', { ...sari, birthDate: null, birthYear: 1980 })).toEqual(['birth'])
  expect(nikDoubts('3471045708790000', { ...sari, birthDate: null })).toEqual([])
})
test('a family card number is 16 digits', () => {
  expect(whyNotKk('3471040101100001')).toEqual([])
  expect(whyNotKk('347104').map((refusal) => refusal.code)).toEqual(['people.kk-not-16-digits'])
})
test('groups may be typed apart', () => expect(digitsOf(" 3471 0457-0879.0000'")).toBe('3471045708790000'))
test('nobody is recognised by the masked number', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{16}$/), (nik) => {
      expect(masked(nik)).toBe(`${nik.slice(0, 6)}••••••••••`)
    }),
  )
})
test('every day from 1900 to 2099 makes a possible NIK, for women and for men', () => {
  const days = fc.nat(73_048).map((n) => addDays('1900-01-01', n))
  fc.assert(
    fc.property(days, fc.boolean(), (birthDate, woman) => {
      const [year = '', month = '', day = ''] = birthDate.split('-')
      const written = String(Number(day) + (woman ? 40 : 0)).padStart(2, '0')
      const nik = `347104${written}${month}${year.slice(2)}0001`
      expect(whyNotNik(nik, false)).toEqual([])
      const recorded = {
        ...sari,
        sex: woman ? 'female' : 'male',
        birthDate,
      } as const
      expect(nikDoubts(nik, recorded)).toEqual([])
    }),
  )
})
