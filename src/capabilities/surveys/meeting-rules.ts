// Whether a meeting is one in which residents could agree on what a gate rests on: the criteria or the result of a survey, the
// profile of their institutions. Pure; asked on the phone before the command is given, and on the server in its transaction.
import type { Day } from '../../kernel/day.ts'
import { awaitsCheck } from '../../kernel/paper.ts'
import { type Refusal, reasons, refuseField } from '../../kernel/refusal.ts'
import type { View } from '../../kernel/view.ts'
import { hasSignedMinutes, type Meeting, meetingCollection, signedMinutesOf } from '../meetings/meeting.ts'
import { serves } from '../programmes/serving.ts'

export type Asked = {
  /** Of which programme the thing is; null: of none. A meeting of no programme is the whole village's. */
  enrolment: string | null
  /** Whether the berita acara must be signed, and its scan checked. */
  signed: boolean
  /** The meeting was not held before this day. */
  since?: Day | undefined
}

export function whyNotAgreedIn(
  view: View,
  { meeting: id, on }: { meeting: string; on: Day },
  { enrolment, signed, since }: Asked,
): Refusal[] {
  const meeting = view.get<Meeting>(meetingCollection, id)
  if (!meeting) return [refuseField('meeting', 'surveys.no-such-meeting')]
  if (meeting.state === 'cancelled') return [refuseField('meeting', 'surveys.meeting-cancelled')]
  const { title, date } = meeting
  const closed = meeting.state === 'closed'
  const elsewhere = enrolment !== null && meeting.enrolment !== null && !serves(meeting, enrolment)
  const unsigned = awaitsCheck(signedMinutesOf(meeting))
    ? 'surveys.minutes-unchecked'
    : 'surveys.minutes-unsigned'
  return reasons(
    // A day of training is held like a meeting, and residents decide nothing in it.
    meeting.group === 'training' && refuseField('meeting', 'surveys.meeting-is-training', { title }),
    elsewhere && refuseField('meeting', 'surveys.meeting-of-another', { title }),
    since !== undefined &&
      date < since &&
      refuseField('meeting', 'surveys.meeting-too-early', { title, on: since }),
    !closed && refuseField('meeting', 'surveys.meeting-not-closed'),
    closed && signed && !hasSignedMinutes(meeting) && refuseField('meeting', unsigned, { title }),
    closed && on < date && refuseField('on', 'surveys.before-meeting', { on: date }),
  )
}
