// A question with one line to write: a reason, a note. Asked once before something is final.
import { useState } from 'react'
import { TextArea } from '../../../platform/browser/ui/form/TextArea.tsx'
import { ConfirmDialog } from '../../../platform/browser/ui/overlay/ConfirmDialog.tsx'
import { t } from './words.tsx'

type Props = {
  open: boolean
  title: string
  label: string
  confirmLabel: string
  /** A reason must be given; a note may stay empty. */
  required?: boolean
  danger?: boolean
  onConfirm: (text: string) => void
  onCancel: () => void
  children?: React.ReactNode
}

export function AskDialog({
  open,
  title,
  label,
  confirmLabel,
  required,
  danger,
  onConfirm,
  onCancel,
  children,
}: Props) {
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const confirm = () => {
    // One line: the reason stands in a list, and is printed in one.
    const line = text.trim().replace(/\s+/g, ' ')
    setMissing(required === true && line === '')
    if (required && line === '') return
    setText('')
    onConfirm(line)
  }
  return (
    <ConfirmDialog
      open={open}
      title={title}
      danger={danger ?? false}
      confirmLabel={confirmLabel}
      cancelLabel={t('meetings.stop')}
      onConfirm={confirm}
      onCancel={onCancel}
    >
      {children}
      <TextArea
        name="ask"
        label={label}
        optional={required ? undefined : t('meetings.optional')}
        value={text}
        onChange={setText}
        error={missing ? t('meetings.fill-in') : undefined}
        rows={2}
        maxLength={300}
      />
    </ConfirmDialog>
  )
}
