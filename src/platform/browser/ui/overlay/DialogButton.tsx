import { type ReactNode, useState } from 'react'
import { Button, type ButtonProps } from '../action/Button.tsx'

export type DialogButtonProps = Omit<ButtonProps, 'onClick'> & {
  /** It is asked for at once: whoever came here came for it. */
  begun?: boolean
  /** The dialog, while it is asked for; `close` takes it away. */
  dialog: (close: () => void) => ReactNode
}

/** A button that asks something before it does something. */
export function DialogButton({ dialog, begun = false, ...button }: DialogButtonProps) {
  const [open, setOpen] = useState(begun)
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)} />
      {open && dialog(() => setOpen(false))}
    </>
  )
}
