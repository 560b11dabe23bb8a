// A team is dissolved: asked once, with the day and the reason.

import { useState } from 'react'
import { NotSaved } from '../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../platform/browser/forms/use-command-form.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { DateField } from '../../../platform/browser/ui/form/DateField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { dissolveTeam, type Team } from '../team.ts'
import { whyNotDissolve } from '../team-rules.ts'
import { volunteersTexts } from '../texts.ts'
import { dayInWords, t, todayAt } from './words.tsx'

export function DissolvePart({ place, team }: { place: string; team: Team }) {
  const [asking, setAsking] = useState(false)
  const form = useCommandForm({
    ...{
      place,
      screen: 'volunteers.dissolve',
      record: team.id,
      says: [volunteersTexts],
      command: dissolveTeam,
    },
    start: () => ({ on: todayAt(place), reason: '' }),
    input: ({ on, reason }) => ({ team: team.id, on, reason: reason.trim() }),
    rules: (input) => (input.on ? whyNotDissolve(team, input, todayAt(place)) : []),
    saved: t('volunteers.saved'),
    done: () => setAsking(false),
  })
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
        onConfirm={() => void form.save()}
      >
        <Stack>
          <p>{t('team.dissolve-why', { name: team.name })}</p>
          <DateField
            {...form.field('on', t('team.dissolve-on'))}
            name={`dissolve-on-${team.id}`}
            inWords={dayInWords(form.draft.on)}
            min={team.formedOn}
            max={todayAt(place)}
          />
          <TextField
            {...form.field('reason', t('one.reason'))}
            name={`dissolve-reason-${team.id}`}
            maxLength={300}
          />
          <NotSaved trouble={form.trouble} />
        </Stack>
      </ConfirmDialog>
    </div>
  )
}
