// Name, user name, phone, password: for the first administrator and for somebody invited.
import { type ReactNode, useState } from 'react'
import { say } from '../../../platform/browser/language.ts'
import { deviceId } from '../../../platform/browser/sync/session.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { deviceName } from '../arrival.browser.ts'
import { e } from '../desk-words.browser.ts'
import { isUserName, normalPhone, whyNotPassword } from '../password.ts'
import { accountsTexts } from '../texts.ts'
import { useSending } from '../use-sending.browser.ts'
import { type Fault, g } from '../words.browser.ts'

export type NewAccount = {
  name: string
  user: string
  phone?: string
  password: string
  device: string
  deviceName: string
}

type Fields = { name: string; user: string; phone: string; password: string }

/** Every reason at once, as the server would give it. */
function faultsIn({ name, user, phone, password }: Fields): Fault[] {
  const low = user.trim().toLowerCase()
  const about = { user: low, phone: normalPhone(phone) ?? undefined }
  return [
    ...(name.trim() === '' ? [{ field: 'name', message: g('accounts.name-missing') }] : []),
    ...(isUserName(low) ? [] : [{ field: 'user', message: e('accounts.user-pattern') }]),
    ...(phone.trim() === '' || about.phone ? [] : [{ field: 'phone', message: e('accounts.phone-pattern') }]),
    ...whyNotPassword(password, about).map((refusal) => ({
      field: 'password',
      message: say(refusal, accountsTexts),
    })),
  ]
}

export type NewAccountFormProps = {
  suggestedName?: string | undefined
  action: string
  onSubmit: (account: NewAccount) => Promise<void>
  before?: ReactNode
}

export function NewAccountForm({ suggestedName = '', action, onSubmit, before }: NewAccountFormProps) {
  const [fields, setFields] = useState<Fields>({ name: suggestedName, user: '', phone: '', password: '' })
  const [shown, setShown] = useState(false)
  const sending = useSending()
  const put = (key: keyof Fields) => (value: string) => setFields((old) => ({ ...old, [key]: value }))
  const send = () => {
    const faults = faultsIn(fields)
    if (faults.length > 0) return sending.refuse(faults)
    const { phone, ...rest } = fields
    const given = phone.trim() === '' ? {} : { phone: phone.trim() }
    sending.run(() => onSubmit({ ...rest, ...given, device: deviceId(), deviceName: deviceName() }))
  }
  return (
    <Form onSubmit={send} label={action}>
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      {before}
      <TextField
        name="name"
        label={g('accounts.name')}
        hint={g('accounts.name-hint')}
        value={fields.name}
        onChange={put('name')}
        autoComplete="name"
        maxLength={100}
        error={sending.errorOf('name')}
      />
      <TextField
        name="user"
        label={g('accounts.new-user')}
        hint={g('accounts.new-user-hint')}
        value={fields.user}
        onChange={put('user')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={32}
        error={sending.errorOf('user')}
      />
      <TextField
        name="phone"
        type="tel"
        label={g('accounts.phone')}
        hint={g('accounts.phone-hint')}
        optional={g('accounts.optional')}
        value={fields.phone}
        onChange={put('phone')}
        autoComplete="tel"
        inputMode="tel"
        maxLength={30}
        error={sending.errorOf('phone')}
      />
      <TextField
        name="password"
        type={shown ? 'text' : 'password'}
        label={g('accounts.new-password')}
        hint={g('accounts.password-hint')}
        value={fields.password}
        onChange={put('password')}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={200}
        error={sending.errorOf('password')}
      />
      <CheckField
        name="show-password"
        label={g('accounts.show-password')}
        checked={shown}
        onChange={setShown}
      />
      <FormActions>
        <Button type="submit" variant="primary" icon="check" loading={sending.busy} full>
          {action}
        </Button>
      </FormActions>
    </Form>
  )
}
