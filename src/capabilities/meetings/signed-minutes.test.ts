import { expect, test } from 'vitest'
import { addDays } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import { awaitsCheck, type Hand, whyNotCheck } from '../../kernel/paper.ts'
import type { Role } from '../../kernel/role.ts'
import { viewOf } from '../../kernel/view.ts'
import { meetingFacts } from './evidence.ts'
import { whyNotAttach } from './file-rules.ts'
import { documentsMost, documentsOf, hasSignedMinutes, type Meeting } from './meeting.ts'
import {
  closedMeeting,
  meetingDay,
  openMeeting,
  rightMinutes,
  signedMinutes,
  stamp,
  today,
} from './meetings.testing.ts'
import { minutesChecked, minutesSigned, whyNotSignMinutes } from './signed-minutes.ts'
import { withFiles, withoutFile } from './steps.ts'

const enrolment = newId()
const held = closedMeeting({ enrolment, kind: 'rkm' })
const hand = (...roles: Role[]): Hand => ({ account: newId(), name: 'Dewi', roles })
const facilitator = hand('facilitator')
const sheet = signedMinutes(held.id)
const typed = minutesSigned(held, sheet, stamp, facilitator)
const said = (refusals: readonly { code: string; field?: string | undefined }[]) =>
  refusals.map(({ code, field = '' }) => `${code} ${field}`.trim())
const why = (meeting: Meeting, given: Partial<typeof sheet.sheet> = {}) =>
  said(whyNotSignMinutes(meeting, { ...sheet, sheet: { ...sheet.sheet, ...given } }, today))
const right = rightMinutes(sheet)

/** What gates are told of the minutes of the readiness meeting. */
function told(meeting: Meeting) {
  const facts = meetingFacts(
    viewOf('34.71.04.1001', [{ collection: 'meetings.meeting', id: meeting.id, value: meeting }]),
    enrolment,
  )
  const of = (name: string) => facts[`meeting.rkm.${name}`]?.value
  return [of('minutes_signed'), of('minutes_signed_unchecked') ?? false]
}

test('a scan of signed minutes proves nothing before a second person has checked it, and gates say that it waits', () => {
  expect(told(held)).toEqual([false, false])
  expect(awaitsCheck(typed.signedMinutes)).toBe(true)
  expect(told(typed)).toEqual([false, true])
  const checked = minutesChecked(typed, right, hand('village-head'), today)
  expect(told(checked)).toEqual([true, false])
  expect(hasSignedMinutes(checked)).toBe(true)
})

test('found not right it proves nothing, and makes room for another', () => {
  const wrong = minutesChecked(
    typed,
    { ...right, agrees: false, reason: 'Notulis belum' },
    hand('village-head'),
    today,
  )
  expect(told(wrong)).toEqual([false, false])
  expect(why(wrong, { scan: { ...(sheet.sheet.scan as never as object), id: newId() } as never })).toEqual([])
})

test('whoever fills the list of documents does not shut the berita acara, and scans found wrong do not fill it', () => {
  const { scan } = sheet.sheet
  const file = (id = newId()) => ({
    ...(scan as NonNullable<typeof scan>),
    id,
    document: 'list',
    caption: '',
  })
  const many = Array.from({ length: documentsMost }, () => file())
  const crowded = withFiles(held, many, stamp)
  expect(said(whyNotAttach(crowded, [file()]))).toEqual(['platform.list-full files'])
  expect(why(crowded)).toEqual([])
  let meeting = held
  for (let round = 0; round < documentsMost; round += 1) {
    const next = { ...sheet, sheet: { ...sheet.sheet, scan: scan && { ...scan, id: newId() } } }
    expect(said(whyNotSignMinutes(meeting, next, today))).toEqual([])
    const wrong = { ...right, agrees: false, reason: 'Kabur' }
    meeting = minutesChecked(minutesSigned(meeting, next, stamp, facilitator), wrong, facilitator, today)
  }
  expect(documentsOf(meeting)).toHaveLength(documentsOf(held).length + 1)
})

test('a scan that is taken off takes its signatures with it', () => {
  const checked = minutesChecked(typed, right, hand('village-head'), today)
  const without = withoutFile(checked, sheet.sheet.scan?.id ?? '', 'Kabur', stamp)
  expect(told(without)).toEqual([false, false])
})

test('it is checked by somebody else, of another role', () => {
  const check = (by: Hand) => said(whyNotCheck(typed.signedMinutes, right, by))
  expect(check(facilitator)).toEqual(['platform.paper-own'])
  expect(check(hand('facilitator'))).toEqual(['platform.paper-same-role'])
  expect(check(hand('board-secretary'))).toEqual([])
})

test('every one who signs it has signed, after the meeting was held and closed, and the scan is there', () => {
  expect(why(held)).toEqual([])
  expect(why(openMeeting())).toEqual(['meetings.not-closed'])
  expect(why(typed)).toEqual(['platform.paper-waits', 'meetings.file-twice files'])
  expect(why(minutesChecked(typed, right, hand('village-head'), today))).toContain(
    'meetings.minutes-signed-already',
  )
  const signed = { chair: 'Bu Lurah', notulis: null, residents: null }
  expect(why(held, { signed })).toEqual([
    'meetings.signature-missing sheet.signed.notulis',
    'meetings.signature-missing sheet.signed.residents',
  ])
  expect(why(held, { scan: null })).toEqual(['platform.paper-without-scan sheet.scan'])
  expect(why(held, { on: addDays(today, 1) })).toEqual(['platform.paper-ahead sheet.on'])
  expect(why(held, { on: addDays(meetingDay, -1) })).toEqual(['platform.paper-before sheet.on'])
})
