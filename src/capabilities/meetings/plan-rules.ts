// When a meeting or a training may be planned so, and why not.
import type { Day } from '../../kernel/day.ts'
import { type Refusal, reasons, refuse } from '../../kernel/refusal.ts'
import type { MeetingKind } from '../programmes/definition.ts'
import { type Enrolled, type Serving, servesAs, whyNotServe } from '../programmes/serving.ts'
import { batchCount } from './batches.ts'
import { timeChecks } from './checks.ts'
import type { PlanMeeting, PlanTraining } from './commands.ts'
import { type Kind, kindOf } from './kinds.ts'
import type { Meeting } from './meeting.ts'

/** What is known of the programme that a meeting belongs to; null for a general meeting. */
export type Setting = {
  /** The kind of the meeting; undefined when the programme has no such kind. */
  kind: Kind | null | undefined
  running: boolean
  startedOn: Day | null
  /** Element ids that may be named, of all the programmes it serves. */
  elements: ReadonlySet<string>
  /** The other programmes it counts for; null where there is no such enrolment at the village. */
  also?: readonly Also[]
}
export type Also = Serving & { enrolled: Enrolled | null; question: MeetingKind['decision'] }

export type SessionKey = Pick<Meeting, 'enrolment' | 'kind' | 'batch' | 'day' | 'state' | 'group' | 'alsoFor'>

/** Why a meeting cannot be planned so. `others`: the meetings of the village that exist already. */
export function whyNotPlan(
  input: PlanMeeting,
  setting: Setting | null,
  others: readonly SessionKey[],
): Refusal[] {
  const isTraining = input.group === 'training'
  return reasons(
    ...whyNotSetting(input, setting),
    ...whyNotAlso(input, input.alsoFor ?? [], setting),
    ...timeChecks(input.date, input.start, input.end, setting?.startedOn ?? null),
    ...unknownElements(input.invitees, setting, 'invitees'),
    isTraining &&
      (input.batch === null || input.day === null) &&
      refuse('meetings.training-needs-day', {}, 'day'),
    !isTraining &&
      (input.batch !== null || input.day !== null) &&
      refuse('meetings.day-without-training', {}, 'day'),
    isTraining && isTaken(input, others) && dayTaken(input),
  )
}

function whyNotSetting(input: Pick<PlanMeeting, 'enrolment' | 'kind'>, setting: Setting | null): Refusal[] {
  if (input.enrolment === null)
    return reasons(input.kind !== null && refuse('meetings.kind-needs-enrolment', {}, 'kind'))
  if (!setting?.running) return [refuse('meetings.enrolment-not-running', {}, 'enrolment')]
  return reasons(
    input.kind !== null &&
      setting.kind === undefined &&
      refuse('meetings.unknown-kind', { kind: input.kind }, 'kind'),
  )
}

/** Why it cannot count for these other programmes as well. */
export const whyNotAlso = (
  { enrolment, group, kind }: Pick<Meeting, 'enrolment' | 'group' | 'kind'>,
  others: readonly Serving[],
  setting: Setting | null,
  already: readonly Serving[] = [],
): Refusal[] =>
  whyNotServe({ enrolment, kind, alsoFor: already }, others, {
    find: (id) => setting?.also?.find((each) => each.enrolment === id)?.enrolled ?? null,
    knows: (programme, as) => as !== null && kindOf(programme, group, as) !== undefined,
  })

export function unknownElements(given: readonly string[], setting: Setting | null, field: string): Refusal[] {
  if (!setting) return []
  const unknown = given.find((each) => !setting.elements.has(each))
  return unknown === undefined ? [] : [refuse('meetings.unknown-element', { element: unknown }, field)]
}

type Slot = Pick<PlanMeeting, 'enrolment' | 'kind' | 'alsoFor' | 'batch' | 'day'>

/** Whether a programme that this day serves has that day of that batch already. */
export const isTaken = (input: Slot, others: readonly SessionKey[]) =>
  others.some(
    (each) =>
      each.group === 'training' &&
      each.state !== 'cancelled' &&
      each.batch === input.batch &&
      each.day === input.day &&
      [input, ...(input.alsoFor ?? [])].some(({ enrolment, kind }) => servesAs(each, enrolment, kind)),
  )

export const dayTaken = ({ batch, day }: { batch: number | null; day: number | null }) =>
  refuse('meetings.batch-day-taken', { batch: batch ?? 0, day: day ?? 0 }, 'day')

/** Why the days of a training cannot be planned so: batches by number of participants, each with every day. */
export function whyNotPlanTraining(
  input: PlanTraining,
  setting: Setting | null,
  others: readonly SessionKey[],
): Refusal[] {
  const expected = batchCount(input.participants, input.perBatch)
  const byBatch = Map.groupBy(input.sessions, (session) => session.batch)
  const daysOf = (sessions: readonly { day: number }[]) =>
    sessions
      .map((each) => each.day)
      .sort((a, b) => a - b)
      .join(',')
  const plans = new Set([...byBatch.values()].map(daysOf))
  const twice = [...byBatch.values()].some(
    (each) => new Set(each.map((session) => session.day)).size < each.length,
  )
  const taken = input.sessions.find((session) => isTaken({ ...input, ...session }, others))
  return reasons(
    ...whyNotSetting(input, setting),
    ...whyNotAlso({ ...input, group: 'training' }, input.alsoFor ?? [], setting),
    ...unknownElements(input.invitees, setting, 'invitees'),
    byBatch.size !== expected &&
      refuse('meetings.wrong-batches', { expected, given: byBatch.size }, 'sessions'),
    plans.size > 1 && refuse('meetings.batches-differ', {}, 'sessions'),
    twice && refuse('meetings.day-twice', {}, 'sessions'),
    [...byBatch.values()].some(outOfOrder) && refuse('meetings.days-out-of-order', {}, 'sessions'),
    taken && dayTaken(taken),
    ...input.sessions
      .flatMap(({ date, start, end }) => timeChecks(date, start, end, setting?.startedOn ?? null))
      .slice(0, 1),
  )
}

function outOfOrder(sessions: readonly { day: number; date: Day }[]): boolean {
  const sorted = [...sessions].sort((a, b) => a.day - b.day)
  return sorted.some((each, i) => i > 0 && each.date <= (sorted[i - 1]?.date ?? ''))
}
