// Phones with ODK Collect or KoboCollect: registered with a secret of their own, and ended when they are lost.
import '../../screens/surveys.css'
import { useState } from 'react'
import { newId } from '../../../../kernel/id.ts'
import type { ScreenProps } from '../../../../platform/browser/capability.ts'
import { ConfirmCommand } from '../../../../platform/browser/forms/CommandDialog.tsx'
import { CommandForm } from '../../../../platform/browser/forms/CommandForm.tsx'
import { useCommandForm } from '../../../../platform/browser/forms/use-command-form.ts'
import { usePlaceView, useRows } from '../../../../platform/browser/hooks.tsx'
import { translate } from '../../../../platform/browser/language.ts'
import { momentText } from '../../../../platform/browser/moment.ts'
import { useRoles } from '../../../../platform/browser/place-context.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { EmptyState } from '../../../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Page } from '../../../../platform/browser/ui/page/Page.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import { PersonLine } from '../../../../platform/browser/ui/records/PersonLine.tsx'
import { newSecret } from '../../screens/new-secret.ts'
import { type Fresh, useFresh } from '../../screens/use-fresh.ts'
import { may } from '../../screens/words.ts'
import { surveysTexts } from '../../texts.ts'
import { type DeviceRow, deviceCollection, registerDevice, revokeDevice } from '../device.ts'
import { DeviceSecret } from './DeviceSecret.tsx'
import { deviceTexts } from './device-texts.ts'

const d = translate(deviceTexts)

function Register({ place, onMade }: { place: string; onMade: (made: Fresh, command: string) => void }) {
  const [{ id, secret }] = useState(() => ({ id: newId(), secret: newSecret() }))
  const form = useCommandForm({
    ...{ place, screen: 'surveys.device', says: [surveysTexts], command: registerDevice },
    start: () => ({ name: '' }),
    input: ({ name }) => ({ id, name: name.trim(), secret }),
    give: async (phone, input, taken) => onMade(input, await phone.give(registerDevice, place, input, taken)),
  })
  return (
    <Section title={d('device.new')}>
      <CommandForm form={form} submit={d('device.register')}>
        <TextField
          {...form.field('name', d('device.name'))}
          hint={d('device.name-hint')}
          maxLength={80}
          autoComplete="off"
        />
      </CommandForm>
    </Section>
  )
}

function Line({ place, device, onRevoke }: { place: string; device: DeviceRow; onRevoke: () => void }) {
  const pending = usePlaceView().pending(deviceCollection, device.id)
  const unsent = pending === 'queued' || pending === 'refused'
  const { name, registeredAt, revokedAt } = device
  const detail = revokedAt
    ? d('device.until', { at: momentText(revokedAt, place) })
    : d('device.since', { at: momentText(registeredAt, place) })
  const badge = unsent ? (
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
  return (
    <Section title={d('device.list')}>
      <ul className="sv-lines">
        {devices.map((device) => (
          <li key={device.id}>
            <Line place={place} device={device} onRevoke={() => setEnding(device)} />
          </li>
        ))}
      </ul>
      {ending && (
        <ConfirmCommand
          {...{ place, command: revokeDevice, input: { id: ending.id } }}
          danger
          title={d('device.revoke-title')}
          submit={d('device.revoke')}
          saved={d('device.done-revoke')}
          onClose={() => setEnding(null)}
        >
          <p>{d('device.revoke-why', { name: ending.name })}</p>
        </ConfirmCommand>
      )}
    </Section>
  )
}

export default function DevicesScreen({ place }: ScreenProps) {
  const mayRegister = may(useRoles(place), registerDevice)
  const { fresh, sent, made, onClose } = useFresh()
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
        {mayRegister && !fresh && <Register place={place} onMade={made} />}
        {fresh && <DeviceSecret {...{ place, fresh, sent, onClose }} />}
        {mayRegister && <List place={place} />}
      </Stack>
    </Page>
  )
}
