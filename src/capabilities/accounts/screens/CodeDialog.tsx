// A reset code: made on this device, shown once, and only after the server has its digest.
import { useState } from 'react'
import { newId } from '../../../kernel/id.ts'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { giveStraight } from '../../../platform/browser/sync/straight.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { CheckField } from '../../../platform/browser/ui/form/CheckField.tsx'
import { ErrorSummary } from '../../../platform/browser/ui/form/ErrorSummary.tsx'
import { Form, FormActions } from '../../../platform/browser/ui/form/Form.tsx'
import { Dialog } from '../../../platform/browser/ui/overlay/Dialog.tsx'
import { QrCode } from '../../../platform/browser/ui/print/QrCode.tsx'
import { type Colleague, makeResetCode } from '../account.ts'
import { codeDigest, newCode, resetLength, showCode } from '../code.ts'
import { d } from '../desk-words.browser.ts'
import { useSending } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'

export function CodeDialog({ person, onClose }: { person: Colleague; onClose: (changed: boolean) => void }) {
  const phone = usePhone()
  const sending = useSending()
  const [clears, setClears] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const send = () =>
    sending.run(async () => {
      const fresh = newCode(resetLength)
      const input = {
        id: newId(),
        account: person.account,
        codeHash: await codeDigest(fresh),
        clearsSecondFactor: clears,
      }
      // Straight, not by the outbox: a code that the server does not know yet would be handed over in vain.
      await giveStraight(phone, makeResetCode, person.place, input)
      setCode(fresh)
    })
  const address = `${location.origin}/sandi`
  return (
    <Dialog
      open
      onClose={() => onClose(false)}
      title={d('accounts.hand-code-title', { name: person.name })}
      closeLabel={g('accounts.close')}
    >
      <p>{d('accounts.hand-code-why')}</p>
      {code ? (
        <div className="ac-center" role="status">
          <p>{d('accounts.code-shown', { address })}</p>
          <p className="ac-code">{showCode(code)}</p>
          <QrCode value={`${address}#${code}`} label={showCode(code)} size={192} />
        </div>
      ) : (
        <Form onSubmit={send} label={d('accounts.make-code')}>
          <ErrorSummary title={g('accounts.mend-first')} faults={sending.faults} attempt={sending.attempt} />
          {person.secondFactor && (
            <CheckField
              name="clears"
              label={d('accounts.clear-factor')}
              checked={clears}
              onChange={setClears}
            />
          )}
          <FormActions>
            <Button onClick={() => onClose(false)}>{g('accounts.cancel')}</Button>
            <Button type="submit" variant="primary" icon="key" loading={sending.busy}>
              {d('accounts.make-code')}
            </Button>
          </FormActions>
        </Form>
      )}
    </Dialog>
  )
}
