// What a list brings to the home of a village: objections that wait for an answer, and their last day.
import { expect, test } from 'vitest'
import { daysFromToday } from '../../kernel/day.testing.ts'
import { viewOf } from '../../kernel/view.ts'
import { calendar, waits } from './entries.ts'
import { listingCollection, objectionCollection } from './listing.ts'
import { surveyCollection } from './survey.ts'

const asker = (role: 'facilitator' | 'volunteer') => ({
  ...{ account: 'a', roles: [role], today: daysFromToday(0), factsOf: () => ({}) },
})
const counts = { received: 0, hasIssues: 0, edited: 0, approved: 1, rejected: 0, households: 1 }
const row = (collection: string, value: { id: string }) => ({ collection, id: value.id, value })
const objection = (id: string, on: string, answers: object[] = []) =>
  row(objectionCollection, { id, listing: 'l', on, answers } as never)
const view = (until: string) =>
  viewOf('34.71.04.1002', [
    row(surveyCollection, {
      id: 's',
      title: 'Homes',
      state: 'closed',
      counts,
      openedOn: daysFromToday(-30),
    } as never),
    row(listingCollection, { id: 'l', survey: 's', shown: { on: daysFromToday(-5), until } } as never),
    objection('a', daysFromToday(-2)),
    objection('b', daysFromToday(-3)),
    objection('c', daysFromToday(-4), [{ upheld: false }]),
  ])

test('objections wait for whoever may answer them since the oldest came, and are late once their last day is over', () => {
  expect(waits(view(daysFromToday(0)), asker('facilitator'))).toEqual([
    {
      ...{ id: 'l', title: ['Jawab 2 keberatan: Homes', 'Answer 2 objections: Homes'], late: false },
      ...{ path: 'survei/s/daftar/keberatan', since: daysFromToday(-3) },
    },
  ])
  expect(waits(view(daysFromToday(-1)), asker('facilitator'))).toMatchObject([{ late: true }])
  expect(waits(view(daysFromToday(0)), asker('volunteer'))).toEqual([])
})

test('the last day for objections stands in the calendar until it is over', () => {
  expect(calendar(view(daysFromToday(0)), asker('volunteer'))).toMatchObject([
    { on: daysFromToday(0), path: 'survei/s/daftar' },
  ])
  expect(calendar(view(daysFromToday(-1)), asker('volunteer'))).toEqual([])
})
