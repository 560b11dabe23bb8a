import './field.css'
import type { ReactNode } from 'react'
import { cx } from '../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { FieldError, type FieldTexts } from './Field.tsx'

export interface Choice {
  value: string
  label: ReactNode
  hint?: ReactNode
  icon?: IconName | undefined
  disabled?: boolean | undefined
}

export interface ChoiceCardsProps extends FieldTexts {
  kind: 'radio' | 'checkbox'
  choices: readonly Choice[]
  chosen: readonly string[]
  onPick: (value: string, picked: boolean) => void
  /** Side by side where there is room. */
  columns?: 1 | 2 | 3
}

/** What RadioCards and CheckCards have in common. The first input carries the field's id, for ErrorSummary. */
export function ChoiceCards(props: ChoiceCardsProps) {
  const { kind, name, id = name, label, hint, error, optional, choices, chosen, onPick, columns = 1 } = props
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <fieldset aria-describedby={described || undefined}>
      <legend className="rb-legend">
        {label} {optional && <small className="rb-hint">({optional})</small>}
      </legend>
      {hint && (
        <div className="rb-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={id} error={error} />
      <div className={cx('rb-choices', columns > 1 && `rb-choices-${columns}`)}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="rb-choice">
            <input
              id={index === 0 ? id : undefined}
              type={kind}
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              checked={chosen.includes(choice.value)}
              aria-invalid={error ? true : undefined}
              onChange={(event) => onPick(choice.value, event.target.checked)}
            />
            {choice.icon && <Icon name={choice.icon} />}
            <span className="rb-choice-text">
              {choice.label}
              {choice.hint && <small>{choice.hint}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
