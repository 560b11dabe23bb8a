import './field.css'
import { Icon } from '../Icon.tsx'
import { FieldError, type FieldTexts, fieldAria } from './Field.tsx'

export interface StepperProps extends Omit<FieldTexts, 'optional'> {
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  /** What the two buttons say to a screen reader: "Kurangi laki-laki", "Tambah laki-laki". */
  less: string
  more: string
  disabled?: boolean | undefined
}

/** Counting heads in a meeting, one tap each. */
export function Stepper(props: StepperProps) {
  const { value, onChange, min = 0, max = 9999, less, more, disabled, ...texts } = props
  const { name, id = name, label, hint, error } = texts
  const set = (next: number) => onChange(Math.min(max, Math.max(min, next)))
  return (
    <div className="rb-field">
      <div className="rb-stepper-row">
        <div>
          <label className="rb-label" htmlFor={id}>
            {label}
          </label>
          {hint && (
            <div className="rb-hint" id={`${id}-hint`}>
              {hint}
            </div>
          )}
        </div>
        <span className="rb-stepper">
          <button
            type="button"
            aria-label={less}
            disabled={disabled || value <= min}
            onClick={() => set(value - 1)}
          >
            <Icon name="minus" />
          </button>
          <input
            {...fieldAria(texts)}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            disabled={disabled}
            value={value}
            onFocus={(event) => event.target.select()}
            onChange={(event) => set(Number(event.target.value.replace(/\D/g, '').slice(0, 6)))}
          />
          <button
            type="button"
            aria-label={more}
            disabled={disabled || value >= max}
            onClick={() => set(value + 1)}
          >
            <Icon name="plus" />
          </button>
        </span>
      </div>
      <FieldError id={id} error={error} />
    </div>
  )
}
