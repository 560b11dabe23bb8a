// What meetings brings to the server.
import { answer, type ServerCapability } from '../../platform/server/capability.ts'
import { migrationFile, place } from '../../platform/server/migrations.ts'
import { record } from '../../platform/server/record-rows.ts'
import { attendanceCommands } from './api-attendance.ts'
import { minutesCommands } from './api-minutes.ts'
import { planningCommands } from './api-planning.ts'
import { attendanceCollection } from './attendance.ts'
import { meetingsFeed } from './feed.ts'
import { meetingCollection } from './meeting.ts'
import { upcomingBelow } from './store.ts'
import { upcomingMeetings } from './upcoming.ts'

/** More than a screen shows; who needs the rest narrows the place. */
const mostUpcoming = 50

export const meetingsServer: ServerCapability = {
  name: 'meetings',
  migrations: [
    migrationFile(import.meta.url, '2026-11-21-meetings', place('meetings.meeting', 'meetings.attendance')),
    migrationFile(import.meta.url, '2026-11-29-meetings-ahead', []),
    migrationFile(import.meta.url, '2026-11-29-meetings-serving', []),
    migrationFile(import.meta.url, '2026-11-30-meetings-workshops', []),
  ],
  commands: [...planningCommands, ...attendanceCommands, ...minutesCommands],
  queries: [
    answer(upcomingMeetings, ({ tx, place: at, today }) => upcomingBelow(tx, at, today, mostUpcoming)),
  ],
  feed: meetingsFeed,
  records: [record(meetingCollection), record(attendanceCollection)],
}
