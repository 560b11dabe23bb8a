// What people ask of meetings, from planning to the village head's acknowledgement.
import * as z from 'zod/mini'
import { command } from '../../kernel/command.ts'
import { basedOn, clock, day, id, line, prose } from '../../kernel/fields.ts'
import { checkInput, editionInput, paperHands, paperInput } from '../../kernel/paper.ts'
import { alsoForInput, servingsInput } from '../programmes/serving.ts'
import { mostAttendees } from './attendance.ts'
import {
  attendeeInput,
  closingInput,
  defined,
  expectedFile,
  headCountInput,
  minutesFields,
  planFields,
  planInput,
} from './fields.ts'
import { helpers } from './roles.ts'

const secretaries = ['facilitator', 'board-secretary', 'village-head'] as const
const several = () => z.array(id()).check(z.minLength(1), z.maxLength(40))
/** Signed together, each in the edition that was seen. */
const seen = () => ({
  meetings: several(),
  editions: z.optional(z.array(editionInput()).check(z.maxLength(40))),
})
const named = [
  ...['chair', 'notulis', 'minutes', 'decisions.*.responsible', 'decisions.*.text', 'decision.text'],
  'alsoDecided.*.decision.text',
]
const attendeeNames = ['name', 'poor', 'elements', 'localPlaceText']

/** Version 1 knew of one programme for each meeting, and may leave the others out. */
const asItIs = (older: object): object => older

export const planMeeting = command({
  name: 'meetings.plan',
  version: 2,
  roles: helpers,
  scope: 'village',
  input: planInput(),
  lift: { 1: asItIs },
  records: (input) => [input.meeting],
  personal: ['organiser'],
  summary: 'Plans a meeting or a day of training. Refused when the kind is unknown to the programme.',
})
export type PlanMeeting = z.infer<typeof planMeeting.input>

export const changeMeeting = command({
  name: 'meetings.change',
  version: 2,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({
    meeting: id(),
    basedOn: basedOn(),
    changes: z.partial(z.strictObject(planFields())),
  }),
  lift: { 1: asItIs },
  records: (input) => [input.meeting],
  personal: ['changes.organiser'],
  summary: 'Changes what was planned, before closing. Refused when somebody else changed it meanwhile.',
})
export type ChangeMeeting = z.infer<typeof changeMeeting.input>

export const inviteToMeeting = command({
  name: 'meetings.invite',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({ meeting: id(), letter: z.nullable(id()), note: prose(400) }),
  records: (input) => [input.meeting],
  personal: ['note'],
  summary: 'Records that invitations went out, with the invitation letter if there is one.',
})
export type InviteToMeeting = z.infer<typeof inviteToMeeting.input>

export const postponeMeeting = command({
  name: 'meetings.postpone',
  version: 1,
  roles: secretaries,
  scope: 'village',
  input: z.strictObject({
    meeting: id(),
    reason: line(300),
    to: z.nullable(z.strictObject({ date: day(), start: clock() })),
  }),
  records: (input) => [input.meeting],
  personal: ['reason'],
  summary: 'Puts a meeting off, to a new day or until one is known. Refused once it is closed.',
})
export type PostponeMeeting = z.infer<typeof postponeMeeting.input>

export const cancelMeeting = command({
  name: 'meetings.cancel',
  version: 1,
  roles: secretaries,
  scope: 'village',
  input: z.strictObject({ meeting: id(), reason: line(300) }),
  records: (input) => [input.meeting],
  personal: ['reason'],
  summary: 'Calls a meeting off, with the reason. Refused once it is closed.',
})
export type CancelMeeting = z.infer<typeof cancelMeeting.input>

export const openMeeting = command({
  name: 'meetings.open',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({ meeting: id() }),
  records: (input) => [input.meeting],
  summary: 'Opens a meeting: attendance may be taken from now on.',
})

export const closeMeeting = command({
  name: 'meetings.close',
  version: 2,
  roles: secretaries,
  scope: 'village',
  input: closingInput(),
  lift: { 1: asItIs },
  records: (input) => [input.meeting],
  personal: named,
  summary: 'Closes a meeting with its minutes. Refused with every reason at once.',
})

export const recordMeeting = command({
  name: 'meetings.record',
  version: 2,
  roles: secretaries,
  scope: 'village',
  input: z.strictObject({
    plan: planInput(),
    headCount: z.nullable(headCountInput()),
    attendees: z.array(attendeeInput()).check(z.maxLength(mostAttendees)),
    closing: z.strictObject(minutesFields()),
  }),
  lift: { 1: asItIs },
  records: (input) => [input.plan.meeting],
  personal: [
    'plan.organiser',
    ...named.map((path) => `closing.${path}`),
    ...attendeeNames.map((path) => `attendees.*.${path}`),
  ],
  summary: 'Records a meeting after the fact, from plan to minutes, in one go.',
})
export type RecordMeeting = z.infer<typeof recordMeeting.input>

