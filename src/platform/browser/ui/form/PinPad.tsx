import './pin-pad.css'
import './field.css'
import { useState } from 'react'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'
import { FieldError } from './Field.tsx'

export interface PinPadProps {
  label: string
  length?: number
  /** Called once all digits are in; the pad empties itself. */
  onComplete: (pin: string) => void
  eraseLabel: string
  /** Why the last one was refused. */
  error?: string | undefined
  /** While the copy is being unlocked. */
  busy?: boolean
}

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '', '0']

/** Unlocks a shared phone. The field is real, so a keyboard works too; it never calls up the phone's own. */
export function PinPad({ label, length = 6, onComplete, eraseLabel, error, busy }: PinPadProps) {
  const [pin, setPin] = useState('')
  const enter = (typed: string) => {
    const digits = typed.replace(/\D/g, '').slice(0, length)
    if (busy) return
    if (digits.length < length) return setPin(digits)
    setPin('')
    onComplete(digits)
  }
  return (
    <div className={cx('rb-pin', error && pin === '' && 'rb-pin-wrong')}>
      <label className="rb-pin-label" htmlFor="pin">
        {label}
      </label>
      <div className="rb-pin-dots">
        {Array.from({ length }, (_, index) => (
          <span key={index} aria-hidden="true" className={index < pin.length ? 'rb-on' : ''} />
        ))}
        <input
          id="pin"
          type="password"
          inputMode="none"
          autoComplete="off"
          aria-describedby={error ? 'pin-error' : undefined}
          aria-invalid={error ? true : undefined}
          value={pin}
          onChange={(event) => enter(event.target.value)}
        />
      </div>
      <div role="alert">
        <FieldError id="pin" error={pin === '' ? error : undefined} />
      </div>
      <div className="rb-pin-keys">
        {keys.map((digit) =>
          digit === '' ? (
            <span key="gap" />
          ) : (
            <button key={digit} type="button" disabled={busy} onClick={() => enter(pin + digit)}>
              {digit}
            </button>
          ),
        )}
        <button
          type="button"
          aria-label={eraseLabel}
          disabled={busy}
          onClick={() => setPin(pin.slice(0, -1))}
        >
          <Icon name="backspace" size={28} />
        </button>
      </div>
    </div>
  )
}
