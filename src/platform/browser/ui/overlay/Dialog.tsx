import './overlay.css'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '../action/IconButton.tsx'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: string
  /** The cross at the top; leave out where a button below already says no. */
  closeLabel?: string | undefined
  children?: ReactNode
  /** Buttons; the one that goes on comes last. */
  actions?: ReactNode
}

/** The browser's own dialog: it keeps the focus inside and gives it back. Escape closes it. */
export function Dialog({ open, onClose, title, closeLabel, children, actions }: DialogProps) {
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
        <div className="rb-dialog-in">
          <div className="rb-dialog-head">
            <h2 id={titleId} tabIndex={-1}>
              {title}
            </h2>
            {closeLabel && <IconButton icon="x" label={closeLabel} onClick={onClose} />}
          </div>
          {children && <div className="rb-stack">{children}</div>}
          {actions && <div className="rb-dialog-actions">{actions}</div>}
        </div>
      )}
    </dialog>
  )
}
