import './field.css'
import type { ReactNode } from 'react'
import { Held, useHeld } from './held.tsx'

export interface FormProps {
  onSubmit: () => void
  /** Names the form for screen readers when a page has more than one. */
  label?: string | undefined
  children: ReactNode
}

/** Fields one under another. The browser's own bubbles stay away: refusals are shown by us, all at once. */
export function Form({ onSubmit, label, children }: FormProps) {
  const { until, submit } = useHeld(onSubmit)
  return (
    <form
      className="rb-form"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Held until={until}>{children}</Held>
    </form>
  )
}

/** Two or three short fields beside each other where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="rb-form-row">{children}</div>
}

/** The buttons under a form; full width on a phone. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="rb-form-actions">{children}</div>
}
