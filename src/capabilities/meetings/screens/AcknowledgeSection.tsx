// The village head acknowledges a closed meeting; the days of a training together.
import { useState } from 'react'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { acknowledgeMeetings } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { whyNotAcknowledge } from '../rules.ts'
import { meetingsTexts } from '../texts.ts'
import { useMeetings } from './use-meeting.ts'
import { dayAt, dayText, may, t, whenText } from './words.tsx'

type Props = { place: string; meeting: Meeting }

function Acknowledged({ place, meeting }: Props) {
  const { acknowledgement } = meeting
  if (!acknowledgement) return null
  const amended = meeting.amendments.some((each) => each.at > acknowledgement.at)
  return (
    <>
      <Notice tone="done">
        {t('meetings.acknowledged-by', {
          name: acknowledgement.name,
          day: dayText(dayAt(acknowledgement.at, place)),
        })}
        {acknowledgement.note && <p>{acknowledgement.note}</p>}
      </Notice>
      {amended && <Notice tone="warn">{t('meetings.amended-since')}</Notice>}
    </>
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
  if (meeting.acknowledgement) return <Acknowledged place={place} meeting={meeting} />
  if (!may(roles, acknowledgeMeetings)) return <Notice tone="info">{t('meetings.awaits-head')}</Notice>
  const label =
    waiting.length > 1 ? t('meetings.acknowledge-days', { count: waiting.length }) : t('meetings.acknowledge')
  return (
    <Notice
      tone="info"
      title={t('meetings.awaits-head')}
      action={
        <Button variant="primary" icon="pencil" onClick={() => setAsking(true)}>
          {label}
        </Button>
      }
    >
      {asking && <Acknowledge {...{ place, meeting, waiting, label }} onClose={() => setAsking(false)} />}
    </Notice>
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
      <ul>
        {waiting.map((each) => (
          <li key={each.id}>
            {each.title}, {whenText(each, place)}
          </li>
        ))}
      </ul>
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
