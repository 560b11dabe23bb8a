// The village head acknowledges the roll: whom, in which edition, how often.
import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import type { PaperInput } from '../../kernel/paper.ts'
import type { Change } from '../../kernel/view.ts'
import { works } from './apply.ts'
import { type Acknowledgement, foundWrongMost, signingsMost } from './roll.ts'
import { whyNotAcknowledge } from './roll-rules.ts'
import { acknowledgedIn } from './view.ts'
import { me, newcomer, onRoll, today, villageWith } from './volunteers.testing.ts'

const enrolment = newId()
const said = (refusals: readonly { code: string; field?: string }[]) =>
  refusals.map((each) => `${each.code} ${each.field ?? ''}`.trim())
const [a, b] = [newcomer({ name: 'A' }), newcomer({ name: 'B' })]
const roll = onRoll(enrolment, [a, b])
const signing = (...volunteers: string[]) => ({ enrolment, volunteers, name: 'Lurah', note: '' })
const inEditions = (volunteers: string[], editions: number[]) => ({ ...signing(...volunteers), editions })
const why = (input: ReturnType<typeof signing>, more = roll) =>
  said(whyNotAcknowledge(villageWith(enrolment, more), input))

test('those seen on the roll, and nobody who never was on it', () => {
  expect(why(signing(a.id))).toEqual([])
  expect(why(signing(a.id, newId()))).toEqual(['volunteers.not-on-roll volunteers'])
})

test('again only when somebody is new, and the first signing stands', () => {
  const first = works.acknowledge(villageWith(enrolment, roll), signing(a.id), me)
  const after = [...roll, ...first]
  expect(why(signing(a.id), after)).toEqual(['volunteers.already-acknowledged volunteers'])
  expect(why(signing(a.id, b.id), after)).toEqual([])
  const second = works.acknowledge(villageWith(enrolment, after), signing(a.id, b.id), me)
  const row = second[0]?.value as Acknowledgement
  expect(row.signings.map((each) => each.volunteers)).toEqual([[a.id], [b.id]])
  expect(acknowledgedIn(villageWith(enrolment, [...after, ...second]), enrolment)).toEqual(
    new Set([a.id, b.id]),
  )
})

test('not once its book of signings is full', () => {
  const [first] = works.acknowledge(villageWith(enrolment, roll), signing(a.id), me)
  const row = first?.value as Acknowledgement
  const signings = Array.from({ length: signingsMost }, () => row.signings[0])
  const full = { ...first, value: { ...row, signings } }
  expect(why(signing(b.id), [...roll, full] as never)).toEqual(['platform.list-full'])
})

test('not when all that is new has stepped back', () => {
  const gone = works.withdraw(
    villageWith(enrolment, roll),
    { volunteer: a.id, on: today, reason: 'Sibuk' },
    me,
  )
  expect(why(signing(a.id), [...roll, ...gone])).toEqual(['volunteers.nobody-to-acknowledge volunteers'])
})

test('as they stand there now, each once: nobody signs ahead for what a line will say', () => {
  const first = works.acknowledge(villageWith(enrolment, roll), signing(a.id), me)
  const after = [...roll, ...first]
  expect(why(inEditions([a.id, b.id], [2, 1]), after)).toEqual(['platform.paper-changed volunteers'])
  expect(why(inEditions([a.id, a.id, b.id], [1, 1, 1]), after)).toEqual([
    'volunteers.same-id-twice volunteers',
  ])
})

test('what was typed and found wrong never fills the book, and keeps the reason without the names', () => {
  const paper = (): PaperInput => ({
    ...{ name: 'Lurah', position: 'Lurah', standing: 'own', on: today },
    scan: { id: newId(), mediaType: 'image/jpeg', bytes: 9, sha256: 'a'.repeat(64) },
  })
  let rows: Change[] = roll
  for (let round = 0; round < signingsMost; round += 1) {
    const { name: _, ...lines } = signing(a.id)
    rows = [
      ...roll,
      ...works.acknowledgeOnPaper(villageWith(enrolment, rows), { ...lines, paper: paper() }, me),
    ]
    const wrong = { enrolment, agrees: false, reason: 'Tanpa cap', scan: '' }
    rows = [...roll, ...works.checkPaper(villageWith(enrolment, rows), wrong, me)]
  }
  const signings = (rows.at(-1)?.value as Acknowledgement | undefined)?.signings ?? []
  expect(signings.length).toBe(foundWrongMost + 1)
  expect(signings.every((each) => each.volunteers.length === 0)).toBe(true)
  expect(signings[0]?.paper?.check?.reason).toBe('Tanpa cap')
  expect(why(signing(a.id), rows as typeof roll)).toEqual([])
})
