import '../figures/figures.css'
import '../action/button.css'
import { useEffect, useState } from 'react'
import { Icon } from '../Icon.tsx'

export interface MaskedNumberProps {
  /** With its middle hidden: "347104••••••0003". */
  masked: string
  /** Fetches the whole number. Looking is written down, so it is asked for each time. */
  onReveal: () => string | Promise<string>
  showLabel: string
  hideLabel: string
  /** Hides itself again after so many seconds. */
  seconds?: number
}

export function MaskedNumber({ masked, onReveal, showLabel, hideLabel, seconds = 30 }: MaskedNumberProps) {
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(null), seconds * 1000)
    return () => clearTimeout(timer)
  }, [shown, seconds])
  const press = async () => setShown(shown === null ? await onReveal() : null)
  return (
    <span className="rb-masked">
      <code aria-live="polite">{shown ?? masked}</code>
      <button type="button" className="rb-button rb-button-link" onClick={() => void press()}>
        <Icon name={shown === null ? 'eye' : 'eye-off'} />
        {shown === null ? showLabel : hideLabel}
      </button>
    </span>
  )
}
