// Setting one number for this place, with the by-law or minutes it comes from.
import { useState } from 'react'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { say } from '../../../platform/browser/language.ts'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import type { Programme } from '../definition.ts'
import type { EnrolmentRow } from '../enrolment.ts'
import { setNumber, whyNotSetNumber } from '../number.ts'
import { ruleTexts } from '../rule-texts.ts'
import { n } from './number-words.ts'
import { t, words } from './words.tsx'

type Props = {
  place: string
  enrolment: EnrolmentRow
  programme: Programme
  id: string
  onClose: () => void
}

export function SetNumber({ place, enrolment, programme, id, onClose }: Props) {
  const phone = usePhone()
  const roles = useRoles(place)
  const announce = useAnnounce()
  // What stood here when the person began: a change meanwhile is refused, not overwritten.
  const [was] = useState(enrolment.numbers[id] ?? null)
  const [typed, setTyped] = useState(was === null ? '' : String(was))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const digits = typed.replaceAll('.', '').trim()
  const whole = /^\d{0,12}$/.test(digits)
  const value = digits === '' ? null : Number(digits)
  const input = { enrolment: enrolment.id, number: id, value, was, reason: reason.trim() }
  const refusals = whole ? whyNotSetNumber(programme, enrolment, input, roles) : []
  const error = whole ? refusals[0] && say(refusals[0], ruleTexts) : n('number.not-whole')
  const save = async () => {
    setTried(true)
    if (error || input.reason === '') return
    await phone.give(setNumber, place, input)
    announce(t('stage.saved'))
    onClose()
  }
  const number = programme.numbers[id]
  const title = n('number.set-title', { title: number ? words(number.title) : id })
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={t('stage.cancel')}>
      <p>{n('number.set-why')}</p>
      <Form onSubmit={() => void save()} label={title}>
        <TextField
          name="number-value"
          label={`${n('number.new-value')}${number ? ` (${n(`number.${number.unit}`)})` : ''}`}
          value={typed}
          onChange={setTyped}
          inputMode="numeric"
          maxLength={16}
          error={typed !== '' || tried ? error : undefined}
        />
        <TextField
          name="number-reason"
          label={n('number.reason')}
          hint={n('number.reason-hint')}
          value={reason}
          onChange={setReason}
          maxLength={500}
          error={tried && input.reason === '' ? n('number.reason-needed') : undefined}
        />
        <FormActions>
          <Button onClick={onClose}>{t('stage.cancel')}</Button>
          <Button type="submit" variant="primary">
            {n('number.set')}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