export const amendMeeting = command({
  name: 'meetings.amend',
  version: 2,
  roles: ['facilitator', 'board-secretary'],
  scope: 'village',
  input: z.strictObject({
    amendment: id(),
    meeting: id(),
    basedOn: basedOn(),
    reason: line(400),
    changes: z.partial(z.strictObject({ ...minutesFields(), placeText: line(160), title: line(160) })),
    headCount: z.optional(headCountInput()),
    added: z.array(attendeeInput()).check(z.maxLength(mostAttendees)),
    withdrawn: z.array(id()).check(z.maxLength(mostAttendees)),
  }),
  lift: { 1: asItIs },
  records: (input) => [input.meeting],
  personal: [
    ...named.map((path) => `changes.${path}`),
    ...attendeeNames.map((path) => `added.*.${path}`),
    'reason',
  ],
  summary: 'Changes a closed meeting, with the reason; what stood before is kept, signatures lapse.',
})
export type AmendMeeting = z.infer<typeof amendMeeting.input>

export const acknowledgeMeetings = command({
  name: 'meetings.acknowledge',
  ...{ version: 1, confirmed: () => true },
  roles: ['village-head'],
  scope: 'village',
  input: z.strictObject({ ...seen(), name: line(120), note: prose(400) }),
  records: (input) => input.meetings,
  personal: ['name', 'note'],
  summary:
    'The village head acknowledges closed meetings (diketahui). Refused when not closed, already done, or amended since they were read.',
})
export type AcknowledgeMeetings = z.infer<typeof acknowledgeMeetings.input>

export const acknowledgeOnPaper = command({
  name: 'meetings.acknowledge-on-paper',
  version: 1,
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({ ...seen(), note: prose(400), paper: paperInput() }),
  records: (input) => input.meetings,
  personal: ['paper.name', 'note'],
  summary: 'Types what the village head signed on paper, with its scan. It counts once checked.',
})
export type AcknowledgeOnPaper = z.infer<typeof acknowledgeOnPaper.input>

export const checkPaper = command({
  name: 'meetings.check-paper',
  ...{ version: 1, confirmed: () => true },
  roles: paperHands,
  scope: 'village',
  input: z.strictObject({ meetings: several(), ...checkInput() }),
  records: (input) => input.meetings,
  personal: ['reason'],
  summary: 'Says whether the scan shows what was typed. Who had a hand in it says only that it does not.',
})
export type CheckPaper = z.infer<typeof checkPaper.input>

export const attachFiles = command({
  name: 'meetings.attach',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({
    meeting: id(),
    files: z.array(expectedFile()).check(z.minLength(1), z.maxLength(20)),
  }),
  records: (input) => [input.meeting],
  personal: ['files.*.caption'],
  summary: 'Registers photos and scans of a meeting; the files themselves follow to /api/files.',
})
export type AttachFiles = z.infer<typeof attachFiles.input>

export const detachFile = command({
  name: 'meetings.detach',
  version: 1,
  roles: secretaries,
  scope: 'village',
  input: z.strictObject({ meeting: id(), file: id(), reason: line(300) }),
  records: (input) => [input.meeting],
  personal: ['reason'],
  summary: 'Takes a photo or scan off a meeting, with the reason.',
})
export type DetachFile = z.infer<typeof detachFile.input>

export const finishFollowUp = command({
  name: 'meetings.finish-follow-up',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({ meeting: id(), followUp: id(), note: prose(400) }),
  records: (input) => [input.meeting],
  personal: ['note'],
  summary: 'Marks a follow-up of a closed meeting as done.',
})
export type FinishFollowUp = z.infer<typeof finishFollowUp.input>

/** Days of training are planned together: each day of each batch is a meeting of its own. */
export const planTraining = command({
  name: 'meetings.plan-training',
  version: 2,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({
    enrolment: z.nullable(id()),
    kind: z.nullable(defined()),
    participants: z.int().check(z.minimum(1), z.maximum(5000)),
    perBatch: z.int().check(z.minimum(1), z.maximum(500)),
    title: line(160),
    organiser: line(160),
    placeText: line(160),
    invitees: z.array(defined()).check(z.maxLength(40)),
    alsoFor: alsoForInput(),
    sessions: z
      .array(
        z.strictObject({
          meeting: id(),
          batch: z.int().check(z.minimum(1), z.maximum(200)),
          day: z.int().check(z.minimum(1), z.maximum(60)),
          date: day(),
          start: clock(),
          end: z.nullable(clock()),
          agenda: z.array(line(300)).check(z.maxLength(30)),
        }),
      )
      .check(z.minLength(1), z.maxLength(200)),
  }),
  lift: { 1: asItIs },
  records: (input) => input.sessions.map((session) => session.meeting),
  personal: ['organiser'],
  summary: 'Plans all days of all batches of a training. Batches = participants / batch size, rounded up.',
})
export type PlanTraining = z.infer<typeof planTraining.input>

/** The days of a training are added to together. */
export const serveAlso = command({
  name: 'meetings.serve',
  version: 1,
  roles: helpers,
  scope: 'village',
  input: z.strictObject({ meetings: several(), alsoFor: servingsInput().check(z.minLength(1)) }),
  records: (input) => input.meetings,
  summary:
    'Lets meetings or days of training count for other running programmes of the village too. Refused of a meeting that is closed.',
})
export type ServeAlso = z.infer<typeof serveAlso.input>
