import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type View, viewOf } from '../../kernel/view.ts'
import { works } from './apply.ts'
import { likelySame } from './likeness.ts'
import { volunteersRefusals } from './refusal-texts.ts'
import * as rules from './rules.ts'
import { activeIn, rollIn } from './view.ts'
import type { Volunteer } from './volunteer.ts'
import {
  enrolled,
  me,
  newcomer,
  onRoll,
  person,
  register,
  row,
  rt,
  startedOn,
  today,
  village,
  villageWith,
} from './volunteers.testing.ts'

const enrolment = newId()
const said = (refusals: readonly { code: string; field?: string }[]) =>
  refusals.map((each) => `${each.code} ${each.field ?? ''}`.trim())

/** What is kept of it: nothing when the rules say no. */
function comingForward(view: View, persons: readonly (string | null)[]) {
  const input = register(
    enrolment,
    persons.map((each) => newcomer({ person: each })),
  )
  return rules.whyNotRegister(view, input, today).length === 0 ? works.register(view, input, me) : []
}

function steppingBack(view: View, which: number) {
  const roll = rollIn(view, enrolment)
  const volunteer = roll[which % Math.max(1, roll.length)]
  const input = { volunteer: volunteer?.id ?? '', on: today, reason: 'Sibuk' }
  const may = volunteer && rules.whyNotWithdraw(volunteer, input, today).length === 0
  return may ? works.withdraw(view, input, me) : []
}

describe('coming forward', () => {
  const why = (
    more: Parameters<typeof villageWith>[1],
    volunteers: Parameters<typeof register>[1],
    on?: string,
  ) => said(rules.whyNotRegister(villageWith(enrolment, more), register(enrolment, volunteers, on), today))

  test('anybody may, known by name only', () => expect(why([], [newcomer(), newcomer()])).toEqual([]))

  test('needs a programme that runs at this village', () => {
    const input = register(enrolment, [newcomer()])
    const code = (status: string) =>
      said(rules.whyNotRegister(viewOf(village, enrolled(enrolment, status)), input, today))
    for (const status of ['draft', 'refused', 'stopped', 'completed'])
      expect(code(status)).toEqual(['volunteers.enrolment-not-running enrolment'])
    expect(said(rules.whyNotRegister(viewOf(village, []), input, today))).toEqual([
      'volunteers.no-such-enrolment enrolment',
    ])
  })

  test('happens neither tomorrow nor before the programme came', () => {
    expect(why([], [newcomer()], addDays(today, 1))).toEqual(['volunteers.day-ahead on'])
    expect(why([], [newcomer()], addDays(startedOn, -1))).toEqual(['volunteers.before-enrolment on'])
  })

  test('a person who has moved away cannot, and an RT that is closed is nobody’s', () => {
    const gone = person({ state: 'moved-out' })
    const closed = rt(3, { active: false })
    expect(
      why(
        [row('people.person', gone), row('places.local', closed)],
        [
          newcomer({ person: gone.id }),
          newcomer({ localPlace: closed.id }),
          newcomer({ localPlace: newId() }),
        ],
      ),
    ).toEqual([
      'volunteers.person-not-here volunteers.0.person',
      'volunteers.local-place-closed volunteers.1.localPlace',
      'volunteers.no-such-local-place volunteers.2.localPlace',
    ])
  })

  test('two records of one person that were merged are one volunteer', () => {
    const kept = person()
    const dropped = person({ state: 'merged', mergedInto: kept.id })
    const known = [row('people.person', kept), row('people.person', dropped)]
    expect(why(known, [newcomer({ person: kept.id }), newcomer({ person: dropped.id })])).toEqual([
      'volunteers.same-person-twice volunteers.1.person',
    ])
    const there = onRoll(enrolment, [newcomer({ person: dropped.id })])
    expect(why([...known, ...there], [newcomer({ person: kept.id })])).toEqual([
      'volunteers.already-volunteer volunteers.0.person',
    ])
  })

  test('namesakes are warned of and not refused', () => {
    const there = onRoll(enrolment, [newcomer({ name: 'Muhammad Yusuf', sex: 'male' })])
    expect(why(there, [newcomer({ name: 'M. Jusuf', sex: 'male' })])).toEqual([])
    const roll = rollIn(villageWith(enrolment, there), enrolment)
    expect(likelySame({ name: 'Moh. Yusuf', sex: 'male', person: null }, roll)).toHaveLength(1)
    expect(likelySame({ name: 'Moh. Yusuf', sex: 'female', person: null }, roll)).toEqual([])
  })

  test('a person is never twice on the active roll, whoever registers whom in which order', () => {
    const people = Array.from({ length: 5 }, () => person())
    const known = people.map((each) => row('people.person', each))
    const handful = fc.array(fc.constantFrom(...people.map((each) => each.id), null), {
      minLength: 1,
      maxLength: 4,
    })
    const step = fc.oneof(fc.record({ register: handful }), fc.record({ withdraw: fc.nat(9) }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let rows = [...enrolled(enrolment), ...known]
        for (const step of steps) {
          const view = viewOf(village, rows)
          rows = [
            ...rows,
            ...('register' in step ? comingForward(view, step.register) : steppingBack(view, step.withdraw)),
          ]
        }
        const active = activeIn(viewOf(village, rows), enrolment).flatMap((each) => each.person ?? [])
        expect(new Set(active).size).toBe(active.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('changing and stepping back', () => {
  const there = newcomer({ name: 'Siti' })
  const view = villageWith(enrolment, onRoll(enrolment, [there]))
  const volunteer = rollIn(view, enrolment)[0] as Volunteer

  test('an edit based on an older version is refused for what differs, and only for that', () => {
    const newer = { ...volunteer, version: 3, skills: 'Memasak' }
    const input = {
      volunteer: there.id,
      basedOn: 1,
      changes: { skills: 'Menjahit', name: 'Siti', phone: '0812345678' },
    }
    expect(rules.whyNotChange(view, newer, input)).toMatchObject([
      { field: 'changes.skills', facts: { theirs: 'Memasak', yours: 'Menjahit', version: 3 } },
      { field: 'changes.phone', facts: { theirs: '•••' } },
    ])
  })

  test('who stepped back is changed no more, and steps back once', () => {
    const input = { volunteer: there.id, on: today, reason: 'Sibuk' }
    expect(said(rules.whyNotWithdraw(volunteer, { ...input, on: addDays(today, -12) }, today))).toEqual([
      'volunteers.before-registration on',
    ])
    const gone = works.withdraw(view, input, me)[0]?.value as Volunteer
    expect(said(rules.whyNotWithdraw(gone, input, today))).toEqual(['volunteers.is-withdrawn volunteer'])
    expect(said(rules.whyNotChange(view, gone, { volunteer: there.id, basedOn: 2, changes: {} }))).toEqual([
      'volunteers.is-withdrawn volunteer',
    ])
  })
})

test('every refusal has a sentence in both languages', () => {
  for (const sentence of Object.values(volunteersRefusals)) {
    expect(sentence[0]).not.toBe('')
    expect(sentence[1]).not.toBe('')
  }
})
