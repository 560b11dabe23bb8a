// A volunteer steps back: asked once, with the day and the reason.
import { useState } from 'react'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { whyNotWithdraw } from '../rules.ts'
import { type Volunteer, withdrawVolunteer } from '../volunteer.ts'
import { dayInWords, errorAt, nameOf, t, todayAt } from './words.tsx'

export function WithdrawPart({ place, volunteer }: { place: string; volunteer: Volunteer }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const [asking, setAsking] = useState(false)
  const [on, setOn] = useState(todayAt(place))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const input = { volunteer: volunteer.id, on, reason: reason.trim() }
  const refusals = on ? whyNotWithdraw(volunteer, input, todayAt(place)) : []
  const confirm = () => {
    setTried(true)
    if (refusals.length > 0 || input.reason === '' || on === '') return
    setAsking(false)
    void phone.give(withdrawVolunteer, place, input).then(() => announce(t('volunteers.saved')))
  }
  return (
    <div>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t('one.withdraw')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('one.withdraw')}
        confirmLabel={t('one.withdraw')}
        cancelLabel={t('volunteers.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <Stack>
          <p>{t('one.withdraw-why', { name: nameOf(volunteer) })}</p>
          <DateField
            name="withdraw-on"
            label={t('one.withdraw-on')}
            value={on}
            onChange={setOn}
            inWords={dayInWords(on)}
            min={volunteer.registeredOn}
            max={todayAt(place)}
            error={on === '' ? t('volunteers.fill-in') : errorAt(refusals, 'on')}
          />
          <TextField
            name="withdraw-reason"
            label={t('one.reason')}
            value={reason}
            onChange={setReason}
            maxLength={300}
            error={tried && input.reason === '' ? t('volunteers.fill-in') : undefined}
          />
        </Stack>
      </ConfirmDialog>
    </div>
  )
}
