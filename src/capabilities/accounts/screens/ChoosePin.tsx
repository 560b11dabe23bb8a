// A new PIN, entered twice.
import { useState } from 'react'
import { PinPad } from '../../../platform/browser/ui/form/PinPad.tsx'
import { isWeakPin } from '../pin.ts'
import { g } from '../words.browser.ts'

export function ChoosePin({ busy, onChosen }: { busy: boolean; onChosen: (pin: string) => void }) {
  const [first, setFirst] = useState<string | null>(null)
  const [error, setError] = useState<string | undefined>()
  const begin = (pin: string) => {
    const weak = isWeakPin(pin)
    setError(weak ? g('accounts.pin-weak') : undefined)
    setFirst(weak ? null : pin)
  }
  const repeat = (pin: string) => {
    if (pin === first) return onChosen(pin)
    setError(g('accounts.pin-differs'))
    setFirst(null)
  }
  return (
    <PinPad
      key={first === null ? 'first' : 'again'}
      label={first === null ? g('accounts.choose-pin') : g('accounts.pin-again')}
      eraseLabel={g('accounts.erase')}
      busy={busy}
      error={error}
      onComplete={first === null ? begin : repeat}
    />
  )
}
