import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Telling, verdictOf } from './rules.ts'

const told = (given: Partial<Telling> = {}): Telling => ({
  ...{ submission: 'a', action: 'update', branchId: null, trunkVersion: null, baseVersion: 3 },
  ...{ properties: ['alamat'], made: [] },
  ...given,
})
const at = (changedAt: number | undefined, same = false) => ({ same, changedAt })

test('what nobody changed since the form was given its value is applied', () => {
  expect(verdictOf('alamat', told(), [], at(3))).toBe('apply')
  expect(verdictOf('alamat', told(), [], at(undefined))).toBe('apply')
})
test('what somebody else changed since is a conflict, unless both say the same', () => {
  expect(verdictOf('alamat', told(), [], at(4))).toBe('conflict')
  expect(verdictOf('alamat', told(), [], at(4, true))).toBe('same')
})
test('a form that does not say what it was based on was based on nothing', () => {
  expect(verdictOf('alamat', told({ baseVersion: null }), [], at(undefined))).toBe('conflict')
})
test('an offline run is measured from where it left the registry, and does not meet itself', () => {
  const second = told({ branchId: 'b', trunkVersion: 3, baseVersion: 4 })
  const first = told({ submission: 'first', branchId: 'b', trunkVersion: 3, made: [4] })
  expect(verdictOf('alamat', second, [first], at(4))).toBe('apply')
  expect(verdictOf('alamat', second, [], at(4))).toBe('conflict')
})
test('who was registered offline was registered by the same phone', () => {
  const update = told({ branchId: 'b', trunkVersion: null, baseVersion: 1 })
  const birth = told({ submission: 'first', action: 'create', baseVersion: null, made: [1] })
  expect(verdictOf('alamat', update, [birth], at(undefined))).toBe('apply')
  expect(verdictOf('alamat', update, [birth], at(2))).toBe('conflict')
})
test('the older word of one run does not undo the newer, whatever numbers they carry', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.option(fc.nat(60)), (older, step, changedAt) => {
      const run = { branchId: 'b', trunkVersion: 1 }
      const late = told({ ...run, baseVersion: older })
      const newer = told({ ...run, submission: 'n', baseVersion: older + step + 1, made: [2] })
      expect(verdictOf('alamat', late, [newer], at(changedAt ?? undefined))).toBe('superseded')
    }),
  )
})
