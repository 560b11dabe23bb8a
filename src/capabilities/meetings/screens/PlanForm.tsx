// The fields of a plan, for a new meeting and for one that changes.

import { zoneName } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { TimeField } from '../../../platform/browser/ui/form/TimeField.tsx'
import { LocalPlacePicker } from '../../places/door.browser.tsx'
import type { Element } from '../elements.ts'
import type { PlanDraft } from './plan-draft.ts'
import { dayInWords, errorAt, t, words } from './words.tsx'

type Props = {
  place: string
  draft: PlanDraft
  onChange: (draft: PlanDraft) => void
  elements: readonly Element[]
  refusals: readonly Refusal[]
}

export function PlanForm({ place, draft, onChange, elements, refusals }: Props) {
  const field = <K extends keyof PlanDraft>(name: K) => ({
    name,
    value: draft[name],
    onChange: (value: PlanDraft[K]) => onChange({ ...draft, [name]: value }),
    error: errorAt(refusals, name),
  })
  const optional = t('meetings.optional')
  return (
    <>
      <TextField {...field('title')} label={t('meetings.field-title')} maxLength={160} />
      <FormRow>
        <DateField {...field('date')} label={t('meetings.field-date')} inWords={dayInWords(draft.date)} />
        <TimeField {...field('start')} label={t('meetings.field-start')} zone={zoneName(place)} />
        <TimeField
          {...field('end')}
          label={t('meetings.field-end')}
          optional={optional}
          zone={zoneName(place)}
        />
      </FormRow>
      <TextField
        {...field('placeText')}
        label={t('meetings.field-place')}
        hint={t('meetings.field-place-hint')}
        maxLength={160}
      />
      <TextField {...field('organiser')} label={t('meetings.field-organiser')} maxLength={160} />
      <TextArea {...field('agenda')} label={t('meetings.field-agenda')} optional={optional} rows={5} />
      <CheckCards
        name="invitees"
        label={t('meetings.field-invitees')}
        optional={optional}
        values={draft.invitees}
        onChange={(invitees) => onChange({ ...draft, invitees })}
        choices={elements.map((each) => ({ value: each.id, label: words(each.title) }))}
        columns={2}
        error={errorAt(refusals, 'invitees')}
      />
      <FormRow>
        <NumberField
          {...field('expected')}
          label={t('meetings.field-expected')}
          optional={optional}
          maxDigits={5}
        />
        <LocalPlacePicker
          {...field('localPlace')}
          label={t('meetings.field-local-place')}
          optional={optional}
        />
      </FormRow>
    </>
  )
}
