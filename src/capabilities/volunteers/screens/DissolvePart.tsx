// A team is dissolved: asked once, with the day and the reason.
import { useState } from 'react'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { dissolveTeam, type Team } from '../team.ts'
import { whyNotDissolve } from '../team-rules.ts'
import { dayInWords, errorAt, t, todayAt } from './words.tsx'

export function DissolvePart({ place, team }: { place: string; team: Team }) {
  const phone = usePhone()
  const [asking, setAsking] = useState(false)
  const [on, setOn] = useState(todayAt(place))
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const input = { team: team.id, on, reason: reason.trim() }
  const refusals = on ? whyNotDissolve(team, input, todayAt(place)) : []
  const confirm = () => {
    setTried(true)
    if (refusals.length > 0 || input.reason === '' || on === '') return
    setAsking(false)
    void phone.give(dissolveTeam, place, input)
  }
  return (
    <div>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {t('team.dissolve')}
      </Button>
      <ConfirmDialog
        open={asking}
        danger
        title={t('team.dissolve')}
        confirmLabel={t('team.dissolve')}
        cancelLabel={t('volunteers.cancel')}
        onCancel={() => setAsking(false)}
        onConfirm={confirm}
      >
        <Stack>
          <p>{t('team.dissolve-why', { name: team.name })}</p>
          <DateField
            name={`dissolve-on-${team.id}`}
            label={t('team.dissolve-on')}
            value={on}
            onChange={setOn}
            inWords={dayInWords(on)}
            min={team.formedOn}
            max={todayAt(place)}
            error={on === '' ? t('volunteers.fill-in') : errorAt(refusals, 'on')}
          />
          <TextField
            name={`dissolve-reason-${team.id}`}
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
