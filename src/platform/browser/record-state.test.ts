import { expect, test } from 'vitest'
import { whyMissing, whyNoList, whyNotWhole } from './record-state.ts'

const read = { grant: 'meetings.meeting', syncedAt: '2019-03-01T00:00:00Z' }
const never = { grant: '', syncedAt: null }
const online = { line: 'online', syncing: false, triedAt: '2019-02-28T23:59:50Z' } as const
const fetching = { ...online, syncing: true }
const offline = { ...online, line: 'offline' } as const
const signedOut = { ...online, line: 'signed-out' } as const

test('that there is no such record is said only of a whole copy that the last round brought up to date', () => {
  expect(whyMissing({ pin: read, ...online }, true)).toBe('none')
  expect(whyMissing({ pin: read, ...fetching }, true)).toBe('loading')
  const passedOver = { ...online, triedAt: '2019-03-01T00:00:01Z' }
  expect(whyMissing({ pin: read, ...passedOver }, true)).toBe('not-in-copy')
})

test('without a line a record that was made an hour ago is only not in this copy', () => {
  expect(whyMissing({ pin: read, ...offline }, true)).toBe('not-in-copy')
  expect(whyMissing({ pin: read, ...offline, syncing: true }, true)).toBe('not-in-copy')
  expect(whyMissing({ pin: read, ...signedOut }, true)).toBe('not-in-copy')
})

test('nothing is counted over a copy that was never read to its end, with a line or without', () => {
  expect(whyNotWhole({ pin: undefined, ...online })).toBe('loading')
  expect(whyNotWhole({ pin: { ...never, grant: read.grant }, ...fetching })).toBe('loading')
  expect(whyNotWhole({ pin: { ...never, grant: read.grant }, ...offline })).toBe('offline')
  expect(whyNotWhole({ pin: { ...read, grant: '' }, ...online })).toBe('forbidden')
  expect(whyNotWhole({ pin: read, ...fetching })).toBeNull()
  expect(whyNotWhole({ pin: read, ...offline })).toBeNull()
})

test('a village that is being fetched for the first time says that it is on its way', () => {
  expect(whyMissing({ pin: undefined, ...online }, true)).toBe('loading')
  expect(whyMissing({ pin: never, ...online }, true)).toBe('loading')
  expect(whyMissing({ pin: { ...never, grant: read.grant }, ...fetching }, true)).toBe('loading')
})

test('a village that was never fetched says without a line that it needs one once', () => {
  expect(whyMissing({ pin: undefined, ...offline }, true)).toBe('offline')
  expect(whyMissing({ pin: never, ...offline }, true)).toBe('offline')
  expect(whyMissing({ pin: never, ...signedOut }, true)).toBe('offline')
})

test('who may not read such records is told that, and not that there is none', () => {
  expect(whyMissing({ pin: read, ...online }, false)).toBe('forbidden')
  expect(whyMissing({ pin: never, ...offline }, false)).toBe('forbidden')
})

test('what the server took off the phone is forbidden; while it is read anew it is on its way', () => {
  const taken = { ...read, grant: '' }
  expect(whyMissing({ pin: taken, ...online }, true)).toBe('forbidden')
  expect(whyMissing({ pin: taken, ...fetching }, true)).toBe('loading')
})

test('a village that the server cannot reach now is never said to be forbidden: it is tried again', () => {
  const emptied = { grant: '', syncedAt: '2019-03-01T00:00:00Z' }
  const standing = { pin: emptied, line: 'online', syncing: false, triedAt: '2019-03-02T00:00:00Z' } as const
  expect(whyMissing(standing, true)).toBe('forbidden')
  expect(whyMissing({ ...standing, unreached: true }, true)).toBe('loading')
})

test('an empty list says that there is nobody only to who may read it, of a whole village', () => {
  expect(whyNoList({ pin: read, ...offline }, true)).toBeNull()
  expect(whyNoList({ pin: read, ...online }, false)).toBe('forbidden')
  expect(whyNoList({ pin: never, ...fetching }, true)).toBe('loading')
  expect(whyNoList({ pin: never, ...offline }, true)).toBe('offline')
})
