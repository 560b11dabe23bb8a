// Who is left to visit, as the surveyors of a village count it.
import { describe, expect, test } from 'vitest'
import type { HouseholdRow } from '../../people/household.ts'
import type { LocalPlace } from '../../places/local-place.ts'
import type { SubmissionRow, SubmissionState } from '../submission.ts'
import { coverageOf, isLeft, totalOf, visitsOf, withinReach } from './visits.ts'

const home = (id: string, localPlace: string | null): HouseholdRow => ({
  ...{ id, localPlace, kk: null, address: null, head: null, poor: false, poorSource: null },
  ...{ membersTold: null, version: 1 },
})
const told = (id: string, household: string | null, state: SubmissionState, returned = false) =>
  ({ id, household, state, returned }) as SubmissionRow
const local = (id: string, parent: string | null) => ({ id, parent }) as LocalPlace
const nothing = { unsent: () => false, drafts: new Set<string>() }

describe('who is left to visit', () => {
  const homes = [home('a', 'rt1'), home('b', 'rt1'), home('c', 'rt2'), home('d', null)]

  test('a household without a submission is left, one with a waiting submission is not', () => {
    const visits = visitsOf(homes, [told('1', 'a', 'received')], nothing)
    expect(visits.map((each) => each.state)).toEqual(['waiting', 'left', 'left', 'left'])
    expect(visits.filter((each) => isLeft(each.state))).toHaveLength(3)
  })

  test('a rejected submission sends somebody there again, unless another one stands', () => {
    const once = visitsOf(homes, [told('1', 'a', 'rejected')], nothing)
    expect(once[0]?.state).toBe('rejected')
    const twice = visitsOf(homes, [told('2', 'a', 'approved'), told('1', 'a', 'rejected')], nothing)
    expect(twice[0]?.state).toBe('approved')
  })

  test('what lies on this phone is said: a draft, and what is not sent yet', () => {
    const phone = { unsent: (id: string) => id === '1', drafts: new Set(['b', 'a']) }
    const visits = visitsOf(homes, [told('1', 'a', 'received')], phone)
    expect(visits.map((each) => each.state)).toEqual(['unsent', 'draft', 'left', 'left'])
  })

  test('a submission that came back is a visit that waits for mending', () => {
    const [first] = visitsOf(homes, [told('1', 'a', 'has-issues', true)], nothing)
    expect(first?.state).toBe('returned')
    expect(isLeft('returned')).toBe(false)
  })

  test('the lines by RT stand in the order of the village and add up to the whole', () => {
    const lines = coverageOf(
      visitsOf(homes, [told('1', 'c', 'approved'), told('2', 'a', 'edited')], nothing),
      ['rt2', 'rt1'],
    )
    expect(lines.map((each) => each.localPlace)).toEqual(['rt2', 'rt1', null])
    expect(totalOf(lines)).toMatchObject({ known: 4, visited: 2, approved: 1, waiting: 1, left: 2 })
  })

  test('a survey of one RW asks the households of its RT, and of nobody else', () => {
    const locals = [local('rw1', null), local('rt1', 'rw1'), local('rt2', null)]
    expect(withinReach({ localPlaces: ['rw1'] }, homes, locals).map((each) => each.id)).toEqual(['a', 'b'])
    expect(withinReach({ localPlaces: [] }, homes, locals)).toHaveLength(4)
  })
})
