// Changing what is known of a volunteer. Only what was changed is sent, with the version it was based on.
import { useState } from 'react'
import { usePhone, usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { whyNotChange } from '../rules.ts'
import { type ChangeVolunteer, changeVolunteer, type Volunteer } from '../volunteer.ts'
import { blankDraft, type Draft, shapeFaults, toldOf } from './draft.ts'
import { VolunteerFields } from './VolunteerFields.tsx'
import { errorAt, faultsOf, t, todayAt } from './words.tsx'

const fields = ['name', 'sex', 'poor', 'localPlace', 'localPlaceText', 'skills', 'motivation'] as const

/** What differs from the record; an empty telephone number leaves the one on record. */
function changesOf(volunteer: Volunteer, draft: Draft): ChangeVolunteer['changes'] {
  const told = toldOf(draft)
  const changed = fields
    .filter((field) => told[field] !== volunteer[field])
    .map((field) => [field, told[field]])
  return { ...Object.fromEntries(changed), ...(told.phone ? { phone: told.phone } : {}) }
}

export function ChangeForm({
  place,
  volunteer,
  onDone,
}: {
  place: string
  volunteer: Volunteer
  onDone: () => void
}) {
  const phone = usePhone()
  const view = usePlaceView()
  const announce = useAnnounce()
  const [basis] = useState(volunteer)
  const { id, person, name, sex, poor, localPlace, localPlaceText, skills, motivation } = basis
  const [draft, setDraft] = useState(() =>
    blankDraft({ id, person, name, sex, poor, localPlace, localPlaceText, skills, motivation }),
  )
  const [attempt, setAttempt] = useState(0)
  const changes = changesOf(basis, draft)
  const input = { volunteer: id, basedOn: basis.version, changes }
  const shape = shapeFaults(basis.enrolment, todayAt(place), [draft]).map((each) => ({
    ...each,
    field: (each.field ?? '').replace('volunteers.0.', 'changes.'),
  }))
  const refusals = [...shape, ...whyNotChange(view, volunteer, input)]
  const send = async () => {
    setAttempt(attempt + 1)
    if (refusals.length > 0) return
    if (Object.keys(changes).length > 0) {
      await phone.give(changeVolunteer, place, input)
      announce(t('volunteers.saved'))
    }
    onDone()
  }
  const shown = attempt > 0 ? refusals : []
  return (
    <Section title={t('one.change')}>
      <Form onSubmit={() => void send()}>
        <ErrorSummary title={t('volunteers.fix')} attempt={attempt} faults={faultsOf(shown)} />
        <VolunteerFields
          draft={draft}
          onChange={setDraft}
          prefix="changes."
          errorOf={(field) => errorAt(shown, field)}
          open
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {t('volunteers.save')}
          </Button>
          <Button onClick={onDone}>{t('volunteers.cancel')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
