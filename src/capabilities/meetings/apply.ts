// What a command does to the local copy before the server answers: the same steps as on the server.
import type { Envelope } from '../../kernel/command.ts'
import { today } from '../../kernel/day.ts'
import { unknownHand } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import type { Change, View } from '../../kernel/view.ts'
import * as acknowledging from './acknowledging.ts'
import {
  type Attendance,
  attendanceCollection,
  type CheckIn,
  type CountHeads,
  type WithdrawCheckIn,
} from './attendance.ts'
import { batchSizes } from './batches.ts'
import type * as commands from './commands.ts'
import { type ClosingInput, type Meeting, meetingCollection, type Stamp } from './meeting.ts'
import { type ProposePoints, proposed } from './proposing.ts'
import * as signed from './signed-minutes.ts'
import * as steps from './steps.ts'

type Apply = (view: View, envelope: Envelope<never>) => readonly Change[]

const meetingRow = (value: Meeting): Change => ({ collection: meetingCollection, id: value.id, value })
const attendanceRow = (value: Attendance): Change => ({
  collection: attendanceCollection,
  id: value.id,
  value,
})
/** The account is known when the server's row comes back. */
const stampOf = (envelope: Envelope<never>): Stamp => ({ at: new Date(envelope.at).toISOString(), by: '' })
const codesIn = (view: View) => new Set(view.all<Meeting>(meetingCollection).map((each) => each.code))
const attendanceIn = (view: View, meeting: string) =>
  view.all<Attendance>(attendanceCollection).filter((each) => each.meeting === meeting)

/** A command on one meeting that is on this phone; on one that is not, it shows nothing yet. */
const onMeeting =
  <I extends { meeting: string }>(
    step: (meeting: Meeting, input: I, stamp: Stamp, view: View) => readonly Change[],
  ) =>
  (view: View, envelope: Envelope<never>): readonly Change[] => {
    const input = envelope.input as I
    const meeting = view.get<Meeting>(meetingCollection, input.meeting)
    return meeting ? step(meeting, input, stampOf(envelope), view) : []
  }

const plan = (view: View, envelope: Envelope<never>) => [
  meetingRow(steps.planned(envelope.input as commands.PlanMeeting, codesIn(view))),
]

function planTraining(view: View, envelope: Envelope<never>): Change[] {
  const input = envelope.input as commands.PlanTraining
  const codes = codesIn(view)
  return steps.sessionPlans(input, batchSizes(input.participants, input.perBatch)).map((session) => {
    const meeting = steps.planned(session, codes)
    codes.add(meeting.code)
    return meetingRow(meeting)
  })
}

function record(view: View, envelope: Envelope<never>): Change[] {
  const made = steps.recorded(envelope.input as commands.RecordMeeting, codesIn(view), stampOf(envelope))
  return [meetingRow(made.meeting), ...made.attendance.map(attendanceRow)]
}

function withdraw(view: View, envelope: Envelope<never>): Change[] {
  const { attendance, reason } = envelope.input as WithdrawCheckIn
  const row = view.get<Attendance>(attendanceCollection, attendance)
  return row ? [attendanceRow(steps.withdrawn(row, reason, stampOf(envelope)))] : []
}

const onMeetings =
  <I extends { meetings: readonly string[] }>(step: (meeting: Meeting, input: I, stamp: Stamp) => Meeting) =>
  (view: View, envelope: Envelope<never>): Change[] => {
    const input = envelope.input as I
    return input.meetings.flatMap((id) => {
      const meeting = view.get<Meeting>(meetingCollection, id)
      return meeting ? [meetingRow(step(meeting, input, stampOf(envelope)))] : []
    })
  }

