import { lastDay, oldestDay } from '../../../../kernel/day.ts'
import { Field, type FieldTexts } from './Field.tsx'

export interface DateFieldProps extends FieldTexts {
  /** '2026-03-17', or '' when empty. */
  value: string
  onChange: (value: string) => void
  min?: string | undefined
  max?: string | undefined
  /** The chosen day in words ("Selasa, 17 Maret 2026"), so that day and month are never taken for each other. */
  inWords?: string | undefined
  disabled?: boolean | undefined
  required?: boolean | undefined
  onBlur?: (() => void) | undefined
}

export function DateField({
  value,
  onChange,
  inWords,
  min = oldestDay,
  max = lastDay,
  disabled,
  required,
  onBlur,
  ...texts
}: DateFieldProps) {
  return (
    <Field {...texts} narrow after={inWords && <div className="rb-hint">{inWords}</div>}>
      {(aria) => (
        <input
          {...aria}
          {...{ min, max, disabled, required, onBlur }}
          type="date"
          className="rb-input rb-input-number"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
