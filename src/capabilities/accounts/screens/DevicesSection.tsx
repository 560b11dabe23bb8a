// My devices; a lost one is signed out with one press.
import { useState } from 'react'
import { nation } from '../../../kernel/place-code.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { type Mine, type OwnDevice, revokeMine } from '../account.ts'
import { deliver } from '../deliver.browser.ts'
import { d } from '../desk-words.browser.ts'
import { useSending } from '../use-sending.browser.ts'
import { dayOf, g } from '../words.browser.ts'

export function DeviceState({ device }: { device: Omit<OwnDevice, 'current'> & { current?: boolean } }) {
  if (device.revoked) return <StatusBadge status="declined" label={d('accounts.lost')} />
  if (device.current) return <StatusBadge status="done" label={d('accounts.this-device')} />
  return device.sessions > 0 ? (
    <StatusBadge status="running" label={d('accounts.signed-in')} />
  ) : (
    <StatusBadge status="later" label={d('accounts.signed-out')} />
  )
}

export function DevicesSection({ mine, onChanged }: { mine: Mine; onChanged: () => void }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const sending = useSending()
  const [asking, setAsking] = useState<OwnDevice | null>(null)
  const revoke = (device: string | null) =>
    sending.run(async () => {
      setAsking(null)
      const how = await deliver(phone, revokeMine, nation, { device })
      announce(how === 'done' ? d('accounts.done') : d('accounts.queued'))
      onChanged()
    })
  const others = mine.devices.some((device) => !device.current && device.sessions > 0)
  return (
    <Section title={d('accounts.devices')}>
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      <div>
        {mine.devices.map((device) => (
          <div className="ac-row" key={device.id}>
            <div>
              <strong>{device.name}</strong>
              <small>{d('accounts.seen', { day: dayOf(device.seen) })}</small>
            </div>
            <DeviceState device={device} />
            {!device.current && !device.revoked && (
              <Button variant="quiet" icon="lock" onClick={() => setAsking(device)}>
                {d('accounts.device-lost')}
              </Button>
            )}
          </div>
        ))}
      </div>
      {others && (
        <Button icon="logout" loading={sending.busy} onClick={() => revoke(null)}>
          {d('accounts.sign-others-out')}
        </Button>
      )}
      <ConfirmDialog
        open={asking !== null}
        title={d('accounts.device-lost-title', { device: asking?.name ?? '' })}
        confirmLabel={d('accounts.device-lost')}
        cancelLabel={g('accounts.cancel')}
        danger
        onConfirm={() => asking && revoke(asking.id)}
        onCancel={() => setAsking(null)}
      >
        {d('accounts.device-lost-why')}
      </ConfirmDialog>
    </Section>
  )
}
