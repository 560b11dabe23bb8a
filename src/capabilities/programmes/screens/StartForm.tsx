// The day on which a programme that was taken up starts.
import { oldestWorkDay, today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { CommandForm } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type EnrolmentRow, start } from '../enrolment.ts'
import { t } from './all-words.ts'
import { dayInWords } from './words.tsx'

export default function StartForm({ place, enrolment }: { place: string; enrolment: EnrolmentRow }) {
  const form = useCommandForm({
    ...{ place, screen: null, command: start, says: [], saved: t('stage.saved') },
    start: () => ({ on: today(zoneOf(place)) }),
    input: ({ on }) => ({ enrolment: enrolment.id, on }),
  })
  return (
    <Section title={t('home.start-title')}>
      <CommandForm form={form} submit={t('home.start')}>
        <DateField
          min={oldestWorkDay}
          {...form.field('on', t('home.start-on'))}
          inWords={dayInWords(form.draft.on)}
          max={today(zoneOf(place))}
        />
      </CommandForm>
    </Section>
  )
}
