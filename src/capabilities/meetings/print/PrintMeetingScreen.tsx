// The papers of a meeting: invitations, attendance lists, minutes. Everything comes from the local copy, so it prints
// without a network.

import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import { zoneName, zoneOf } from '../../../kernel/place-code.ts'
import { usePhone, usePlaceView, useRows } from '../../../platform/browser/hooks.tsx'
import { translate } from '../../../platform/browser/language.ts'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { type RecordProps, recordScreen } from '../../../platform/browser/RecordPage.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { Tabs } from '../../../platform/browser/ui/page/Tabs.tsx'
import {
  LetterStock,
  useHeadOf,
  useLetterAbout,
  useLetterhead,
  useMayWriteLetters,
} from '../../letters/door.browser.tsx'
import { emptyBody, type Letter } from '../../letters/letter.ts'
import type { Letterhead } from '../../letters/letterhead.ts'
import { usualClassification } from '../../letters/number.ts'
import { PrintBar, usePaperSize } from '../../letters/print/PrintBar.tsx'
import { issueLetter } from '../../letters/stock.browser.ts'
import { titleOf } from '../../programmes/door.browser.tsx'
import { type Enrolled, enrolledIn } from '../../programmes/serving.ts'
import { type Attendance, attendanceCollection } from '../attendance.ts'
import { unmetOf } from '../counted.ts'
import { optionsOf } from '../deciding.ts'
import { questionOf } from '../kinds.ts'
import { type Meeting, meetingCollection } from '../meeting.ts'
import { meetingRecord } from '../records.browser.ts'
import { useSetting as useAbout } from '../screens/use-meeting.ts'
import { words } from '../screens/words.tsx'
import { AttendancePaper } from './AttendancePaper.tsx'
import { InvitationChoices, LineChoice, WitnessChoices } from './choices.tsx'
import { InvitationPaper, mostPointsOnHalf } from './InvitationPaper.tsx'
import { MinutesPaper, usualWitnesses } from './MinutesPaper.tsx'
import { namesOnSheet, type PaperSetting } from './paper-facts.ts'
import { printTexts } from './print-texts.ts'
import { lettersRestingOn, requestLetterHref } from './request.ts'

const t = translate(printTexts)

const papers = ['undangan', 'daftar-hadir-kosong', 'daftar-hadir', 'berita-acara'] as const
type What = (typeof papers)[number]
const labels = {
  undangan: 'print.invitations',
  'daftar-hadir': 'print.attendance',
  'daftar-hadir-kosong': 'print.attendance-blank',
  'berita-acara': 'print.minutes',
} as const
/** Kind of letter a paper is numbered as; attendance lists are annexes and have no number of their own. */
const letterKinds: Partial<Record<What, string>> = { undangan: 'invitation', 'berita-acara': 'minutes' }

function Papers({ place, params, row: meeting }: RecordProps<Meeting>) {
  const what = papers.find((each) => each === params['what']) ?? 'berita-acara'
  const base = `/d/${place}/rembug/${meeting.id}`
  return (
    <Page title={t(labels[what])} subtitle={meeting.title} back={{ href: base, label: t('print.back') }}>
      <LetterStock place={place} />
      <Stack>
        <Tabs
          label={t('print.papers')}
          tabs={papers.map((each) => ({
            href: `${base}/cetak/${each}`,
            label: t(labels[each]),
            current: each === what,
          }))}
        />
        <Paper key={what} place={place} meeting={meeting} what={what} />
      </Stack>
    </Page>
  )
}

/** Paper is Indonesian, whatever the screen speaks. */
const paperTitle = (enrolled: Enrolled): string => titleOf(enrolled, ({ id }) => id)

const askedOf = (decision: ReturnType<typeof questionOf>) => ({
  options: new Map((decision ? optionsOf(decision) : []).map((each) => [each.id, each.title.id])),
  question: decision?.question.id ?? null,
})

function useSetting(place: string, meeting: Meeting) {
  const village = usePlaceName(place).title
  const { enrolled, setting: about, elements } = useAbout(meeting)
  const unmet = unmetOf(meeting, about.also ?? []).filter(({ why }) => why.length > 0)
  const serving = (about.also ?? []).flatMap(({ enrolled, question }) =>
    enrolled ? [{ enrolled, question }] : [],
  )
  const counting = serving.filter(({ enrolled: { row } }) => !unmet.some((each) => each.enrolment === row.id))
  const setting: PaperSetting = {
    place,
    village,
    zone: zoneName(place),
    programmes: [...(enrolled ? [enrolled] : []), ...counting.map((each) => each.enrolled)].map(paperTitle),
    elements: new Map(elements.map((each) => [each.id, each.title.id])),
    ...askedOf(questionOf(about.kind)),
    others: serving.map(({ enrolled, question }) => ({
      ...askedOf(question),
      programme: paperTitle(enrolled),
      decision: meeting.alsoDecided?.find((each) => each.enrolment === enrolled.row.id)?.decision ?? null,
    })),
  }
  const runs = enrolled?.row.status === 'started' ? enrolled.row.id : null
  return { setting, enrolment: runs }
}

