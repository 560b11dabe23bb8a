// The gate: known here, then the PIN; not known, then sign in and choose a PIN.
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { call } from '../../../platform/browser/api.ts'
import { type Account, knownAccounts } from '../../../platform/browser/local/known-accounts.ts'
import { hasPin, keepAccount, noteSignedIn, type Unlocked } from '../../../platform/browser/sync/session.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Icon } from '../../../platform/browser/ui/Icon.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { askWho, noteWho, takeArrival } from '../arrival.browser.ts'
import type { SignedIn } from '../form.ts'
import { g, labelOf } from '../words.browser.ts'
import { GateFrame } from './GateFrame.tsx'
import { Unlock } from './Unlock.tsx'

// A phone that knows its person asks for the PIN and needs none of these.
const SignInForm = lazy(() => import('./SignInForm.tsx').then((form) => ({ default: form.SignInForm })))
const FirstPin = lazy(() => import('./NewPin.tsx').then((pin) => ({ default: pin.FirstPin })))
const ForgottenPin = lazy(() => import('./NewPin.tsx').then((pin) => ({ default: pin.ForgottenPin })))

type Step =
  | { at: 'looking' }
  | { at: 'sign-in' }
  | { at: 'who' }
  | { at: 'pin' | 'forgotten'; id: string }
  | { at: 'first-pin'; account: Account }
  | { at: 'open'; open: Unlocked }

/** How long an open phone waits for the server to say what the person holds now. */
const freshMs = 1500

/** Where somebody goes on whom this phone knows; `account`: they signed in just now. A first PIN seals the half of a session that was just opened. */
async function stepFor(id: string, account?: Account): Promise<Step> {
  if (await hasPin(id)) return { at: 'pin', id }
  return account ? { at: 'first-pin', account } : { at: 'sign-in' }
}

async function firstStep(): Promise<Step> {
  const arriving = takeArrival()
  if (arriving) return 'key' in arriving ? { at: 'open', open: arriving } : stepFor(arriving.id, arriving)
  const [known, ...others] = knownAccounts()
  if (others.length > 0) return { at: 'who' }
  return known ? stepFor(known.id) : { at: 'sign-in' }
}

/** The roles as the server knows them now, when it answers soon; else as this phone remembers them. */
async function refreshed(open: Unlocked): Promise<Unlocked> {
  const fresh = askWho()
    .then(async ({ account }) => {
      if (account?.id !== open.account.id) return open
      await keepAccount(open, account)
      return { ...open, account }
    })
    .catch(() => open)
  const late = new Promise<Unlocked>((resolve) => setTimeout(() => resolve(open), freshMs))
  return navigator.onLine ? Promise.race([fresh, late]) : open
}

export default function Gate({ onUnlocked }: { onUnlocked: (unlocked: Unlocked) => void }) {
  const [step, setStep] = useState<Step>({ at: 'looking' })
  const enter = useCallback(async (open: Unlocked) => onUnlocked(await refreshed(open)), [onUnlocked])
  useEffect(() => {
    let current = true
    firstStep().then(
      (next) => {
        if (!current) return
        if (next.at === 'open') return enter(next.open)
        setStep(next)
      },
      (error: unknown) => {
        console.error(error)
        if (current) setStep({ at: 'sign-in' })
      },
    )
    return () => {
      current = false
    }
  }, [enter])
  const signedIn = async (who: SignedIn) => {
    noteWho(who)
    if (!who.account) return
    noteSignedIn(who.account, who.half)
    setStep(await stepFor(who.account.id, who.account))
  }
  if (step.at === 'looking' || step.at === 'open') return <Loading label={g('accounts.loading')} />
  if (step.at === 'sign-in') return <SignIn onSignedIn={signedIn} />
  if (step.at === 'who')
    return (
      <WhoIsIt onPick={(id) => void stepFor(id).then(setStep)} onOther={() => setStep({ at: 'sign-in' })} />
    )
  if (step.at === 'first-pin')
    return (
      <Suspense fallback={<Loading label={g('accounts.loading')} />}>
        <FirstPin account={step.account} onUnlocked={enter} />
      </Suspense>
    )
  const { id } = step
  if (step.at === 'forgotten')
    return <ForgottenPin id={id} onUnlocked={enter} onBack={() => setStep({ at: 'pin', id })} />
  const others = knownAccounts().length > 1
  return (
    <Unlock
      id={id}
      onUnlocked={enter}
      onForgotten={() => setStep({ at: 'forgotten', id })}
      onOther={() => setStep({ at: others ? 'who' : 'sign-in' })}
    />
  )
}

function SignIn({ onSignedIn }: { onSignedIn: (who: SignedIn) => Promise<void> }) {
  const [unset, setUnset] = useState(false)
  useEffect(() => {
    call<{ open: boolean }>('GET', '/api/setup').then(
      (answer) => setUnset(answer.open),
      () => undefined,
    )
  }, [])
  return (
    <GateFrame title={g('accounts.sign-in')} subtitle={g('accounts.sign-in-intro')}>
      <Stack gap={5}>
        {!navigator.onLine && <Notice tone="offline">{g('accounts.sign-in-offline')}</Notice>}
        {unset && <Notice tone="info">{g('accounts.not-set-up')}</Notice>}
        <Suspense fallback={<Loading label={g('accounts.loading')} />}>
          <SignInForm onSignedIn={onSignedIn} />
        </Suspense>
        <p>{g('accounts.no-account')}</p>
        <div className="ac-center">
          <LinkButton href="/undangan" icon="people" full>
            {g('accounts.have-invitation')}
          </LinkButton>
          <LinkButton href="/sandi" variant="link">
            {g('accounts.forgot-password')}
          </LinkButton>
        </div>
      </Stack>
    </GateFrame>
  )
}

function WhoIsIt({ onPick, onOther }: { onPick: (id: string) => void; onOther: () => void }) {
  return (
    <GateFrame title={g('accounts.choose-account')} subtitle={g('accounts.choose-account-intro')}>
      <ul className="ac-people">
        {knownAccounts().map((known) => (
          <li key={known.id}>
            <button type="button" className="ac-person" onClick={() => onPick(known.id)}>
              <Icon name="person" size={28} />
              <strong>{labelOf(known)}</strong>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="ac-person" onClick={onOther}>
            <Icon name="plus" size={28} />
            <span>{g('accounts.other-account')}</span>
          </button>
        </li>
      </ul>
    </GateFrame>
  )
}
