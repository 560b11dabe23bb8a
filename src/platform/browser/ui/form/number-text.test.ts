import { describe, expect, it } from 'vitest'
import { readNumber, writeNumber } from './number-text.ts'

describe('numbers as they are written in Indonesia', () => {
  it.each([
    ['', ''],
    ['0', '0'],
    ['999', '999'],
    ['1000', '1.000'],
    ['1500000', '1.500.000'],
    ['999999999999', '999.999.999.999'],
    ['1500000.5', '1.500.000,5'],
    ['12.', '12,'],
  ])('%s is written %s and read back', (plain, written) => {
    expect(writeNumber(plain)).toBe(written)
    expect(readNumber(written, 2)).toBe(plain)
  })

  it('leaves codes and numbers of identity alone', () => {
    expect(writeNumber('3471041203850000', false)).toBe('3471041203850000')
    expect(readNumber('3471 0412 0385 0000', 0, 16)).toBe('3471041203850000')
  })

  it('passes over whatever is no digit, and what is too long', () => {
    expect(readNumber('Rp 1.500.000,00')).toBe('1500000')
    expect(readNumber('-12a3')).toBe('123')
    expect(readNumber('007')).toBe('7')
    expect(readNumber('1'.repeat(40), 0, 15)).toHaveLength(15)
    expect(readNumber('3,14159', 2)).toBe('3.14')
    expect(readNumber(',5', 1)).toBe('0.5')
  })
})
