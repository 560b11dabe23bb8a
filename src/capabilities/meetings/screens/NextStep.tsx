// What a meeting waits for: the one thing to do next, and what is missing before it can be closed.
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { type Task, TaskList } from '../../../platform/browser/ui/figures/TaskList.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { checkIn } from '../attendance.ts'
import { changeMeeting, closeMeeting, openMeeting } from '../commands.ts'
import { questionOf } from '../kinds.ts'
import { documentsOf, isPending, type Meeting, photosOf } from '../meeting.ts'
import { tallyOf } from '../tally.ts'
import { OpenMeeting } from './OpenMeeting.tsx'
import { useAttendance, useSetting } from './use-meeting.ts'
import { dayAt, dayText, may, t } from './words.tsx'

type Props = { place: string; meeting: Meeting }

function tasksOf({ place, meeting }: Props, total: number, asksDecision: boolean): Task[] {
  const base = `/d/${place}/rembug/${meeting.id}`
  const open = meeting.state === 'open'
  const papers = documentsOf(meeting).length + photosOf(meeting).length
  const task = (id: string, title: string, done: boolean, rest: Partial<Task> = {}): Task => ({
    id,
    title,
    status: done ? 'done' : 'later',
    statusLabel: t(done ? 'meetings.ready' : 'meetings.not-yet'),
    ...rest,
  })
  const advised: Partial<Task> = { status: 'advice', statusLabel: t('meetings.advised') }
  return [
    task('invite', t('meetings.task-invite'), meeting.invitation !== null, {
      ...(meeting.invitation
        ? { why: t('meetings.invited-on', { day: dayText(dayAt(meeting.invitation.at, place)) }) }
        : advised),
    }),
    task('attendance', t('meetings.task-attendance'), total > 0, {
      why: total > 0 ? t('meetings.people-count', { count: total }) : undefined,
      ...(open ? { href: `${base}/hadir` } : {}),
    }),
    ...(asksDecision
      ? [task('decision', t('meetings.task-decision'), false, open ? { href: `${base}/tutup` } : {})]
      : []),
    task('minutes', t('meetings.task-minutes'), false, open ? { href: `${base}/tutup` } : {}),
    task('papers', t('meetings.task-papers'), papers > 0, papers > 0 ? {} : advised),
  ]
}

function Buttons({ place, meeting, total }: Props & { total: number }) {
  const roles = useRoles(place)
  const base = `/d/${place}/rembug/${meeting.id}`
  if (meeting.state === 'postponed')
    return may(roles, changeMeeting) ? (
      <LinkButton href={`${base}/ubah`} variant="primary" icon="calendar">
        {t('meetings.new-day')}
      </LinkButton>
    ) : null
  if (meeting.state !== 'open')
    return may(roles, openMeeting) ? (
      <>
        <p>{t('meetings.open-why')}</p>
        <OpenMeeting place={place} meeting={meeting} />
      </>
    ) : null
  return (
    <>
      {may(roles, checkIn) && (
        <LinkButton href={`${base}/hadir`} variant={total === 0 ? 'primary' : 'quiet'} icon="people">
          {t('meetings.take-attendance')}
        </LinkButton>
      )}
      {may(roles, closeMeeting) && (
        <LinkButton href={`${base}/tutup`} variant={total === 0 ? 'quiet' : 'primary'} icon="check-circle">
          {t('meetings.close')}
        </LinkButton>
      )}
    </>
  )
}

export function NextStep({ place, meeting }: Props) {
  const attendance = useAttendance(meeting.id)
  const { setting } = useSetting(meeting)
  const { total } = tallyOf(meeting.headCount, attendance)
  if (meeting.state === 'cancelled')
    return (
      <Notice tone="info">
        {t('meetings.was-cancelled', { reason: meeting.cancellation?.reason ?? '' })}
      </Notice>
    )
  if (!isPending(meeting)) return null
  const asks = Boolean(questionOf(setting.kind)) || setting.also?.some((each) => each.question) === true
  return (
    <Section title={t('meetings.next')}>
      <Buttons place={place} meeting={meeting} total={total} />
      <TaskList label={t('meetings.missing')} tasks={tasksOf({ place, meeting }, total, asks)} />
    </Section>
  )
}
