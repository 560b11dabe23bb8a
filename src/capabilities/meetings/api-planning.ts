// Planning, inviting, putting off, calling off.
import { refuseIfAny } from '../../kernel/refusal.ts'
import { handle } from '../../platform/server/capability.ts'
import { batchSizes } from './batches.ts'
import * as commands from './commands.ts'
import type { Meeting } from './meeting.ts'
import { whyNotPlan, whyNotPlanTraining } from './plan-rules.ts'
import * as rules from './rules.ts'
import * as steps from './steps.ts'
import { tellFactsOf } from './telling.ts'
import {
  addMeeting,
  attendanceAt,
  meetingOf,
  meetingsAt,
  saveAll,
  saveMeeting,
  saveWithFacts,
  settingAt,
  stampOf,
} from './work.ts'

export const planningCommands = [
  handle(commands.planMeeting, async (work) => {
    const { input } = work
    const setting = await settingAt(work, input)
    const others = input.group === 'training' ? await meetingsAt(work).sessions() : []
    refuseIfAny(whyNotPlan(input, setting, others))
    const meeting = steps.planned(input, await meetingsAt(work).codes([input.meeting]))
    await addMeeting(work, meeting)
    await tellFactsOf(work, [meeting])
    return { code: meeting.code }
  }),
  handle(commands.planTraining, async (work) => {
    const { input } = work
    const setting = await settingAt(work, { ...input, group: 'training' })
    refuseIfAny(whyNotPlanTraining(input, setting, await meetingsAt(work).sessions()))
    const plans = steps.sessionPlans(input, batchSizes(input.participants, input.perBatch))
    const codes = await meetingsAt(work).codes(plans.map((plan) => plan.meeting))
    const days: Meeting[] = []
    for (const plan of plans) {
      const meeting = steps.planned(plan, codes)
      codes.add(meeting.code)
      await addMeeting(work, meeting)
      days.push(meeting)
    }
    await tellFactsOf(work, days)
  }),
  handle(commands.changeMeeting, async (work) => {
    const meeting = await meetingOf(work, work.input.meeting)
    const next = steps.changed(meeting, work.input.changes)
    refuseIfAny(rules.whyNotChange(meeting, work.input, await settingAt(work, next)))
    await saveMeeting(work, next)
    if (work.input.changes.alsoFor) await tellFactsOf(work, [meeting, next])
  }),
  handle(commands.serveAlso, async (work) => {
    const { input } = work
    const others = await meetingsAt(work).sessions()
    const next: Meeting[] = []
    for (const id of new Set(input.meetings)) {
      const meeting = await meetingOf(work, id)
      const setting = await settingAt(work, { ...meeting, alsoFor: input.alsoFor })
      refuseIfAny(rules.whyNotServeAlso(meeting, input, setting, others))
      const served = steps.served(meeting, input)
      next.push(served)
      // Those after it find the programme has this day.
      others.push(served)
    }
    await saveAll(work, next)
  }),
  handle(commands.inviteToMeeting, async (work) => {
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotInvite(meeting))
    await saveMeeting(work, steps.invited(meeting, work.input, stampOf(work)))
  }),
  handle(commands.postponeMeeting, async (work) => {
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotPostpone(meeting, work.input, await attendanceAt(work).presentCount(meeting.id)))
    await saveMeeting(work, steps.postponed(meeting, work.input, stampOf(work)))
  }),
  handle(commands.cancelMeeting, async (work) => {
    const meeting = await meetingOf(work, work.input.meeting)
    refuseIfAny(rules.whyNotCancel(meeting, await attendanceAt(work).presentCount(meeting.id)))
    await saveWithFacts(work, steps.cancelled(meeting, work.input.reason, stampOf(work)))
  }),
]
