// The second factor: prove, scan, confirm, keep the paper.
import { useState } from 'react'
import { call } from '../../../platform/browser/api.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { QrCode } from '../../../platform/browser/ui/print/QrCode.tsx'
import type { Mine } from '../account.ts'
import { askWho, useWho } from '../arrival.browser.ts'
import { d } from '../desk-words.browser.ts'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'
import { CodeField } from './SignInForm.tsx'

type Wish = 'enrol' | 'codes' | 'drop'
type Step =
  | { at: 'rest' }
  | { at: 'prove'; wish: Wish }
  | { at: 'scan'; secret: string; uri: string }
  | { at: 'paper'; codes: readonly string[] }

export function SecondFactorSection({ mine, onChanged }: { mine: Mine; onChanged: () => void }) {
  const [step, setStep] = useState<Step>({ at: 'rest' })
  // The paper is shown once the factor is on, before the account is read again.
  const on = mine.secondFactorSince !== null || step.at === 'paper'
  const required = useWho()?.secondFactor?.required ?? false
  const settle = () => {
    setStep({ at: 'rest' })
    onChanged()
  }
  return (
    <Section
      title={d('accounts.factor')}
      subtitle={d('accounts.factor-why')}
      actions={<State on={on} required={required} />}
    >
      {step.at === 'rest' && (
        <Wishes on={on} required={required} onWish={(wish) => setStep({ at: 'prove', wish })} />
      )}
      {step.at === 'prove' && (
        <Prove
          on={on}
          wish={step.wish}
          onNext={setStep}
          onDropped={settle}
          onCancel={() => setStep({ at: 'rest' })}
        />
      )}
      {step.at === 'scan' && (
        <Scan secret={step.secret} uri={step.uri} onCodes={(codes) => setStep({ at: 'paper', codes })} />
      )}
      {step.at === 'paper' && <Paper codes={step.codes} onKept={settle} />}
    </Section>
  )
}

function State({ on, required }: { on: boolean; required: boolean }) {
  if (on) return <StatusBadge status="done" label={d('accounts.factor-on')} />
  if (required) return <StatusBadge status="late" label={d('accounts.factor-needed')} />
  return <StatusBadge status="later" label={d('accounts.factor-off')} />
}

function Wishes({ on, required, onWish }: { on: boolean; required: boolean; onWish: (wish: Wish) => void }) {
  return (
    <Cluster>
      <Button variant={on || !required ? 'quiet' : 'primary'} icon="lock" onClick={() => onWish('enrol')}>
        {on ? d('accounts.factor-replace') : d('accounts.factor-start')}
      </Button>
      {on && (
        <Button icon="file" onClick={() => onWish('codes')}>
          {d('accounts.factor-new-codes')}
        </Button>
      )}
      {on && !required && (
        <Button variant="danger" icon="x" onClick={() => onWish('drop')}>
          {d('accounts.factor-drop')}
        </Button>
      )}
    </Cluster>
  )
}

type ProveProps = {
  on: boolean
  wish: Wish
  onNext: (step: Step) => void
  onDropped: () => void
  onCancel: () => void
}

function Prove({ on, wish, onNext, onDropped, onCancel }: ProveProps) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const sending = useSending()
  const send = () =>
    sending.run(async () => {
      const proof = { password, ...(on ? { code } : {}) }
      if (wish === 'enrol')
        return onNext({
          at: 'scan',
          ...(await call<{ secret: string; uri: string }>('POST', '/api/second-factor', proof)),
        })
      if (wish === 'codes') {
        const made = await call<{ recoveryCodes: string[] }>(
          'POST',
          '/api/second-factor/recovery-codes',
          proof,
        )
        return onNext({ at: 'paper', codes: made.recoveryCodes })
      }
      await call('DELETE', '/api/second-factor', proof)
      await askWho()
      onDropped()
    })
  return (
    <Form onSubmit={send} label={d('accounts.factor-prove')}>
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      <TextField
        name="password"
        id="proof-password"
        type="password"
        label={g('accounts.password')}
        hint={d('accounts.factor-prove')}
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
        maxLength={200}
        error={sending.errorOf('password')}
      />
      {on && <CodeField value={code} onChange={setCode} error={sending.errorOf('code')} />}
      <FormActions>
        <Button onClick={onCancel}>{g('accounts.cancel')}</Button>
        <Button type="submit" variant="primary" loading={sending.busy}>
          {g('accounts.go-on')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Scan({ secret, uri, onCodes }: { secret: string; uri: string; onCodes: (codes: string[]) => void }) {
  const [code, setCode] = useState('')
  const sending = useSending()
  const send = () =>
    sending.run(async () => {
      const confirmed = await call<{ recoveryCodes: string[] }>('POST', '/api/second-factor/confirm', {
        code,
      })
      await askWho()
      onCodes(confirmed.recoveryCodes)
    })
  return (
    <Form onSubmit={send} label={d('accounts.factor-scan')}>
      <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
      <div className="ac-center">
        <QrCode
          value={uri}
          label={d('accounts.factor-scan')}
          caption={d('accounts.factor-scan')}
          size={224}
        />
        <p>{d('accounts.factor-scan-why')}</p>
        <p className="ac-code">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      </div>
      <TextField
        name="code"
        label={d('accounts.factor-first')}
        value={code}
        onChange={setCode}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={10}
        narrow
        error={sending.errorOf('code')}
      />
      <FormActions>
        <Button type="submit" variant="primary" loading={sending.busy}>
          {d('accounts.factor-confirm')}
        </Button>
      </FormActions>
    </Form>
  )
}

function Paper({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <>
      <Notice tone="warn" title={d('accounts.codes-title')} announce="status">
        {d('accounts.codes-why')}
      </Notice>
      <ul className="ac-codes">
        {codes.map((code) => (
          <li key={code} className="ac-code">
            {code}
          </li>
        ))}
      </ul>
      <Cluster>
        <Button icon="printer" onClick={() => print()}>
          {d('accounts.print')}
        </Button>
        <Button variant="primary" icon="check" onClick={onKept}>
          {d('accounts.codes-kept')}
        </Button>
      </Cluster>
    </>
  )
}
