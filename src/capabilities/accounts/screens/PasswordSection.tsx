// Changing my own password.
import { useState } from 'react'
import { call } from '../../../platform/browser/api.ts'
import { say } from '../../../platform/browser/language.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { useAnnounce } from '../../../platform/browser/ui/feedback/Announcer.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { d } from '../desk-words.browser.ts'
import { whyNotPassword } from '../password.ts'
import { accountsTexts } from '../texts.ts'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'

export function PasswordSection({ onChanged }: { onChanged: () => void }) {
  const announce = useAnnounce()
  const sending = useSending()
  const [open, setOpen] = useState(false)
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const send = () => {
    const faults = whyNotPassword(password)
    if (faults.length > 0)
      return sending.refuse(faults.map((each) => ({ field: 'password', message: say(each, accountsTexts) })))
    sending.run(async () => {
      await call('POST', '/api/password', { current, password })
      setCurrent('')
      setPassword('')
      setOpen(false)
      announce(d('accounts.password-changed'))
      onChanged()
    })
  }
  return (
    <Section title={g('accounts.password')}>
      {open ? (
        <Form onSubmit={send} label={d('accounts.change-password')}>
          <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
          <TextField
            name="current"
            type="password"
            label={d('accounts.current-password')}
            value={current}
            onChange={setCurrent}
            autoComplete="current-password"
            maxLength={200}
            error={sending.errorOf('current')}
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
            <Button onClick={() => setOpen(false)}>{g('accounts.cancel')}</Button>
            <Button type="submit" variant="primary" loading={sending.busy}>
              {d('accounts.change-password')}
            </Button>
          </FormActions>
        </Form>
      ) : (
        <Button icon="key" onClick={() => setOpen(true)}>
          {d('accounts.change-password')}
        </Button>
      )}
    </Section>
  )
}
