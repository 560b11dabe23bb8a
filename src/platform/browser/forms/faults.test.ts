import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { clock, count, day, id, line, placeCode, prose, sex } from '../../../kernel/fields.ts'
import { inputFaults, isBlank, withoutEchoes } from './faults.ts'

const meeting = z.strictObject({
  title: line(10),
  agenda: prose(5),
  date: day(),
  start: clock(),
  expected: z.nullable(count(500)),
  invitees: z.array(line(20)).check(z.maxLength(2)),
  form: id(),
  how: z.enum(['consensus', 'votes']),
})
const good = {
  title: 'Rembug',
  agenda: '',
  date: '2019-03-31',
  start: '19:30',
  expected: 40,
  invitees: [],
  form: '01890000-0000-7000-8000-000000000000',
  how: 'votes',
}
const faultsOf = (change: object) => inputFaults(meeting, { ...good, ...change })

test('a well formed input has no faults', () => {
  expect(faultsOf({})).toEqual([])
})

test('each field says what is wrong with it: empty, too long, too many, too big, no date, no time', () => {
  expect(faultsOf({ title: '  ' })).toEqual([{ field: 'title', code: 'form.empty' }])
  expect(faultsOf({ title: 'Musyawarah desa' })).toEqual([
    { field: 'title', code: 'form.too-long', facts: { most: 10 } },
  ])
  expect(faultsOf({ date: '' })).toEqual([{ field: 'date', code: 'form.empty' }])
  expect(faultsOf({ date: '31 Maret' })).toEqual([{ field: 'date', code: 'form.not-a-day' }])
  expect(faultsOf({ start: 'pagi' })).toEqual([{ field: 'start', code: 'form.not-a-time' }])
  expect(faultsOf({ expected: 501 })).toEqual([
    { field: 'expected', code: 'form.too-big', facts: { most: 500 } },
  ])
  expect(faultsOf({ expected: Number.NaN })).toEqual([{ field: 'expected', code: 'form.not-so' }])
  expect(faultsOf({ invitees: ['a', 'b', 'c'] })).toEqual([
    { field: 'invitees', code: 'form.too-many', facts: { most: 2 } },
  ])
  expect(faultsOf({ form: '' })).toEqual([{ field: 'form', code: 'form.empty' }])
  expect(faultsOf({ how: 'maybe' })).toEqual([{ field: 'how', code: 'form.not-chosen' }])
})

test('every kind of field says "belum diisi" when nobody filled it in, also a number that must be at least one', () => {
  const asked = z.strictObject({
    ...{ title: line(10), date: day(), start: clock(), where: placeCode(), who: id(), gender: sex() },
    agenda: prose(5).check(z.minLength(1)),
    people: count(500).check(z.minimum(1)),
    share: z.number().check(z.minimum(0.5)),
    rupiah: z.int().check(z.positive()),
    invitees: z.array(line(20)).check(z.minLength(1)),
    photo: z.object({ bytes: count(9) }),
    agreed: z.literal(true),
  })
  const draft: Record<string, unknown> = Object.fromEntries(
    Object.keys(asked.shape).map((field) => [field, field === 'invitees' ? [] : '']),
  )
  // What forms make of nothing: a number is 0, or none at all.
  for (const nothing of [0, Number.NaN]) {
    const input = { ...draft, people: nothing, share: nothing, rupiah: nothing, photo: null }
    const faults = inputFaults(asked, input, undefined, (field) => isBlank(draft[field]))
    expect(faults).toEqual(Object.keys(asked.shape).map((field) => ({ field, code: 'form.empty' })))
  }
  const typed = inputFaults(asked, { people: 0 }, undefined, (field) => field !== 'people')
  expect(typed).toContainEqual({ field: 'people', code: 'form.too-small', facts: { least: 1 } })
})

test('a field is told once, and where the form calls it otherwise, by that name', () => {
  const named = inputFaults(
    z.strictObject({ changes: z.strictObject({ title: line(10) }) }),
    { changes: { title: '' } },
    (path) => path.replace(/^changes\./, ''),
  )
  expect(named).toEqual([{ field: 'title', code: 'form.empty' }])
})

test('where a rule speaks of a field, its shape is not told a second time', () => {
  const rules = [{ code: 'meetings.no-chair', field: 'chair' }]
  const faults = [
    { code: 'form.empty', field: 'chair' },
    { code: 'form.empty', field: 'title' },
  ]
  expect(withoutEchoes(rules, faults).map((each) => each.code)).toEqual(['meetings.no-chair', 'form.empty'])
})
