// The village head acknowledges a closed meeting; the days of a training together.
import { useState } from 'react'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { acknowledgeMeetings } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { whyNotAcknowledge } from '../rules.ts'
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
  const phone = usePhone()
  const announce = useAnnounce()
  const roles = useRoles(place)
  const waiting = useWaiting(meeting)
  const [asking, setAsking] = useState(false)
  const [name, setName] = useState(phone.open.account.name)
  const [note, setNote] = useState('')
  if (meeting.state !== 'closed') return null
  if (meeting.acknowledgement) return <Acknowledged place={place} meeting={meeting} />
  if (!may(roles, acknowledgeMeetings)) return <Notice tone="info">{t('meetings.awaits-head')}</Notice>
  const label =
    waiting.length > 1 ? t('meetings.acknowledge-days', { count: waiting.length }) : t('meetings.acknowledge')
  const confirm = () => {
    if (name.trim() === '') return
    setAsking(false)
    const input = { meetings: waiting.map((each) => each.id), name: name.trim(), note: note.trim() }
    void phone.give(acknowledgeMeetings, place, input).then(() => announce(t('meetings.saved')))
  }
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
      <ConfirmDialog
        open={asking}
        title={t('meetings.acknowledge-title')}
        confirmLabel={label}
        cancelLabel={t('meetings.stop')}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <ul>
          {waiting.map((each) => (
            <li key={each.id}>
              {each.title}, {whenText(each, place)}
            </li>
          ))}
        </ul>
        <TextField
          name="acknowledger"
          label={t('meetings.acknowledger')}
          value={name}
          onChange={setName}
          maxLength={120}
          error={name.trim() === '' ? t('meetings.fill-in') : undefined}
        />
        <TextField
          name="note"
          label={t('meetings.note')}
          optional={t('meetings.optional')}
          value={note}
          onChange={setNote}
          maxLength={400}
        />
        <p>{t('meetings.acknowledge-why')}</p>
      </ConfirmDialog>
    </Notice>
  )
}
