import { expect, test } from 'vitest'
import { whyMissing } from './record-state.ts'

const read = { cursor: '12|a', syncedAt: '2019-03-01T00:00:00Z' }
const never = { cursor: '', syncedAt: null }
const online = { line: 'online', syncing: false } as const
const offline = { line: 'offline', syncing: false } as const

test('a village that was read and does not have the record says so, with and without a line', () => {
  expect(whyMissing({ pin: read, ...online }, true)).toBe('none')
  expect(whyMissing({ pin: read, ...offline }, true)).toBe('none')
  expect(whyMissing({ pin: read, line: 'signed-out', syncing: false }, true)).toBe('none')
})

test('a village that is being fetched for the first time says that it is on its way', () => {
  expect(whyMissing({ pin: undefined, ...online }, true)).toBe('loading')
  expect(whyMissing({ pin: never, ...online }, true)).toBe('loading')
  expect(whyMissing({ pin: { ...never, cursor: '500|b' }, line: 'online', syncing: true }, true)).toBe(
    'loading',
  )
})

test('a village that was never fetched says without a line that it needs one once', () => {
  expect(whyMissing({ pin: undefined, ...offline }, true)).toBe('offline')
  expect(whyMissing({ pin: never, ...offline }, true)).toBe('offline')
  expect(whyMissing({ pin: never, line: 'signed-out', syncing: false }, true)).toBe('offline')
})

test('who may not read such records is told that, and not that there is none', () => {
  expect(whyMissing({ pin: read, ...online }, false)).toBe('forbidden')
  expect(whyMissing({ pin: never, ...offline }, false)).toBe('forbidden')
})

test('what the server took off the phone is forbidden; while it is read anew it is on its way', () => {
  const taken = { ...read, cursor: '' }
  expect(whyMissing({ pin: taken, ...online }, true)).toBe('forbidden')
  expect(whyMissing({ pin: taken, line: 'online', syncing: true }, true)).toBe('loading')
})
