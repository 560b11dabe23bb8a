import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { Change } from '../../kernel/view.ts'
import { works } from './apply.ts'
import { trainedFacts } from './evidence.ts'
import { whyNotIssue } from './rules.ts'
import { trainingRecords } from './training-record.ts'
import {
  dayOfTraining,
  newcomer,
  onRoll,
  person,
  row,
  today,
  trainingDay,
  villageWith,
} from './volunteers.testing.ts'

const enrolment = newId()
const recordOf = (rows: readonly Change[], volunteer: { id: string }) =>
  trainingRecords(villageWith(enrolment, rows), enrolment).get(volunteer.id)?.[0]

describe('what a volunteer attended', () => {
  const siti = newcomer({ name: 'Siti Aminah' })

  test('three days of three make a complete training; two do not', () => {
    const days = [1, 2, 3].flatMap((day) => trainingDay(enrolment, day, [{ name: 'Siti Aminah' }]))
    const rows = [...onRoll(enrolment, [siti]), ...days]
    expect(recordOf(rows, siti)).toEqual({
      kind: 'basic',
      days: [1, 2, 3].map(dayOfTraining),
      needed: 3,
      complete: true,
    })
    const missed = [1, 2, 3].flatMap((day) =>
      trainingDay(enrolment, day, day === 2 ? [] : [{ name: 'Siti Aminah' }]),
    )
    expect(recordOf([...onRoll(enrolment, [siti]), ...missed], siti)).toMatchObject({ complete: false })
  })

  test('strangers to the roll who come on all three days are no volunteers that were trained', () => {
    const came = (names: string[]) => {
      const days = [1, 2, 3].flatMap((day) =>
        trainingDay(
          enrolment,
          day,
          names.map((name) => ({ name })),
        ),
      )
      const rows = [...onRoll(enrolment, [siti, newcomer({ name: 'Budi' })]), ...days]
      const facts = Object.entries(trainedFacts(villageWith(enrolment, rows), enrolment))
      return facts.map(
        ([name, { value }]) => `${name.replace('training.basic.trained_volunteers', '')} ${value}`,
      )
    }
    expect(came(['Tini', 'Tono', 'Tuti'])).toEqual([' 0', '_percent 0'])
    expect(came(['Tini', 'Siti Aminah'])).toEqual([' 1', '_percent 50'])
  })

  test('a batch of two days is not the three that the programme asks for', () => {
    const days = [1, 2].flatMap((day) => trainingDay(enrolment, day, [{ name: 'Siti Aminah' }]))
    expect(recordOf([...onRoll(enrolment, [siti]), ...days], siti)).toMatchObject({
      needed: 3,
      complete: false,
    })
  })

  test('three sessions of one morning are one day', () => {
    const here = { name: 'Siti Aminah' }
    const morning = [1, 2, 3].flatMap((day) =>
      trainingDay(enrolment, day, [here], { date: dayOfTraining(1) }),
    )
    const found = recordOf([...onRoll(enrolment, [siti]), ...morning], siti)
    expect(found).toMatchObject({ days: [dayOfTraining(1)], complete: false })
  })

  test('a day missed may be made up in another batch', () => {
    const here = { name: 'Siti Aminah' }
    const rows = [
      ...onRoll(enrolment, [siti]),
      ...[1, 2, 3].flatMap((day) => trainingDay(enrolment, day, day === 3 ? [] : [here], { batch: 1 })),
      ...[1, 2, 3].flatMap((day) => trainingDay(enrolment, day, day === 3 ? [here] : [], { batch: 2 })),
    ]
    expect(recordOf(rows, siti)?.complete).toBe(true)
  })

  test('a name taken off the attendance does not count', () => {
    const withdrawn = { at: '', by: '', reason: 'Salah' }
    const rows = [1, 2, 3].flatMap((day) =>
      trainingDay(enrolment, day, [{ name: 'Siti Aminah', ...(day === 3 ? { withdrawn } : {}) }]),
    )
    expect(recordOf([...onRoll(enrolment, [siti]), ...rows], siti)).toMatchObject({ complete: false })
  })

  test('a person on record is found under any spelling of the name, and under a record merged since', () => {
    const kept = person({ name: 'Siti Aminah' })
    const dropped = person({ state: 'merged', mergedInto: kept.id })
    const known = newcomer({ name: 'Siti Aminah', person: dropped.id })
    const rows = [
      row('people.person', kept),
      row('people.person', dropped),
      ...onRoll(enrolment, [known]),
      ...[1, 2, 3].flatMap((day) =>
        trainingDay(enrolment, day, [{ name: 'Mbak Siti', person: kept.id, walkIn: false }]),
      ),
    ]
    expect(recordOf(rows, known)?.complete).toBe(true)
  })

  test('of two namesakes nobody can say who came, unless one of them is a man', () => {
    const other = newcomer({ name: 'Sitti Aminah' })
    const rows = [1, 2, 3].flatMap((day) => trainingDay(enrolment, day, [{ name: 'Siti Aminah' }]))
    const twins = [...onRoll(enrolment, [siti, other]), ...rows]
    expect(recordOf(twins, siti)?.days).toEqual([])
    const man = newcomer({ name: 'Siti Aminah', sex: 'male' })
    expect(recordOf([...onRoll(enrolment, [siti, man]), ...rows], siti)?.complete).toBe(true)
  })

  test('who is on record as somebody else is not taken for a namesake', () => {
    const known = newcomer({ name: 'Siti Aminah', person: newId() })
    const rows = [1, 2, 3].flatMap((day) =>
      trainingDay(enrolment, day, [{ name: 'Siti Aminah', person: newId(), walkIn: false }]),
    )
    expect(recordOf([...onRoll(enrolment, [known]), ...rows], known)?.days).toEqual([])
  })
})

test('a certificate waits for the last day, and is given once', () => {
  const siti = newcomer({ name: 'Siti Aminah' })
  const days = [1, 2, 3].flatMap((day) => trainingDay(enrolment, day, [{ name: 'Siti Aminah' }]))
  const rows = [...onRoll(enrolment, [siti]), ...days]
  const input = (on: string) => ({
    enrolment,
    kind: 'basic',
    on,
    certificates: [{ id: newId(), volunteer: siti.id }],
  })
  const codes = (on: string, more: readonly Change[] = []) =>
    whyNotIssue(villageWith(enrolment, [...rows, ...more]), input(on), today).map((each) => each.code)
  expect(codes(dayOfTraining(2))).toEqual(['volunteers.certificate-too-early'])
  expect(codes(dayOfTraining(3))).toEqual([])
  const given = works.issue(villageWith(enrolment, rows), input(dayOfTraining(3)))
  expect(given[0]?.value).toMatchObject({ number: null, days: [1, 2, 3].map(dayOfTraining) })
  expect(codes(dayOfTraining(4), given)).toEqual(['volunteers.certified-already'])
})
