// The ideal condition of community and village that residents agreed on, for the foot of a profile: the numbered decisions of the
// closed discussions of that kind. Pure.
import type { View } from '../../../kernel/view.ts'
import { type Meeting, meetingCollection } from '../../meetings/meeting.ts'
import { seenBy } from '../../programmes/serving.ts'

export type IdealPoint = { meeting: Meeting; number: number; text: string }

/** As a programme calls it (`workshop.ideal_condition.agreed_points`). */
const idealKind = 'ideal_condition'

export function idealOf(view: View, enrolment: string): IdealPoint[] {
  return view
    .all<Meeting>(meetingCollection)
    .filter(
      (each) =>
        each.group === 'workshop' && each.state === 'closed' && seenBy(each, enrolment)?.kind === idealKind,
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .flatMap((meeting) => meeting.decisions.map(({ number, text }) => ({ meeting, number, text })))
}