export const meetingsApplies: Readonly<Record<string, Apply>> = {
  'meetings.plan': plan,
  'meetings.plan-training': planTraining,
  'meetings.record': record,
  'meetings.change': onMeeting<commands.ChangeMeeting>((meeting, { changes }) => [
    meetingRow(steps.changed(meeting, changes)),
  ]),
  'meetings.invite': onMeeting<commands.InviteToMeeting>((meeting, input, stamp) => [
    meetingRow(steps.invited(meeting, input, stamp)),
  ]),
  'meetings.postpone': onMeeting<commands.PostponeMeeting>((meeting, input, stamp) => [
    meetingRow(steps.postponed(meeting, input, stamp)),
  ]),
  'meetings.cancel': onMeeting<commands.CancelMeeting>((meeting, { reason }, stamp) => [
    meetingRow(steps.cancelled(meeting, reason, stamp)),
  ]),
  'meetings.open': onMeeting((meeting, _, stamp) => [meetingRow(steps.opened(meeting, stamp))]),
  'meetings.check-in': onMeeting<CheckIn>((meeting, { attendees }, { at }) =>
    attendees.map((each) => attendanceRow(steps.attendanceOf(meeting.id, each, at))),
  ),
  'meetings.withdraw-check-in': withdraw,
  'meetings.count': onMeeting<CountHeads>((meeting, { count }) => [
    meetingRow(steps.counted(meeting, count)),
  ]),
  'meetings.close': onMeeting<ClosingInput>((meeting, input, stamp, view) => [
    meetingRow(steps.closed(meeting, input, attendanceIn(view, meeting.id), stamp)),
  ]),
  'meetings.amend': onMeeting<commands.AmendMeeting>((meeting, input, stamp, view) => {
    const next = steps.amended(meeting, input, attendanceIn(view, meeting.id), stamp)
    return [meetingRow(next.meeting), ...[...next.added, ...next.withdrawn].map(attendanceRow)]
  }),
  'meetings.acknowledge': (view, envelope) =>
    onMeetings<commands.AcknowledgeMeetings>((meeting, input, stamp) => {
      const zone = zoneOf(view.place)
      return acknowledging.acknowledged(
        meeting,
        input,
        stamp,
        acknowledging.acknowledgedOn(meeting, stamp.at, zone, today(zone, new Date(stamp.at))),
      )
    })(view, envelope),
  'meetings.acknowledge-on-paper': onMeetings<commands.AcknowledgeOnPaper>((meeting, input, stamp) =>
    acknowledging.acknowledgedOnPaper(meeting, input, stamp, unknownHand),
  ),
  'meetings.check-paper': (view, envelope) =>
    onMeetings<commands.CheckPaper>((meeting, input, { at }) =>
      acknowledging.paperChecked(meeting, input, unknownHand, today(zoneOf(view.place), new Date(at))),
    )(view, envelope),
  'meetings.sign-minutes': onMeeting<signed.SignMinutes>((meeting, input, stamp) => [
    meetingRow(signed.minutesSigned(meeting, input, stamp, unknownHand)),
  ]),
  'meetings.check-minutes': onMeeting<signed.CheckMinutes>((meeting, input, { at }, view) => [
    meetingRow(signed.minutesChecked(meeting, input, unknownHand, today(zoneOf(view.place), new Date(at)))),
  ]),
  'meetings.serve': onMeetings<commands.ServeAlso>(steps.served),
  'meetings.attach': onMeeting<commands.AttachFiles>((meeting, { files }, stamp) => [
    meetingRow(steps.withFiles(meeting, files, stamp)),
  ]),
  'meetings.detach': onMeeting<commands.DetachFile>((meeting, { file, reason }, stamp) => [
    meetingRow(steps.withoutFile(meeting, file, reason, stamp)),
  ]),
  'meetings.propose': onMeeting<ProposePoints>((meeting, input) => [meetingRow(proposed(meeting, input))]),
  'meetings.finish-follow-up': onMeeting<commands.FinishFollowUp>((meeting, { followUp, note }, stamp) => [
    meetingRow(steps.withFollowUpDone(meeting, followUp, note, stamp)),
  ]),
}
