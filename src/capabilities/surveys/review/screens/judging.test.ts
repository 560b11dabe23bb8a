// What a press of a button makes of the submissions that were ticked.
import { expect, test } from 'vitest'
import { reviewMost, type SubmissionRow, type SubmissionState } from '../../submission.ts'
import { asksComment, judgementsOf, verdictsFor } from './judging.ts'

const row = (id: string, state: SubmissionState) => ({ id, state, version: 3 }) as SubmissionRow

test('what is judged already is left out of a batch, and the rest goes with the version it was seen in', () => {
  const [input] = judgementsOf([row('a', 'received'), row('b', 'approved')], 'approve', ' baik ')
  expect(input).toEqual({ items: [{ id: 'a', basedOn: 3 }], to: 'approved', back: false, comment: 'baik' })
})

test('three hundred at once become two commands', () => {
  const many = Array.from({ length: 300 }, (_, n) => row(String(n), 'edited'))
  expect(judgementsOf(many, 'reject', 'ganda').map((each) => each.items.length)).toEqual([
    reviewMost,
    300 - reviewMost,
  ])
})

test('a sending back and a rejection ask why; only what can be undone offers the undoing', () => {
  expect(asksComment([row('a', 'received')], 'approve')).toBe(false)
  expect(asksComment([row('a', 'received')], 'back')).toBe(true)
  expect(verdictsFor([row('a', 'received')])).not.toContain('undo')
  expect(verdictsFor([row('a', 'approved')])).toEqual(['back', 'issues', 'undo'])
})
