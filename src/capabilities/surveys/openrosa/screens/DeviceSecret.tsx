// The settings of a new device, shown once: as a QR code for ODK Collect and KoboCollect, and as an address to type.
import { useEffect, useState } from 'react'
import { language, translate } from '../../../../platform/browser/language.ts'
import { usePlaceName } from '../../../../platform/browser/place-names.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { RefusalList } from '../../../../platform/browser/ui/feedback/RefusalList.tsx'
import { ConfirmDialog } from '../../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { QrCode } from '../../../../platform/browser/ui/print/QrCode.tsx'
import type { Fresh } from '../../screens/use-fresh.ts'
import type { Sent } from '../../screens/use-sent.ts'
import { serverUrl, settingsQr } from '../settings-qr.ts'
import { deviceTexts } from './device-texts.ts'

const d = translate(deviceTexts)

function useQr(place: string, secret: string): string | null {
  const { title } = usePlaceName(place)
  const [text, setText] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    settingsQr({ origin: location.origin, secret, project: title, language: language() }).then(
      (made) => current && setText(made),
      (error: unknown) => console.error('could not write the settings', error),
    )
    return () => {
      current = false
    }
  }, [secret, title])
  return text
}

function Standing({ sent }: { sent: Sent }) {
  if (sent.state === 'refused')
    return (
      <RefusalList
        title={d('device.refused')}
        tone="refused"
        announce
        reasons={sent.reasons.map((text) => ({ text }))}
      />
    )
  return sent.state === 'queued' || sent.state === 'held' ? (
    <Notice tone="offline">{d('device.waiting')}</Notice>
  ) : (
    <Notice tone="done" announce="status">
      {d('device.there')}
    </Notice>
  )
}

type Props = { place: string; fresh: Fresh; sent: Sent; onClose: () => void }

export function DeviceSecret({ place, fresh, sent, onClose }: Props) {
  const announce = useAnnounce()
  const qr = useQr(place, fresh.secret)
  const [sure, setSure] = useState(false)
  const url = serverUrl({ origin: location.origin, secret: fresh.secret })
  const copy = () => void navigator.clipboard.writeText(url).then(() => announce(d('device.copied')))
  return (
    <Section title={d('device.once-title', { name: fresh.name })} subtitle={d('device.once-why')}>
      <Standing sent={sent} />
      {sent.state !== 'refused' && (
        <>
          <div className="sv-device">
            {qr && <QrCode value={qr} label={d('device.qr')} size={260} />}
            <ol>
              <li>{d('device.step-1')}</li>
              <li>{d('device.step-2')}</li>
              <li>{d('device.step-3')}</li>
              <li>{d('device.step-4')}</li>
            </ol>
          </div>
          <details>
            <summary className="sv-summary">{d('device.manual')}</summary>
            <dl className="sv-manual">
              <dt>{d('device.address')}</dt>
              <dd>
                <code>{url}</code>
              </dd>
            </dl>
            <p className="rb-hint">{d('device.address-why')}</p>
            <Button onClick={copy}>{d('device.copy')}</Button>
          </details>
        </>
      )}
      <div>
        <Button variant="primary" onClick={() => setSure(true)}>
          {d('device.finish')}
        </Button>
      </div>
      <ConfirmDialog
        open={sure}
        title={d('device.finish')}
        confirmLabel={d('device.finish')}
        cancelLabel={d('device.cancel')}
        onCancel={() => setSure(false)}
        onConfirm={onClose}
      >
        <p>{d('device.finish-sure')}</p>
      </ConfirmDialog>
    </Section>
  )
}
