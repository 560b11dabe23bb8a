// What may still be done with a meeting that is not over: invite, change, put off, call off.
import { useState } from 'react'
import { addDays } from '../../../kernel/day.ts'
import { zoneName } from '../../../kernel/place-code.ts'
import { AskDialog, CommandDialog, oneLine } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Menu, type MenuItem } from '../../../platform/browser/ui/action/Menu.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TimeField } from '../../../platform/browser/ui/form/TimeField.tsx'
import { cancelMeeting, changeMeeting, inviteToMeeting, postponeMeeting } from '../commands.ts'
import { isPending, type Meeting } from '../meeting.ts'
import { whyNotCancel, whyNotInvite, whyNotPostpone } from '../rules.ts'
import { meetingsTexts } from '../texts.ts'
import { useAttendance } from './use-meeting.ts'
import { dayInWords, may, t } from './words.tsx'

type Props = { place: string; meeting: Meeting }
type Asking = 'invite' | 'postpone' | 'cancel' | null
type Asked = Props & { present: number; onClose: () => void }

function Postpone({ place, meeting, present, onClose }: Asked) {
  const form = useCommandForm({
    ...{ place, screen: 'meetings.postpone', record: meeting.id, says: [meetingsTexts] },
    command: postponeMeeting,
    start: () => ({ known: true, date: addDays(meeting.date, 1), start: meeting.start, reason: '' }),
    input: ({ known, date, start, reason }) => ({
      ...{ meeting: meeting.id, reason: oneLine(reason) },
      to: known ? { date, start } : null,
    }),
    rules: (input) => whyNotPostpone(meeting, input, present),
    fieldOf: (path) => (path === 'to' ? 'to.date' : path),
    saved: t('meetings.saved'),
    done: onClose,
  })
  const { field, draft } = form
  return (
    <CommandDialog
      form={form}
      title={t('meetings.postpone-title')}
      submit={t('meetings.postpone')}
      onClose={onClose}
      hindered={form.refusals.filter((each) => !each.field)}
    >
      <CheckField
        name="known"
        label={t('meetings.postpone-known')}
        checked={draft.known}
        onChange={(known) => form.set({ known })}
      />
      {draft.known && (
        <FormRow>
          <DateField
            {...field('date', t('meetings.field-date'), 'to.date')}
            inWords={dayInWords(draft.date)}
          />
          <TimeField {...field('start', t('meetings.field-start'), 'to.start')} zone={zoneName(place)} />
        </FormRow>
      )}
      <TextArea {...field('reason', t('meetings.reason'))} rows={2} maxLength={300} />
    </CommandDialog>
  )
}

function Invite({ place, meeting, onClose }: Asked) {
  return (
    <AskDialog
      {...{ place, screen: 'meetings.invite', record: meeting.id, onClose }}
      command={inviteToMeeting}
      input={(note) => ({ meeting: meeting.id, letter: null, note })}
      title={t('meetings.invite-title')}
      name="note"
      label={t('meetings.invite-note')}
      optional
      most={400}
      submit={t('meetings.yes')}
      saved={t('meetings.saved')}
    />
  )
}

function CallOff({ place, meeting, present, onClose }: Asked) {
  return (
    <AskDialog
      {...{ place, screen: 'meetings.cancel', record: meeting.id, onClose }}
      command={cancelMeeting}
      input={(reason) => ({ meeting: meeting.id, reason })}
      rules={() => whyNotCancel(meeting, present)}
      says={[meetingsTexts]}
      title={t('meetings.cancel-title')}
      name="reason"
      label={t('meetings.reason')}
      most={300}
      submit={t('meetings.cancel-meeting')}
      danger
      saved={t('meetings.saved')}
    >
      <p>{t('meetings.cancel-why')}</p>
    </AskDialog>
  )
}

export function PlanActions({ place, meeting }: Props) {
  const roles = useRoles(place)
  const [asking, setAsking] = useState<Asking>(null)
  const present = useAttendance(meeting.id).filter((each) => !each.withdrawn).length
  if (!isPending(meeting)) return null
  const entries: (MenuItem | false)[] = [
    may(roles, changeMeeting) && {
      label: t(meeting.state === 'postponed' ? 'meetings.new-day' : 'meetings.change-plan'),
      icon: 'pencil',
      href: `/d/${place}/rembug/${meeting.id}/ubah`,
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
  const Dialog = asking && { invite: Invite, postpone: Postpone, cancel: CallOff }[asking]
  return (
    <>
      <Menu trigger={t('meetings.more')} items={items} />
      {Dialog && <Dialog {...{ place, meeting, present }} onClose={() => setAsking(null)} />}
    </>
  )
}
