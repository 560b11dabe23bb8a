// What letters tell gates of who had signed what went out.
import { expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { type Hand, rightCheck } from '../../kernel/paper.ts'
import { viewOf } from '../../kernel/view.ts'
import { headRow, letterRow, receivedRow, sentRow, signaturesCheckedRow, signedRow } from './apply.ts'
import { lettersEvidence } from './evidence.ts'
import { emptyBody, type Letter, letterCollection } from './letter.ts'
import { headInput, letterDay, letterInput } from './letters.testing.ts'
import { mayGoTo } from './sending.ts'

const enrolment = newId()
const [planners, consultant] = ['Bappeda', 'Konsultan Manajemen Wilayah']
const capacity = 'Tokoh masyarakat'
const body = { ...emptyBody, signatories: [{ capacity, name: 'Pak Budi' }] }
const kind = 'assistance_request'
const issued = letterRow(
  letterInput(newId(), { kind, enrolment, body, addressee: [planners, consultant] }),
  headRow(headInput()),
  1,
)
const day = (later: number) => addDays(letterDay, later)
const hand = (account: string): Hand => ({ account, name: account, roles: ['facilitator'] })

const sent = (letter: Letter, to: string, on: number) =>
  sentRow(letter, {
    letter: letter.id,
    basedOn: 1,
    on: day(on),
    how: 'hand',
    to,
    note: '',
    signed: [capacity],
  })
const signed = (letter: Letter, on: number) => {
  const sheet = {
    on: day(on),
    scan: { id: newId(), mediaType: 'image/jpeg' as const, bytes: 9, sha256: 'a'.repeat(64) },
  }
  const about = { letter: letter.id, basedOn: 1 }
  const typed = signedRow(letter, { ...about, sheet }, hand('sari'))
  return signaturesCheckedRow(typed, { ...about, ...rightCheck(sheet) }, hand('dewi'), day(9))
}
const told = (letter: Letter) =>
  lettersEvidence(
    viewOf('34.71.04.1001', [{ collection: letterCollection, id: letter.id, value: letter }]),
    enrolment,
  )[`letter.${kind}.signed_by_all`]?.value

test('a letter that went out before all had signed did not go out signed, whenever its sheet comes', () => {
  const bare = sent(sent(issued, planners, 1), consultant, 2)
  expect([told(bare), told(signed(bare, 1)), told(signed(bare, 2)), told(signed(bare, 8))]).toEqual([
    ...[false, true, false, false],
  ])
})

test('it goes again to those who have it without, unless they have said that they received it', () => {
  const late = signed(sent(sent(issued, planners, 1), consultant, 2), 2)
  expect(mayGoTo(late)).toEqual([planners])
  expect(told(sent(late, planners, 3))).toBe(true)
  const receipt = { letter: late.id, basedOn: 1, to: planners, on: day(4), name: 'Front office', scan: null }
  expect(mayGoTo(receivedRow(late, receipt))).toEqual([])
})
