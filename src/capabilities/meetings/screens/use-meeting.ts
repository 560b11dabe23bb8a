// What screens read of meetings from the local copy.
import { useMemo } from 'react'
import { usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import type { Programme } from '../../programmes/definition.ts'
import type { EnrolmentRow } from '../../programmes/enrolment.ts'
import { type Attendance, attendanceCollection } from '../attendance.ts'
import { type Element, elementsFor } from '../elements.ts'
import { type Meeting, meetingCollection } from '../meeting.ts'
import type { Setting } from '../plan-rules.ts'
import {
  type About,
  type Enrolled,
  enrolledIn,
  enrolmentCollection,
  programmeCollection,
  settingOf,
} from '../setting.ts'

export const useMeetings = () => useRows<Meeting>(meetingCollection)

export function useAttendance(meeting: string): readonly Attendance[] {
  const all = useRows<Attendance>(attendanceCollection)
  return useMemo(() => all.filter((each) => each.meeting === meeting), [all, meeting])
}

export function useEnrolled(enrolment: string | null): Enrolled | null {
  return enrolledIn(usePlaceView(), enrolment)
}

/** The enrolments of the place that run now, with their programmes. */
export function useRunning(): Enrolled[] {
  const view = usePlaceView()
  return view
    .all<EnrolmentRow>(enrolmentCollection)
    .filter((row) => row.status === 'started')
    .flatMap((row) => {
      const programme = view.get<Programme>(programmeCollection, row.programme)
      return programme ? [{ row, programme }] : []
    })
}

export function useSetting(about: About): {
  enrolled: Enrolled | null
  setting: Setting
  elements: Element[]
} {
  const enrolled = useEnrolled(about.enrolment)
  return { enrolled, setting: settingOf(enrolled, about), elements: elementsFor(enrolled?.programme) }
}
