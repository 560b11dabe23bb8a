// A volunteer steps back: asked once, with the day and the reason.
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { whyNotWithdraw } from '../rules.ts'
import { volunteersTexts } from '../texts.ts'
import { type Volunteer, withdrawVolunteer } from '../volunteer.ts'
import { nameOf, t, todayAt } from './words.tsx'

export function WithdrawPart({ place, volunteer }: { place: string; volunteer: Volunteer }) {
  return (
    <div>
      <DialogButton
        variant="danger"
        dialog={(close) => (
          <AskDialog
            {...{ place, screen: 'volunteers.withdraw', record: volunteer.id, says: [volunteersTexts] }}
            command={withdrawVolunteer}
            input={(reason, on) => ({ volunteer: volunteer.id, on, reason })}
            rules={(input) => (input.on ? whyNotWithdraw(volunteer, input, todayAt(place)) : [])}
            title={t('one.withdraw')}
            on={{ label: t('one.withdraw-on'), min: volunteer.registeredOn, max: todayAt(place) }}
            name="reason"
            label={t('one.reason')}
            most={300}
            submit={t('one.withdraw')}
            danger
            saved={t('volunteers.saved')}
            onClose={close}
          >
            <p>{t('one.withdraw-why', { name: nameOf(volunteer) })}</p>
          </AskDialog>
        )}
      >
        {t('one.withdraw')}
      </DialogButton>
    </div>
  )
}
