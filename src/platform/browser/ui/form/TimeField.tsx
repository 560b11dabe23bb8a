import { Field, type FieldTexts } from './Field.tsx'

export interface TimeFieldProps extends FieldTexts {
  /** '19:30', or '' when empty. */
  value: string
  onChange: (value: string) => void
  /** The village's zone: WIB, WITA or WIT. */
  zone?: string | undefined
  disabled?: boolean | undefined
  required?: boolean | undefined
}

export function TimeField({ value, onChange, zone, disabled, required, ...texts }: TimeFieldProps) {
  return (
    <Field {...texts} narrow>
      {(aria) => (
        <span className="rb-affix">
          <input
            {...aria}
            {...{ disabled, required }}
            type="time"
            className="rb-input rb-input-number"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {zone && <span>{zone}</span>}
        </span>
      )}
    </Field>
  )
}
