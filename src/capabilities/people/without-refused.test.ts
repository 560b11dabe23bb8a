import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { withoutRefused } from './importing/without-refused.ts'
import { chunk } from './people.testing.ts'

const batch = { batch: newId(), ...chunk(3) }

test('a refused row goes, the rest of its family stays', () => {
  const { rest, dropped } = withoutRefused(batch, [{ code: 'people.nik-taken', field: 'persons.5.nik' }])
  expect(dropped).toBe(1)
  expect(rest.households).toEqual(batch.households)
  expect(rest.persons).toEqual(batch.persons.filter((_, index) => index !== 5))
})
test('with a refused household go those who would live in it', () => {
  const { rest, dropped } = withoutRefused(batch, [{ code: 'people.kk-taken', field: 'households.1.kk' }])
  expect(dropped).toBe(5)
  expect(rest.persons.some((person) => person.household === batch.households[1]?.id)).toBe(false)
})
