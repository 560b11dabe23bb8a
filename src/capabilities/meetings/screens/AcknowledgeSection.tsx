// The village head acknowledges a closed meeting; the days of a training together.
import { useState } from 'react'
import { isSigned, isTaken } from '../../../kernel/paper.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { AppointedLine } from '../../../platform/browser/paper/AppointedLine.tsx'
import { PaperButton } from '../../../platform/browser/paper/PaperButton.tsx'
import { PaperState } from '../../../platform/browser/paper/PaperState.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { acknowledgeMeetings, acknowledgeOnPaper, checkPaper } from '../commands.ts'
import { type Acknowledgement, acknowledgementOf, editionOf, handsOn, type Meeting } from '../meeting.ts'
import { whyNotAcknowledge } from '../rules.ts'
import { meetingsTexts } from '../texts.ts'
import { useMeetings } from './use-meeting.ts'
import { dayAt, dayText, may, t, whenText } from './words.tsx'

type Props = { place: string; meeting: Meeting }

function Acknowledged({ place, meeting }: Props) {
  const acknowledgement = acknowledgementOf(meeting)
  if (!acknowledgement) return null
  const { paper } = acknowledgement
  return (
    <>
      <OnPaper place={place} meeting={meeting} />
      {!paper && (
        <Notice tone="done">
          {t('meetings.acknowledged-by', {
            name: acknowledgement.name,
            day: signedDay(acknowledgement, place),
          })}
          {acknowledgement.note && <p>{acknowledgement.note}</p>}
          <p>
            <AppointedLine {...acknowledgement} />
          </p>
        </Notice>
      )}
    </>
  )
}

/** As it stands on the paper, or as the meeting allows; an older app told the moment only. */
const signedDay = ({ on, at, paper }: Acknowledgement, place: string) =>
  dayText(paper?.on ?? on ?? dayAt(at, place))

/** What was acknowledged before the minutes were amended: it stays to be read, and counts no more. */
function Before({ place, meeting }: Props) {
  const { acknowledgement } = meeting
  if (!isSigned(acknowledgement) || !acknowledgement || acknowledgementOf(meeting)) return null
  const told = { name: acknowledgement.name, day: signedDay(acknowledgement, place) }
  return <Notice tone="warn">{t('meetings.amended-since', told)}</Notice>
}

function OnPaper({ place, meeting }: Props) {
  const paper = acknowledgementOf(meeting)?.paper
  const same = useMeetings().filter((each) => acknowledgementOf(each)?.paper?.scan?.id === paper?.scan?.id)
  if (!paper) return null
  return (
    <PaperState
      {...{ place, paper, screen: 'meetings.check-paper', record: meeting.id }}
      command={checkPaper}
      involved={same.flatMap((each) => handsOn(each, 'acknowledgement'))}
      // One paper may speak of several days; it is checked once.
      input={(check) => ({ meetings: same.map((each) => each.id), ...check })}
    />
  )
}

/** The meeting itself, and for a training the other closed days that wait for the same signature. */
function useWaiting(meeting: Meeting): Meeting[] {
  const all = useMeetings()
  if (meeting.group !== 'training') return [meeting]
  return all.filter(
    (each) =>
      each.group === 'training' &&
      each.kind === meeting.kind &&
      each.enrolment === meeting.enrolment &&
      each.title === meeting.title &&
      whyNotAcknowledge(each, editionOf(each)).length === 0,
  )
}

export function AcknowledgeSection({ place, meeting }: Props) {
  const roles = useRoles(place)
  const waiting = useWaiting(meeting)
  const [asking, setAsking] = useState(false)
  if (meeting.state !== 'closed') return null
  if (isTaken(acknowledgementOf(meeting))) return <Acknowledged place={place} meeting={meeting} />
  const typing = <Typing {...{ place, meeting, waiting }} />
  if (!may(roles, acknowledgeMeetings))
    return (
      <>
        <Before place={place} meeting={meeting} />
        <OnPaper place={place} meeting={meeting} />
        <Notice tone="info" title={t('meetings.awaits-head')} action={typing} />
      </>
    )
  const label =
    waiting.length > 1 ? t('meetings.acknowledge-days', { count: waiting.length }) : t('meetings.acknowledge')
  return (
    <>
      <Before place={place} meeting={meeting} />
      <Notice
        tone="info"
        title={t('meetings.awaits-head')}
        action={
          <Cluster>
            <Button variant="primary" icon="pencil" onClick={() => setAsking(true)}>
              {label}
            </Button>
            {typing}
          </Cluster>
        }
      >
        {asking && <Acknowledge {...{ place, meeting, waiting, label }} onClose={() => setAsking(false)} />}
      </Notice>
    </>
  )
}

/** They are signed as they stand on this screen. */
const seen = (meetings: readonly Meeting[]) => ({
  meetings: meetings.map((each) => each.id),
  editions: meetings.map(editionOf),
})

function Typing({ place, meeting, waiting }: Props & { waiting: readonly Meeting[] }) {
  const { title } = usePlaceName(place)
  return (
    <PaperButton
      {...{ place, screen: 'meetings.paper', record: meeting.id, says: [meetingsTexts] }}
      command={acknowledgeOnPaper}
      input={(paper) => ({ ...seen(waiting), note: '', paper })}
      rules={() => waiting.flatMap((each) => whyNotAcknowledge(each, editionOf(each)))}
      since={meeting.date}
      position={title.startsWith('Kelurahan') ? 'Lurah' : 'Kepala Desa'}
    >
      <Waiting {...{ place, waiting }} />
    </PaperButton>
  )
}

function Waiting({ place, waiting }: { place: string; waiting: readonly Meeting[] }) {
  return (
    <ul>
      {waiting.map((each) => (
        <li key={each.id}>
          {each.title}, {whenText(each, place)}
        </li>
      ))}
    </ul>
  )
}

type Asked = Props & { waiting: readonly Meeting[]; label: string; onClose: () => void }

function Acknowledge({ place, meeting, waiting, label, onClose }: Asked) {
  const { account } = usePhone().open
  const form = useCommandForm({
    ...{ place, screen: 'meetings.acknowledge', record: meeting.id, says: [meetingsTexts] },
    command: acknowledgeMeetings,
    start: () => ({ name: account.name, note: '' }),
    input: ({ name, note }) => ({
      ...{ ...seen(waiting), name: name.trim(), note: note.trim() },
    }),
    saved: t('meetings.saved'),
    done: onClose,
  })
  return (
    <CommandDialog form={form} title={t('meetings.acknowledge-title')} submit={label} onClose={onClose}>
      <Waiting {...{ place, waiting }} />
      <TextField {...form.field('name', t('meetings.acknowledger'))} maxLength={120} />
      <TextField
        {...form.field('note', t('meetings.note'))}
        optional={t('meetings.optional')}
        maxLength={400}
      />
      <p>{t('meetings.acknowledge-why')}</p>
    </CommandDialog>
  )
}
