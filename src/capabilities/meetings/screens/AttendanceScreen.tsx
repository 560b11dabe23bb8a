// Taking attendance: by name, by code or by head. Every name is kept on the phone at once.
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { meetingRecord } from '../records.browser.ts'
import './attendance.css'
import { useSearch } from 'wouter'
import type { Role } from '../../../kernel/role.ts'
import { AnswerFault } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import { type Attendance, type Attendee, checkIn, withdrawCheckIn } from '../attendance.ts'
import { elementsToChoose } from '../elements.ts'
import type { Meeting } from '../meeting.ts'
import { helpers } from '../roles.ts'
import { whyNotCheckIn, whyNotOpen } from '../rules.ts'
import { tallyOf } from '../tally.ts'
import { CodeEntry } from './CodeEntry.tsx'
import { CountsDiffer } from './CountsDiffer.tsx'
import { HeadCountForm } from './HeadCountForm.tsx'
import { OpenMeeting } from './OpenMeeting.tsx'
import { PresentList } from './PresentList.tsx'
import { QuickEntry } from './QuickEntry.tsx'
import { TallyBar } from './TallyBar.tsx'
import { useAttendance, useSetting } from './use-meeting.ts'
import { batchText, may, sentence, t, whenText } from './words.tsx'

const ways = ['nama', 'kode', 'kepala'] as const
type Way = (typeof ways)[number]
const wayLabels = {
  nama: 'meetings.way-names',
  kode: 'meetings.way-code',
  kepala: 'meetings.way-heads',
} as const
const wayOf = (search: string): Way =>
  ways.find((each) => each === new URLSearchParams(search).get('cara')) ?? 'nama'

function NotOpen({ place, meeting }: { place: string; meeting: Meeting }) {
  const reasons = whyNotOpen(meeting)
  if (meeting.state === 'closed') return <Notice tone="info">{t('meetings.closed-list')}</Notice>
  return (
    <Notice
      tone="info"
      title={t('meetings.not-open-yet')}
      action={reasons.length === 0 && <OpenMeeting place={place} meeting={meeting} />}
    >
      {reasons[0] ? sentence(reasons[0]) : t('meetings.open-why')}
    </Notice>
  )
}

/** Adds and takes off, one command each, so that a kill in between loses nothing. */
function useTaking(place: string, meeting: Meeting) {
  const { give } = useGiving()
  const add = (attendee: Attendee) => {
    const { name } = attendee
    const input = { meeting: meeting.id, attendees: [attendee] }
    const said = { saved: t('meetings.added', { name }), seconds: 3, of: name }
    return give((phone) => phone.give(checkIn, place, input), said)
  }
  const withdraw = ({ id, name }: Attendance) => {
    const input = { meeting: meeting.id, attendance: id, reason: t('meetings.undo-reason') }
    const said = { saved: t('meetings.taken-off', { name }), seconds: 4, of: name }
    return give((phone) => phone.give(withdrawCheckIn, place, input), said)
  }
  return { add, withdraw }
}

type EntryProps = {
  way: Way
  place: string
  meeting: Meeting
  attendance: readonly Attendance[]
  onAdd: (attendee: Attendee) => Promise<boolean>
}

function Entry({ way, place, meeting, attendance, onAdd }: EntryProps) {
  const { enrolled, setting, elements } = useSetting(meeting)
  const entry = { attendance, setting, enrolled, onAdd }
  if (way === 'kepala') return <HeadCountForm {...{ place, meeting, setting, enrolled, elements }} />
  return (
    <Section>
      {way === 'kode' ? <CodeEntry {...entry} /> : <QuickEntry {...entry} elements={elements} />}
    </Section>
  )
}

function WayTabs({ base, way }: { base: string; way: Way }) {
  const tabs = ways.map((each) => ({
    href: each === 'nama' ? `${base}/hadir` : `${base}/hadir?cara=${each}`,
    label: t(wayLabels[each]),
    current: each === way,
  }))
  return <Tabs label={t('meetings.way')} tabs={tabs} />
}

function Taking({ place, meeting }: { place: string; meeting: Meeting }) {
  const attendance = useAttendance(meeting.id)
  const way = wayOf(useSearch())
  const roles = useRoles(place)
  const { enrolled, setting, elements } = useSetting(meeting)
  const { add, withdraw } = useTaking(place, meeting)
  const base = `/d/${place}/rembug/${meeting.id}`
  const running = whyNotCheckIn(meeting, [], setting).length === 0 && may(roles, checkIn)
  const tally = tallyOf(meeting.headCount, attendance)
  const byName = !running || way !== 'kepala'
  return (
    <Stack>
      {byName && <TallyBar tally={tally} />}
      <CountsDiffer meeting={meeting} attendance={attendance} />
      {running ? <WayTabs base={base} way={way} /> : <NotOpen place={place} meeting={meeting} />}
      <div className={byName && running ? 'mt-side' : undefined}>
        {running && <Entry {...{ way, place, meeting, attendance }} onAdd={add} />}
        {byName && (
          <PresentList
            attendance={attendance}
            elements={elementsToChoose(elements, enrolled?.programme)}
            onWithdraw={running ? withdraw : undefined}
          />
        )}
      </div>
      {running && tally.total > 0 && (
        <LinkButton href={base} iconAfter="arrow-right">
          {t('meetings.attendance-back')}
        </LinkButton>
      )}
    </Stack>
  )
}

function AttendancePage({ place, row: meeting }: RecordProps<Meeting>) {
  // Who reads the meeting without its attendees is not told that nobody came.
  const names = useRoles(place).some((role) => (helpers as readonly Role[]).includes(role))
  return (
    <Page
      title={t('meetings.attendance-title')}
      subtitle={[meeting.title, batchText(meeting), whenText(meeting, place)].filter(Boolean).join(' · ')}
      back={{ href: `/d/${place}/rembug/${meeting.id}`, label: t('meetings.attendance-back') }}
    >
      {names ? (
        <Taking place={place} meeting={meeting} />
      ) : (
        <AnswerFault fault={{ kind: 'forbidden', message: '' }} again={() => undefined} />
      )}
    </Page>
  )
}

export default recordScreen(meetingRecord, AttendancePage)
