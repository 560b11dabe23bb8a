// Opening a meeting and counting who is there.
import { Refused, refuse, refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import { checkIn, countHeads, withdrawCheckIn } from './attendance.ts'
import * as commands from './commands.ts'
import * as rules from './rules.ts'
import * as steps from './steps.ts'
import {
  addAttendance,
  attendanceAt,
  meetingOf,
  saveMeeting,
  settingAt,
  stampOf,
  unknownPeople,
  withdrawAttendance,
} from './work.ts'

export const attendanceCommands = [
  handle(commands.openMeeting, async (work) => {
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotOpen(meeting))
    await saveMeeting(work, steps.opened(meeting, stampOf(work)))
  }),
  handle(checkIn, async (work) => {
    const { attendees } = work.input
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny([
      ...rules.whyNotCheckIn(meeting, attendees, await settingAt(work, meeting)),
      ...(await unknownPeople(work, attendees, 'attendees')),
    ])
    const { at } = stampOf(work)
    await addAttendance(
      work,
      attendees.map((each) => steps.attendanceOf(meeting.id, each, at)),
    )
  }),
  handle(withdrawCheckIn, async (work) => {
    const meeting = await meetingOf(work, work.input.meeting)
    const [attendance] = await attendanceAt(work).many([work.input.attendance])
    refuseIfAny(rules.whyNotWithdraw(meeting, attendance))
    if (!attendance) throw new Refused([refuse('meetings.no-such-attendance', {}, 'attendance')])
    await withdrawAttendance(work, [steps.withdrawn(attendance, work.input.reason, stampOf(work))])
  }),
  handle(countHeads, async (work) => {
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotCount(meeting, work.input.count, await settingAt(work, meeting)))
    await saveMeeting(work, steps.counted(meeting, work.input.count))
  }),
]
