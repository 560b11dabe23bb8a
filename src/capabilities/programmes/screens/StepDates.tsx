// When a step really began and ended; lateness is counted from it.
import { useState } from 'react'
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { Form } from '../../../platform/browser/ui/form/Form.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { FactGrid } from '../../../platform/browser/ui/records/FactGrid.tsx'
import { type EnrolmentRow, noteStep } from '../enrolment.ts'
import { whyNotNoteStep } from '../enrolment-rules.ts'
import { programmesTexts } from '../texts.ts'
import { useProgress } from './use-progress.ts'
import { dayText, t } from './words.tsx'

export function StepDates({
  place,
  enrolment,
  step,
}: {
  place: string
  enrolment: EnrolmentRow
  step: string
}) {
  const phone = usePhone()
  const announce = useAnnounce()
  const known = useProgress(enrolment)
  const may = useRoles(place).some((role) => role === 'facilitator' || role === 'city-officer')
  const actual = enrolment.actuals[step] ?? {}
  const [began, setBegan] = useState(actual.began ?? '')
  const [ended, setEnded] = useState(actual.ended ?? '')
  const [tried, setTried] = useState(false)
  if (!may || enrolment.status !== 'started' || !known)
    return (
      <FactGrid
        facts={[
          { label: t('stage.step-began'), value: dayText(actual.began) },
          { label: t('stage.step-ended'), value: dayText(actual.ended) },
        ]}
      />
    )
  const dates = { began: began || null, ended: ended || null }
  const refusals = whyNotNoteStep(known.programme, enrolment, step, dates, today(zoneOf(place)))
  const errorOf = (field: string) => {
    const refusal = tried ? refusals.find((each) => each.field === field) : undefined
    return refusal ? say(refusal, programmesTexts) : undefined
  }
  const save = () => {
    setTried(true)
    if (refusals.length > 0) return
    void phone
      .give(noteStep, place, { enrolment: enrolment.id, step, ...dates })
      .then(() => announce(t('stage.saved')))
  }
  return (
    <Form onSubmit={save}>
      <Cluster>
        <DateField
          name={`${step}-began`}
          label={t('stage.step-began')}
          value={began}
          onChange={setBegan}
          error={errorOf('began')}
        />
        <DateField
          name={`${step}-ended`}
          label={t('stage.step-ended')}
          value={ended}
          onChange={setEnded}
          error={errorOf('ended')}
        />
      </Cluster>
      <Cluster>
        <Button type="submit">{t('stage.step-save')}</Button>
      </Cluster>
    </Form>
  )
}
