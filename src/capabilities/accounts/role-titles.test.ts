import { describe, expect, test } from 'vitest'
import { roles } from '../../kernel/role.ts'
import { namedRoles } from '../programmes/definition.ts'
import { shippedProgramme } from '../programmes/shipped.testing.ts'
import { inOrder, titlesHere } from './role-titles.ts'
import { mayGive } from './rules.ts'

const named = (id: string) => namedRoles(shippedProgramme(id))

describe('where a programme runs', () => {
  test('the roles that it names are offered first, under its own titles', () => {
    const titles = titlesHere([named('tkpk-neighbourhood')])
    const { named: first, others } = inOrder(['volunteer', 'auditor', 'board-member', 'facilitator'], titles)
    expect(first).toEqual(['board-member', 'facilitator'])
    expect(others).toEqual(['volunteer', 'auditor'])
    expect(titles.get('board-member')).toEqual([{ id: 'Anggota TKPK', en: 'Member of TKPK' }])
    expect(titles.get('facilitator')).toEqual([null])
  })

  test('whoever only signs a stage is named too', () => {
    expect(titlesHere([named('kat-empowerment')]).has('facilitator')).toBe(true)
  })

  test('two programmes give a role two titles', () => {
    const titles = titlesHere([named('p2kp-2006'), named('tkpk-neighbourhood')])
    expect(titles.get('board-member')).toEqual([null, { id: 'Anggota TKPK', en: 'Member of TKPK' }])
  })

  test('it adds no role to those that may be given, and takes none away', () => {
    const given = mayGive([{ role: 'facilitator', place: '34.71.04.1001' }], '34.71.04.1001')
    const { named: first, others } = inOrder(given, titlesHere([named('social-resilience')]))
    expect([...first, ...others].sort()).toEqual([...given].sort())
  })
})

test('where none runs, the roles stand as they always did', () => {
  expect(inOrder(roles, titlesHere([]))).toEqual({ named: [], others: [...roles] })
})
