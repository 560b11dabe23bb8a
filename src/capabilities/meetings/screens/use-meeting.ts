// What screens read of meetings from the local copy.
import { useMemo } from 'react'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import type { KindsOf } from '../../programmes/door.browser.tsx'
import { type Enrolled, enrolledIn, runningIn } from '../../programmes/serving.ts'
import { type Attendance, attendanceCollection } from '../attendance.ts'
import { type Element, elementsFor, elementsOf } from '../elements.ts'
import { kindsIn } from '../kinds.ts'
import { type Meeting, type MeetingGroup, meetingCollection } from '../meeting.ts'
import type { Setting } from '../plan-rules.ts'
import { type About, settingIn } from '../setting.ts'

export const useMeetings = () => useRows<Meeting>(meetingCollection)

export function useAttendance(meeting: string): readonly Attendance[] {
  const all = useRows<Attendance>(attendanceCollection)
  return useMemo(() => all.filter((each) => each.meeting === meeting), [all, meeting])
}

/** The enrolments of the place that run now, with their programmes. */
export const useRunning = (): Enrolled[] => runningIn(usePlaceView())

/** The kinds of such meetings that a programme has. */
export const kindsOf =
  (group: MeetingGroup): KindsOf =>
  (programme) =>
    kindsIn(programme, group)

export function useSetting(about: About): {
  enrolled: Enrolled | null
  setting: Setting
  elements: Element[]
} {
  const view = usePlaceView()
  const enrolled = enrolledIn(view, about.enrolment)
  const setting = settingIn(view, about)
  const named = elementsOf(
    [enrolled, ...(setting.also ?? []).map((each) => each.enrolled)].map((each) => each?.programme),
  )
  return { enrolled, setting, elements: elementsFor({ elements: named }) }
}
