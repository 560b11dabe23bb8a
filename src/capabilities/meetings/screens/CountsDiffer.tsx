// Two ways of counting that do not agree: both are said, and which one holds.
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import type { Attendance } from '../attendance.ts'
import type { Meeting } from '../meeting.ts'
import { countsDiffer, tallyOfNames } from '../tally.ts'
import { t } from './words.tsx'

export function CountsDiffer({
  meeting,
  attendance,
}: {
  meeting: Meeting
  attendance: readonly Attendance[]
}) {
  const { headCount } = meeting
  if (!headCount || !countsDiffer(headCount, attendance)) return null
  const heads = headCount.women + headCount.men
  return (
    <Notice tone="warn">
      {t('meetings.counts-differ', { heads, names: tallyOfNames(attendance).total })}
    </Notice>
  )
}
