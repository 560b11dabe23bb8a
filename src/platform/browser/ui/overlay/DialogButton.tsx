import { type ReactNode, useState } from 'react'
import { Button, type ButtonProps } from '../action/Button.tsx'

export type DialogButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** The dialog, while it is asked for; `close` takes it away. */
  dialog: (close: () => void) => ReactNode
}

/** A button that asks something before it does something. */
export function DialogButton({ dialog, ...button }: DialogButtonProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)} />
      {open && dialog(() => setOpen(false))}
    </>
  )
}
