// /sandi: a new password with the code that an officer handed over.
import { useState } from 'react'
import { call } from '../../../platform/browser/api.ts'
import { say } from '../../../platform/browser/language.ts'
import { deviceId } from '../../../platform/browser/sync/session.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { deviceName } from '../arrival.browser.ts'
import { identityOf, whyNotPassword } from '../password.ts'
import { accountsTexts } from '../texts.ts'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'
import { GateFrame } from './GateFrame.tsx'

export default function ResetScreen() {
  const [user, setUser] = useState('')
  const [code, setCode] = useState(() => location.hash.slice(1))
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(false)
  const sending = useSending()
  const send = () => {
    const faults = whyNotPassword(password, identityOf(user))
    if (faults.length > 0)
      return sending.refuse(faults.map((each) => ({ field: 'password', message: say(each, accountsTexts) })))
    sending.run(async () => {
      const seat = { device: deviceId(), deviceName: deviceName() }
      await call('POST', '/api/password/reset', { user, code, password, ...seat })
      setDone(true)
    })
  }
  if (done)
    return (
      <GateFrame title={g('accounts.reset-title')}>
        <EmptyState
          icon="check-circle"
          level={2}
          title={g('accounts.reset-done')}
          actions={
            <LinkButton href="/" variant="primary">
              {g('accounts.sign-in')}
            </LinkButton>
          }
        >
          {g('accounts.reset-done-why')}
        </EmptyState>
      </GateFrame>
    )
  return (
    <GateFrame
      title={g('accounts.reset-title')}
      subtitle={g('accounts.reset-intro')}
      back={{ href: '/', label: g('accounts.sign-in') }}
    >
      <Form onSubmit={send}>
        <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
        <TextField
          name="user"
          label={g('accounts.user')}
          value={user}
          onChange={setUser}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={64}
          error={sending.errorOf('user')}
        />
        <TextField
          name="code"
          label={g('accounts.reset-code')}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          error={sending.errorOf('code')}
        />
        <TextField
          name="password"
          type="password"
          label={g('accounts.new-password')}
          hint={g('accounts.password-hint')}
          value={password}
          onChange={setPassword}
          autoComplete="new-password"
          maxLength={200}
          error={sending.errorOf('password')}
        />
        <FormActions>
          <Button type="submit" variant="primary" icon="check" loading={sending.busy} full>
            {g('accounts.reset-save')}
          </Button>
        </FormActions>
      </Form>
    </GateFrame>
  )
}
