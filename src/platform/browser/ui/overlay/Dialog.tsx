import './overlay.css'
import { type FormEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { IconButton } from '../action/IconButton.tsx'
import { Held, useHeld } from '../form/held.tsx'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** The cross at the top; leave out where a button below already says no. */
  closeLabel?: string | undefined
  children?: ReactNode
  /** Buttons; the one that goes on comes last. */
  actions?: ReactNode
  /** Makes it a form, sent by its submit button or by Enter. */
  onSubmit?: (() => void) | undefined
}

/** The browser's own dialog: it keeps the focus inside and gives it back. Escape closes it. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, closeLabel, children, actions, onSubmit } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    if (open && !element.open) {
      element.showModal()
      element.querySelector('h2')?.focus()
    }
    if (!open && element.open) element.close()
  }, [open])
  // Taken off the screen while open, it would keep the focus to itself.
  useLayoutEffect(() => {
    const element = dialog.current
    return () => element?.close()
  }, [])
  const Inside = onSubmit ? 'form' : 'div'
  const { until, submit } = useHeld(() => onSubmit?.())
  return (
    <dialog
      ref={dialog}
      className="rb-dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      {open && (
        <Inside
          className="rb-dialog-in"
          noValidate={onSubmit && true}
          onSubmit={
            onSubmit &&
            ((event: FormEvent) => {
              event.preventDefault()
              submit()
            })
          }
        >
          <div className="rb-dialog-head">
            <h2 id={titleId} tabIndex={-1}>
              {title}
            </h2>
            {closeLabel && <IconButton icon="x" label={closeLabel} onClick={onClose} />}
          </div>
          {children && (
            <div className="rb-stack">
              <Held until={until}>{children}</Held>
            </div>
          )}
          {actions && <div className="rb-dialog-actions">{actions}</div>}
        </Inside>
      )}
    </dialog>
  )
}
