// Whether a meeting is one in which residents could agree on the profile of their institutions. Pure; asked on the phone before
// the command is given, and on the server in its transaction (institutions keep the meeting's id and cannot ask).
import { awaitsCheck } from '../../../kernel/paper.ts'
import { type Refusal, reasons, refuseField } from '../../../kernel/refusal.ts'
import type { View } from '../../../kernel/view.ts'
import type { Agreed } from '../../institutions/agreement.ts'
import { hasSignedMinutes, type Meeting, meetingCollection, signedMinutesOf } from '../../meetings/meeting.ts'
import { serves } from '../../programmes/serving.ts'

/** Closed, no training, and of this programme or of the village as a whole. */
export const couldAgree = (meeting: Meeting, enrolment: string): boolean =>
  meeting.state === 'closed' &&
  meeting.group !== 'training' &&
  (meeting.enrolment === null || serves(meeting, enrolment))

/** What was agreed lasts as long as its evidence. */
export const provesProfile = (meeting: Meeting | undefined, enrolment: string): boolean =>
  meeting !== undefined && couldAgree(meeting, enrolment) && hasSignedMinutes(meeting)

export function whyNotProfileMeeting(
  view: View,
  enrolment: string,
  { meeting: id, on }: Pick<Agreed, 'meeting' | 'on'>,
): Refusal[] {
  const meeting = view.get<Meeting>(meetingCollection, id)
  if (!meeting) return [refuseField('meeting', 'surveys.no-such-meeting')]
  if (meeting.state === 'cancelled') return [refuseField('meeting', 'surveys.meeting-cancelled')]
  const { title, date } = meeting
  const closed = meeting.state === 'closed'
  const unsigned = closed && !hasSignedMinutes(meeting)
  return reasons(
    meeting.group === 'training' && refuseField('meeting', 'surveys.meeting-is-training', { title }),
    meeting.enrolment !== null &&
      !serves(meeting, enrolment) &&
      refuseField('meeting', 'surveys.meeting-of-another', { title }),
    !closed && refuseField('meeting', 'surveys.meeting-not-closed'),
    unsigned &&
      refuseField(
        'meeting',
        awaitsCheck(signedMinutesOf(meeting)) ? 'surveys.minutes-unchecked' : 'surveys.minutes-unsigned',
        { title },
      ),
    closed && on < date && refuseField('on', 'surveys.before-meeting', { on: date }),
  )
}