function Paper({ place, meeting, what }: { place: string; meeting: Meeting; what: What }) {
  const [size, setSize] = usePaperSize()
  const view = usePlaceView()
  const { setting, enrolment } = useSetting(place, meeting)
  const attendance = useRows<Attendance>(attendanceCollection).filter((each) => each.meeting === meeting.id)
  const letter = useLetterAbout(meeting.id, letterKinds[what] ?? '')
  const current = useLetterhead()
  const head = useHeadOf(letter) ?? current
  const [perPage, setPerPage] = useState<1 | 2>(2)
  const [names, setNames] = useState('')
  const [blanks, setBlanks] = useState(2)
  const [lines, setLines] = useState(30)
  const [witnesses, setWitnesses] = useState(() =>
    usualWitnesses.map(({ capacity }) => ({ capacity, name: '' })),
  )
  const number = letter?.text ?? null
  const about = { meeting, setting, head, size }
  const requests = lettersRestingOn(meeting, (id) => enrolledIn(view, id))
  const listed = names.split('\n').filter((name) => name.trim() !== '')
  const invited = [...listed, ...Array.from({ length: blanks }, () => '')]
  const paper = {
    undangan: () => (
      <InvitationPaper
        {...about}
        number={number}
        date={letter?.date ?? today(zoneOf(place))}
        perPage={perPage}
        names={invited.length > 0 ? invited : ['']}
      />
    ),
    'daftar-hadir': () => <AttendancePaper {...about} attendance={attendance} />,
    'daftar-hadir-kosong': () => <AttendancePaper {...about} attendance={null} lines={lines} />,
    'berita-acara': () => <MinutesPaper {...about} number={number} witnesses={witnesses} />,
  }[what]
  const choices = {
    undangan: () => (
      <InvitationChoices
        {...{ perPage, setPerPage, names, setNames, blanks, setBlanks }}
        tooLong={meeting.agenda.length > mostPointsOnHalf}
      />
    ),
    'daftar-hadir': () =>
      namesOnSheet(attendance).length === 0 && <Notice tone="info">{t('print.no-names')}</Notice>,
    'daftar-hadir-kosong': () => <LineChoice lines={lines} onChange={setLines} />,
    'berita-acara': () => (
      <>
        {!meeting.closing && <Notice tone="info">{t('print.not-closed')}</Notice>}
        <WitnessChoices witnesses={witnesses} onChange={setWitnesses} />
        {requests.length > 0 && (
          <Cluster>
            {requests.map((each) => (
              <LinkButton key={each.enrolment} href={requestLetterHref(place, each)} icon="file">
                {requests.length > 1 ? words(each.letter.title) : t('print.request')}
              </LinkButton>
            ))}
          </Cluster>
        )}
      </>
    ),
  }[what]
  return (
    <PrintBar
      size={size}
      onSize={setSize}
      choices={
        <>
          {letterKinds[what] && (
            <NumberLine
              place={place}
              meeting={meeting}
              kind={letterKinds[what]}
              {...{ letter, head, enrolment }}
            />
          )}
          {choices()}
        </>
      }
    >
      {paper()}
    </PrintBar>
  )
}

type NumberLineProps = {
  place: string
  meeting: Meeting
  kind: string
  letter: Letter | undefined
  head: Letterhead | undefined
  enrolment: string | null
}

const subjects: Record<string, string> = { invitation: 'Undangan', minutes: 'Berita acara' }

/** The number of the paper, or the way to get one. Minutes are numbered once the meeting is closed. */
function NumberLine({ place, meeting, kind, letter, head, enrolment }: NumberLineProps) {
  const phone = usePhone()
  const may = useMayWriteLetters(place)
  const [busy, setBusy] = useState(false)
  if (letter?.text) return <p className="rb-number">{t('print.number', { number: letter.text })}</p>
  if (letter) return <Notice tone="offline">{t('print.number-waits')}</Notice>
  if (!head)
    return (
      <Notice
        tone="info"
        action={<LinkButton href={`/d/${place}/surat/kop`}>{t('print.set-head')}</LinkButton>}
      >
        {t('print.no-head')}
      </Notice>
    )
  if (!may || (kind === 'minutes' && !meeting.closing)) return null
  const now = today(zoneOf(place))
  const give = async () => {
    setBusy(true)
    await issueLetter(phone, place, head, {
      id: newId(),
      enrolment,
      kind,
      classification: usualClassification(head, kind),
      date: kind === 'minutes' && meeting.date < now ? meeting.date : now,
      subject: `${subjects[kind]} ${meeting.title}`,
      addressee: [],
      body: emptyBody,
      about: [{ collection: meetingCollection, id: meeting.id }],
    }).finally(() => setBusy(false))
  }
  return (
    <Notice
      tone="info"
      action={
        <Button loading={busy} onClick={() => void give()}>
          {t('print.give-number')}
        </Button>
      }
    >
      {t('print.no-number')}
    </Notice>
  )
}

export default recordScreen(meetingRecord, Papers)
