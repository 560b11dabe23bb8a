import './field.css'
import { IconButton } from '../action/IconButton.tsx'
import { Icon } from '../Icon.tsx'

export interface SearchFieldProps {
  name: string
  label: string
  /** Shows the label above; otherwise it is only said and stands in the field as a placeholder. */
  labelShown?: boolean
  value: string
  onChange: (value: string) => void
  onSubmit?: (() => void) | undefined
  clearLabel: string
}

export function SearchField({
  name,
  label,
  labelShown,
  value,
  onChange,
  onSubmit,
  clearLabel,
}: SearchFieldProps) {
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit?.()
        }}
      >
        <label className={labelShown ? 'rb-label' : 'rb-hidden'} htmlFor={name}>
          {label}
        </label>
        <div className="rb-search">
          <Icon name="search" />
          <input
            id={name}
            name={name}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            className="rb-input"
            placeholder={labelShown ? undefined : label}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          {value && <IconButton icon="x" label={clearLabel} onClick={() => onChange('')} />}
        </div>
      </form>
    </search>
  )
}
