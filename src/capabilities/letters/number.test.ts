import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { headRow } from './apply.ts'
import type { Letterhead, Numbering, SeriesBy } from './letterhead.ts'
import { headInput } from './letters.testing.ts'
import { defaultFormat, formatFaults, keepsApart, numberText, seriesOf } from './number.ts'

const head = (numbering: Partial<Numbering> = {}): Letterhead => {
  const input = headInput()
  return headRow({ ...input, numbering: { ...input.numbering, ...numbering } })
}
const about = { kind: 'invitation', classification: '400.10.2', number: 7, date: '2012-03-17' }

describe('a letter number as the office writes it', () => {
  test('classification, running number, unit, roman month and year', () => {
    expect(numberText(head(), about)).toBe('400.10.2/007/TGP/III/2012')
    expect(numberText(head({ pad: 1 }), { ...about, number: 1234 })).toBe('400.10.2/1234/TGP/III/2012')
    expect(numberText(head({ format: '{urut}/{jenis}/BKM/{unit}/{tahun}' }), about)).toBe(
      '007/UND/BKM/TGP/2012',
    )
  })
  test('a format that cannot keep numbers apart is refused', () => {
    const faults = (format: string, seriesBy: SeriesBy = 'all') => formatFaults({ format, seriesBy })
    expect(faults(defaultFormat)).toEqual([])
    expect(faults('{unit}/{tahun}')).toEqual(['letters.format-needs-sequence'])
    expect(faults('{urut}/{urut}/{unit}/{tahun}')).toEqual(['letters.format-needs-sequence'])
    expect(faults('{urut}')).toEqual(['letters.format-needs-year', 'letters.format-needs-unit'])
    expect(faults('{urut}/kode kecil/{unit}/{tahun}')).toEqual(['letters.format-unknown-part'])
    expect(faults('{urut}{tahun}/{unit}/{tahun}')).toContain('letters.format-unknown-part')
    expect(faults('{urut}/{unit}/{tahun}', 'kind')).toEqual(['letters.format-needs-kind'])
    expect(faults('{urut}/{unit}/{tahun}', 'classification')).toEqual(['letters.format-needs-classification'])
  })
})

const format = fc
  .shuffledSubarray(['{klasifikasi}', '{urut}', '{unit}', '{jenis}', '{bulan}', '{tahun}', 'KEL', '12'], {
    minLength: 3,
  })
  .map((parts) => parts.join('/'))
const numbering = fc.record({
  format,
  unit: fc.constantFrom('TGP', '12', 'III', 'BKM-TGP'),
  pad: fc.integer({ min: 1, max: 6 }),
  seriesBy: fc.constantFrom('all' as const, 'kind' as const, 'classification' as const),
})
const letter = fc.record({
  kind: fc.constantFrom('invitation', 'minutes', 'assistance_request', 'other_request'),
  classification: fc.constantFrom('005', '140', '400.10.2', '400.10', '12'),
  number: fc.integer({ min: 1, max: 2000 }),
  date: fc.constantFrom('2012-01-01', '2012-03-17', '2012-12-31'),
})

test('two letters of one year look the same only if they are one series and one number', () => {
  fc.assert(
    fc.property(numbering, letter, letter, (way, one, two) => {
      fc.pre(formatFaults(way).length === 0)
      const paper = head(way)
      const same = seriesOf(paper, one) === seriesOf(paper, two) && one.number === two.number
      if (!same) expect(numberText(paper, one)).not.toBe(numberText(paper, two))
    }),
    { numRuns: 1500 },
  )
})

test('nor after a change of numbering that is allowed within the year', () => {
  fc.assert(
    fc.property(numbering, numbering, letter, letter, (before, after, one, two) => {
      fc.pre(
        formatFaults(before).length === 0 && formatFaults(after).length === 0 && keepsApart(before, after),
      )
      const [old, young] = [head(before), head(after)]
      const same = seriesOf(old, one) === seriesOf(young, two) && one.number === two.number
      if (!same) expect(numberText(old, one)).not.toBe(numberText(young, two))
    }),
    { numRuns: 1500 },
  )
})
