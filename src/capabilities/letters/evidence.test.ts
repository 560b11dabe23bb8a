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
import { knownSigned, mayGoTo, notSigned } from './sending.ts'

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

const sent = (letter: Letter, to: string, on: number, by = [capacity]) =>
  sentRow(letter, {
    letter: letter.id,
    basedOn: 1,
    on: day(on),
    how: 'hand',
    to,
    note: '',
    signed: by,
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
const told = (letter: Letter, fact = 'signed_by_all') =>
  lettersEvidence(
    viewOf('34.71.04.1001', [{ collection: letterCollection, id: letter.id, value: letter }]),
    enrolment,
  )[`letter.${kind}.${fact}`]?.value

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

test('a scan that nobody has checked yet is told as such, and no more once it was', () => {
  const out = sent(sent(issued, planners, 1), consultant, 1)
  const checked = signed(out, 1)
  const waiting = {
    ...checked,
    signatures: { paper: { ...checked.signatures?.paper, check: null } },
  } as Letter
  expect([told(waiting, 'signed_by_all_unchecked'), told(checked, 'signed_by_all_unchecked')]).toEqual([
    ...[true, undefined],
  ])
})

test('whose signatures a checked scan shows is not said to have left it unsigned, nor ticked again by hand', () => {
  const bare = sent(issued, planners, 3, [])
  expect([notSigned(bare), mayGoTo(bare)]).toEqual([[capacity], [consultant, planners]])
  const whole = signed(bare, 2)
  expect([notSigned(whole), mayGoTo(whole)]).toEqual([[], [consultant]])
  expect([knownSigned(bare), knownSigned(whole), knownSigned(sent(issued, planners, 3))]).toEqual([
    ...[[], [capacity], [capacity]],
  ])
})
