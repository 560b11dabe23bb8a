// What it makes of a meeting that the village head knows of it: by account, or on paper that somebody else checks. Pure; the
// rules have been asked before.
import { type Day, dayWithin, today } from '../../kernel/day.ts'
import { type Behind, checked, type Hand, typed } from '../../kernel/paper.ts'
import type { AcknowledgeMeetings, AcknowledgeOnPaper, CheckPaper } from './commands.ts'
import { type Acknowledgement, editionOf, type Meeting, replacedMost, type Stamp } from './meeting.ts'

/** What it takes the place of is kept: it was for another edition, or found wrong. */
const withAcknowledgement = (meeting: Meeting, given: Acknowledgement): Meeting => ({
  ...meeting,
  acknowledgement: { ...given, edition: editionOf(meeting) },
  replaced: [
    ...(meeting.replaced ?? []),
    ...(meeting.acknowledgement ? [meeting.acknowledgement] : []),
  ].slice(-replacedMost),
})

/** A clock may be wrong: nobody acknowledges before the meeting was held and closed, or later than `now`, the day it is there. */
export function acknowledgedOn(meeting: Meeting, at: string, zone: string, now: Day): Day {
  const dayOf = (moment: string) => today(zone, new Date(moment))
  const closedOn = meeting.closing ? dayOf(meeting.closing.at) : meeting.date
  return dayWithin(dayOf(at), closedOn > meeting.date ? closedOn : meeting.date, now)
}

export const acknowledged = (
  meeting: Meeting,
  { name, note }: Pick<AcknowledgeMeetings, 'name' | 'note'>,
  stamp: Stamp & Behind,
  on: Day,
): Meeting => withAcknowledgement(meeting, { ...stamp, on, name, note })

export function acknowledgedOnPaper(
  meeting: Meeting,
  { paper, note }: AcknowledgeOnPaper,
  stamp: Stamp,
  hand: Hand,
): Meeting {
  return withAcknowledgement(meeting, { ...stamp, name: paper.name, note, paper: typed(paper, hand) })
}

/** The paper was held against what was typed: it counts from now on, or makes room for another. */
export function paperChecked(meeting: Meeting, input: CheckPaper, hand: Hand, on: Day): Meeting {
  const { acknowledgement } = meeting
  return acknowledgement?.paper
    ? {
        ...meeting,
        acknowledgement: { ...acknowledgement, paper: checked(acknowledgement.paper, input, hand, on) },
      }
    : meeting
}
