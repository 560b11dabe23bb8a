// What a command makes of the rows, the same on the server and on a phone before it has answered. The rules were asked before.
import type { Envelope } from '../../kernel/command.ts'
import type { Change, View } from '../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../meetings/meeting.ts'
import {
  type Aspiration,
  aspirationCollection,
  type NoteAspiration,
  type WithdrawAspiration,
} from './aspiration.ts'
import {
  type AgreeTheme,
  type DiscussTheme,
  type DropTheme,
  type Note,
  type NoteAnswer,
  noteCollection,
  type Session,
  type SetRoute,
  type Stamp,
  sessionCollection,
  type Theme,
  themeCollection,
  type WithdrawNote,
} from './session.ts'

export type Work<I> = (view: View, input: I, stamp: Stamp) => Change[]

const row =
  (collection: string) =>
  (value: { id: string }): Change => ({ collection, id: value.id, value })

/** The row of a workshop, made where nothing was kept of it yet. */
export function sessionOf(view: View, meeting: string): Session {
  const enrolment = view.get<Meeting>(meetingCollection, meeting)?.enrolment ?? null
  const blank = { id: meeting, enrolment, questions: null, themes: [], version: 0 }
  return view.get<Session>(sessionCollection, meeting) ?? blank
}

/** What was said is gone, because a name in it may be why; that something was noted stays. */
export const withdrawing = <R extends { id: string }>(
  collection: string,
  found: R | undefined,
  reason: string,
  stamp: Stamp,
  emptied: Partial<R> = {},
): Change[] => (found ? [row(collection)({ ...found, ...emptied, withdrawn: { ...stamp, reason } })] : [])

export const works = {
  setRoute: (view: View, { meeting, questions }: SetRoute) => {
    const session = sessionOf(view, meeting)
    return [row(sessionCollection)({ ...session, questions, version: session.version + 1 } as Session)]
  },
  noteAnswer: (_: View, input: NoteAnswer, stamp: Stamp) => [
    row(noteCollection)({ ...input, ...stamp, withdrawn: null } satisfies Note as Note),
  ],
  withdrawNote: (view: View, { answer, reason }: WithdrawNote, stamp: Stamp) =>
    withdrawing(noteCollection, view.get<Note>(noteCollection, answer), reason, stamp, { text: '' }),
  agreeTheme: (_: View, input: AgreeTheme, stamp: Stamp) => [
    row(themeCollection)({ ...input, ...stamp, withdrawn: null } satisfies Theme as Theme),
  ],
  dropTheme: (view: View, { theme, reason }: DropTheme, stamp: Stamp) =>
    withdrawing(themeCollection, view.get<Theme>(themeCollection, theme), reason, stamp),
  discussTheme: (view: View, { meeting, theme, discussed }: DiscussTheme) => {
    const session = sessionOf(view, meeting)
    const without = session.themes.filter((each) => each !== theme)
    const themes = discussed ? [...without, theme] : without
    return [row(sessionCollection)({ ...session, themes } as Session)]
  },
  noteAspiration: (view: View, input: NoteAspiration, stamp: Stamp) => {
    const { enrolment } = sessionOf(view, input.meeting)
    const value: Aspiration = { ...input, enrolment, ...stamp, withdrawn: null }
    return [row(aspirationCollection)(value)]
  },
  withdrawAspiration: (view: View, { aspiration, reason }: WithdrawAspiration, stamp: Stamp) => {
    const found = view.get<Aspiration>(aspirationCollection, aspiration)
    return withdrawing(aspirationCollection, found, reason, stamp, { text: '' })
  },
} as const

/** The account is known when the server's row comes back. */
export const onPhone =
  (work: Work<never>) =>
  (view: View, envelope: Envelope<never>): Change[] =>
    work(view, envelope.input, { at: new Date(envelope.at).toISOString(), by: '', byName: '' })

export const workshopsApplies = {
  'workshops.set-route': onPhone(works.setRoute),
  'workshops.note-answer': onPhone(works.noteAnswer),
  'workshops.withdraw-note': onPhone(works.withdrawNote),
  'workshops.agree-theme': onPhone(works.agreeTheme),
  'workshops.drop-theme': onPhone(works.dropTheme),
  'workshops.discuss-theme': onPhone(works.discussTheme),
  'workshops.note-aspiration': onPhone(works.noteAspiration),
  'workshops.withdraw-aspiration': onPhone(works.withdrawAspiration),
}
