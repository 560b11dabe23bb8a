// When a meeting may change, and why not. Pure; the screen and the server ask the same questions, and every
// question gives all its reasons at once. Planning is asked in plan-rules.ts, minutes and counts in checks.ts,
// files in file-rules.ts.
import type { Day } from '../../kernel/day.ts'
import { awaitsCheck, isSigned, whyNotEdition, whyNotOnPaper } from '../../kernel/paper.ts'
import { full, type Refusal, reasons, refuse } from '../../kernel/refusal.ts'
import type { Attendance, CheckIn } from './attendance.ts'
import { headCountChecks, minutesChecks, timeChecks } from './checks.ts'
import type {
  AcknowledgeOnPaper,
  AmendMeeting,
  ChangeMeeting,
  PostponeMeeting,
  RecordMeeting,
  ServeAlso,
} from './commands.ts'
import {
  acknowledgementOf,
  amendmentsMost,
  type ClosingInput,
  editionOf,
  type HeadCount,
  isPending,
  type Meeting,
  postponementsMost,
} from './meeting.ts'
import {
  dayTaken,
  isTaken,
  type SessionKey,
  type Setting,
  unknownElements,
  whyNotAlso,
} from './plan-rules.ts'
import { amended, changed } from './steps.ts'
import { tallyOf } from './tally.ts'

const over = (meeting: Meeting): Refusal | false =>
  (meeting.state === 'closed' && refuse('meetings.already-closed')) ||
  (meeting.state === 'cancelled' && refuse('meetings.is-cancelled'))

/** Refusals of a part of an input, with the path where that part stands. */
export const under = (path: string, refusals: readonly Refusal[]): Refusal[] =>
  refusals.map((each) => (each.field ? { ...each, field: `${path}.${each.field}` } : each))

const shown = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value)

/**
 * Each changed field that somebody else changed meanwhile to something else: theirs and yours. The last one
 * says the version to base the change on, for who has seen both and keeps theirs to themself.
 */
export function clashes(meeting: Meeting, basedOn: number, changes: object): Refusal[] {
  if (meeting.version === basedOn) return []
  const now = meeting as unknown as Record<string, unknown>
  const found = Object.entries(changes)
    .filter(([field, value]) => value !== undefined && JSON.stringify(now[field]) !== JSON.stringify(value))
    .map(([field, value]) => {
      const facts = { theirs: shown(now[field]), yours: shown(value) }
      return refuse('meetings.changed-meanwhile', facts, `changes.${field}`)
    })
  const { version } = meeting
  return found.length > 0 ? [...found, refuse('meetings.changed-since', { version }, 'basedOn')] : []
}

export function whyNotChange(meeting: Meeting, input: ChangeMeeting, setting: Setting | null): Refusal[] {
  const ended = over(meeting)
  if (ended) return [ended]
  const next = changed(meeting, input.changes)
  return reasons(
    ...clashes(meeting, input.basedOn, input.changes),
    ...under('changes', timeChecks(next.date, next.start, next.end, setting?.startedOn ?? null)),
    ...unknownElements(input.changes.invitees ?? [], setting, 'changes.invitees'),
    meeting.group === 'training' &&
      input.changes.alsoFor &&
      refuse('meetings.days-served-together', {}, 'changes.alsoFor'),
    ...under('changes', whyNotAlso(meeting, input.changes.alsoFor ?? [], setting)),
  )
}

/** Minutes that are closed say what they were for; a training that was held may count for a programme that came later. */
export function whyNotServeAlso(
  meeting: Meeting,
  { alsoFor }: Pick<ServeAlso, 'alsoFor'>,
  setting: Setting,
  others: readonly SessionKey[],
): Refusal[] {
  if (meeting.group !== 'training' || meeting.state === 'cancelled') {
    const ended = over(meeting)
    if (ended) return [ended]
  }
  const taken =
    meeting.group === 'training' &&
    alsoFor.some((each) => isTaken({ ...meeting, ...each, alsoFor: [] }, others))
  return reasons(...whyNotAlso(meeting, alsoFor, setting, meeting.alsoFor), taken && dayTaken(meeting))
}

export function whyNotInvite(meeting: Meeting): Refusal[] {
  return reasons(over(meeting), meeting.state === 'postponed' && refuse('meetings.no-day-yet'))
}

export function whyNotPostpone(meeting: Meeting, input: PostponeMeeting, present = 0): Refusal[] {
  const same = input.to !== null && input.to.date === meeting.date && input.to.start === meeting.start
  return reasons(
    over(meeting),
    same && refuse('meetings.same-day', {}, 'to'),
    full(meeting.postponements, postponementsMost),
    // Who came, came: such a meeting is closed with what happened, and another is planned.
    isPending(meeting) && present > 0 && refuse('meetings.people-came', { present }),
  )
}

export function whyNotCancel(meeting: Meeting, present = 0): Refusal[] {
  return reasons(
    over(meeting),
    isPending(meeting) && present > 0 && refuse('meetings.people-came', { present }),
  )
}

export function whyNotOpen(meeting: Meeting): Refusal[] {
  return reasons(
    over(meeting),
    meeting.state === 'postponed' && refuse('meetings.no-day-yet'),
    meeting.state === 'open' && refuse('meetings.already-open'),
  )
}

const notRunning = (meeting: Meeting): Refusal | false =>
  over(meeting) || (meeting.state !== 'open' && refuse('meetings.not-open'))

/** Why these people cannot be added. Namesakes and people on record twice are no reason: see `presentOf`. */
export function whyNotCheckIn(
  meeting: Meeting,
  attendees: CheckIn['attendees'],
  setting: Setting | null,
): Refusal[] {
  return reasons(notRunning(meeting), ...attendeeChecks(attendees, setting, 'attendees'))
}

