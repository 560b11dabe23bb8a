import '../figures/figures.css'
import './status.css'
import { useId } from 'react'
import type { Status } from './status.ts'

export interface ProgressBarProps {
  label: string
  value: number
  max: number
  /** Said and shown beside the bar: "34 dari 60 KK". */
  text: string
  tone?: Status | undefined
}

export function ProgressBar({ label, value, max, text, tone = 'next' }: ProgressBarProps) {
  const id = useId()
  const share = max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0
  return (
    <div className={`rb-progress rb-tone-${tone}`}>
      <div className="rb-progress-texts">
        <span id={id}>{label}</span>
        <span>{text}</span>
      </div>
      <div
        className="rb-progress-track"
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(value, max)}
        aria-valuetext={text}
      >
        <div style={{ width: `${share}%` }} />
      </div>
    </div>
  )
}
