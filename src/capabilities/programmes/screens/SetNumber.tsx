// Setting one number for this place, with the by-law or minutes it comes from.
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import type { Programme } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { setNumber, whyNotSetNumber } from '../number.ts'
import { ruleTexts } from '../rule-texts.ts'
import { t } from './all-words.ts'
import { boundsText, n } from './number-words.ts'
import { words } from './words.tsx'

type Props = {
  place: string
  enrolment: EnrolmentRow
  programme: Programme
  id: string
  onClose: () => void
}

export function SetNumber({ place, enrolment, programme, id, onClose }: Props) {
  const roles = useRoles(place)
  const now = enrolment.numbers[id] ?? null
  const form = useCommandForm({
    ...{ place, screen: 'programmes.number', record: `${enrolment.id} ${id}`, says: [ruleTexts] },
    command: setNumber,
    // What stood here when the person began: a change meanwhile is refused, not overwritten.
    start: () => ({ value: now === null ? '' : String(now), was: now, reason: '' }),
    input: ({ value, was, reason }) => ({
      ...{ enrolment: enrolment.id, number: id, was, reason: reason.trim() },
      value: value === '' ? null : Number(value),
    }),
    rules: (input) => whyNotSetNumber(programme, enrolment, input, roles),
    saved: t('stage.saved'),
    done: onClose,
  })
  const number = programme.numbers[id]
  return (
    <CommandDialog
      form={form}
      title={n('number.set-title', { title: number ? words(number.title) : id })}
      submit={n('number.set')}
      onClose={onClose}
    >
      <p>{n('number.set-why')}</p>
      <NumberField
        {...form.field('value', n('number.new-value'))}
        suffix={number && n(`number.${number.unit}`)}
        hint={number && boundsText(number)}
        maxDigits={12}
      />
      <TextField
        {...form.field('reason', n('number.reason'))}
        hint={n('number.reason-hint')}
        maxLength={500}
      />
    </CommandDialog>
  )
}
