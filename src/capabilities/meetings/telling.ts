// After a command changed meetings, programmes is told their facts: the same giver as on the phone, over the
// same rows.
import type { Change } from '../../kernel/view.ts'
import { viewOf } from '../../kernel/view.ts'
import type { Changes } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import type { Vault } from '../../platform/server/vault.ts'
import { programmeOf, tellFacts } from '../programmes/door.ts'
import { enrolmentsOf } from '../programmes/serving.ts'
import { attendanceCollection } from './attendance.ts'
import { meetingFacts } from './evidence.ts'
import { type Meeting, meetingCollection } from './meeting.ts'
import { enrolmentCollection, programmeCollection } from './setting.ts'
import { attendanceStore, meetingStore } from './store.ts'

type At = { tx: Tx; place: string; district: string; vault: Vault; changes: Changes }
const row =
  (collection: string) =>
  (value: { id: string }): Change => ({ collection, id: value.id, value })

/** The facts of every programme that these meetings serve, and of those that they served until now. */
export async function tellFactsOf(at: At, meetings: readonly Meeting[]): Promise<void> {
  for (const enrolment of new Set(meetings.flatMap(enrolmentsOf))) await tellMeetingFacts(at, enrolment)
}

async function tellMeetingFacts(at: At, enrolment: string): Promise<void> {
  const { tx, place, district, vault } = at
  const meetings = await meetingStore(tx, district, place).ofEnrolment(enrolment)
  // Only who came to the days of a training is asked by name; a meeting keeps its own tally.
  const days = meetings.filter((each) => each.group === 'training' && each.state === 'closed')
  const attendance =
    days.length > 0
      ? await attendanceStore(tx, vault, district, place).ofMeetings(days.map((each) => each.id))
      : []
  const enrolled = await programmeOf(at, enrolment)
  const about: Change[] = enrolled
    ? [
        { collection: enrolmentCollection, id: enrolment, value: enrolled.row },
        { collection: programmeCollection, id: enrolled.row.programme, value: enrolled.programme },
      ]
    : []
  const rows = [
    ...meetings.map(row(meetingCollection)),
    ...attendance.map(row(attendanceCollection)),
    ...about,
  ]
  await tellFacts(at, 'meetings', enrolment, meetingFacts(viewOf(place, rows), enrolment))
}
