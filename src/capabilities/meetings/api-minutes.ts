// Closing with minutes, amending, acknowledging, and the papers and follow-ups of a meeting.
import { behind, handOf, whyNotCheck } from '../../kernel/paper.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import { dropFile, expectFiles, expectScan, whyNotSeen } from '../../platform/server/files.ts'
import * as acknowledging from './acknowledging.ts'
import * as commands from './commands.ts'
import { whyNotAttach, whyNotDetach } from './file-rules.ts'
import { acknowledgementOf, handsOn, type Meeting, meetingCollection, signedMinutesOf } from './meeting.ts'
import { whyNotPlan } from './plan-rules.ts'
import { proposed, proposePoints, whyNotPropose } from './proposing.ts'
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
    const { input, place, today } = work
    const found = await foundOf(work, input.meetings)
    refuseIfAny(found.flatMap((each, i) => rules.whyNotAcknowledge(each, input.editions?.[i])))
    const meetings = found.filter((each) => each !== undefined)
    const stamp = stampOf(work)
    await saveAll(
      work,
      meetings.map((each) => {
        const on = acknowledging.acknowledgedOn(each, stamp.at, zoneOf(place), today)
        const known = behind(handOf(work), commands.acknowledgeMeetings.roles, [each.closing?.by])
        return acknowledging.acknowledged(each, input, { ...stamp, ...known }, on)
      }),
    )
  }),
  handle(commands.acknowledgeOnPaper, async (work) => {
    const { input, today } = work
    const found = await foundOf(work, input.meetings)
    refuseIfAny(rules.whyNotAcknowledgeOnPaper(found, input, today))
    const owner = { collection: meetingCollection, id: input.meetings[0] as string }
    await expectScan(work, owner, input.paper.scan)
    const meetings = found.filter((each) => each !== undefined)
    await saveAll(
      work,
      meetings.map((each) => acknowledging.acknowledgedOnPaper(each, input, stampOf(work), handOf(work))),
    )
  }),
  handle(commands.checkPaper, async (work) => {
    const { input, today } = work
    const found = await foundOf(work, input.meetings)
    refuseIfAny(
      await whyNotSeen(
        work,
        input,
        found.flatMap((each) => {
          const involved = each && handsOn(each, 'acknowledgement')
          return whyNotCheck(each && acknowledgementOf(each), input, handOf(work), involved)
        }),
      ),
    )
    const meetings = found.filter((each) => each !== undefined)
    await saveAll(
      work,
      meetings.map((each) => acknowledging.paperChecked(each, input, handOf(work), today)),
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
    refuseIfAny(whyNotAttach(meeting, files))
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
    refuseIfAny(signed.whyNotSignMinutes(meeting, input, today))
    await expectScan(work, { collection: meetingCollection, id: meeting.id }, input.sheet.scan, 'minutes')
    await saveWithFacts(work, signed.minutesSigned(meeting, input, stampOf(work), handOf(work)))
  }),
  handle(signed.checkMinutes, async (work) => {
    const { input, today } = work
    const meeting = await meetingOf(work, input.meeting)
    const involved = handsOn(meeting, 'signedMinutes')
    refuseIfAny(
      await whyNotSeen(work, input, whyNotCheck(signedMinutesOf(meeting), input, handOf(work), involved)),
    )
    await saveWithFacts(work, signed.minutesChecked(meeting, input, handOf(work), today))
  }),
  handle(commands.detachFile, async (work) => {
    const { file, reason } = work.input
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(whyNotDetach(meeting, file))
    await dropFile(work, { collection: meetingCollection, id: meeting.id }, file)
    await saveWithFacts(work, steps.withoutFile(meeting, file, reason, stampOf(work)))
  }),
  handle(commands.finishFollowUp, async (work) => {
    const { followUp, note } = work.input
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotFinish(meeting, followUp))
    await saveMeeting(work, steps.withFollowUpDone(meeting, followUp, note, stampOf(work)))
  }),
  handle(proposePoints, async (work) => {
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(whyNotPropose(meeting, work.input))
    await saveMeeting(work, proposed(meeting, work.input))
  }),
]

export const minutesCommands = [...minuting, ...papers]
