import type { ComponentProps } from 'react'
import { Field, type FieldTexts } from './Field.tsx'

export interface TextAreaProps
  extends FieldTexts,
    Pick<ComponentProps<'textarea'>, 'disabled' | 'maxLength' | 'onBlur' | 'readOnly' | 'required' | 'rows'> {
  value: string
  onChange: (value: string) => void
}

export function TextArea({
  name,
  id,
  label,
  hint,
  error,
  optional,
  value,
  onChange,
  ...native
}: TextAreaProps) {
  return (
    <Field {...{ name, id, label, hint, error, optional }}>
      {(aria) => (
        <textarea
          rows={4}
          {...native}
          {...aria}
          className="rb-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
