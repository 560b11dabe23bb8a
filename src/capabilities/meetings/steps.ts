// What each command makes of a meeting, as pure functions: the server stores what they give, the phone shows
// it before the server answers, so the two are the same by construction. The rules have been asked before.
import type { Day } from '../../kernel/day.ts'
import type { Attendance, Attendee } from './attendance.ts'
import { endsNextDay } from './checks.ts'
import { freeCode } from './code.ts'
import type {
  AmendMeeting,
  AttachFiles,
  ChangeMeeting,
  PlanMeeting,
  PlanTraining,
  RecordMeeting,
  ServeAlso,
} from './commands.ts'
import {
  type AmendedField,
  type ClosingInput,
  type FollowUp,
  type HeadCount,
  type Meeting,
  type MeetingFile,
  type Stamp,
  takenOffMost,
} from './meeting.ts'
import { tallyOf } from './tally.ts'

type Codes = ReadonlySet<string>

export function planned(input: PlanMeeting, taken: Codes): Meeting {
  const { meeting: id, ...plan } = input
  return {
    id,
    ...plan,
    code: freeCode(id, taken),
    state: 'planned',
    invitation: null,
    postponements: [],
    cancellation: null,
    opened: null,
    headCount: null,
    closing: null,
    chair: '',
    notulis: '',
    minutes: '',
    decision: null,
    decisions: [],
    acknowledgement: null,
    documents: [],
    photos: [],
    amendments: [],
    version: 1,
  }
}

/** Each day of each batch as the plan of a meeting; `sizes` are the people in each batch, in order. */
export function sessionPlans(input: PlanTraining, sizes: readonly number[]): PlanMeeting[] {
  const batches = [...new Set(input.sessions.map((session) => session.batch))].sort((a, b) => a - b)
  return input.sessions.map(({ meeting, batch, day, date, start, end, agenda }) => ({
    meeting,
    enrolment: input.enrolment,
    group: 'training',
    kind: input.kind,
    batch,
    day,
    title: input.title,
    agenda,
    placeText: input.placeText,
    localPlace: null,
    date,
    start,
    end,
    organiser: input.organiser,
    invitees: input.invitees,
    alsoFor: input.alsoFor,
    expected: sizes[batches.indexOf(batch)] ?? null,
  }))
}

/** Drops the fields that were not given, so that a change touches only what it names. */
function given<T extends object>(changes: T): { [K in keyof T]-?: Exclude<T[K], undefined> } {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as never
}

export function changed(meeting: Meeting, changes: ChangeMeeting['changes']): Meeting {
  const state = meeting.state === 'postponed' && changes.date !== undefined ? 'planned' : meeting.state
  return { ...meeting, ...given(changes), state, version: meeting.version + 1 }
}

/** It counts for these programmes from now on, besides those it served already. */
export function served(meeting: Meeting, { alsoFor }: Pick<ServeAlso, 'alsoFor'>): Meeting {
  return { ...meeting, alsoFor: [...(meeting.alsoFor ?? []), ...alsoFor], version: meeting.version + 1 }
}

export function invited(
  meeting: Meeting,
  input: { letter: string | null; note: string },
  stamp: Stamp,
): Meeting {
  return { ...meeting, state: 'invited', invitation: { ...stamp, letter: input.letter, note: input.note } }
}

export function postponed(
  meeting: Meeting,
  input: { reason: string; to: { date: Day; start: string } | null },
  stamp: Stamp,
): Meeting {
  const { reason, to } = input
  const entry = { ...stamp, reason, from: meeting.date, to: to?.date ?? null }
  return {
    ...meeting,
    ...(to ? { date: to.date, start: to.start, end: laterThan(to.start, meeting.end) } : {}),
    // Who was invited was invited for another day.
    state: to ? 'planned' : 'postponed',
    invitation: null,
    opened: null,
    postponements: [...meeting.postponements, entry],
    version: meeting.version + 1,
  }
}

const laterThan = (start: string, end: string | null) =>
  end !== null && (end > start || endsNextDay({ start, end })) ? end : null

export function cancelled(meeting: Meeting, reason: string, stamp: Stamp): Meeting {
  return { ...meeting, state: 'cancelled', cancellation: { ...stamp, reason }, version: meeting.version + 1 }
}

export function opened(meeting: Meeting, stamp: Stamp): Meeting {
  return { ...meeting, state: 'open', opened: stamp }
}

export function counted(meeting: Meeting, headCount: HeadCount): Meeting {
  return { ...meeting, headCount }
}

export function attendanceOf(meeting: string, attendee: Attendee, at: string): Attendance {
  return { ...attendee, meeting, at, withdrawn: null }
}

export function withdrawn(attendance: Attendance, reason: string, stamp: Stamp): Attendance {
  return { ...attendance, withdrawn: { ...stamp, reason } }
}

