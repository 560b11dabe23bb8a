// Meetings of a kind that are there already: a gate may lead here when the next step is one of theirs.
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { servesAs } from '../../programmes/serving.ts'
import type { Meeting, MeetingGroup } from '../meeting.ts'
import { useMeetings } from './use-meeting.ts'
import { batchText, lookOf, t, todayAt, whenText } from './words.tsx'

type Props = { place: string; group: MeetingGroup; enrolment: string | null; kind: string | null }

const most = 6
const byDay = (a: Meeting, b: Meeting) => `${b.date}${b.start}`.localeCompare(`${a.date}${a.start}`)

export function Existing({ place, group, enrolment, kind }: Props) {
  const all = useMeetings()
  const found = all
    .filter((each) => each.group === group && servesAs(each, enrolment, kind))
    .filter((each) => kind !== null && each.state !== 'cancelled')
    .sort(byDay)
  if (found.length === 0) return null
  const tasks = found.slice(0, most).map((each) => {
    const look = lookOf(each, todayAt(place))
    const why = [batchText(each), whenText(each, place)].filter(Boolean).join(' · ')
    return {
      id: each.id,
      title: each.title,
      status: look.status,
      statusLabel: look.label,
      why,
      href: `/d/${place}/rembug/${each.id}`,
    }
  })
  return (
    <Notice tone="info" title={t('meetings.exists-already')}>
      <TaskList label={t('meetings.exists-already')} tasks={tasks} />
    </Notice>
  )
}
