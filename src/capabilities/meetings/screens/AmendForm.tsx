// Amending a closed meeting: with a reason, and what stood before stays.

import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { ofChanges, useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Attendance, Attendee } from '../attendance.ts'
import { type AmendMeeting, amendMeeting } from '../commands.ts'
import type { ClosingInput, Meeting } from '../meeting.ts'
import type { Setting } from '../plan-rules.ts'
import { whyNotAmend } from '../rules.ts'
import { attendanceOf } from '../steps.ts'
import { presentOf } from '../tally.ts'
import { meetingsTexts } from '../texts.ts'
import { KeepMine } from './KeepMine.tsx'
import { MinutesForm } from './MinutesForm.tsx'
import { type MinutesDraft, minutesDraftFrom, minutesFrom } from './minutes-draft.ts'
import { PresentList } from './PresentList.tsx'
import { QuickEntry } from './QuickEntry.tsx'
import { useAttendance, useSetting } from './use-meeting.ts'
import { t, todayAt } from './words.tsx'

type Minutes = Omit<ClosingInput, 'meeting'>

/** Only what differs from the minutes as they stand. */
function changesOf(meeting: Meeting, next: Minutes): Partial<Minutes> {
  const before = minutesFrom(minutesDraftFrom(meeting))
  const entries = Object.entries(next).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Minutes]),
  )
  return Object.fromEntries(entries)
}

type AmendDraft = MinutesDraft & {
  basedOn: number
  reason: string
  added: Attendee[]
  withdrawn: string[]
}

function useAmending(place: string, meeting: Meeting, attendance: readonly Attendance[], setting: Setting) {
  const [amendment] = useState(newId)
  return useCommandForm({
    ...{ place, screen: 'meetings.amend', record: meeting.id, says: [meetingsTexts], fieldOf: ofChanges },
    command: amendMeeting,
    start: (): AmendDraft => ({
      ...minutesDraftFrom(meeting),
      ...{ basedOn: meeting.version, reason: '', added: [], withdrawn: [] },
    }),
    input: ({ basedOn, reason, added, withdrawn, ...minutes }): AmendMeeting => ({
      ...{ amendment, meeting: meeting.id, basedOn, added, withdrawn },
      reason: reason.trim().replace(/\s+/g, ' '),
      changes: changesOf(meeting, minutesFrom(minutes)),
    }),
    rules: (input) => whyNotAmend(meeting, input, attendance, setting, todayAt(place)),
    saved: t('meetings.amended-now'),
    to: `/d/${place}/rembug/${meeting.id}`,
  })
}

export function AmendForm({ place, meeting }: { place: string; meeting: Meeting }) {
  const attendance = useAttendance(meeting.id)
  const { enrolled, setting, elements } = useSetting(meeting)
  const form = useAmending(place, meeting, attendance, setting)
  const { added, withdrawn } = form.draft
  const at = new Date().toISOString()
  const rows = added.map((each) => attendanceOf(meeting.id, each, at))
  return (
    <>
      <CommandForm form={form} submit={t('meetings.amend-save')}>
        <KeepMine refusals={form.shown} onKeep={() => form.set({ basedOn: meeting.version })} />
        <TextArea {...form.field('reason', t('meetings.amend-reason'))} rows={2} maxLength={400} />
        <MinutesForm place={place} form={form} setting={setting} />
        {attendance.length > 0 && (
          <Section title={t('meetings.amend-attendance')}>
            <CheckCards
              {...form.field('withdrawn', t('meetings.amend-off'))}
              optional={t('meetings.optional')}
              values={withdrawn}
              choices={presentOf(attendance).map((each) => ({
                value: each.id,
                label: each.name || t('meetings.erased-name'),
              }))}
              columns={2}
            />
          </Section>
        )}
      </CommandForm>
      <Section title={t('meetings.amend-add')}>
        <QuickEntry
          attendance={[...attendance, ...rows]}
          setting={setting}
          enrolled={enrolled}
          elements={elements}
          onAdd={(attendee) => form.set({ added: [...added, attendee] })}
        />
        {rows.length > 0 && (
          <PresentList
            attendance={rows}
            elements={elements}
            onWithdraw={(row) => form.set({ added: added.filter((each) => each.id !== row.id) })}
          />
        )}
      </Section>
    </>
  )
}
