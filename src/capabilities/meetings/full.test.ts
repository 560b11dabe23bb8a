// What a row of a meeting takes: all of it travels to every phone of the village.
import { expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { whyNotAttach } from './file-rules.ts'
import {
  amendmentsMost,
  documentsMost,
  type Meeting,
  photosMost,
  postponementsMost,
  takenOffMost,
} from './meeting.ts'
import { closedMeeting, plan, present, stamp, today } from './meetings.testing.ts'
import * as rules from './rules.ts'
import { planned, withFiles, withoutFile } from './steps.ts'

const files = (count: number, document: string | null) =>
  Array.from({ length: count }, () => ({
    ...{ id: newId(), document, caption: '', mediaType: 'image/jpeg' as const, bytes: 1, sha256: '' },
  }))
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)

test('a meeting has an album, not a gallery', () => {
  const meeting = planned(plan(), new Set())
  expect(whyNotAttach(meeting, files(photosMost, null))).toEqual([])
  const almost = withFiles(meeting, files(photosMost - 1, null), stamp)
  expect(whyNotAttach(almost, files(1, null))).toEqual([])
  expect(codes(whyNotAttach(almost, files(2, null)))).toEqual(['platform.list-full'])
  expect(whyNotAttach(almost, files(documentsMost, 'minutes'))).toEqual([])
  expect(codes(whyNotAttach(almost, files(documentsMost + 1, 'minutes')))).toEqual(['platform.list-full'])
})

test('what was taken off makes room, and the last of it are kept', () => {
  const many = files(documentsMost, 'minutes')
  let meeting = withFiles(planned(plan(), new Set()), many, stamp)
  expect(codes(whyNotAttach(meeting, files(1, 'minutes')))).toEqual(['platform.list-full'])
  for (const { id } of many) meeting = withoutFile(meeting, id, 'Salah', stamp)
  expect(whyNotAttach(meeting, files(documentsMost, 'minutes'))).toEqual([])
  const [one] = files(1, 'minutes')
  const again = withoutFile(withFiles(meeting, one ? [one] : [], stamp), one?.id ?? '', 'Salah', stamp)
  expect(again.documents.map(({ file }) => file)).toEqual([...many.slice(1), one].map((each) => each?.id))
  expect(takenOffMost).toBe(documentsMost)
})

test('a day is put off, and minutes are amended, as often as happens in a village', () => {
  const putOff = { ...stamp, reason: 'Hujan', from: today, to: null }
  const meeting: Meeting = {
    ...planned(plan(), new Set()),
    postponements: Array.from({ length: postponementsMost }, () => putOff),
  }
  const input = { meeting: meeting.id, reason: 'Hujan', to: null }
  expect(codes(rules.whyNotPostpone(meeting, input))).toEqual(['platform.list-full'])
  const id = newId()
  const attendance = [present(id)]
  const held = closedMeeting({ meeting: id }, () => attendance)
  const change = { ...stamp, id: newId(), reason: 'Keliru', fields: [] }
  const amended = { ...held, amendments: Array.from({ length: amendmentsMost }, () => change) }
  const once = {
    ...{ amendment: newId(), meeting: held.id, basedOn: held.version, reason: 'Keliru' },
    ...{ changes: { notulis: 'Bu Carik' }, added: [], withdrawn: [] },
  }
  expect(rules.whyNotAmend(held, once, attendance, null, today)).toEqual([])
  expect(codes(rules.whyNotAmend(amended, once, attendance, null, today))).toEqual(['platform.list-full'])
})
