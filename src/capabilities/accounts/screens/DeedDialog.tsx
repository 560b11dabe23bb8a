// One thing done for or about a person, asked for once and then sent.
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import type { Role } from '../../../kernel/role.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { type Colleague, confirm, disable, enable, endHolding, grant, revokeSessions } from '../account.ts'
import { reinstate, suspend } from '../appointing/appointment.ts'
import { deliver } from '../deliver.browser.ts'
import { d } from '../desk-words.browser.ts'
import { useRoleOptions } from '../role-names.browser.tsx'
import { mayGive } from '../rules.ts'
import { useSending } from '../use-sending.browser.ts'
import { g, roleName } from '../words.browser.ts'
import { AgencyField, useAgencyChoice } from './AgencyField.tsx'
import { CodeDialog } from './CodeDialog.tsx'
import { PersonDevices } from './PersonDevices.tsx'

export type Deed =
  | 'code'
  | 'lost'
  | 'devices'
  | 'grant'
  | 'confirm'
  | 'suspend'
  | 'reinstate'
  | 'end'
  | 'close'
  | 'open'
type Props = { person: Colleague; onClose: (changed: boolean) => void }

export function DeedDialog({ what, ...props }: Props & { what: Deed }) {
  if (what === 'code') return <CodeDialog {...props} />
  if (what === 'devices') return <PersonDevices {...props} />
  return <Asked what={what} {...props} />
}

type Plain = Exclude<Deed, 'code' | 'devices'>

function titleOf(what: Plain, person: Colleague): string {
  const { name } = person
  if (what === 'lost') return d('accounts.phone-lost-title', { name })
  if (what === 'grant') return d('accounts.give-role')
  if (what === 'confirm') return d('accounts.confirm-title', { name })
  const role = roleName(person.role)
  if (what === 'end') return d('accounts.end-role-title', { name, role })
  if (what === 'suspend') return d('accounts.suspend-title', { name, role })
  if (what === 'reinstate') return d('accounts.reinstate-title', { name, role })
  return what === 'close'
    ? d('accounts.close-account-title', { name })
    : d('accounts.open-account-title', { name })
}

function labelOf(what: Plain): string {
  const labels = {
    lost: d('accounts.phone-lost'),
    grant: d('accounts.give-role'),
    confirm: d('accounts.confirm'),
    suspend: d('accounts.suspend'),
    reinstate: d('accounts.reinstate'),
    end: d('accounts.end-role'),
    close: d('accounts.close-account'),
    open: d('accounts.open-account'),
  }
  return labels[what]
}

const onRole = { end: endHolding, suspend, reinstate }
const needsReason = new Set<Plain>(['suspend', 'reinstate', 'end', 'close', 'open'])

function Asked({ what, person, onClose }: Props & { what: Plain }) {
  const phone = usePhone()
  const announce = useAnnounce()
  const sending = useSending()
  const given = mayGive(phone.open.account.holdings, person.place)
  const [reason, setReason] = useState('')
  const options = useRoleOptions(given)
  const [chosen, setRole] = useState<Role>()
  const role = chosen ?? (options[0]?.value as Role | undefined)
  const { account, holding, place, version } = person
  const agency = useAgencyChoice(place, what === 'grant' ? role : undefined)
  const work = () => {
    if (what === 'confirm') return deliver(phone, confirm, place, { account })
    if (what === 'lost') return deliver(phone, revokeSessions, place, { account })
    if (what === 'grant')
      return deliver(phone, grant, place, {
        ...{ id: newId(), account, role: role ?? 'volunteer', agency: agency.chosen },
      })
    if (what === 'close' || what === 'open')
      return deliver(phone, what === 'close' ? disable : enable, place, { account, basedOn: version, reason })
    return deliver(phone, onRole[what], place, { holding, account, reason })
  }
  const send = () =>
    sending.run(async () => {
      const how = await work()
      announce(how === 'done' ? d('accounts.done') : d('accounts.queued'))
      onClose(true)
    })
  const danger = what === 'end' || what === 'suspend' || what === 'close' || what === 'lost'
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={titleOf(what, person)}
      closeLabel={g('accounts.close')}
    >
      {what === 'confirm' && <p>{d('accounts.confirm-why')}</p>}
      {what === 'grant' && <p>{d('accounts.give-role-why')}</p>}
      {what === 'suspend' && <p>{d('accounts.suspend-why')}</p>}
      {what === 'lost' && <p>{d('accounts.phone-lost-why')}</p>}
      <Form onSubmit={send} label={labelOf(what)}>
        <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
        {what === 'grant' && (
          <SelectField
            name="grant-role"
            label={d('accounts.role')}
            value={role ?? ''}
            onChange={(value) => setRole(value as Role)}
            options={options}
            error={sending.errorOf('role')}
          />
        )}
        <AgencyField {...agency} error={sending.errorOf('agency')} />
        {needsReason.has(what) && (
          <TextField
            name="reason"
            label={d('accounts.reason')}
            value={reason}
            onChange={setReason}
            maxLength={300}
            error={sending.errorOf('reason')}
          />
        )}
        <FormActions>
          <Button onClick={() => onClose(false)}>{g('accounts.cancel')}</Button>
          <Button type="submit" variant={danger ? 'danger' : 'primary'} loading={sending.busy}>
            {labelOf(what)}
          </Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
