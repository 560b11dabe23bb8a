import type { ComponentProps } from 'react'
import { Icon } from '../Icon.tsx'
import { Field, type FieldTexts } from './Field.tsx'

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean
  /** Options of one group stand together under its name. */
  group?: string
}

export interface SelectFieldProps
  extends FieldTexts,
    Pick<ComponentProps<'select'>, 'disabled' | 'onBlur' | 'required'> {
  value: string
  onChange: (value: string) => void
  options: readonly SelectOption[]
  /** The first, empty line ("Pilih satu"); leave out when something is always chosen. */
  emptyLabel?: string | undefined
  narrow?: boolean | undefined
}

const optionOf = ({ value, label, disabled }: SelectOption) => (
  <option key={value} value={value} disabled={disabled}>
    {label}
  </option>
)

export function SelectField(props: SelectFieldProps) {
  const { name, id, label, hint, error, optional, narrow, value, onChange, options, emptyLabel, ...native } =
    props
  return (
    <Field {...{ name, id, label, hint, error, optional, narrow }}>
      {(aria) => (
        <span className="rb-select">
          <select
            {...native}
            {...aria}
            className="rb-input"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
            {[...Map.groupBy(options, ({ group }) => group)].map(([group, some]) =>
              group === undefined ? (
                some.map(optionOf)
              ) : (
                <optgroup key={group} label={group}>
                  {some.map(optionOf)}
                </optgroup>
              ),
            )}
          </select>
          <Icon name="chevron-down" />
        </span>
      )}
    </Field>
  )
}
