// An FGD of institutions is begun, or its day and participants corrected.
import { newId } from '../../../kernel/id.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView } from '../../../platform/browser/hooks.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { FormRow } from '../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../platform/browser/ui/form/NumberField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { type Assessment, type BeginAssessment, beginAssessment, changeAssessment } from '../assessment.ts'
import { whyNotBegin, whyNotChangeAssessment } from '../assessment-rules.ts'
import { institutionsTexts } from '../texts.ts'
import { t, todayAt } from './words.ts'

type Props = { place: string; enrolment: string; row?: Assessment; onClose: () => void }

export function AssessmentForm({ place, enrolment, row, onClose }: Props) {
  const view = usePlaceView()
  const now = todayAt(place)
  const changes = ({ enrolment: _, ...input }: BeginAssessment) => ({
    ...input,
    basedOn: row?.version ?? 0,
  })
  const form = useCommandForm({
    ...{ place, screen: row ? 'institutions.change-assessment' : 'institutions.begin-assessment' },
    ...{ record: row?.id ?? enrolment, says: [institutionsTexts], saved: t('fgd.saved'), done: onClose },
    shape: beginAssessment.input,
    start: () => ({
      ...{ title: row?.title ?? t('fgd.usual'), on: row?.on ?? now, where: row?.where ?? '' },
      ...{ women: `${row?.women ?? ''}`, men: `${row?.men ?? ''}`, poor: `${row?.poor ?? ''}` },
    }),
    input: ({ title, on, where, women, men, poor }) => ({
      ...{ id: row?.id ?? newId(), enrolment, title: title.trim(), on, where: where.trim() },
      ...{ women: Number(women), men: Number(men), poor: Number(poor) },
    }),
    rules: (input) =>
      row ? whyNotChangeAssessment(view, changes(input), now) : input.on ? whyNotBegin(view, input, now) : [],
    give: (phone, input, taken) =>
      row
        ? phone.give(changeAssessment, place, changes(input), taken)
        : phone.give(beginAssessment, place, input, taken),
  })
  const { field } = form
  return (
    <CommandDialog
      form={form}
      title={row ? row.title : t('fgd.begin')}
      submit={t('fgd.save')}
      onClose={onClose}
    >
      <TextField {...field('title', t('fgd.name'))} maxLength={120} />
      <FormRow>
        <DateField {...field('on', t('fgd.on'))} max={now} />
        <TextField {...field('where', t('fgd.where'))} optional={t('fgd.optional')} maxLength={120} />
      </FormRow>
      <FormRow>
        <NumberField {...field('women', t('fgd.women'))} maxDigits={4} />
        <NumberField {...field('men', t('fgd.men'))} maxDigits={4} />
        <NumberField {...field('poor', t('fgd.poor'))} optional={t('fgd.optional')} maxDigits={4} />
      </FormRow>
    </CommandDialog>
  )
}
