// User name or phone, password, and the second factor when the server asks for it.
import { useState } from 'react'
import { call } from '../../../platform/browser/api.ts'
import { deviceId } from '../../../platform/browser/sync/session.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { deviceName } from '../arrival.browser.ts'
import type { SignedIn, SignInAnswer } from '../form.ts'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'

export type SignInFormProps = {
  /** Whose account it must be, where that is known. */
  user?: string | undefined
  onSignedIn: (who: SignedIn) => Promise<void> | void
}

export function SignInForm({ user: fixed, onSignedIn }: SignInFormProps) {
  const [user, setUser] = useState(fixed ?? '')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const [second, setSecond] = useState(false)
  const sending = useSending()
  const send = () =>
    sending.run(async () => {
      const answer = await call<SignInAnswer>('POST', '/api/session', {
        user,
        password,
        device: deviceId(),
        deviceName: deviceName(),
        ...(second ? { code } : {}),
      })
      if ('needsSecondFactor' in answer) return setSecond(true)
      await onSignedIn(answer)
    })
  return (
    <Form onSubmit={send} label={g('accounts.sign-in')}>
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      {sending.wait > 0 && <Notice tone="warn">{g('accounts.wait-now', { seconds: sending.wait })}</Notice>}
      {second ? (
        <CodeField value={code} onChange={setCode} error={sending.errorOf('code')} />
      ) : (
        <>
          <TextField
            name="user"
            label={g('accounts.user')}
            value={user}
            onChange={setUser}
            readOnly={fixed !== undefined}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={64}
            error={sending.errorOf('user')}
          />
          <TextField
            name="password"
            type="password"
            label={g('accounts.password')}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            maxLength={200}
            error={sending.errorOf('password')}
          />
        </>
      )}
      <FormActions>
        <Button type="submit" variant="primary" icon="key" loading={sending.busy} full>
          {g('accounts.sign-in')}
        </Button>
        {second && (
          <Button icon="arrow-left" onClick={() => setSecond(false)} full>
            {g('accounts.back')}
          </Button>
        )}
      </FormActions>
    </Form>
  )
}

export type CodeFieldProps = { value: string; onChange: (code: string) => void; error: string | undefined }

export function CodeField({ value, onChange, error }: CodeFieldProps) {
  return (
    <TextField
      name="code"
      label={g('accounts.code')}
      hint={g('accounts.code-hint')}
      value={value}
      onChange={onChange}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      maxLength={20}
      error={error}
    />
  )
}
