// Changing a meeting: its plan while it is to come, its record by an amendment once it is closed.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { ScreenProps } from '../../../platform/browser/capability.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { Page } from '../../../platform/browser/ui/page/Page.tsx'
import { changeMeeting } from '../commands.ts'
import type { Meeting } from '../meeting.ts'
import { whyNotChange } from '../rules.ts'
import { AmendForm } from './AmendForm.tsx'
import { inputFaults } from './input-faults.ts'
import { KeepMine } from './KeepMine.tsx'
import { NotHere } from './NotHere.tsx'
import { PlanForm } from './PlanForm.tsx'
import { changesFrom, draftFrom } from './plan-draft.ts'
import { useMeeting, useSetting } from './use-meeting.ts'
import { atFields, faultsOf, t } from './words.tsx'

function ChangeForm({ place, meeting }: { place: string; meeting: Meeting }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [, go] = useLocation()
  const { setting, elements } = useSetting(meeting)
  const [basedOn, setBasedOn] = useState(meeting.version)
  const [draft, setDraft] = useState(() => draftFrom(meeting))
  const [attempt, setAttempt] = useState(0)
  const changes = changesFrom(meeting, draft)
  const input = { meeting: meeting.id, basedOn, changes }
  const refusals = atFields([
    ...inputFaults(changeMeeting.input, input),
    ...whyNotChange(meeting, input, setting),
  ])
  const shown = attempt > 0 ? refusals : []
  const save = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    if (Object.keys(changes).length > 0) {
      await phone.give(changeMeeting, place, input)
      announce(t('meetings.saved'))
    }
    go(`/d/${place}/rapat/${meeting.id}`, { replace: true })
  }
  return (
    <Form onSubmit={() => void save()}>
      <ErrorSummary title={t('meetings.mend-first')} faults={faultsOf(shown)} attempt={attempt} />
      <KeepMine refusals={shown} onKeep={() => setBasedOn(meeting.version)} />
      <PlanForm place={place} draft={draft} onChange={setDraft} elements={elements} refusals={shown} />
      <FormActions>
        <Button type="submit" variant="primary">
          {t('meetings.save-changes')}
        </Button>
      </FormActions>
    </Form>
  )
}

export default function ChangeMeetingScreen({ place, params }: ScreenProps) {
  const meeting = useMeeting(params.id)
  if (!meeting) return <NotHere place={place} />
  const closed = meeting.state === 'closed'
  return (
    <Page
      title={t(closed ? 'meetings.amend-title' : 'meetings.change-plan')}
      subtitle={closed ? `${meeting.title} · ${t('meetings.amend-subtitle')}` : meeting.title}
      back={{ href: `/d/${place}/rapat/${meeting.id}`, label: t('meetings.attendance-back') }}
      width="narrow"
    >
      {closed ? (
        <AmendForm key={meeting.id} place={place} meeting={meeting} />
      ) : (
        <ChangeForm key={meeting.id} place={place} meeting={meeting} />
      )}
    </Page>
  )
}
