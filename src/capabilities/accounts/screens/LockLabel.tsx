// What this phone calls somebody before their PIN is typed: anybody who holds it can read that, so it is for them to choose.
import { useState } from 'react'
import { useGiving } from '../../../platform/browser/forms/use-giving.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { knownAccount, labelAccount, labelMost } from '../../../platform/browser/local/known-accounts.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { TextField } from '../../../platform/browser/ui/form/TextField.tsx'
import { Section } from '../../../platform/browser/ui/page/Section.tsx'
import { d } from '../desk-words.browser.ts'
import { labelOf } from '../words.browser.ts'

export function LockLabel() {
  const { account } = usePhone().open
  const { give } = useGiving()
  const usual = knownAccount(account.id)
  const [label, setLabel] = useState(usual?.label ?? '')
  const keep = () => give(async () => labelAccount(account, label), { saved: d('accounts.lock-label-kept') })
  return (
    <Section title={d('accounts.lock-label-title')} subtitle={d('accounts.lock-label-why')}>
      <Form onSubmit={() => void keep()}>
        <TextField
          name="label"
          label={d('accounts.lock-label')}
          hint={d('accounts.lock-label-hint', {
            name: labelOf(usual && { ...usual, role: account.holdings[0]?.role ?? null, label: '' }),
          })}
          value={label}
          onChange={setLabel}
          maxLength={labelMost}
          autoComplete="off"
        />
        <FormActions>
          <Button type="submit">{d('accounts.lock-label-keep')}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
