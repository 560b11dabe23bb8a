import { useLayoutEffect, useRef } from 'react'
import { Field, type FieldTexts } from './Field.tsx'
import { readNumber, writeNumber } from './number-text.ts'

export interface NumberFieldProps extends FieldTexts {
  /** Plain digits ("1500000"), with a full stop for decimals ("12.5"), or '' when empty. Never a float. */
  value: string
  onChange: (value: string) => void
  /** Before the number, such as "Rp". */
  prefix?: string | undefined
  /** After the number, such as "orang". */
  suffix?: string | undefined
  /** How many digits after the comma; none by default. */
  decimals?: number
  /** Write 1.500.000 while typing (default), or leave digits alone, as for a NIK or a code. */
  grouped?: boolean
  maxDigits?: number
  disabled?: boolean | undefined
  required?: boolean | undefined
  onBlur?: (() => void) | undefined
}

export function NumberField(props: NumberFieldProps) {
  const { name, id, label, hint, error, optional, value, onChange, prefix, suffix, ...rest } = props
  const { decimals = 0, grouped = true, maxDigits = 15, disabled, required, onBlur } = rest
  const input = useRef<HTMLInputElement>(null)
  const afterCaret = useRef<number | null>(null)
  // Dots come and go while typing: the caret keeps its distance from the end.
  useLayoutEffect(() => {
    const element = input.current
    if (element && afterCaret.current !== null && document.activeElement === element) {
      const caret = Math.max(0, element.value.length - afterCaret.current)
      element.setSelectionRange(caret, caret)
    }
    afterCaret.current = null
  })
  return (
    <Field {...{ name, id, label, hint, error, optional }} narrow>
      {(aria) => (
        <span className="rb-affix">
          {prefix && <span aria-hidden="true">{prefix}</span>}
          <input
            {...aria}
            ref={input}
            type="text"
            inputMode={decimals > 0 ? 'decimal' : 'numeric'}
            autoComplete="off"
            className="rb-input rb-input-number"
            disabled={disabled}
            required={required}
            onBlur={onBlur}
            value={writeNumber(value, grouped)}
            onChange={(event) => {
              const { value: typed, selectionStart } = event.target
              afterCaret.current = typed.length - (selectionStart ?? typed.length)
              onChange(readNumber(typed, decimals, maxDigits))
            }}
          />
          {suffix && <span aria-hidden="true">{suffix}</span>}
        </span>
      )}
    </Field>
  )
}