export function attendeeChecks(
  attendees: CheckIn['attendees'],
  setting: Setting | null,
  field: string,
): Refusal[] {
  const ids = new Set(attendees.map((each) => each.id))
  const unknown = attendees.flatMap((each, i) =>
    unknownElements(each.elements, setting, `${field}.${i}.elements`),
  )
  return reasons(
    ids.size < attendees.length && refuse('meetings.same-attendee-twice', {}, field),
    attendees.some((each) => each.walkIn && each.person !== null) &&
      refuse('meetings.walk-in-on-record', {}, field),
    ...unknown.slice(0, 1),
  )
}

export function whyNotWithdraw(meeting: Meeting, attendance: Attendance | undefined): Refusal[] {
  return reasons(
    notRunning(meeting),
    (!attendance || attendance.meeting !== meeting.id) &&
      refuse('meetings.no-such-attendance', {}, 'attendance'),
    attendance?.withdrawn && refuse('meetings.already-withdrawn', {}, 'attendance'),
  )
}

export function whyNotCount(meeting: Meeting, count: HeadCount, setting: Setting | null): Refusal[] {
  return reasons(
    notRunning(meeting),
    ...headCountChecks(count, 'count'),
    ...unknownElements(Object.keys(count.elements), setting, 'count.elements'),
  )
}

/** Everything that still stands between a meeting and its closing. */
export function whyNotClose(
  meeting: Meeting,
  input: ClosingInput,
  attendance: readonly Attendance[],
  setting: Setting | null,
  today: Day,
): Refusal[] {
  const not = notRunning(meeting)
  if (not && meeting.state !== 'planned' && meeting.state !== 'invited') return [not]
  return reasons(not, ...minutesChecks(input, tallyOf(meeting.headCount, attendance), setting, today))
}

/** Why a closed meeting cannot be amended so. What results must hold as firmly as what was closed. */
export function whyNotAmend(
  meeting: Meeting,
  input: AmendMeeting,
  attendance: readonly Attendance[],
  setting: Setting | null,
  today: Day,
): Refusal[] {
  if (meeting.state !== 'closed') return [refuse('meetings.not-closed')]
  const next = amended(meeting, input, attendance, { at: '', by: '' })
  const change = next.meeting.amendments.at(-1)
  const known = new Set(attendance.filter((each) => !each.withdrawn).map((each) => each.id))
  const { headCount, closing } = next.meeting
  return reasons(
    ...clashes(meeting, input.basedOn, input.changes),
    change?.fields.length === 0 && refuse('meetings.nothing-amended'),
    full(meeting.amendments, amendmentsMost),
    input.withdrawn.some((each) => !known.has(each)) &&
      refuse('meetings.no-such-attendance', {}, 'withdrawn'),
    ...attendeeChecks(input.added, setting, 'added'),
    ...(input.headCount && headCount ? headCountChecks(headCount, 'headCount') : []),
    ...(closing
      ? under(
          'changes',
          minutesChecks({ ...next.meeting, end: next.meeting.end ?? '' }, closing.tally, setting, today),
        )
      : []),
  )
}

/** The village head acknowledges each edition of what is closed once. `seen`: the one that was read. */
export function whyNotAcknowledge(meeting: Meeting | undefined, seen?: number): Refusal[] {
  if (!meeting) return [refuse('meetings.no-such-meeting', {}, 'meetings')]
  const { title } = meeting
  const acknowledgement = acknowledgementOf(meeting)
  return reasons(
    meeting.state !== 'closed' && refuse('meetings.acknowledged-too-soon', { title }, 'meetings'),
    isSigned(acknowledgement) && refuse('meetings.already-acknowledged', { title }, 'meetings'),
    awaitsCheck(acknowledgement) && refuse('platform.paper-waits', {}, 'meetings'),
    whyNotEdition(seen, editionOf(meeting)),
  )
}

/** On paper: the same meetings, and what the paper itself must say. */
export function whyNotAcknowledgeOnPaper(
  meetings: readonly (Meeting | undefined)[],
  { paper, editions }: Pick<AcknowledgeOnPaper, 'paper' | 'editions'>,
  today: Day,
): Refusal[] {
  const last = meetings.map((each) => (each ? each.date : '')).reduce((a, b) => (a > b ? a : b), '')
  return [
    ...meetings.flatMap((each, i) => whyNotAcknowledge(each, editions?.[i])),
    ...under('paper', whyNotOnPaper(paper, today, last)),
  ]
}

export function whyNotFinish(meeting: Meeting, followUp: string): Refusal[] {
  const found = meeting.decisions.find((each) => each.id === followUp)
  return reasons(
    meeting.state !== 'closed' && refuse('meetings.not-closed'),
    !found && refuse('meetings.no-such-follow-up', {}, 'followUp'),
    found?.done && refuse('meetings.follow-up-done', {}, 'followUp'),
  )
}

/** Why a meeting that is over cannot be recorded so, besides what planning asks. */
export function whyNotRecord(
  meeting: Meeting,
  input: RecordMeeting,
  attendance: readonly Attendance[],
  setting: Setting | null,
  today: Day,
): Refusal[] {
  return reasons(
    ...attendeeChecks(input.attendees, setting, 'attendees'),
    ...(input.headCount ? headCountChecks(input.headCount, 'headCount') : []),
    ...unknownElements(Object.keys(input.headCount?.elements ?? {}), setting, 'headCount.elements'),
    ...under('closing', minutesChecks(input.closing, tallyOf(meeting.headCount, attendance), setting, today)),
  )
}
