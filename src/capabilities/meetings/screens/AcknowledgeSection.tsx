// The village head acknowledges a closed meeting; the days of a training together.
import { useState } from 'react'
import { isTaken } from '../../../kernel/paper.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { PaperButton } from '../../../platform/browser/paper/PaperButton.tsx'
import { PaperState } from '../../../platform/browser/paper/PaperState.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { acknowledgeMeetings, acknowledgeOnPaper, checkPaper } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { whyNotAcknowledge } from '../rules.ts'
import { meetingsTexts } from '../texts.ts'
import { useMeetings } from './use-meeting.ts'
import { dayAt, dayText, may, t, whenText } from './words.tsx'

type Props = { place: string; meeting: Meeting }

function Acknowledged({ place, meeting }: Props) {
  const { acknowledgement } = meeting
  if (!acknowledgement) return null
  const { paper } = acknowledgement
  const amended = meeting.amendments.some((each) => each.at > acknowledgement.at)
  return (
    <>
      <OnPaper place={place} meeting={meeting} />
      {!paper && (
        <Notice tone="done">
          {t('meetings.acknowledged-by', {
            name: acknowledgement.name,
            day: dayText(dayAt(acknowledgement.at, place)),
          })}
          {acknowledgement.note && <p>{acknowledgement.note}</p>}
        </Notice>
      )}
      {amended && <Notice tone="warn">{t('meetings.amended-since')}</Notice>}
    </>
  )
}

function OnPaper({ place, meeting }: Props) {
  const paper = meeting.acknowledgement?.paper
  const same = useMeetings().filter((each) => each.acknowledgement?.paper?.scan?.id === paper?.scan?.id)
  if (!paper) return null
  return (
    <PaperState
      {...{ place, paper, screen: 'meetings.check-paper', record: meeting.id }}
      command={checkPaper}
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
      whyNotAcknowledge(each).length === 0,
  )
}

export function AcknowledgeSection({ place, meeting }: Props) {
  const roles = useRoles(place)
  const waiting = useWaiting(meeting)
  const [asking, setAsking] = useState(false)
  if (meeting.state !== 'closed') return null
  if (isTaken(meeting.acknowledgement)) return <Acknowledged place={place} meeting={meeting} />
  const typing = <Typing {...{ place, meeting, waiting }} />
  if (!may(roles, acknowledgeMeetings))
    return (
      <>
        <OnPaper place={place} meeting={meeting} />
        <Notice tone="info" title={t('meetings.awaits-head')} action={typing} />
      </>
    )
  const label =
    waiting.length > 1 ? t('meetings.acknowledge-days', { count: waiting.length }) : t('meetings.acknowledge')
  return (
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
  )
}

function Typing({ place, meeting, waiting }: Props & { waiting: readonly Meeting[] }) {
  return (
    <PaperButton
      {...{ place, screen: 'meetings.paper', record: meeting.id, says: [meetingsTexts] }}
      command={acknowledgeOnPaper}
      input={(paper) => ({ meetings: waiting.map((each) => each.id), note: '', paper })}
      rules={() => waiting.flatMap(whyNotAcknowledge)}
      since={meeting.date}
      position={t('meetings.head-of-village')}
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
      ...{ meetings: waiting.map((each) => each.id), name: name.trim(), note: note.trim() },
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
