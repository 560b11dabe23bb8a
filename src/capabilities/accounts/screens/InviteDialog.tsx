// An invitation: the code is made here and shown as QR and link; the server gets its digest only.
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { isVillage } from '../../../kernel/place-code.ts'
import type { Role } from '../../../kernel/role.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { usePlaceName } from '../../../platform/browser/place-names.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { SelectField } from '../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { QrCode } from '../../../platform/browser/ui/print/QrCode.tsx'
import { invite } from '../account.ts'
import { codeDigest, invitationLength, newCode, showCode } from '../code.ts'
import { deliver } from '../deliver.browser.ts'
import { d } from '../desk-words.browser.ts'
import { useRoleName, useRoleOptions } from '../role-names.browser.tsx'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'
import { AgencyField, useAgencyChoice } from './AgencyField.tsx'

type Made = { code: string; name: string; role: Role; how: 'done' | 'queued' }

export function InviteDialog({
  place,
  given,
  onClose,
}: {
  place: string
  given: readonly Role[]
  onClose: () => void
}) {
  const phone = usePhone()
  const where = usePlaceName(place)
  const sending = useSending()
  const options = useRoleOptions(given)
  const [chosen, setRole] = useState<Role | ''>('')
  const role = chosen || ((options[0]?.value ?? '') as Role | '')
  const [name, setName] = useState('')
  const agency = useAgencyChoice(place, role)
  const [made, setMade] = useState<Made | null>(null)
  const send = () => {
    if (name.trim() === '')
      return sending.refuse([{ field: 'nameHint', message: g('accounts.name-missing') }])
    if (role === '') return
    sending.run(async () => {
      const code = newCode(invitationLength)
      const input = {
        id: newId(),
        codeHash: await codeDigest(code),
        role,
        nameHint: name,
        agency: agency.chosen,
      }
      setMade({ code, name, role, how: await deliver(phone, invite, place, input) })
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        made
          ? d('accounts.invite-ready', { name: made.name })
          : d('accounts.invite-title', { place: where.title })
      }
      closeLabel={g('accounts.close')}
    >
      {given.length === 0 && <Notice tone="info">{d('accounts.invite-nothing')}</Notice>}
      {made && <Ready made={made} place={where.title} />}
      {!made && given.length > 0 && (
        <Form onSubmit={send} label={d('accounts.invite')}>
          <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
          <SelectField
            name="invite-role"
            label={d('accounts.invite-role')}
            value={role}
            onChange={(value) => setRole(value as Role)}
            options={options}
            hint={isVillage(place) ? undefined : d('accounts.invite-below')}
            error={sending.errorOf('role')}
          />
          <AgencyField {...agency} error={sending.errorOf('agency')} />
          <TextField
            name="nameHint"
            label={d('accounts.invite-name')}
            hint={d('accounts.invite-name-hint')}
            value={name}
            onChange={setName}
            maxLength={100}
            autoComplete="off"
            error={sending.errorOf('nameHint')}
          />
          <FormActions>
            <Button type="submit" variant="primary" icon="plus" loading={sending.busy} full>
              {d('accounts.invite-make')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  )
}

function Ready({ made, place }: { made: Made; place: string }) {
  const announce = useAnnounce()
  const roleName = useRoleName()
  const link = `${location.origin}/undangan#${made.code}`
  const text = d('accounts.invite-text', { role: roleName(made.role), place, link })
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => announce(g('accounts.copied')),
      () => undefined,
    )
  const share = () => navigator.share({ text }).catch(() => undefined)
  return (
    <div className="ac-center">
      {made.how === 'queued' && <Notice tone="offline">{d('accounts.invite-queued')}</Notice>}
      <p>{d('accounts.invite-ready-why')}</p>
      <QrCode value={link} label={link} size={224} />
      <p className="ac-code">{showCode(made.code)}</p>
      <p className="ac-link">{link}</p>
      <Cluster>
        {'share' in navigator && (
          <Button variant="primary" icon="share" onClick={() => void share()}>
            {d('accounts.share')}
          </Button>
        )}
        <Button icon="file" onClick={() => void copy()}>
          {g('accounts.copy')}
        </Button>
      </Cluster>
    </div>
  )
}
