// Whether a meeting is one in which residents could agree on the profile of their institutions. Pure; asked on the phone before
// the command is given, and on the server in its transaction (institutions keep the meeting's id and cannot ask).
import type { Refusal } from '../../../kernel/refusal.ts'
import type { View } from '../../../kernel/view.ts'
import type { Agreed } from '../../institutions/agreement.ts'
import { hasSignedMinutes, type Meeting } from '../../meetings/meeting.ts'
import { serves } from '../../programmes/serving.ts'
import { whyNotAgreedIn } from '../meeting-rules.ts'

/** Closed, no training, and of this programme or of the village as a whole. */
export const couldAgree = (meeting: Meeting, enrolment: string): boolean =>
  meeting.state === 'closed' &&
  meeting.group !== 'training' &&
  (meeting.enrolment === null || serves(meeting, enrolment))

/** What was agreed lasts as long as its evidence. */
export const provesProfile = (meeting: Meeting | undefined, enrolment: string): boolean =>
  meeting !== undefined && couldAgree(meeting, enrolment) && hasSignedMinutes(meeting)

export const whyNotProfileMeeting = (
  view: View,
  enrolment: string,
  agreed: Pick<Agreed, 'meeting' | 'on'>,
): Refusal[] => whyNotAgreedIn(view, agreed, { enrolment, signed: true })
