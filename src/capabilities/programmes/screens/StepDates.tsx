// When a step really began and ended; lateness is counted from it.
import { oldestWorkDay, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { Programme } from '../definition.ts'
import { type EnrolmentRow, noteStep } from '../enrolment.ts'
import { whyNotNoteStep } from '../enrolment-rules.ts'
import { whyNotWhile } from '../status.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'
import { useProgress } from './use-progress.ts'
import { dayText } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; step: string }

export function StepDates(props: Props) {
  const { place, enrolment, step } = props
  const known = useProgress(enrolment)
  const may = useRoles(place).some((role) => role === 'facilitator' || role === 'city-officer')
  const { began, ended } = enrolment.actuals[step] ?? {}
  const noted = known?.progress.noted.has(step) && (
    <StatusBadge status="blocked" label={`${t('stage.step-ended')} ${dayText(ended)}: ${t('plan.noted')}`} />
  )
  if (may && whyNotWhile(enrolment, ['started', 'archive']) === false && known) {
    return (
      <>
        {noted}
        <Dates {...props} programme={known.programme} />
      </>
    )
  }
  if (noted) return noted
  return (
    <FactGrid
      facts={[
        { label: t('stage.step-began'), value: dayText(began) },
        { label: t('stage.step-ended'), value: dayText(ended) },
      ]}
    />
  )
}

function Dates({ place, enrolment, step, programme }: Props & { programme: Programme }) {
  const actual = enrolment.actuals[step] ?? {}
  const at = (path: string) => `${step}-${path}`
  const form = useCommandForm({
    ...{ place, screen: null, command: noteStep, says: [programmesTexts], saved: t('stage.saved') },
    start: () => ({ began: actual.began ?? '', ended: actual.ended ?? '' }),
    input: ({ began, ended }) => ({
      ...{ enrolment: enrolment.id, step, began: began || null, ended: ended || null },
    }),
    rules: (dates) => whyNotNoteStep(programme, enrolment, step, dates, today(zoneOf(place))),
    fieldOf: at,
  })
  return (
    <CommandForm form={form} submit={t('stage.step-save')} look={{ variant: 'quiet' }}>
      <Cluster>
        <DateField min={oldestWorkDay} {...form.field('began', t('stage.step-began'), at('began'))} />
        <DateField min={oldestWorkDay} {...form.field('ended', t('stage.step-ended'), at('ended'))} />
      </Cluster>
    </CommandForm>
  )
}
