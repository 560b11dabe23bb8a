// The gate: known here, then the PIN; not known, then sign in and choose a PIN.
import { lazy, Suspense, useEffect, useState } from 'react'
import { call } from '../../../platform/browser/api.ts'
import {
  type Account,
  hasPin,
  knownAccounts,
  rememberAccount,
  type Unlocked,
} from '../../../platform/browser/sync/session.ts'
import { LinkButton } from '../../../platform/browser/ui/action/LinkButton.tsx'
import { Loading } from '../../../platform/browser/ui/feedback/Loading.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Icon } from '../../../platform/browser/ui/Icon.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { askWho, noteWho, takeArrival } from '../arrival.browser.ts'
import type { WhoAmI } from '../form.ts'
import { g, roleName } from '../words.browser.ts'
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
  | { at: 'pin' | 'forgotten' | 'first-pin'; account: Account }

/** How long an open phone waits for the server to say what the person holds now. */
const freshMs = 1500

/** Where somebody who has signed in goes on. */
async function stepFor(account: Account): Promise<Step> {
  return { at: (await hasPin(account.id)) ? 'pin' : 'first-pin', account }
}

async function firstStep(): Promise<Step> {
  const arriving = takeArrival()
  if (arriving) return stepFor(arriving)
  const known = knownAccounts()
  if (known.length > 1) return { at: 'who' }
  if (known[0]) return stepFor(known[0])
  const who = await askWho().catch(() => null)
  return who?.account ? stepFor(who.account) : { at: 'sign-in' }
}

/** The roles as the server knows them now, when it answers soon; else as this phone remembers them. */
async function refreshed(open: Unlocked): Promise<Unlocked> {
  const fresh = askWho()
    .then(({ account }) => {
      if (account?.id !== open.account.id) return open
      rememberAccount(account)
      return { ...open, account }
    })
    .catch(() => open)
  const late = new Promise<Unlocked>((resolve) => setTimeout(() => resolve(open), freshMs))
  return navigator.onLine ? Promise.race([fresh, late]) : open
}

export default function Gate({ onUnlocked }: { onUnlocked: (unlocked: Unlocked) => void }) {
  const [step, setStep] = useState<Step>({ at: 'looking' })
  useEffect(() => {
    let current = true
    firstStep().then(
      (next) => current && setStep(next),
      (error: unknown) => {
        console.error(error)
        if (current) setStep({ at: 'sign-in' })
      },
    )
    return () => {
      current = false
    }
  }, [])
  const enter = async (open: Unlocked) => onUnlocked(await refreshed(open))
  const signedIn = async (who: WhoAmI) => {
    noteWho(who)
    if (who.account) setStep(await stepFor(who.account))
  }
  if (step.at === 'looking') return <Loading label={g('accounts.loading')} />
  if (step.at === 'sign-in') return <SignIn onSignedIn={signedIn} />
  if (step.at === 'who')
    return (
      <WhoIsIt
        onPick={(account) => void stepFor(account).then(setStep)}
        onOther={() => setStep({ at: 'sign-in' })}
      />
    )
  const { account } = step
  if (step.at === 'first-pin')
    return <FirstPinOrSignIn account={account} onUnlocked={enter} onSignedIn={signedIn} />
  if (step.at === 'forgotten')
    return (
      <ForgottenPin account={account} onUnlocked={enter} onBack={() => setStep({ at: 'pin', account })} />
    )
  const others = knownAccounts().length > 1
  return (
    <Unlock
      account={account}
      onUnlocked={enter}
      onForgotten={() => setStep({ at: 'forgotten', account })}
      onOther={() => setStep({ at: others ? 'who' : 'sign-in' })}
    />
  )
}

/** A first PIN needs the account's own session; one that is remembered here but has neither signs in first. */
function FirstPinOrSignIn(props: {
  account: Account
  onUnlocked: (open: Unlocked) => Promise<void>
  onSignedIn: (who: WhoAmI) => Promise<void>
}) {
  const { account, onUnlocked, onSignedIn } = props
  const [own, setOwn] = useState<boolean | null>(null)
  useEffect(() => {
    askWho().then(
      (who) => setOwn(who.account?.id === account.id),
      () => setOwn(false),
    )
  }, [account.id])
  if (own === null) return <Loading label={g('accounts.loading')} />
  return own ? (
    <FirstPin account={account} onUnlocked={onUnlocked} />
  ) : (
    <SignIn user={account.user} onSignedIn={onSignedIn} />
  )
}

function SignIn({ user, onSignedIn }: { user?: string; onSignedIn: (who: WhoAmI) => Promise<void> }) {
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
          <SignInForm user={user} onSignedIn={onSignedIn} />
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

function WhoIsIt({ onPick, onOther }: { onPick: (account: Account) => void; onOther: () => void }) {
  return (
    <GateFrame title={g('accounts.choose-account')}>
      <ul className="ac-people">
        {knownAccounts().map((account) => (
          <li key={account.id}>
            <button type="button" className="ac-person" onClick={() => onPick(account)}>
              <Icon name="person" size={28} />
              <span>
                <strong>{account.name}</strong>
                <small>
                  {[account.user, ...new Set(account.holdings.map(({ role }) => roleName(role)))].join(' · ')}
                </small>
              </span>
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
