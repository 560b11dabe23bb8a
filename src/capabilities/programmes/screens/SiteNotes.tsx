// What is noted of a site at a step: its category where this step fixes it, and the day of the customary calendar.
import { oldestWorkDay } from '../../../kernel/day.ts'
import { CommandDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import type { Programme, Step } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import {
  setCategory,
  setCustomaryDay,
  siteKeepers,
  whyNotSetCategory,
  whyNotSetCustomaryDay,
} from '../site.ts'
import { programmesTexts } from '../texts.ts'
import { t } from './all-words.ts'
import { dayInWords, dayText, words } from './words.tsx'

type Props = { place: string; enrolment: EnrolmentRow; programme: Programme; step: Step }
type Asked = Props & { onClose: () => void }

function useMay(place: string, { status }: EnrolmentRow): boolean {
  const keeps = useRoles(place).some((role) => (siteKeepers as readonly string[]).includes(role))
  return keeps && (status === 'started' || status === 'draft')
}

export function CustomaryDayNote(props: Props) {
  const { place, enrolment, step } = props
  const may = useMay(place, enrolment)
  const known = enrolment.customary?.[step.id]
  const value = known ? dayText(known.on) : t('site.day-open')
  return (
    <>
      <FactGrid facts={[{ label: t('site.customary-day'), value, note: known?.toldBy }]} />
      {may && (
        <Cluster>
          <DialogButton icon="calendar" dialog={(close) => <CustomaryDay {...props} onClose={close} />}>
            {t('site.note-day')}
          </DialogButton>
        </Cluster>
      )}
    </>
  )
}

function CustomaryDay({ place, enrolment, programme, step, onClose }: Asked) {
  const known = enrolment.customary?.[step.id]
  const form = useCommandForm({
    ...{ place, screen: 'programmes.customary-day', record: `${enrolment.id} ${step.id}` },
    ...{ command: setCustomaryDay, says: [programmesTexts], saved: t('stage.saved'), done: onClose },
    start: () => ({ on: known?.on ?? '', toldBy: known?.toldBy ?? '' }),
    input: ({ on, toldBy }) => ({ enrolment: enrolment.id, step: step.id, on, toldBy: toldBy.trim() }),
    rules: (input) => whyNotSetCustomaryDay(programme, enrolment, input),
  })
  const title = t('site.customary-day')
  return (
    <CommandDialog form={form} title={title} submit={t('site.save-day')} onClose={onClose}>
      <p>{t('site.customary-why')}</p>
      <DateField min={oldestWorkDay} {...form.field('on', title)} inWords={dayInWords(form.draft.on)} />
      <TextField {...form.field('toldBy', t('site.told-by'))} maxLength={120} />
    </CommandDialog>
  )
}

export function CategoryNote(props: Props) {
  const { place, enrolment, programme } = props
  const may = useMay(place, enrolment)
  const known = programme.categories.find((each) => each.id === enrolment.category)
  const value = known ? words(known.title) : t('site.category-open')
  const note = known && t('stage.budget-years', { count: known.plannedYears })
  return (
    <>
      <FactGrid facts={[{ label: t('enrol.category'), value, note }]} />
      {may && (
        <Cluster>
          <DialogButton icon="pencil" dialog={(close) => <Category {...props} onClose={close} />}>
            {t('site.save-category')}
          </DialogButton>
        </Cluster>
      )}
    </>
  )
}

function Category({ place, enrolment, programme, onClose }: Asked) {
  const form = useCommandForm({
    ...{ place, screen: 'programmes.category', record: enrolment.id, command: setCategory },
    ...{ says: [programmesTexts], saved: t('stage.saved'), done: onClose },
    // What stood here when the person began: a change meanwhile is refused, not overwritten.
    start: () => ({ category: enrolment.category ?? '', was: enrolment.category, reason: '' }),
    input: ({ category, was, reason }) => ({
      enrolment: enrolment.id,
      category,
      was,
      reason: reason.trim(),
    }),
    rules: (input) => (input.category === '' ? [] : whyNotSetCategory(programme, enrolment, input)),
  })
  const options = programme.categories.map((each) => ({ value: each.id, label: words(each.title) }))
  return (
    <CommandDialog form={form} title={t('enrol.category')} submit={t('site.save-category')} onClose={onClose}>
      <SelectField {...form.field('category', t('enrol.category'))} emptyLabel="–" options={options} />
      <TextField {...form.field('reason', t('site.basis'))} maxLength={500} />
    </CommandDialog>
  )
}
