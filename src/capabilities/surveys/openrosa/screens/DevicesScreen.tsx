// Phones with ODK Collect or KoboCollect: registered with a secret of their own, and ended when they are lost.
import '../../screens/surveys.css'
import { useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { usePhone, usePlaceView, useRows } from '../../../../platform/browser/hooks.tsx'
import { translate } from '../../../../platform/browser/language.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../../platform/browser/ui/feedback/Announcer.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { Form, FormActions } from '../../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { ConfirmDialog } from '../../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { PersonLine } from '../../../../platform/browser/ui/records/PersonLine.tsx'
import { useSent } from '../../screens/use-sent.ts'
import { may, momentText } from '../../screens/words.ts'
import { type DeviceRow, deviceCollection, registerDevice, revokeDevice } from '../device.ts'
import { DeviceSecret, type Fresh } from './DeviceSecret.tsx'
import { deviceTexts } from './device-texts.ts'

const d = translate(deviceTexts)

/** 32 random bytes in base64url, made on this phone and shown once. */
function newSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function Register({ onMade }: { onMade: (name: string) => void }) {
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const told = name.trim()
  const register = () => {
    setTried(told === '')
    if (told !== '') onMade(told)
  }
  return (
    <Section title={d('device.new')}>
      <Form onSubmit={register}>
        <TextField
          name="device"
          label={d('device.name')}
          hint={d('device.name-hint')}
          value={name}
          onChange={setName}
          maxLength={80}
          autoComplete="off"
          error={tried && told === '' ? d('device.fill-in') : undefined}
        />
        <FormActions>
          <Button type="submit" variant="primary">
            {d('device.register')}
          </Button>
        </FormActions>
      </Form>
    </Section>
  )
}

function Line({ place, device, onRevoke }: { place: string; device: DeviceRow; onRevoke: () => void }) {
  const queued = usePlaceView().pending(deviceCollection, device.id) === 'queued'
  const { name, registeredAt, revokedAt } = device
  const detail = revokedAt
    ? d('device.until', { at: momentText(revokedAt, place) })
    : d('device.since', { at: momentText(registeredAt, place) })
  const badge = queued ? (
    <StatusBadge status="waiting" label={d('device.unsent')} />
  ) : (
    <StatusBadge
      status={revokedAt ? 'archive' : 'done'}
      label={d(revokedAt ? 'device.revoked' : 'device.active')}
    />
  )
  return (
    <PersonLine
      name={name}
      detail={detail}
      badges={badge}
      actions={
        !revokedAt && (
          <Button aria-label={d('device.revoke-of', { name })} onClick={onRevoke}>
            {d('device.revoke')}
          </Button>
        )
      }
    />
  )
}

function List({ place }: { place: string }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const rows = useRows<DeviceRow>(deviceCollection)
  const [ending, setEnding] = useState<DeviceRow | null>(null)
  const devices = [...rows].sort(
    (a, b) =>
      Number(a.revokedAt !== null) - Number(b.revokedAt !== null) ||
      b.registeredAt.localeCompare(a.registeredAt),
  )
  if (devices.length === 0)
    return (
      <EmptyState icon="key" title={d('device.empty')}>
        {d('device.empty-why')}
      </EmptyState>
    )
  const end = () => {
    const id = ending?.id ?? ''
    setEnding(null)
    void phone.give(revokeDevice, place, { id }).then(() => announce(d('device.done-revoke')))
  }
  return (
    <Section title={d('device.list')}>
      <ul className="sv-lines">
        {devices.map((device) => (
          <li key={device.id}>
            <Line place={place} device={device} onRevoke={() => setEnding(device)} />
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={ending !== null}
        danger
        title={d('device.revoke-title')}
        confirmLabel={d('device.revoke')}
        cancelLabel={d('device.cancel')}
        onCancel={() => setEnding(null)}
        onConfirm={end}
      >
        <p>{d('device.revoke-why', { name: ending?.name ?? '' })}</p>
      </ConfirmDialog>
    </Section>
  )
}

export default function DevicesScreen({ place }: ScreenProps) {
  const phone = usePhone()
  const mayRegister = may(useRoles(place), registerDevice)
  const [fresh, setFresh] = useState<Fresh | null>(null)
  const [sent, follow] = useSent()
  const make = async (name: string) => {
    const secret = newSecret()
    follow(await phone.give(registerDevice, place, { id: newId(), name, secret }))
    setFresh({ name, secret })
  }
  return (
    <Page
      title={d('device.title')}
      subtitle={d('device.subtitle')}
      back={{ href: `/d/${place}/survei`, label: d('device.back') }}
      width="narrow"
    >
      <Stack gap={5}>
        {!mayRegister && <Notice tone="info">{d('device.not-you')}</Notice>}
        {location.protocol !== 'https:' && (
          <Notice tone="warn" title={d('device.http')}>
            {d('device.http-why', { origin: location.origin })}
          </Notice>
        )}
        {mayRegister && !fresh && <Register onMade={(name) => void make(name)} />}
        {fresh && <DeviceSecret place={place} fresh={fresh} sent={sent} onClose={() => setFresh(null)} />}
        {mayRegister && <List place={place} />}
      </Stack>
    </Page>
  )
}
