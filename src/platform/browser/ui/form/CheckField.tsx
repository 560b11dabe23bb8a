import './field.css'
import { FieldError, type FieldTexts, fieldAria } from './Field.tsx'

export interface CheckFieldProps extends Omit<FieldTexts, 'optional'> {
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
}

export function CheckField({ checked, onChange, disabled, ...texts }: CheckFieldProps) {
  const { name, id = name, label, hint, error } = texts
  return (
    <div className="rb-field">
      <label className="rb-check" htmlFor={id}>
        <input
          {...fieldAria(texts)}
          type="checkbox"
          checked={checked}
          disabled={disabled}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>
          {label}
          {hint && (
            <span className="rb-hint" id={`${id}-hint`}>
              <br />
              {hint}
            </span>
          )}
        </span>
      </label>
      <FieldError id={id} error={error} />
    </div>
  )
}
