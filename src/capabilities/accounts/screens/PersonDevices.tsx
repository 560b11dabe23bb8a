// The devices of a person I help: one lost, one found again.
import { AnswerRest } from '../../../platform/browser/asking/AnswerRest.tsx'
import { useAnswer } from '../../../platform/browser/asking/use-answer.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { type Colleague, type OwnDevice, restoreDevice, revokeDevice } from '../account.ts'
import type { OnBehalf } from '../appointing/appointment.ts'
import { deliver } from '../deliver.browser.ts'
import { d } from '../desk-words.browser.ts'
import { whoMayHelp } from '../roles.ts'
import { whyNotManage } from '../rules.ts'
import { useSending } from '../use-sending.browser.ts'
import { dayOf, g } from '../words.browser.ts'
import { DeviceState } from './DevicesSection.tsx'
import { OnBehalfList } from './OnBehalfList.tsx'

type Listed = { devices: Omit<OwnDevice, 'current'>[]; issued: OnBehalf[] }

export function PersonDevices({
  person,
  onClose,
}: {
  person: Colleague
  onClose: (changed: boolean) => void
}) {
  const phone = usePhone()
  const announce = useAnnounce()
  const sending = useSending()
  const { account, place } = person
  const answer = useAnswer<Listed>('accounts.devices-of', { place, account })
  const mayRestore = whyNotManage(whoMayHelp, phone.open.account.holdings, [person], place).length === 0
  const act = (command: typeof revokeDevice, device: string) =>
    sending.run(async () => {
      const how = await deliver(phone, command, place, { account, device })
      announce(how === 'done' ? d('accounts.done') : d('accounts.queued'))
      answer.again()
    })
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={`${d('accounts.devices')}: ${person.name}`}
      closeLabel={g('accounts.close')}
    >
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      {!answer.value && <AnswerRest answer={answer} label={g('accounts.loading')} />}
      {answer.value?.devices.map((device) => (
        <div className="ac-row" key={device.id}>
          <div>
            <strong>{device.name}</strong>
            <small>{d('accounts.seen', { day: dayOf(device.seen) })}</small>
          </div>
          <DeviceState device={device} />
          {!device.revoked && (
            <Button icon="lock" loading={sending.busy} onClick={() => act(revokeDevice, device.id)}>
              {d('accounts.device-lost')}
            </Button>
          )}
          {device.revoked && mayRestore && (
            <Button icon="refresh" loading={sending.busy} onClick={() => act(restoreDevice, device.id)}>
              {d('accounts.phone-found')}
            </Button>
          )}
        </div>
      ))}
      {answer.value && (
        <>
          <h3>{d('accounts.on-behalf')}</h3>
          <OnBehalfList issued={answer.value.issued} />
        </>
      )}
    </Dialog>
  )
}
