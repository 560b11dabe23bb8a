// The day on which a programme that was taken up starts.
import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { Form } from '../../../platform/browser/ui/form/Form.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type EnrolmentRow, start } from '../enrolment.ts'
import { dayInWords, t } from './words.tsx'

export default function StartForm({ place, enrolment }: { place: string; enrolment: EnrolmentRow }) {
  const phone = usePhone()
  const [on, setOn] = useState(today(zoneOf(place)))
  return (
    <Section title={t('home.start-title')}>
      <Form onSubmit={() => void phone.give(start, place, { enrolment: enrolment.id, on })}>
        <DateField
          name="on"
          label={t('home.start-on')}
          value={on}
          onChange={setOn}
          inWords={dayInWords(on)}
          max={today(zoneOf(place))}
        />
        <Button type="submit" variant="primary">
          {t('home.start')}
        </Button>
      </Form>
    </Section>
  )
}
