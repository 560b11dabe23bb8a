// What may still be done with a meeting that is not over: invite, change, put off, call off.
import { useState } from 'react'
import { addDays } from '../../../kernel/day.ts'
import { zoneName } from '../../../kernel/place-code.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Menu, type MenuItem } from '../../../platform/browser/ui/action/Menu.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { RefusalList } from '../../../platform/browser/ui/feedback/RefusalList.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { TimeField } from '../../../platform/browser/ui/form/TimeField.tsx'
import { cancelMeeting, changeMeeting, inviteToMeeting, postponeMeeting } from '../commands.ts'
import { isPending, type Meeting } from '../meeting.ts'
import { whyNotCancel, whyNotInvite, whyNotPostpone } from '../rules.ts'
import { AskDialog } from './AskDialog.tsx'
import { useAttendance } from './use-meeting.ts'
import { dayInWords, may, said, t } from './words.tsx'

type Props = { place: string; meeting: Meeting }
type Asking = 'invite' | 'postpone' | 'cancel' | null

function Postpone({ place, meeting, open, onClose }: Props & { open: boolean; onClose: () => void }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [known, setKnown] = useState(true)
  const [date, setDate] = useState(() => addDays(meeting.date, 1))
  const [start, setStart] = useState(meeting.start)
  const present = useAttendance(meeting.id).filter((each) => !each.withdrawn).length
  const to = known && date !== '' ? { date, start } : null
  const refusals = whyNotPostpone(meeting, { meeting: meeting.id, reason: '', to }, present)
  const confirm = (reason: string) => {
    if (refusals.length > 0) return
    onClose()
    void phone
      .give(postponeMeeting, place, { meeting: meeting.id, reason, to })
      .then(() => announce(t('meetings.saved')))
  }
  return (
    <AskDialog
      open={open}
      title={t('meetings.postpone-title')}
      label={t('meetings.reason')}
      confirmLabel={t('meetings.postpone')}
      required
      onConfirm={confirm}
      onCancel={onClose}
    >
      <RefusalList title={t('meetings.why-not')} reasons={said(refusals)} />
      <CheckField name="known" label={t('meetings.postpone-known')} checked={known} onChange={setKnown} />
      {known && (
        <FormRow>
          <DateField
            name="to"
            label={t('meetings.field-date')}
            value={date}
            onChange={setDate}
            inWords={dayInWords(date)}
          />
          <TimeField
            name="to-start"
            label={t('meetings.field-start')}
            value={start}
            onChange={setStart}
            zone={zoneName(place)}
          />
        </FormRow>
      )}
    </AskDialog>
  )
}

export function PlanActions({ place, meeting }: Props) {
  const phone = usePhone()
  const announce = useAnnounce()
  const roles = useRoles(place)
  const [asking, setAsking] = useState<Asking>(null)
  const present = useAttendance(meeting.id).filter((each) => !each.withdrawn).length
  const close = () => setAsking(null)
  const saved = () => announce(t('meetings.saved'))
  if (!isPending(meeting)) return null
  const entries: (MenuItem | false)[] = [
    may(roles, changeMeeting) && {
      label: t(meeting.state === 'postponed' ? 'meetings.new-day' : 'meetings.change-plan'),
      icon: 'pencil',
      href: `/d/${place}/rapat/${meeting.id}/ubah`,
    },
    may(roles, inviteToMeeting) &&
      whyNotInvite(meeting).length === 0 &&
      meeting.state !== 'open' && {
        label: t('meetings.invite'),
        icon: 'megaphone',
        onSelect: () => setAsking('invite'),
      },
    may(roles, postponeMeeting) && {
      label: t('meetings.postpone'),
      icon: 'clock',
      onSelect: () => setAsking('postpone'),
    },
    may(roles, cancelMeeting) && {
      label: t('meetings.cancel-meeting'),
      icon: 'x-circle',
      danger: true,
      onSelect: () => setAsking('cancel'),
    },
  ]
  const items = entries.filter((each) => each !== false)
  if (items.length === 0) return null
  const refusals = whyNotCancel(meeting, present)
  return (
    <>
      <Menu trigger={t('meetings.more')} items={items} />
      <AskDialog
        open={asking === 'invite'}
        title={t('meetings.invite-title')}
        label={t('meetings.invite-note')}
        confirmLabel={t('meetings.yes')}
        onCancel={close}
        onConfirm={(note) => {
          close()
          void phone.give(inviteToMeeting, place, { meeting: meeting.id, letter: null, note }).then(saved)
        }}
      />
      <Postpone place={place} meeting={meeting} open={asking === 'postpone'} onClose={close} />
      <AskDialog
        open={asking === 'cancel'}
        title={t('meetings.cancel-title')}
        label={t('meetings.reason')}
        confirmLabel={t('meetings.cancel-meeting')}
        required
        danger
        onCancel={close}
        onConfirm={(reason) => {
          if (refusals.length > 0) return
          close()
          void phone.give(cancelMeeting, place, { meeting: meeting.id, reason }).then(saved)
        }}
      >
        <RefusalList title={t('meetings.why-not')} reasons={said(refusals)} />
        <p>{t('meetings.cancel-why')}</p>
      </AskDialog>
    </>
  )
}