function numbered(input: ClosingInput['decisions'], before: readonly FollowUp[] = []): FollowUp[] {
  const done = new Map(before.map((each) => [each.id, each.done]))
  return input.map((each, i) => ({ ...each, number: i + 1, done: done.get(each.id) ?? null }))
}

export function closed(
  meeting: Meeting,
  input: ClosingInput,
  attendance: readonly Attendance[],
  stamp: Stamp,
): Meeting {
  const { meeting: _, decisions, ...minutes } = input
  return {
    ...meeting,
    ...minutes,
    decisions: numbered(decisions),
    state: 'closed',
    closing: { ...stamp, tally: tallyOf(meeting.headCount, attendance) },
    version: meeting.version + 1,
  }
}

/** From plan to minutes at once, for a meeting that is over. */
export function recorded(
  input: RecordMeeting,
  taken: Codes,
  stamp: Stamp,
): { meeting: Meeting; attendance: Attendance[] } {
  const attendance = input.attendees.map((each) => attendanceOf(input.plan.meeting, each, stamp.at))
  const running = opened(planned(input.plan, taken), stamp)
  const withHeads = input.headCount ? counted(running, input.headCount) : running
  const meeting = closed(withHeads, { meeting: input.plan.meeting, ...input.closing }, attendance, stamp)
  return { meeting, attendance }
}

export type Amended = { meeting: Meeting; added: Attendance[]; withdrawn: Attendance[] }

const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

function differences(before: Meeting, after: Meeting, fields: readonly (keyof Meeting)[]): AmendedField[] {
  return fields
    .map((field) => ({ field, before: asText(before[field]), after: asText(after[field]) }))
    .filter((each) => each.before !== each.after)
}

/** What an amendment makes of a closed meeting and its attendance; the amendment keeps what stood before. */
export function amended(
  meeting: Meeting,
  input: AmendMeeting,
  attendance: readonly Attendance[],
  stamp: Stamp,
): Amended {
  const { decisions, ...changes } = given(input.changes) as Partial<ClosingInput>
  const added = input.added.map((each) => attendanceOf(meeting.id, each, stamp.at))
  const off = new Set(input.withdrawn)
  const taken = attendance
    .filter((each) => off.has(each.id) && !each.withdrawn)
    .map((each) => withdrawn(each, input.reason, stamp))
  const rest = attendance.filter((each) => !off.has(each.id))
  const headCount = input.headCount ?? meeting.headCount
  const tally = tallyOf(headCount, [...rest, ...added])
  const next: Meeting = {
    ...meeting,
    ...changes,
    decisions: decisions ? numbered(decisions, meeting.decisions) : meeting.decisions,
    headCount,
  }
  const fields = differences(meeting, next, [
    ...(Object.keys(input.changes) as (keyof Meeting)[]),
    'headCount',
  ])
  if (added.length + taken.length > 0)
    fields.push({
      field: 'attendance',
      before: asText(meeting.closing?.tally.total ?? 0),
      after: asText(tally.total),
    })
  return {
    meeting: {
      ...next,
      closing: meeting.closing ? { ...meeting.closing, tally } : null,
      amendments: [...meeting.amendments, { ...stamp, id: input.amendment, reason: input.reason, fields }],
      version: meeting.version + 1,
    },
    added,
    withdrawn: taken,
  }
}

export function withFiles(meeting: Meeting, files: AttachFiles['files'], stamp: Stamp): Meeting {
  const rows: MeetingFile[] = files.map(({ id, document, caption, mediaType, bytes }) => ({
    ...stamp,
    file: id,
    document,
    caption,
    mediaType,
    bytes,
    detached: null,
  }))
  return {
    ...meeting,
    documents: [...meeting.documents, ...rows.filter((each) => each.document !== null)],
    photos: [...meeting.photos, ...rows.filter((each) => each.document === null)],
  }
}

/** Without the oldest of those that were taken off: the log has them. */
function lastTakenOff(files: readonly MeetingFile[]): MeetingFile[] {
  const old = new Set(files.filter(({ detached }) => detached !== null).slice(0, -takenOffMost))
  return files.filter((each) => !old.has(each))
}

export function withoutFile(meeting: Meeting, file: string, reason: string, stamp: Stamp): Meeting {
  const off = (each: MeetingFile) =>
    each.file === file && !each.detached ? { ...each, detached: { ...stamp, reason } } : each
  const signed = meeting.signedMinutes?.paper.scan?.id === file ? { signedMinutes: null } : {}
  const [documents, photos] = [meeting.documents, meeting.photos].map((each) => lastTakenOff(each.map(off)))
  return { ...meeting, ...signed, documents: documents ?? [], photos: photos ?? [] }
}

export function withFollowUpDone(meeting: Meeting, id: string, note: string, stamp: Stamp): Meeting {
  const decisions = meeting.decisions.map((each) =>
    each.id === id ? { ...each, done: { ...stamp, note } } : each,
  )
  return { ...meeting, decisions }
}
