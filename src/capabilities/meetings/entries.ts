// What meetings brings to the lists of a village: minutes to sign, meetings left open, follow-ups; the days that come; who came.

import { today } from '../../kernel/day.ts'
import {
  type Asker,
  type Dated,
  type Figure,
  mayCheck,
  mayGive,
  type Teller,
  type Waiting,
} from '../../kernel/entries.ts'
import { zoneOf } from '../../kernel/place-code.ts'
import { filled, type Text } from '../../kernel/text.ts'
import { acknowledgeMeetings, checkPaper, closeMeeting, finishFollowUp } from './commands.ts'
import {
  acknowledgementOf,
  awaitsHead,
  handsOn,
  isPending,
  type Meeting,
  meetingCollection,
  signedMinutesOf,
} from './meeting.ts'
import { checkMinutes } from './signed-minutes.ts'

const pathOf = ({ id }: Meeting) => `rembug/${id}`

/** What was decided, is to be done by a day, and is not done yet. */
const followUps = (meeting: Meeting) =>
  meeting.state !== 'closed'
    ? []
    : meeting.decisions.flatMap((each) => (each.due && !each.done ? [{ ...each, due: each.due }] : []))

/** The next step of a meeting that stands still, for whoever may take it. */
function leftOpen({ state, title }: Meeting): Text {
  const says: Text =
    state === 'postponed'
      ? ['Beri tanggal baru: {title}', 'Give a new day: {title}']
      : ['Tutup, tunda, atau batalkan: {title}', 'Close, postpone or cancel: {title}']
  return filled(says, { title })
}

/** Papers of a meeting that somebody else typed: the village head's signature, and the berita acara with its own. */
function papersToCheck(meeting: Meeting, asker: Asker, dayOf: (at: string) => string): Waiting[] {
  const { id, title } = meeting
  const [acknowledgement, signedMinutes] = [acknowledgementOf(meeting), signedMinutesOf(meeting)]
  const waiting = (each: string, at: string, says: Text): Waiting => ({
    ...{ id: each, path: pathOf(meeting), late: false },
    ...{ title: filled(says, { title }), since: dayOf(at) },
  })
  return [
    ...(acknowledgement && mayCheck(asker, checkPaper, acknowledgement, handsOn(meeting, 'acknowledgement'))
      ? [
          waiting(id, acknowledgement.at, [
            'Periksa tanda tangan di kertas: {title}',
            'Check the signature on paper: {title}',
          ]),
        ]
      : []),
    ...(signedMinutes && mayCheck(asker, checkMinutes, signedMinutes, handsOn(meeting, 'signedMinutes'))
      ? [
          waiting(`${id} minutes`, signedMinutes.at, [
            'Periksa berita acara bertanda tangan: {title}',
            'Check the signed minutes: {title}',
          ]),
        ]
      : []),
  ]
}

export const waits: Teller<Waiting> = (view, asker) => {
  const dayOf = (at: string) => today(zoneOf(view.place), new Date(at))
  const of = (meeting: Meeting): Waiting[] => {
    const { id, title, date, closing } = meeting
    const path = pathOf(meeting)
    const minutes = filled(['Ketahui berita acara: {title}', 'Acknowledge the minutes: {title}'], { title })
    const signing = { id, path, title: minutes, since: closing ? dayOf(closing.at) : date, late: false }
    const open = { id, path, title: leftOpen(meeting), since: date, late: true }
    const undone = followUps(meeting)
      .filter(({ due }) => due < asker.today)
      .map(({ id: one, text, due }) => {
        const says = filled(['Tindak lanjut: {text}', 'Follow-up: {text}'], { text })
        return { id: one, path, title: says, since: due, due, late: true }
      })
    return [
      ...papersToCheck(meeting, asker, dayOf),
      ...(awaitsHead(meeting) && mayGive(asker, acknowledgeMeetings) ? [signing] : []),
      ...(isPending(meeting) && date < asker.today && mayGive(asker, closeMeeting) ? [open] : []),
      ...(mayGive(asker, finishFollowUp) ? undone : []),
    ]
  }
  return view.all<Meeting>(meetingCollection).flatMap(of)
}

/** The days of a training share a title. */
function titleOf({ title, batch, day }: Meeting): Text {
  const which = { title, batch: batch ?? 1, day: day ?? 1 }
  if (batch === null) return [title, title]
  return filled(['{title}, angkatan {batch} hari ke-{day}', '{title}, batch {batch}, day {day}'], which)
}

export const calendar: Teller<Dated> = (view, asker) => {
  const of = (meeting: Meeting): Dated[] => {
    const { id, date: on, start: at, state } = meeting
    const path = pathOf(meeting)
    const dues = followUps(meeting).map(({ id: one, text, due }): Dated => {
      const says = filled(['Tenggat tindak lanjut: {text}', 'Follow-up due: {text}'], { text })
      return { id: one, path, title: says, on: due, at: null }
    })
    const comes = isPending(meeting) && state !== 'postponed'
    return comes ? [{ id, path, title: titleOf(meeting), on, at }] : dues
  }
  return view
    .all<Meeting>(meetingCollection)
    .flatMap(of)
    .filter(({ on }) => on >= asker.today)
}

export const report: Teller<Figure> = (view) => {
  const held = view.all<Meeting>(meetingCollection).filter(({ state }) => state === 'closed')
  const sum = (of: 'total' | 'women') => held.reduce((all, { closing }) => all + (closing?.tally[of] ?? 0), 0)
  return [
    {
      id: 'held',
      label: ['Rembug dan pelatihan selesai', 'Meetings and trainings held'],
      path: 'rembug?bagian=selesai',
      value: held.length,
      note: filled(
        [
          '{total} kehadiran, {women} di antaranya perempuan',
          '{total} attendances, {women} of them by women',
        ],
        { total: sum('total'), women: sum('women') },
      ),
    },
  ]
}
