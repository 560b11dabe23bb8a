// One observation: what was said, the day, the observer; its quotation, its marks and its photo where there are any.
import './observations.css'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { StoredPicture } from '../../../platform/browser/stored-files.tsx'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import type { Programme } from '../../programmes/definition.ts'
import { type Observation, withdrawObservation } from '../observation.ts'
import { whyNotWithdraw } from '../rules.ts'
import { observationsTexts } from '../texts.ts'
import { dayText, t, words } from './words.ts'

/** Who holds this phone, and what he is here. */
function useHand(place: string) {
  return { account: usePhone().open.account.id, roles: useRoles(place) }
}

type Props = { place: string; programme: Programme; row: Observation }

export function ObservationCard({ place, programme, row }: Props) {
  const hand = useHand(place)
  const may =
    hand.roles.some((role) => withdrawObservation.roles.includes(role)) &&
    whyNotWithdraw(row, hand).length === 0
  const on = dayText(row.on)
  const marks = programme.kinds.checks.filter(({ id }) => row.checks.includes(id))
  return (
    <article className="observed">
      <p className="observed-seen">{row.seen}</p>
      {row.quote && <blockquote>“{row.quote}”</blockquote>}
      {marks.length > 0 && (
        <p className="observed-marks">{marks.map(({ title }) => words(title)).join(' · ')}</p>
      )}
      {row.photo && <StoredPicture place={place} id={row.photo.file} alt={t('observe.photo')} />}
      <footer>
        <small>{row.byName ? t('observe.by', { on, by: row.byName }) : t('observe.by-you', { on })}</small>
        {may && (
          <DialogButton dialog={(close) => <Withdraw place={place} row={row} onClose={close} />}>
            {t('observe.withdraw')}
          </DialogButton>
        )}
      </footer>
    </article>
  )
}

function Withdraw({ place, row, onClose }: { place: string; row: Observation; onClose: () => void }) {
  const hand = useHand(place)
  return (
    <AskDialog
      {...{ place, screen: 'observations.withdraw', record: row.id, says: [observationsTexts] }}
      command={withdrawObservation}
      input={(reason) => ({ observation: row.id, reason })}
      rules={() => whyNotWithdraw(row, hand)}
      title={t('observe.withdraw-title')}
      name="reason"
      label={t('observe.reason')}
      most={300}
      submit={t('observe.withdraw')}
      saved={t('observe.saved')}
      danger
      onClose={onClose}
    >
      <p>{t('observe.withdraw-why')}</p>
    </AskDialog>
  )
}
