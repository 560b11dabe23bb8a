import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Change } from '../../kernel/view.ts'
import { factOf } from '../programmes/facts.ts'
import { works } from './apply.ts'
import { volunteerFacts } from './evidence.ts'
import { me, newcomer, onRoll, row, rt, today, villageWith } from './volunteers.testing.ts'

const enrolment = newId()
const values = (rows: readonly Change[]) =>
  Object.fromEntries(
    Object.entries(volunteerFacts(villageWith(enrolment, rows), enrolment)).map(([name, fact]) => [
      name,
      fact.value,
    ]),
  )

describe('the facts of volunteers', () => {
  test('before anybody came forward nothing is told, on the phone as by the server', () => {
    expect(values([])).toEqual({})
  })

  test('are all declared to programmes as available, of the type they are declared with', () => {
    const type = { boolean: 'bool', number: 'int', string: 'text' }
    const somebody = onRoll(enrolment, [newcomer()])
    for (const [name, value] of Object.entries(values([...somebody, row('places.local', rt(1))]))) {
      expect(factOf(name), name).toMatchObject({ available: true, from: 'volunteers' })
      expect(factOf(name)?.type, name).toBe(type[typeof value as 'number'])
    }
  })

  test('an RT counts as covered by an active volunteer who lives there; a closed RT does not count at all', () => {
    const [one, two, three] = [rt(1), rt(2), rt(3)]
    const closed = rt(4, { active: false })
    const rw = rt(1, { kind: 'rw' })
    const places = [one, two, three, closed, rw].map((each) => row('places.local', each))
    const siti = newcomer({ localPlace: one.id })
    const roll = onRoll(enrolment, [
      siti,
      newcomer({ localPlace: one.id }),
      newcomer({ localPlace: two.id }),
      newcomer({ localPlace: rw.id }),
    ])
    expect(values([...places, ...roll])['volunteers.by_rt_coverage_percent']).toBe(66)
    expect(values(roll)['volunteers.by_rt_coverage_percent']).toBeUndefined()
  })

  test('members of two teams of one kind are counted once', () => {
    const [a, b] = [newcomer({ poor: true }), newcomer({ sex: 'male' })]
    const roll = onRoll(enrolment, [a, b])
    const team = (name: string, ...who: { id: string }[]) =>
      works.formTeam(villageWith(enrolment, roll), {
        team: newId(),
        enrolment,
        kind: 'mapping',
        name,
        members: who.map(({ id }) => ({ volunteer: id, duty: 'member' })),
        formedOn: today,
        meeting: null,
      })
    expect(values([...roll, ...team('RW 1', a, b), ...team('RW 2', a)])).toMatchObject({
      'team.mapping.formed': true,
      'team.mapping.members': 2,
      'team.mapping.women': 1,
      'team.mapping.poor': 1,
    })
  })

  test('a team that everybody has left is formed no more', () => {
    const [a] = [newcomer()]
    const roll = onRoll(enrolment, [a])
    const members = [{ volunteer: a.id, duty: 'member' as const }]
    const formed = works.formTeam(villageWith(enrolment, roll), {
      ...{ team: newId(), enrolment, kind: 'mapping', name: 'RW 1', members, formedOn: today, meeting: null },
    })
    const leaving = { volunteer: a.id, on: today, reason: 'Pindah' }
    const gone = works.withdraw(villageWith(enrolment, [...roll, ...formed]), leaving, me)
    const fact = (rows: readonly Change[]) => values(rows)['team.mapping.formed']
    expect([fact([...roll, ...formed]), fact([...roll, ...formed, ...gone])]).toEqual([true, false])
  })

  test('the acknowledgement stands when somebody joins, and falls when all who were acknowledged are gone', () => {
    const [a, b] = [newcomer(), newcomer()]
    const first = onRoll(enrolment, [a])
    const signed = works.acknowledge(
      villageWith(enrolment, first),
      { enrolment, volunteers: [a.id], name: 'Lurah', note: '' },
      me,
    )
    const joined = [...first, ...signed, ...onRoll(enrolment, [b])]
    expect(values(joined)['volunteers.acknowledged']).toBe(true)
    const gone = works.withdraw(
      villageWith(enrolment, joined),
      { volunteer: a.id, on: today, reason: 'Sibuk' },
      me,
    )
    expect(values([...joined, ...gone])['volunteers.acknowledged']).toBe(false)
  })

  test('women and men are everybody, the poor are no more than that, and each fact names its records', () => {
    const someone = fc.record({
      sex: fc.constantFrom('female' as const, 'male' as const),
      poor: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(someone, { minLength: 1, maxLength: 30 }), (told) => {
        const facts = volunteerFacts(villageWith(enrolment, onRoll(enrolment, told.map(newcomer))), enrolment)
        const number = (name: string) => facts[`volunteers.${name}`]?.value as number
        expect(number('women') + number('men')).toBe(number('registered'))
        expect(number('poor')).toBeLessThanOrEqual(number('registered'))
        expect(facts['volunteers.registered']?.records).toHaveLength(told.length)
      }),
    )
  })
})
