// Closing with minutes, amending, acknowledging, and the papers and follow-ups of a meeting.
import { handOf, whyNotCheck } from '../../kernel/paper.ts'
import { refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import { dropFile, expectFiles, expectScan } from '../../platform/server/files.ts'
import * as commands from './commands.ts'
import { type Meeting, meetingCollection } from './meeting.ts'
import { whyNotPlan } from './plan-rules.ts'
import * as rules from './rules.ts'
import * as signed from './signed-minutes.ts'
import * as steps from './steps.ts'
import { tellFactsOf } from './telling.ts'
import {
  addAttendance,
  addMeeting,
  attendanceOfMeeting,
  meetingOf,
  meetingsAt,
  saveAll,
  saveMeeting,
  saveWithFacts,
  settingAt,
  stampOf,
  unknownPeople,
  type Work,
  withdrawAttendance,
} from './work.ts'

const minuting = [
  handle(commands.closeMeeting, async (work) => {
    const { input, today } = work
    const meeting = await meetingOf(work, input.meeting)
    const attendance = await attendanceOfMeeting(work, meeting.id)
    refuseIfAny(rules.whyNotClose(meeting, input, attendance, await settingAt(work, meeting), today))
    await saveWithFacts(work, steps.closed(meeting, input, attendance, stampOf(work)))
  }),
  handle(commands.recordMeeting, async (work) => {
    const { input, today } = work
    const setting = await settingAt(work, input.plan)
    const others = input.plan.group === 'training' ? await meetingsAt(work).sessions() : []
    const made = steps.recorded(input, await meetingsAt(work).codes([input.plan.meeting]), stampOf(work))
    refuseIfAny([
      ...rules.under('plan', whyNotPlan(input.plan, setting, others)),
      ...rules.whyNotRecord(made.meeting, input, made.attendance, setting, today),
      ...(await unknownPeople(work, input.attendees, 'attendees')),
    ])
    await addMeeting(work, made.meeting)
    await addAttendance(work, made.attendance)
    await tellFactsOf(work, [made.meeting])
    return { code: made.meeting.code }
  }),
  handle(commands.amendMeeting, async (work) => {
    const { input, today } = work
    const meeting = await meetingOf(work, input.meeting)
    const attendance = await attendanceOfMeeting(work, meeting.id)
    refuseIfAny([
      ...rules.whyNotAmend(meeting, input, attendance, await settingAt(work, meeting), today),
      ...(await unknownPeople(work, input.added, 'added')),
    ])
    const next = steps.amended(meeting, input, attendance, stampOf(work))
    await addAttendance(work, next.added)
    await withdrawAttendance(work, next.withdrawn)
    await saveWithFacts(work, next.meeting)
  }),
  handle(commands.acknowledgeMeetings, async (work) => {
    const { input } = work
    const found = await foundOf(work, input.meetings)
    refuseIfAny(found.flatMap(rules.whyNotAcknowledge))
    const meetings = found.filter((each) => each !== undefined)
    await saveAll(
      work,
      meetings.map((each) => steps.acknowledged(each, input, stampOf(work))),
    )
  }),
  handle(commands.acknowledgeOnPaper, async (work) => {
    const { input, today } = work
    const found = await foundOf(work, input.meetings)
    refuseIfAny(rules.whyNotAcknowledgeOnPaper(found, input.paper, today))
    const owner = { collection: meetingCollection, id: input.meetings[0] as string }
    await expectScan(work, owner, input.paper.scan)
    const meetings = found.filter((each) => each !== undefined)
    await saveAll(
      work,
      meetings.map((each) => steps.acknowledgedOnPaper(each, input, stampOf(work), handOf(work))),
    )
  }),
  handle(commands.checkPaper, async (work) => {
    const { input, today } = work
    const found = await foundOf(work, input.meetings)
    refuseIfAny(found.flatMap((each) => whyNotCheck(each?.acknowledgement, input, handOf(work))))
    const meetings = found.filter((each) => each !== undefined)
    await saveAll(
      work,
      meetings.map((each) => steps.paperChecked(each, input, handOf(work), today)),
    )
  }),
]

async function foundOf(work: Work, ids: readonly string[]): Promise<(Meeting | undefined)[]> {
  const found = new Map((await meetingsAt(work).many(ids)).map((each) => [each.id, each]))
  return ids.map((id) => found.get(id))
}

const papers = [
  handle(commands.attachFiles, async (work) => {
    const { files } = work.input
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotAttach(meeting, files))
    const expected = files.map(({ id, document, mediaType, bytes, sha256 }) => ({
      id,
      kind: document ?? 'photo',
      mediaType,
      bytes,
      sha256,
    }))
    await expectFiles(work, { collection: meetingCollection, id: meeting.id }, expected)
    await saveWithFacts(work, steps.withFiles(meeting, files, stampOf(work)))
  }),
  handle(signed.signMinutes, async (work) => {
    const { input, today } = work
    const meeting = await meetingOf(work, input.meeting)
    const { scan } = input.sheet
    const file = scan ? [{ ...scan, kind: 'minutes' }] : []
    refuseIfAny(signed.whyNotSignMinutes(meeting, input, today))
    await expectFiles(work, { collection: meetingCollection, id: meeting.id }, file)
    await saveWithFacts(work, signed.minutesSigned(meeting, input, stampOf(work), handOf(work)))
  }),
  handle(signed.checkMinutes, async (work) => {
    const { input, today } = work
    const meeting = await meetingOf(work, input.meeting)
    refuseIfAny(whyNotCheck(meeting.signedMinutes, input, handOf(work)))
    await saveWithFacts(work, signed.minutesChecked(meeting, input, handOf(work), today))
  }),
  handle(commands.detachFile, async (work) => {
    const { file, reason } = work.input
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotDetach(meeting, file))
    await dropFile(work, { collection: meetingCollection, id: meeting.id }, file)
    await saveWithFacts(work, steps.withoutFile(meeting, file, reason, stampOf(work)))
  }),
  handle(commands.finishFollowUp, async (work) => {
    const { followUp, note } = work.input
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotFinish(meeting, followUp))
    await saveMeeting(work, steps.withFollowUpDone(meeting, followUp, note, stampOf(work)))
  }),
]

export const minutesCommands = [...minuting, ...papers]
