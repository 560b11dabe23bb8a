import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, isDay } from './day.ts'
import {
  mostSpelled,
  openingDay,
  parseRupiah,
  romanMonth,
  rupiah,
  shortDay,
  spelled,
  spelledDay,
  spelledRupiah,
} from './spelled.ts'

describe('numbers in words', () => {
  test.each([
    [0, 'nol'],
    [1, 'satu'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [110, 'seratus sepuluh'],
    [111, 'seratus sebelas'],
    [199, 'seratus sembilan puluh sembilan'],
    [200, 'dua ratus'],
    [1000, 'seribu'],
    [1001, 'seribu satu'],
    [1100, 'seribu seratus'],
    [2000, 'dua ribu'],
    [10_000, 'sepuluh ribu'],
    [11_000, 'sebelas ribu'],
    [100_000, 'seratus ribu'],
    [101_000, 'seratus satu ribu'],
    [1_000_000, 'satu juta'],
    [1_001_001, 'satu juta seribu satu'],
    [1_000_000_000, 'satu miliar'],
    [
      999_999_999_999,
      'sembilan ratus sembilan puluh sembilan miliar sembilan ratus sembilan puluh sembilan juta sembilan ratus sembilan puluh sembilan ribu sembilan ratus sembilan puluh sembilan',
    ],
    [1_000_000_000_000, 'satu triliun'],
    [-1, 'minus satu'],
    [-1_500_000, 'minus satu juta lima ratus ribu'],
    [2012, 'dua ribu dua belas'],
  ])('%d is "%s"', (n, words) => expect(spelled(n)).toBe(words))

  test('the three letter cases of official paper', () => {
    expect(spelled(1512)).toBe('seribu lima ratus dua belas')
    expect(spelled(1512, 'title')).toBe('Seribu Lima Ratus Dua Belas')
    expect(spelled(1512, 'upper')).toBe('SERIBU LIMA RATUS DUA BELAS')
    expect(spelledRupiah(1_500_000)).toBe('satu juta lima ratus ribu rupiah')
    expect(spelledRupiah(1_500_000, 'upper')).toBe('SATU JUTA LIMA RATUS RIBU RUPIAH')
    expect(spelledRupiah(0, 'title')).toBe('Nol Rupiah')
  })

  test('a part of a number and what is too large are refused', () => {
    for (const n of [0.5, Number.NaN, mostSpelled + 1, Number.POSITIVE_INFINITY])
      expect(() => spelled(n)).toThrow(RangeError)
  })

  test('read aloud and written down again, it is the same number', () => {
    const upTo = (most: number) => fc.integer({ min: -most, max: most })
    fc.assert(
      fc.property(fc.oneof(upTo(20_000), upTo(2_000_000), fc.integer({ min: 0, max: mostSpelled })), (n) => {
        expect(heard(spelled(n))).toBe(n)
        expect(heard(spelled(n, 'upper').toLowerCase())).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })

  test('nobody says "satu ribu", "satu ratus" or "satu puluh"', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: mostSpelled }), (n) => {
        expect(spelled(n)).not.toMatch(
          /(?<!puluh )(?<!ratus )(?<!seratus )\bsatu ribu|satu (ratus|puluh|belas)/,
        )
      }),
    )
  })
})

const digits = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan']
const wholes: Record<string, number> = { sepuluh: 10, sebelas: 11, seratus: 100 }
const scales: Record<string, number> = { seribu: 1e3, ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 }

/** A listener who reads words from left to right, and knows nothing of how they were made. */
function heard(words: string): number {
  const [first, ...others] = words.split(' ')
  if (first === 'minus') return -heard(others.join(' '))
  const ear = { total: 0, group: 0, last: 0 }
  for (const word of words.split(' ')) hear(ear, word)
  return ear.total + ear.group + ear.last
}

function hear(ear: { total: number; group: number; last: number }, word: string): void {
  const scale = scales[word]
  if (digits.includes(word)) {
    ear.last = digits.indexOf(word)
    return
  }
  if (scale) {
    ear.total += word === 'seribu' ? scale : (ear.group + ear.last) * scale
    ear.group = 0
  } else ear.group += wholes[word] ?? tenfold(word, ear.last)
  ear.last = 0
}

