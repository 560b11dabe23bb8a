// One meeting: where it is, what it waits for, what came of it.
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { meetingRecord } from '../records.browser.ts'
import './attendance.css'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { QrCode } from '../../../platform/browser/ui/print/QrCode.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { useLocalPlaceTitle } from '../../places/door.browser.tsx'
import { attendanceCollection } from '../attendance.ts'
import { qrText, spacedCode } from '../code.ts'
import { amendMeeting } from '../commands.ts'
import { isPending, type Meeting, meetingCollection } from '../meeting.ts'
import { AcknowledgeSection } from './AcknowledgeSection.tsx'
import { AttendanceFigures } from './AttendanceFigures.tsx'
import { History } from './History.tsx'
import { MinutesShown } from './MinutesShown.tsx'
import { NextStep } from './NextStep.tsx'
import { Papers } from './Papers.tsx'
import { PlanActions } from './PlanActions.tsx'
import { PrintLinks } from './PrintLinks.tsx'
import { Served } from './Served.tsx'
import { useAttendance, useSetting } from './use-meeting.ts'
import { batchText, kindTitle, MeetingBadge, may, t, whenText, words } from './words.tsx'

type Props = { place: string; meeting: Meeting }

/** Whether something about this meeting was refused, or still lies on this phone. */
function useSending(meeting: Meeting): 'refused' | 'queued' | null {
  const view = usePlaceView()
  const attendance = useAttendance(meeting.id)
  const marks = [
    view.pending(meetingCollection, meeting.id),
    ...attendance.map((each) => view.pending(attendanceCollection, each.id)),
  ]
  if (marks.includes('refused')) return 'refused'
  return marks.includes('queued') ? 'queued' : null
}

function Sending({ meeting }: { meeting: Meeting }) {
  const sending = useSending(meeting)
  if (sending === 'refused')
    return (
      <Notice
        tone="refused"
        title={t('meetings.refused-by-server')}
        action={<LinkButton href="/kotak-keluar">{t('meetings.to-outbox')}</LinkButton>}
      />
    )
  return sending === 'queued' ? <Notice tone="offline">{t('meetings.unsent')}</Notice> : null
}

function About({ place, meeting }: Props) {
  const { enrolled, elements } = useSetting(meeting)
  const part = useLocalPlaceTitle(meeting.localPlace)
  const invited = elements
    .filter((each) => meeting.invitees.includes(each.id))
    .map((each) => words(each.title))
  const facts = [
    { label: t('meetings.when'), value: whenText(meeting, place) },
    { label: t('meetings.where'), value: meeting.placeText, note: part },
    { label: t('meetings.field-organiser'), value: meeting.organiser },
    { label: t('meetings.kind'), value: kindTitle(meeting, enrolled), note: batchText(meeting) },
    ...(enrolled ? [{ label: t('meetings.programme'), value: words(enrolled.programme.title) }] : []),
    ...(invited.length > 0 ? [{ label: t('meetings.field-invitees'), value: invited.join(', ') }] : []),
  ]
  return (
    <Section title={t('meetings.about')}>
      <FactGrid facts={facts} />
      {meeting.agenda.length > 0 && (
        <>
          <h3>{t('meetings.agenda')}</h3>
          <ol className="rb-numbered">
            {meeting.agenda.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ol>
        </>
      )}
      {isPending(meeting) && (
        <>
          <h3>{t('meetings.code')}</h3>
          <p className="mt-code">{spacedCode(meeting.code)}</p>
          <p>{t('meetings.code-why')}</p>
          <QrCode value={qrText('meeting', meeting.code)} label={t('meetings.code')} size={112} />
        </>
      )}
    </Section>
  )
}

/** What a workshop works with lies above meetings, at its own address. */
function Tools({ place, meeting }: Props) {
  return (
    <Section title={t('meetings.tools')}>
      <p>{t('meetings.tools-why')}</p>
      <LinkButton href={`/d/${place}/fgd/${meeting.id}`} icon="arrow-right">
        {t('meetings.to-tools')}
      </LinkButton>
    </Section>
  )
}

function MeetingPage({ place, row: meeting }: RecordProps<Meeting>) {
  const roles = useRoles(place)
  const amend = meeting.state === 'closed' && may(roles, amendMeeting)
  return (
    <Page
      title={meeting.title}
      subtitle={[batchText(meeting), whenText(meeting, place), meeting.placeText].filter(Boolean).join(' · ')}
      back={{ href: `/d/${place}/rembug`, label: t('meetings.back') }}
      badge={<MeetingBadge meeting={meeting} place={place} />}
      actions={<PlanActions place={place} meeting={meeting} />}
    >
      <Stack gap={5}>
        <Sending meeting={meeting} />
        <NextStep place={place} meeting={meeting} />
        {meeting.group === 'workshop' && <Tools place={place} meeting={meeting} />}
        <AcknowledgeSection place={place} meeting={meeting} />
        <AttendanceFigures place={place} meeting={meeting} />
        <MinutesShown place={place} meeting={meeting} />
        <Papers place={place} meeting={meeting} />
        <PrintLinks place={place} meeting={meeting} />
        <Served place={place} meeting={meeting} />
        <About place={place} meeting={meeting} />
        <History place={place} meeting={meeting} />
        {amend && (
          <LinkButton href={`/d/${place}/rembug/${meeting.id}/ubah`} icon="pencil">
            {t('meetings.amend')}
          </LinkButton>
        )}
      </Stack>
    </Page>
  )
}

export default recordScreen(meetingRecord, MeetingPage)
