// What the app's frame shows of accounts: the gate before everything, and the reminders above it.
import { lazy, Suspense, useEffect, useState } from 'react'
import { isControlling } from '../../kernel/role.ts'
import { usePhoneState } from '../../platform/browser/hooks.tsx'
import type { Unlocked } from '../../platform/browser/sync/session.ts'
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../platform/browser/ui/action/LinkButton.tsx'
import { Loading } from '../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../platform/browser/ui/feedback/Notice.tsx'
import { onArrival, useWho } from './arrival.browser.ts'
import { dayOf, g, roleName } from './words.browser.ts'

const Gate = lazy(() => import('./screens/Gate.tsx'))
const SignInDialog = lazy(() => import('./screens/SignInDialog.tsx'))

/**
 * Everything until the phone is open: who, their PIN, or the first sign-in and a new PIN. Calls `onUnlocked`
 * with the opened local copy; works without a network when a PIN was chosen before.
 */
export function SignInGate({ onUnlocked }: { onUnlocked: (unlocked: Unlocked) => void }) {
  return (
    <Suspense fallback={<Loading label={g('accounts.loading')} />}>
      <Gate onUnlocked={onUnlocked} />
    </Suspense>
  )
}

/** Locks the phone that is open when somebody signs in beside it. */
export function useArrivals(lock: () => void): void {
  useEffect(() => onArrival(lock), [lock])
}

/** In the frame's banner: the session at the server is over, or the second factor is owed. Nothing otherwise. */
export function SignInAgain() {
  const { line } = usePhoneState()
  const [open, setOpen] = useState(false)
  if (line !== 'signed-out')
    return (
      <>
        <SecondFactorReminder />
        <RoleReminder />
      </>
    )
  return (
    <aside aria-label={g('accounts.sign-in')}>
      <Notice
        tone="warn"
        title={g('accounts.again-title')}
        announce="status"
        action={
          <Button variant="primary" icon="key" onClick={() => setOpen(true)}>
            {g('accounts.sign-in')}
          </Button>
        }
      >
        {g('accounts.again-why')}
      </Notice>
      {open && (
        <Suspense fallback={null}>
          <SignInDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </aside>
  )
}

/** What is offered, and a controlling role that nobody has confirmed yet. */
function RoleReminder() {
  const who = useWho()
  const waits = who?.account?.holdings.find(({ role, vouch }) => vouch === null && isControlling(role))
  const offers = who?.offers ?? 0
  if (offers === 0 && !waits) return null
  const [said, go] =
    offers > 0
      ? ([g('accounts.offers-wait', { count: offers }), 'accounts.offers-go'] as const)
      : ([
          g('accounts.role-waits', { role: waits ? roleName(waits.role) : '' }),
          'accounts.role-waits-go',
        ] as const)
  return (
    <aside aria-label={g(go)}>
      <Notice
        tone="info"
        title={said}
        action={
          <LinkButton href="/akun" icon="person">
            {g(go)}
          </LinkButton>
        }
      />
    </aside>
  )
}

function SecondFactorReminder() {
  const factor = useWho()?.secondFactor
  if (!factor?.required || factor.on) return null
  // A far deadline (a demonstration, a long leave) need not stand over every page yet.
  const far = factor.dueAt !== null && Date.parse(factor.dueAt) > Date.now() + 60 * 86_400_000
  if (far && !factor.overdue) return null
  const day = factor.dueAt ? dayOf(factor.dueAt) : ''
  return (
    <aside aria-label={g('accounts.factor-go')}>
      <Notice
        tone={factor.overdue ? 'refused' : 'warn'}
        title={factor.overdue ? g('accounts.factor-overdue') : g('accounts.factor-soon', { day })}
        action={
          <LinkButton href="/akun" icon="lock">
            {g('accounts.factor-go')}
          </LinkButton>
        }
      >
        {factor.overdue ? g('accounts.factor-overdue-why') : g('accounts.factor-soon-why')}
      </Notice>
    </aside>
  )
}
