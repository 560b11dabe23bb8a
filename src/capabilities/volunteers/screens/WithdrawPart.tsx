// A volunteer steps back: asked once, with the day and the reason.

import { useState } from 'react'
import { NotSaved } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { whyNotWithdraw } from '../rules.ts'
import { volunteersTexts } from '../texts.ts'
import { type Volunteer, withdrawVolunteer } from '../volunteer.ts'
import { dayInWords, nameOf, t, todayAt } from './words.tsx'

export function WithdrawPart({ place, volunteer }: { place: string; volunteer: Volunteer }) {
  const [asking, setAsking] = useState(false)
  const form = useCommandForm({
    ...{
      place,
      screen: 'volunteers.withdraw',
      record: volunteer.id,
      says: [volunteersTexts],
      command: withdrawVolunteer,
    },
    start: () => ({ on: todayAt(place), reason: '' }),
    input: ({ on, reason }) => ({ volunteer: volunteer.id, on, reason: reason.trim() }),
    rules: (input) => (input.on ? whyNotWithdraw(volunteer, input, todayAt(place)) : []),
    saved: t('volunteers.saved'),
    done: () => setAsking(false),
  })
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
        onConfirm={() => void form.save()}
      >
        <Stack>
          <p>{t('one.withdraw-why', { name: nameOf(volunteer) })}</p>
          <DateField
            {...form.field('on', t('one.withdraw-on'))}
            name="withdraw-on"
            inWords={dayInWords(form.draft.on)}
            min={volunteer.registeredOn}
            max={todayAt(place)}
          />
          <TextField {...form.field('reason', t('one.reason'))} name="withdraw-reason" maxLength={300} />
          <NotSaved trouble={form.trouble} />
        </Stack>
      </ConfirmDialog>
    </div>
  )
}
