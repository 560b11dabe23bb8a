import './shell.css'

export interface SwitchProps {
  name: string
  label: string
  options: readonly { value: string; label: string }[]
  value: string
  onChange: (value: string) => void
}

/** A few short words side by side, one of them on: language, light or dark. */
export function Switch({ name, label, options, value, onChange }: SwitchProps) {
  return (
    <fieldset className="rb-switch">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
