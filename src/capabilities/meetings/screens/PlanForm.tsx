// The fields of a plan, for a new meeting and for one that changes.

import { zoneName } from '../../../kernel/place-code.ts'
import type { FieldsOf } from '../../../platform/browser/forms/use-command-form.ts'
import { CheckCards } from '../../../platform/browser/ui/form/CheckCards.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { TimeField } from '../../../platform/browser/ui/form/TimeField.tsx'
import { LocalPlacePicker } from '../../places/door.browser.tsx'
import { AlsoFor } from '../../programmes/door.browser.tsx'
import type { Shared } from '../../programmes/serving.ts'
import type { Element } from '../elements.ts'
import type { MeetingGroup } from '../meeting.ts'
import type { PlanDraft } from './plan-draft.ts'
import { kindsOf } from './use-meeting.ts'
import { dayInWords, t, words } from './words.tsx'

type Props = {
  place: string
  form: FieldsOf<PlanDraft>
  elements: readonly Element[]
  /** What it is planned as; null before a programme is chosen. */
  own: Shared | null
  group: MeetingGroup
}

export function PlanForm({ place, form, elements, own, group }: Props) {
  const { draft, field } = form
  const optional = t('meetings.optional')
  return (
    <>
      {own && <AlsoFor {...field('alsoFor', t('meetings.also-for'))} own={own} kindsOf={kindsOf(group)} />}
      <TextField {...field('title', t('meetings.field-title'))} maxLength={160} />
      <FormRow>
        <DateField {...field('date', t('meetings.field-date'))} inWords={dayInWords(draft.date)} />
        <TimeField {...field('start', t('meetings.field-start'))} zone={zoneName(place)} />
        <TimeField {...field('end', t('meetings.field-end'))} optional={optional} zone={zoneName(place)} />
      </FormRow>
      <TextField
        {...field('placeText', t('meetings.field-place'))}
        hint={t('meetings.field-place-hint')}
        maxLength={160}
      />
      <TextField {...field('organiser', t('meetings.field-organiser'))} maxLength={160} />
      <TextArea {...field('agenda', t('meetings.field-agenda'))} optional={optional} rows={5} />
      <CheckCards
        {...field('invitees', t('meetings.field-invitees'))}
        optional={optional}
        values={draft.invitees}
        choices={elements.map((each) => ({ value: each.id, label: words(each.title) }))}
        columns={2}
      />
      <FormRow>
        <NumberField {...field('expected', t('meetings.field-expected'))} optional={optional} maxDigits={5} />
        <LocalPlacePicker {...field('localPlace', t('meetings.field-local-place'))} optional={optional} />
      </FormRow>
    </>
  )
}
