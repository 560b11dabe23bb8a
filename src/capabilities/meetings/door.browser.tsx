// How screens of higher capabilities say a meeting.
import { usePlaceView } from '../../platform/browser/hooks.tsx'
import type { Status } from '../../platform/browser/ui/feedback/status.ts'
import { enrolledIn } from '../programmes/serving.ts'
import type { Meeting } from './meeting.ts'
import { kindTitle, lookOf, todayAt, whenText } from './screens/words.tsx'

export type MeetingSaid = { status: Status; label: string; when: string; kind: string }

/** The state of a meeting in a word, when it is or was held, and its kind as its programme calls it. */
export function useMeetingWords(place: string): (meeting: Meeting) => MeetingSaid {
  const view = usePlaceView()
  return (meeting) => ({
    ...lookOf(meeting, todayAt(place)),
    when: whenText(meeting, place),
    kind: kindTitle(meeting, enrolledIn(view, meeting.enrolment)),
  })
}
