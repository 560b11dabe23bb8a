// One observation: what was said, the day, the observer; its quotation, its marks and its photo where there are any.
import './observations.css'
import { useEffect, useState } from 'react'
import { AskDialog } from '../../../platform/browser/forms/CommandDialog.tsx'
import { usePhone, usePhoneState } from '../../../platform/browser/hooks.tsx'
import { useRoles } from '../../../platform/browser/place-context.tsx'
import { fileUrl, localFile } from '../../../platform/browser/sync/uploads.ts'
import { DialogButton } from '../../../platform/browser/ui/overlay/DialogButton.tsx'
import type { Programme } from '../../programmes/definition.ts'
import { type Observation, withdrawObservation } from '../observation.ts'
import { whyNotWithdraw } from '../rules.ts'
import { observationsTexts } from '../texts.ts'
import { dayText, t, words } from './words.ts'

/** From this phone while it waits to be sent, else from the server when there is a line. */
function usePicture(place: string, file: string | undefined): string | undefined {
  const phone = usePhone()
  const { line, waitingFiles } = usePhoneState()
  const [local, setLocal] = useState<string>()
  useEffect(() => {
    let url: string | undefined
    let current = true
    const read = async () => {
      const blob = file && waitingFiles >= 0 ? await localFile(phone.open, file) : null
      if (!current) return
      url = blob ? URL.createObjectURL(blob) : undefined
      setLocal(url)
    }
    read().catch((error: unknown) => console.warn('could not open a photo', error))
    return () => {
      current = false
      if (url) URL.revokeObjectURL(url)
    }
  }, [phone, file, waitingFiles])
  if (!file) return undefined
  return local ?? (line === 'online' ? fileUrl(place, file) : undefined)
}

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
  const picture = usePicture(place, row.photo?.file)
  const on = dayText(row.on)
  const marks = programme.kinds.checks.filter(({ id }) => row.checks.includes(id))
  return (
    <article className="observed">
      <p className="observed-seen">{row.seen}</p>
      {row.quote && <blockquote>“{row.quote}”</blockquote>}
      {marks.length > 0 && (
        <p className="observed-marks">{marks.map(({ title }) => words(title)).join(' · ')}</p>
      )}
      {picture && <img src={picture} alt={t('observe.photo')} loading="lazy" />}
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
