import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { enrol } from './enrolment.ts'

test('taking a programme up answers its conditions, and is no place to store a thousand other things', () => {
  const asked = (answers: number) =>
    enrol.input.safeParse({
      ...{ id: newId(), programme: newId(), settlement: null, startOn: null, category: null },
      eligibility: Object.fromEntries(Array.from({ length: answers }, (_, n) => [`q${n}`, true])),
    }).success
  expect(asked(20)).toBe(true)
  expect(asked(1000)).toBe(false)
})
