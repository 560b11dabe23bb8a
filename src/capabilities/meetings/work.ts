// What every handler of meetings does: find the meeting and its setting, keep what the step made of it, tell
// the feed, and tell programmes the facts that changed with it.
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import type { CommandWork } from '../../platform/server/capability.ts'
import { personsById } from '../people/door.ts'
import { programmeOf } from '../programmes/door.ts'
import { type Enrolled, enrolmentsOf } from '../programmes/serving.ts'
import { type Attendance, attendanceCollection } from './attendance.ts'
import { type Meeting, meetingCollection, type Stamp } from './meeting.ts'
import type { Setting } from './plan-rules.ts'
import { type About, alsoOf, settingOf } from './setting.ts'
import { attendanceStore, meetingStore } from './store.ts'
import { tellFactsOf } from './telling.ts'

export type Work = Omit<Parameters<CommandWork<unknown>>[0], 'input'>

export const stampOf = ({ doneAt, actor }: Work): Stamp => ({ at: doneAt.toISOString(), by: actor.account })
export const meetingsAt = ({ tx, district, place }: Work) => meetingStore(tx, district, place)
export const attendanceAt = ({ tx, vault, district, place }: Work) =>
  attendanceStore(tx, vault, district, place)

export async function meetingOf(work: Work, id: string): Promise<Meeting> {
  const meeting = await meetingsAt(work).find(id)
  if (!meeting) throw new Refused([refuse('meetings.no-such-meeting', {}, 'meeting')])
  return meeting
}

export async function settingAt(work: Work, about: About): Promise<Setting> {
  const found = new Map<string, Enrolled | null>()
  for (const id of enrolmentsOf(about)) found.set(id, await programmeOf(work, id))
  const find = (id: string | null) => (id === null ? null : (found.get(id) ?? null))
  return settingOf(find(about.enrolment), about, alsoOf(about, find))
}

/** Attendees who are said to be on record must be: gone, dead or merged since is no matter, unknown is. */
export async function unknownPeople(
  work: Work,
  attendees: readonly { person: string | null }[],
  field: string,
): Promise<Refusal[]> {
  const ids = [...new Set(attendees.flatMap((each) => each.person ?? []))]
  const known = await personsById(work, ids)
  return ids.every((id) => known.has(id)) ? [] : [refuse('meetings.unknown-person', {}, field)]
}

export async function attendanceOfMeeting(work: Work, meeting: string): Promise<Attendance[]> {
  return attendanceAt(work).ofMeetings([meeting])
}

export async function addMeeting(work: Work, meeting: Meeting): Promise<void> {
  await meetingsAt(work).add(meeting, { by: work.actor.account, at: work.now })
  work.changes.touch(meetingCollection, meeting.id)
}

export async function saveMeeting(work: Work, meeting: Meeting): Promise<void> {
  await meetingsAt(work).save(meeting)
  work.changes.touch(meetingCollection, meeting.id)
}

/** For what changes the evidence: the facts follow in the same transaction. */
export const saveWithFacts = (work: Work, meeting: Meeting): Promise<void> => saveAll(work, [meeting])

export async function saveAll(work: Work, meetings: readonly Meeting[]): Promise<void> {
  for (const meeting of meetings) await saveMeeting(work, meeting)
  await tellFactsOf(work, meetings)
}

export async function addAttendance(work: Work, rows: readonly Attendance[]): Promise<void> {
  await attendanceAt(work).add(rows)
  for (const row of rows) work.changes.touch(attendanceCollection, row.id)
}

export async function withdrawAttendance(work: Work, rows: readonly Attendance[]): Promise<void> {
  await attendanceAt(work).withdraw(rows)
  for (const row of rows) work.changes.touch(attendanceCollection, row.id)
}
