// What workshops of a kind have agreed on: the numbered decisions of their closed minutes. Pure, both sides.
import type { View } from '../../kernel/view.ts'
import { type FollowUp, type Meeting, meetingCollection } from '../meetings/meeting.ts'
import { allSeenBy } from '../programmes/serving.ts'

export type AgreedPoint = Pick<FollowUp, 'number' | 'text' | 'responsible' | 'due'> & { meeting: Meeting }

/** In the order of the workshops and of their minutes. */
export function agreedPointsOf(view: View, enrolment: string, kind: string): AgreedPoint[] {
  return allSeenBy(view.all<Meeting>(meetingCollection), enrolment)
    .filter((each) => each.group === 'workshop' && each.kind === kind && each.state === 'closed')
    .sort((a, b) => (`${a.date} ${a.start}` < `${b.date} ${b.start}` ? -1 : 1))
    .flatMap((meeting) =>
      meeting.decisions.map(({ number, text, responsible, due }) => ({
        ...{ meeting, number, text, responsible, due },
      })),
    )
}
