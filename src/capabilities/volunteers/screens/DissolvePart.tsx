// A team is dissolved: asked once, with the day and the reason.
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { dissolveTeam, type Team } from '../team.ts'
import { whyNotDissolve } from '../team-rules.ts'
import { volunteersTexts } from '../texts.ts'
import { t, todayAt } from './words.tsx'

export function DissolvePart({ place, team }: { place: string; team: Team }) {
  return (
    <div>
      <DialogButton
        variant="danger"
        dialog={(close) => (
          <AskDialog
            {...{ place, screen: 'volunteers.dissolve', record: team.id, says: [volunteersTexts] }}
            command={dissolveTeam}
            input={(reason, on) => ({ team: team.id, on, reason })}
            rules={(input) => (input.on ? whyNotDissolve(team, input, todayAt(place)) : [])}
            title={t('team.dissolve')}
            on={{ label: t('team.dissolve-on'), min: team.formedOn, max: todayAt(place) }}
            name="reason"
            label={t('one.reason')}
            most={300}
            submit={t('team.dissolve')}
            danger
            saved={t('volunteers.saved')}
            onClose={close}
          >
            <p>{t('team.dissolve-why', { name: team.name })}</p>
          </AskDialog>
        )}
      >
        {t('team.dissolve')}
      </DialogButton>
    </div>
  )
}
