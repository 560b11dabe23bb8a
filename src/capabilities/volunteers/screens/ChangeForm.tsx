// Changing what is known of a volunteer. Only what was changed is sent, with the version it was based on.

import { useState } from 'react'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { whyNotChange } from '../rules.ts'
import { volunteersTexts } from '../texts.ts'
import { type ChangeVolunteer, changeVolunteer, type Volunteer } from '../volunteer.ts'
import { blankDraft, type Draft, shapeFaults, toldOf } from './draft.ts'
import { VolunteerFields } from './VolunteerFields.tsx'
import { t, todayAt } from './words.tsx'

/** One volunteer of a list of one is the volunteer that changes. */
const ofVolunteer = (path: string): string => path.replace(/^volunteers\.0\./, 'changes.')

const fields = [
  ...(['name', 'sex', 'poor', 'localPlace', 'localPlaceText'] as const),
  ...(['skills', 'motivation', 'interests'] as const),
]

/** What differs from the record; an empty telephone number leaves the one on record. */
function changesOf(volunteer: Volunteer, draft: Draft): ChangeVolunteer['changes'] {
  const told = toldOf(draft)
  const changed = fields
    .filter((field) => told[field] !== volunteer[field])
    .map((field) => [field, told[field]])
  return { ...Object.fromEntries(changed), ...(told.phone ? { phone: told.phone } : {}) }
}

type Props = { place: string; volunteer: Volunteer; onDone: () => void }

export function ChangeForm({ place, volunteer, onDone }: Props) {
  const view = usePlaceView()
  const [basis] = useState(volunteer)
  const { id, person, name, sex, poor, localPlace, localPlaceText, skills, motivation, interests } = basis
  const form = useCommandForm({
    ...{ place, screen: 'volunteers.change', record: id, says: [volunteersTexts], fieldOf: ofVolunteer },
    start: () =>
      blankDraft({
        ...{ id, person, name, sex, poor, localPlace, localPlaceText },
        ...{ skills, motivation, interests },
      }),
    input: (draft) => ({ volunteer: id, basedOn: basis.version, changes: changesOf(basis, draft) }),
    rules: (input, draft) => [
      ...shapeFaults(basis.enrolment, todayAt(place), [draft]),
      ...whyNotChange(view, volunteer, input),
    ],
    give: (phone, input, taken) => phone.give(changeVolunteer, place, input, taken),
    idle: (input) => Object.keys(input.changes).length === 0,
    saved: t('volunteers.saved'),
    done: onDone,
  })
  return (
    <Section title={t('one.change')}>
      <CommandForm
        form={form}
        submit={t('volunteers.save')}
        actions={<Button onClick={onDone}>{t('volunteers.cancel')}</Button>}
      >
        <VolunteerFields
          draft={form.draft}
          onChange={form.put}
          prefix="changes."
          errorOf={form.errorOf}
          open
        />
      </CommandForm>
    </Section>
  )
}
