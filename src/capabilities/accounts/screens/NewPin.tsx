// The first PIN on this phone, and the new one after a forgotten one. The recovery key goes to the server.
import { useState, useSyncExternalStore } from 'react'
import { call, Offline, Problem } from '../../../platform/browser/api.ts'
import { type Account, knownAccount } from '../../../platform/browser/local/known-accounts.ts'
import { choosePin, noteSignedIn, resetPin, type Unlocked } from '../../../platform/browser/sync/session.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Cluster } from '../../../platform/browser/ui/page/Cluster.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { deviceName } from '../arrival.browser.ts'
import { e } from '../desk-words.browser.ts'
import { g, labelOf } from '../words.browser.ts'
import { ChoosePin } from './ChoosePin.tsx'
import { GateFrame } from './GateFrame.tsx'
import { SignInForm } from './SignInForm.tsx'

type Done = (open: Unlocked) => Promise<void> | void

/** Gives the recovery key to the server; false when there was no line, or no session any more. */
async function keepRecovery(recovery: string): Promise<boolean> {
  try {
    await call('PUT', '/api/device', { name: deviceName(), recovery })
    return true
  } catch (error) {
    if (error instanceof Offline || error instanceof Problem) return false
    throw error
  }
}

export function FirstPin({ account, onUnlocked }: { account: Account; onUnlocked: Done }) {
  const [busy, setBusy] = useState(false)
  const [unkept, setUnkept] = useState<{ unlocked: Unlocked; recovery: string } | null>(null)
  const keep = async (made: { unlocked: Unlocked; recovery: string }) => {
    setBusy(true)
    const kept = await keepRecovery(made.recovery).finally(() => setBusy(false))
    if (kept) return onUnlocked(made.unlocked)
    setUnkept(made)
  }
  const choose = async (pin: string) => {
    setBusy(true)
    await keep(await choosePin(account, pin))
  }
  return (
    <GateFrame title={g('accounts.choose-pin')} subtitle={g('accounts.choose-pin-intro')}>
      {unkept ? (
        <Notice
          tone="warn"
          announce="alert"
          title={g('accounts.recovery-not-kept')}
          action={
            <Cluster>
              <Button variant="primary" icon="refresh" loading={busy} onClick={() => void keep(unkept)}>
                {g('accounts.try-again')}
              </Button>
              <Button onClick={() => void onUnlocked(unkept.unlocked)}>{g('accounts.go-on-without')}</Button>
            </Cluster>
          }
        >
          {g('accounts.recovery-not-kept-why')}
        </Notice>
      ) : (
        <ChoosePin busy={busy} onChosen={(pin) => void choose(pin)} />
      )}
    </GateFrame>
  )
}

function listen(tell: () => void): () => void {
  addEventListener('online', tell)
  addEventListener('offline', tell)
  return () => {
    removeEventListener('online', tell)
    removeEventListener('offline', tell)
  }
}
/** A locked phone knows no more of its line than the browser says. */
const useLine = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)

export function ForgottenPin(props: { id: string; onUnlocked: Done; onBack: () => void }) {
  const { id, onUnlocked, onBack } = props
  const [recovery, setRecovery] = useState<string | null>(null)
  const [fault, setFault] = useState<{ title: string; why: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const line = useLine()
  const noKey = () => setFault({ title: g('accounts.no-key'), why: g('accounts.no-key-why') })
  const fetchKey = async () => {
    try {
      setRecovery((await call<{ recovery: string }>('GET', '/api/device/recovery')).recovery)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.status === 404) return noKey()
      setFault({ title: e('accounts.sign-in-again'), why: error.message })
    }
  }
  const choose = async (pin: string) => {
    setBusy(true)
    const open = await resetPin(id, recovery ?? '', pin).finally(() => setBusy(false))
    if (open) return onUnlocked(open)
    setRecovery(null)
    noKey()
  }
  return (
    <GateFrame title={g('accounts.new-pin')} subtitle={g('accounts.new-pin-intro')}>
      <Stack gap={5}>
        {fault && (
          <Notice tone="refused" announce="alert" title={fault.title}>
            {fault.why}
          </Notice>
        )}
        {recovery === null && !line && (
          <Notice tone="offline" announce="status" title={g('accounts.new-pin-offline')}>
            {g('accounts.new-pin-offline-why')}
          </Notice>
        )}
        {recovery === null ? (
          <SignInForm
            onSignedIn={(who) => {
              if (who.account?.id === id) {
                noteSignedIn(who.account, who.half)
                return fetchKey()
              }
              setFault({ title: g('accounts.other-person', { name: labelOf(knownAccount(id)) }), why: '' })
            }}
          />
        ) : (
          <ChoosePin busy={busy} onChosen={(pin) => void choose(pin)} />
        )}
        <Button variant="link" icon="arrow-left" onClick={onBack}>
          {g('accounts.back')}
        </Button>
      </Stack>
    </GateFrame>
  )
}
