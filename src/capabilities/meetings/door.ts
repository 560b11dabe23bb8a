// What higher capabilities may ask of meetings, on the server. They keep ids and never copies.
import type { Tx } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'
import type { Attendance } from './attendance.ts'
import type { Meeting } from './meeting.ts'
import { attendanceStore, meetingStore } from './store.ts'

type At = { tx: Tx; place: string; district: string; vault: Vault }

/** A meeting of this village, or undefined when there is none. */
export async function meetingById(at: Omit<At, 'vault'>, id: string): Promise<Meeting | undefined> {
  return meetingStore(at.tx, at.district, at.place).find(id)
}

/** The workshops of an enrolment that were not cancelled, also those that serve it as well. */
export async function workshopsOf(at: Omit<At, 'vault'>, enrolment: string): Promise<Meeting[]> {
  const all = await meetingStore(at.tx, at.district, at.place).ofEnrolment(enrolment)
  return all.filter((each) => each.group === 'workshop' && each.state !== 'cancelled')
}

/** The days of training of an enrolment that were not cancelled, and who came to those that are closed. */
export async function trainingsOf(
  at: At,
  enrolment: string,
): Promise<{ meetings: Meeting[]; attendance: Attendance[] }> {
  const { tx, place, district, vault } = at
  const all = await meetingStore(tx, district, place).ofEnrolment(enrolment)
  const meetings = all.filter((each) => each.group === 'training' && each.state !== 'cancelled')
  const closed = meetings.filter((each) => each.state === 'closed').map((each) => each.id)
  const attendance =
    closed.length > 0 ? await attendanceStore(tx, vault, district, place).ofMeetings(closed) : []
  return { meetings, attendance }
}
