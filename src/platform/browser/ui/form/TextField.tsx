import type { ComponentProps } from 'react'
import { Field, type FieldTexts } from './Field.tsx'

type Native = Pick<
  ComponentProps<'input'>,
  | 'autoComplete'
  | 'autoCapitalize'
  | 'disabled'
  | 'inputMode'
  | 'list'
  | 'maxLength'
  | 'onBlur'
  | 'readOnly'
  | 'required'
  | 'spellCheck'
>

export interface TextFieldProps extends FieldTexts, Native {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'tel' | 'email' | 'password' | 'url'
  narrow?: boolean | undefined
}

export function TextField(props: TextFieldProps) {
  const { name, id, label, hint, error, optional, narrow, value, onChange, type = 'text', ...native } = props
  return (
    <Field {...{ name, id, label, hint, error, optional, narrow }}>
      {(aria) => (
        <input
          {...native}
          {...aria}
          type={type}
          className="rb-input"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
