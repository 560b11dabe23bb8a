// The PIN of somebody this phone knows. Works without a network; wrong ones make one wait.
import { useEffect, useState } from 'react'
import { knownAccount } from '../../../platform/browser/local/known-accounts.ts'
import { pinWait, type Unlocked, unlockWithPin } from '../../../platform/browser/sync/session.ts'
import { Button } from '../../../platform/browser/ui/action/Button.tsx'
import { PinPad } from '../../../platform/browser/ui/form/PinPad.tsx'
import { Stack } from '../../../platform/browser/ui/page/Stack.tsx'
import { useCountdown } from '../use-sending.browser.ts'
import { faultsOf, g, labelOf } from '../words.browser.ts'
import { GateFrame } from './GateFrame.tsx'

export type UnlockProps = {
  id: string
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

export function Unlock({ id, onUnlocked, onForgotten, onOther }: UnlockProps) {
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string>()
  const [wait, startWait] = useCountdown()
  useEffect(() => {
    // The tries of before the app was opened, and of another tab, count as well.
    pinWait(id).then(startWait, (error: unknown) => console.error(error))
  }, [id, startWait])
  const judge = async (pin: string) => {
    const result = await unlockWithPin(id, pin)
    if ('unlocked' in result) return onUnlocked(result.unlocked)
    setFault(g('accounts.pin-wrong'))
    startWait(result.waitSeconds)
  }
  const enter = (pin: string) => {
    setBusy(true)
    judge(pin)
      // A phone so full that nothing can be written opens once there is room; all that lies on it stays.
      .catch((error: unknown) => setFault(faultsOf(error)[0]?.message))
      .finally(() => setBusy(false))
  }
  const waiting = wait > 0 ? g('accounts.pin-wait', { wait: waitText(wait) }) : undefined
  return (
    <GateFrame
      title={g('accounts.open-as', { name: labelOf(knownAccount(id)) })}
      subtitle={g('accounts.unlock-intro')}
    >
      <Stack gap={5}>
        <PinPad
          label={g('accounts.unlock')}
          eraseLabel={g('accounts.erase')}
          busy={busy || wait > 0}
          error={waiting ?? fault}
          onComplete={enter}
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
