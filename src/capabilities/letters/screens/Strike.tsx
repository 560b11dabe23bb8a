// Taking an entry out of a register, with the reason.
import { today } from '../../../kernel/day.ts'
import { zoneOf } from '../../../kernel/place-code.ts'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import { type DecisionDocument, strike, type struckOf } from '../document.ts'
import type { Incoming } from '../incoming.ts'
import { letterKeepers } from '../roles.ts'
import { whyNotStrike } from '../rules-received.ts'
import { lettersTexts } from '../texts.ts'
import { dayText, t } from './words.ts'

type Props = { place: string; of: (typeof struckOf)[number]; row: Incoming | DecisionDocument }

export function Strike({ place, of, row }: Props) {
  const roles = useRoles(place)
  const now = today(zoneOf(place))
  if (row.struck)
    return (
      <Notice tone="refused">
        {t('received.struck-because', { on: dayText(row.struck.on), reason: row.struck.reason })}
      </Notice>
    )
  if (!letterKeepers.some((role) => roles.includes(role))) return null
  return (
    <DialogButton
      variant="link"
      dialog={(close) => (
        <AskDialog
          {...{ place, screen: 'letters.strike', record: row.id, says: [lettersTexts] }}
          command={strike}
          input={(reason) => ({ of, id: row.id, basedOn: row.version, on: now, reason })}
          rules={(input) => whyNotStrike(row, input, now)}
          title={t('received.strike')}
          name="reason"
          label={t('received.reason')}
          most={300}
          submit={t('received.strike')}
          danger
          onClose={close}
        >
          <p>{t('received.strike-hint')}</p>
        </AskDialog>
      )}
    >
      {t('received.strike')}
    </DialogButton>
  )
}