function tenfold(word: string, digit: number): number {
  if (word === 'belas') return 10 + digit
  if (word === 'puluh') return digit * 10
  if (word === 'ratus') return digit * 100
  throw new Error(`nobody says ${word}`)
}

describe('days on paper', () => {
  test('a berita acara spells its day out', () => {
    expect(spelledDay('2012-10-17')).toBe(
      'Rabu tanggal tujuh belas bulan Oktober tahun dua ribu dua belas (17-10-2012)',
    )
    expect(openingDay('2012-10-17')).toBe(
      'Pada hari ini Rabu tanggal tujuh belas bulan Oktober tahun dua ribu dua belas (17-10-2012)',
    )
    expect(openingDay('2015-05-01')).toContain('Jumat tanggal satu bulan Mei tahun dua ribu lima belas')
    expect(shortDay('2015-08-09')).toBe('09-08-2015')
  })

  test('every day has its own words', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (n) => {
        const day = addDays('1945-08-17', n)
        const words = openingDay(day)
        const short = /\((\d\d)-(\d\d)-(\d{4})\)$/.exec(words)
        expect(isDay(day)).toBe(true)
        expect(`${short?.[3]}-${short?.[2]}-${short?.[1]}`).toBe(day)
        expect(words).not.toContain('undefined')
      }),
    )
  })

  test('months of letter numbers are roman', () => {
    expect([1, 4, 5, 9, 10, 12].map(romanMonth)).toEqual(['I', 'IV', 'V', 'IX', 'X', 'XII'])
    expect(() => romanMonth(13)).toThrow(RangeError)
    expect(() => romanMonth(0)).toThrow(RangeError)
  })
})

describe('rupiah', () => {
  test('written without dot or space, so that no digit can be put between', () => {
    expect(rupiah(1_500_000)).toBe('Rp1.500.000')
    expect(rupiah(0)).toBe('Rp0')
    expect(rupiah(999_999_999_999)).toBe('Rp999.999.999.999')
    expect(rupiah(1_500_000, { cents: true })).toBe('Rp1.500.000,00')
    expect(rupiah(-1_500_000)).toBe('-Rp1.500.000')
    expect(rupiah(-1_500_000, { negative: 'brackets' })).toBe('(Rp1.500.000)')
    expect(rupiah(750_000, { prefix: 'Rp. ' })).toBe('Rp. 750.000')
    expect(() => rupiah(0.5)).toThrow(RangeError)
  })

  test.each([
    ['1.500.000', 1_500_000],
    ['1500000', 1_500_000],
    ['Rp1.500.000', 1_500_000],
    ['Rp. 1.500.000', 1_500_000],
    ['rp 1.500.000,00', 1_500_000],
    ['1,5 jt', 1_500_000],
    ['1,5jt', 1_500_000],
    ['2 juta', 2_000_000],
    ['500 rb', 500_000],
    ['12,25 ribu', 12_250],
    ['1,2 miliar', 1_200_000_000],
    ['1,2 M', 1_200_000_000],
    [' 5.000 ', 5000],
    ['-5.000', -5000],
    ['-Rp5.000', -5000],
    ['(Rp5.000)', -5000],
    ['0', 0],
    ['-0', 0],
    ['1.500 rb', 1_500_000],
  ])('"%s" is read as %d', (text, n) => expect(parseRupiah(text)).toBe(n))

  test.each([
    '',
    'jt',
    '1.5',
    '1,500,000',
    '1.50.000',
    '1,5',
    '0,0001 rb',
    '1 sen',
    '(-5.000)',
    '1..000',
    '5 jtt',
    '1e6',
  ])('"%s" is not taken for a sum', (text) => expect(parseRupiah(text)).toBeNull())

  test('what is written can be read back', () => {
    const look = fc.record({
      cents: fc.boolean(),
      prefix: fc.constantFrom('Rp', 'Rp. ', 'Rp '),
      negative: fc.constantFrom('minus' as const, 'brackets' as const),
    })
    fc.assert(
      fc.property(fc.maxSafeInteger(), look, (n, how) => {
        expect(parseRupiah(rupiah(n, how))).toBe(n)
      }),
      { numRuns: 1000 },
    )
  })
})
