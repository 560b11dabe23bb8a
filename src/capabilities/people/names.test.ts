import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nameKey, sameName, searchable } from './names.ts'

const same: [string, string][] = [
  ['Muhammad Yusuf', 'Moch. Yusup'],
  ['Mohamad Yusuf', 'M. Yusuf'],
  ['H. Achmad Dahlan', 'Ahmad Dahlan'],
  ['Hj. Siti Aminah', 'SITI AMINAH'],
  ['Ust. Abdul Rahman', 'Abdulrahman'],
  ['Abd. Rohman', 'Abdul Rohman'],
  ['Soekarno', 'Sukarno'],
  ['Djoko Sutrisno, S.Pd.', 'Joko Sutrisno'],
  ['Ahmad bin Saleh', 'Ahmad'],
  ['Ahmad bin Saleh', 'Achmad bin Salleh'],
  ['Sutrisno', 'Sutrsno'],
  ['Nur Khasanah', 'Nur Chasanah'],
  ["Ma'ruf", 'Maruf'],
]
const other: [string, string][] = [
  ['Sari', 'Sani'],
  ['Sutrisno', 'Sutarno'],
  ['Ahmad bin Saleh', 'Ahmad bin Umar'],
  ['Siti Aminah', 'Siti Maimunah'],
  ['Budi', 'Budi Santoso'],
]
test.each(same)('%s and %s may be one person', (a, b) => expect(sameName(a, b)).toBe(true))
test.each(other)('%s and %s are two names', (a, b) => expect(sameName(a, b)).toBe(false))
test('a name of one word is a name, even if the word is a title', () => {
  expect(nameKey('Sari').given).toBe('sari')
  expect(nameKey('Raden').given).toBe('raden')
})
test('a name is the same as itself, whatever its letters and titles', () => {
  const names = fc.stringMatching(/^[a-zA-Z]{2,12}( [a-zA-Z]{2,12}){0,3}$/)
  fc.assert(
    fc.property(names, (name) => {
      expect(sameName(name, name.toUpperCase())).toBe(true)
      expect(sameName(name, `Hj. ${name}, S.Sos.`)).toBe(true)
    }),
  )
})
test('it does not matter who is compared with whom', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(sameName(a, b)).toBe(sameName(b, a))
    }),
  )
})
test('searching forgives marks and points', () => expect(searchable("  H. Ma'rúf  ")).toBe('h maruf'))
