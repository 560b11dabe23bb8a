// Why something cannot be kept of a workshop. Pure: the phone asks while somebody types, the server before it stores.
import { type Refusal, reasons, refuse, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { isPending, type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { enrolledIn, serves } from '../programmes/serving.ts'
import { levelsOf } from './route.ts'
import {
  type AgreeTheme,
  type DiscussTheme,
  type DropTheme,
  type Note,
  type NoteAnswer,
  noteCollection,
  notesMost,
  type Session,
  type SetRoute,
  sessionCollection,
  type Theme,
  themeCollection,
  themesMost,
  type Withdrawn,
} from './session.ts'

/** The workshop of this id, or why there is none to work on. */
export function whyNotWorkshop(view: View, id: string): Refusal[] {
  const meeting = view.get<Meeting>(meetingCollection, id)
  if (meeting?.group !== 'workshop') return [refuse('workshops.no-such-workshop', {}, 'meeting')]
  return reasons(meeting.state === 'cancelled' && refuse('workshops.cancelled', {}, 'meeting'))
}

/** What was said can be noted once the workshop has begun, and also after it was closed. */
export function whyNotBegun(view: View, id: string): Refusal[] {
  const refused = whyNotWorkshop(view, id)
  if (refused.length > 0) return refused
  const meeting = view.get<Meeting>(meetingCollection, id)
  return reasons(
    meeting && isPending(meeting) && meeting.state !== 'open' && refuse('workshops.not-begun', {}, 'meeting'),
  )
}

export function whyNotSetRoute(view: View, input: SetRoute): Refusal[] {
  const refused = whyNotWorkshop(view, input.meeting)
  if (refused.length > 0) return refused
  const { version } = view.get<Session>(sessionCollection, input.meeting) ?? { version: 0 }
  const { missing, ordered } = levelsOf(input.questions)
  const ids = new Set(input.questions.map((each) => each.id))
  return reasons(
    version !== input.basedOn && refuse('workshops.changed-since', { version }, 'basedOn'),
    ...missing.map((level) => refuse(`workshops.no-question-${level}`, {}, 'questions')),
    missing.length === 0 && !ordered && refuse('workshops.levels-out-of-order', {}, 'questions'),
    ids.size < input.questions.length && refuse('workshops.question-twice', {}, 'questions'),
  )
}

export const notesOf = (view: View, meeting: string): Note[] =>
  view.all<Note>(noteCollection).filter((each) => each.meeting === meeting)

export function whyNotNote(view: View, input: NoteAnswer): Refusal[] {
  return reasons(
    ...whyNotBegun(view, input.meeting),
    notesOf(view, input.meeting).length >= notesMost && refuse('workshops.notes-full', { most: notesMost }),
  )
}

/** For what is kept row by row, and taken back with a reason. */
export const whyNotWithdraw = (row: { withdrawn: Withdrawn | null } | undefined, field: string): Refusal[] =>
  reasons(
    !row && refuse('workshops.no-such-line', {}, field),
    row?.withdrawn != null && refuse('workshops.withdrawn-already', {}, field),
  )

export const themesOf = (view: View, enrolment: string): Theme[] =>
  view.all<Theme>(themeCollection).filter((each) => each.enrolment === enrolment)
const titled = (title: string) => title.trim().toLowerCase().replaceAll(/\s+/g, ' ')

export function whyNotAgreeTheme(view: View, input: AgreeTheme): Refusal[] {
  const running = enrolledIn(view, input.enrolment)?.row.status === 'started'
  const meeting = input.meeting === null ? undefined : view.get<Meeting>(meetingCollection, input.meeting)
  const known = themesOf(view, input.enrolment)
  const same = known.some((each) => !each.withdrawn && titled(each.title) === titled(input.title))
  return reasons(
    !running && refuseField('enrolment', 'workshops.not-running'),
    ...(input.meeting === null ? [] : whyNotWorkshop(view, input.meeting)),
    meeting && !serves(meeting, input.enrolment) && refuse('workshops.theme-of-another', {}, 'meeting'),
    same && refuse('workshops.theme-known', { title: input.title }, 'title'),
    known.length >= themesMost && refuse('workshops.themes-full', { most: themesMost }),
  )
}

/** The workshops that discussed a theme. */
export const discussedIn = (view: View, theme: string): Session[] =>
  view.all<Session>(sessionCollection).filter((each) => each.themes.includes(theme))

export function whyNotDropTheme(view: View, input: DropTheme): Refusal[] {
  const theme = view.get<Theme>(themeCollection, input.theme)
  return reasons(
    ...whyNotWithdraw(theme, 'theme'),
    discussedIn(view, input.theme).length > 0 && refuse('workshops.theme-discussed', {}, 'theme'),
  )
}

export function whyNotDiscuss(view: View, input: DiscussTheme): Refusal[] {
  const meeting = view.get<Meeting>(meetingCollection, input.meeting)
  const theme = view.get<Theme>(themeCollection, input.theme)
  const elsewhere = meeting && theme && !serves(meeting, theme.enrolment)
  return reasons(
    ...whyNotBegun(view, input.meeting),
    ...(input.discussed ? whyNotWithdraw(theme, 'theme') : []),
    elsewhere && refuse('workshops.theme-of-another', {}, 'theme'),
  )
}
