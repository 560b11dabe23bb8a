// The PIN of somebody this phone knows. Works without a network; wrong ones make one wait.
import { useEffect, useState } from 'react'
import {
  type Account,
  pinWait,
  type Unlocked,
  unlockWithPin,
} from '../../../platform/browser/sync/session.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { PinPad } from '../../../platform/browser/ui/form/PinPad.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { useCountdown } from '../use-sending.browser.ts'
import { g } from '../words.browser.ts'
import { GateFrame } from './GateFrame.tsx'

export type UnlockProps = {
  account: Account
  onUnlocked: (open: Unlocked) => Promise<void> | void
  onForgotten: () => void
  onOther: () => void
}

function waitText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes > 0
    ? g('accounts.minutes', { minutes, seconds: seconds % 60 })
    : g('accounts.seconds', { seconds })
}

export function Unlock({ account, onUnlocked, onForgotten, onOther }: UnlockProps) {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState(false)
  const [wait, startWait] = useCountdown()
  useEffect(() => {
    // The tries of before the app was opened, and of another tab, count as well.
    pinWait(account.id).then(startWait, (error: unknown) => console.error(error))
  }, [account.id, startWait])
  const enter = async (pin: string) => {
    setBusy(true)
    const result = await unlockWithPin(account, pin).finally(() => setBusy(false))
    if ('unlocked' in result) return onUnlocked(result.unlocked)
    setWrong(true)
    startWait(result.waitSeconds)
  }
  const waiting = wait > 0 ? g('accounts.pin-wait', { wait: waitText(wait) }) : undefined
  return (
    <GateFrame title={g('accounts.hello', { name: account.name })} subtitle={g('accounts.unlock-intro')}>
      <Stack gap={5}>
        <PinPad
          label={g('accounts.unlock')}
          eraseLabel={g('accounts.erase')}
          busy={busy || wait > 0}
          error={waiting ?? (wrong ? g('accounts.pin-wrong') : undefined)}
          onComplete={(pin) => void enter(pin)}
        />
        <div className="ac-center">
          <Button variant="link" onClick={onForgotten}>
            {g('accounts.forgot-pin')}
          </Button>
          <Button variant="link" onClick={onOther}>
            {g('accounts.other-account')}
          </Button>
        </div>
      </Stack>
    </GateFrame>
  )
}
