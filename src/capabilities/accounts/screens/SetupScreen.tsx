// /siap#token: the first administrator, once. The token stays behind the #, which no server log sees.
import { useEffect, useState } from 'react'
import { call } from '../../../platform/browser/api.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../../platform/browser/ui/feedback/EmptyState.tsx'
import { arrive } from '../arrival.browser.ts'
import type { SignedIn } from '../form.ts'
import { g } from '../words.browser.ts'
import { GateFrame } from './GateFrame.tsx'
import { NewAccountForm } from './NewAccountForm.tsx'

export default function SetupScreen() {
  const [token] = useState(() => location.hash.slice(1))
  const [open, setOpen] = useState(true)
  useEffect(() => {
    call<{ open: boolean }>('GET', '/api/setup').then(
      (answer) => setOpen(answer.open),
      () => undefined,
    )
  }, [])
  if (!open || token === '')
    return (
      <GateFrame title={g('accounts.setup-title')}>
        <EmptyState
          icon="key"
          level={2}
          title={open ? g('accounts.setup-no-link') : g('accounts.setup-done')}
          actions={
            <LinkButton href="/" variant="primary">
              {g('accounts.sign-in')}
            </LinkButton>
          }
        >
          {open ? g('accounts.not-set-up') : g('accounts.setup-done-why')}
        </EmptyState>
      </GateFrame>
    )
  return (
    <GateFrame title={g('accounts.setup-title')} subtitle={g('accounts.setup-intro')}>
      <NewAccountForm
        action={g('accounts.make-account')}
        onSubmit={async (account) =>
          arrive(await call<SignedIn>('POST', '/api/setup', { token, ...account }))
        }
      />
    </GateFrame>
  )
}
