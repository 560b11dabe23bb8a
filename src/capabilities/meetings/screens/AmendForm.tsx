// Amending a closed meeting: with a reason, and what stood before stays.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newId } from '../../../kernel/id.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import type { Attendee } from '../attendance.ts'
import { type AmendMeeting, amendMeeting } from '../commands.ts'
import type { ClosingInput, Meeting } from '../meeting.ts'
import { whyNotAmend } from '../rules.ts'
import { attendanceOf } from '../steps.ts'
import { presentOf } from '../tally.ts'
import { inputFaults } from './input-faults.ts'
import { KeepMine } from './KeepMine.tsx'
import { MinutesForm } from './MinutesForm.tsx'
import { minutesDraftFrom, minutesFrom } from './minutes-draft.ts'
import { PresentList } from './PresentList.tsx'
import { QuickEntry } from './QuickEntry.tsx'
import { useAttendance, useSetting } from './use-meeting.ts'
import { atFields, errorAt, faultsOf, t, todayAt } from './words.tsx'

type Minutes = Omit<ClosingInput, 'meeting'>

/** Only what differs from the minutes as they stand. */
function changesOf(meeting: Meeting, next: Minutes): Partial<Minutes> {
  const before = minutesFrom(minutesDraftFrom(meeting))
  const entries = Object.entries(next).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Minutes]),
  )
  return Object.fromEntries(entries)
}

export function AmendForm({ place, meeting }: { place: string; meeting: Meeting }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const attendance = useAttendance(meeting.id)
  const { enrolled, setting, elements } = useSetting(meeting)
  const [amendment] = useState(newId)
  const [basedOn, setBasedOn] = useState(meeting.version)
  const [draft, setDraft] = useState(() => minutesDraftFrom(meeting))
  const [reason, setReason] = useState('')
  const [added, setAdded] = useState<Attendee[]>([])
  const [withdrawn, setWithdrawn] = useState<string[]>([])
  const [attempt, setAttempt] = useState(0)
  const input: AmendMeeting = {
    amendment,
    meeting: meeting.id,
    basedOn,
    reason: reason.trim().replace(/\s+/g, ' '),
    changes: changesOf(meeting, minutesFrom(draft)),
    added,
    withdrawn,
  }
  const refusals = atFields([
    ...whyNotAmend(meeting, input, attendance, setting, todayAt(place)),
    ...inputFaults(amendMeeting.input, input),
  ])
  const shown = attempt > 0 ? refusals : []
  const save = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    await phone.give(amendMeeting, place, input)
    announce(t('meetings.amended-now'))
    go(`/d/${place}/rapat/${meeting.id}`, { replace: true })
  }
  const at = new Date().toISOString()
  const rows = added.map((each) => attendanceOf(meeting.id, each, at))
  return (
    <>
      <Form onSubmit={() => void save()}>
        <ErrorSummary title={t('meetings.mend-first')} faults={faultsOf(shown)} attempt={attempt} />
        <KeepMine refusals={shown} onKeep={() => setBasedOn(meeting.version)} />
        <TextArea
          name="reason"
          label={t('meetings.amend-reason')}
          value={reason}
          onChange={setReason}
          error={errorAt(shown, 'reason')}
          rows={2}
          maxLength={400}
        />
        <MinutesForm place={place} draft={draft} onChange={setDraft} kind={setting.kind} refusals={shown} />
        {attendance.length > 0 && (
          <Section title={t('meetings.amend-attendance')}>
            <CheckCards
              name="withdrawn"
              label={t('meetings.amend-off')}
              optional={t('meetings.optional')}
              values={withdrawn}
              onChange={setWithdrawn}
              choices={presentOf(attendance).map((each) => ({
                value: each.id,
                label: each.name || t('meetings.erased-name'),
              }))}
              columns={2}
            />
          </Section>
        )}
        <FormActions>
          <Button type="submit" variant="primary">
            {t('meetings.amend-save')}
          </Button>
        </FormActions>
      </Form>
      <Section title={t('meetings.amend-add')}>
        <QuickEntry
          attendance={[...attendance, ...rows]}
          setting={setting}
          enrolled={enrolled}
          elements={elements}
          onAdd={(attendee) => setAdded([...added, attendee])}
        />
        {rows.length > 0 && (
          <PresentList
            attendance={rows}
            elements={elements}
            onWithdraw={(row) => setAdded(added.filter((each) => each.id !== row.id))}
          />
        )}
      </Section>
    </>
  )
}
