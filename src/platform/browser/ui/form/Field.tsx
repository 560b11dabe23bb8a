import './field.css'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'

/** What every field says about itself. The id is the name unless given, so that an ErrorSummary can link to it. */
export interface FieldTexts {
  name: string
  id?: string | undefined
  label: ReactNode
  hint?: ReactNode
  /** Why it is refused; also announced, through aria-describedby. */
  error?: string | undefined
  /** The word for "may stay empty"; leave out when the field must be filled. */
  optional?: string | undefined
}

export interface FieldAria {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export function fieldAria({
  name,
  id = name,
  hint,
  error,
}: Pick<FieldTexts, 'name' | 'id' | 'hint' | 'error'>): FieldAria {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return {
    id,
    name,
    ...(described && { 'aria-describedby': described }),
    ...(error && { 'aria-invalid': true }),
  }
}

export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (!error) return null
  return (
    <p className="rb-error" id={`${id}-error`}>
      <Icon name="alert-circle" />
      <span>{error}</span>
    </p>
  )
}

export interface FieldProps extends FieldTexts {
  narrow?: boolean | undefined
  /** A line under the input that is not a hint, such as the date in words. */
  after?: ReactNode
  children: (aria: FieldAria) => ReactNode
}

/** Label, hint, input, refusal: the frame every text-like field stands in. */
export function Field({ narrow, after, children, ...texts }: FieldProps) {
  const { name, id = name, label, hint, error, optional } = texts
  return (
    <div className={cx('rb-field', narrow && 'rb-field-narrow')}>
      <label className="rb-label" htmlFor={id}>
        {label} {optional && <small>({optional})</small>}
      </label>
      {hint && (
        <div className="rb-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {children(fieldAria(texts))}
      {after}
      <FieldError id={id} error={error} />
    </div>
  )
}
