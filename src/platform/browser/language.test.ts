import { expect, test } from 'vitest'
import { texts } from '../../kernel/text.ts'
import { say } from './language.ts'

const catalogue = texts({ closed: ['Ditutup ({on})', 'Closed ({on})'] })
const said = (on: string) => say({ code: 'closed', facts: { on } }, catalogue)

test('a day in a refusal is told as people write it; what is no day of the calendar stays as it is', () => {
  expect(said('2001-12-01')).toBe('Ditutup (1 Desember 2001)')
  expect(said('2001-02-30')).toBe('Ditutup (2001-02-30)')
  expect(said('RT 01')).toBe('Ditutup (RT 01)')
})
