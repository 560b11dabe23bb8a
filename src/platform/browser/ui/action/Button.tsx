import './button.css'
import type { ComponentProps } from 'react'
import { cx } from '../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'

export type ButtonVariant = 'primary' | 'quiet' | 'danger' | 'link'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** One primary button per screen; quiet for the rest; danger for what cannot be undone. */
  variant?: ButtonVariant
  icon?: IconName | undefined
  iconAfter?: IconName | undefined
  /** Busy: keeps its width and its focus, and a second press does nothing. */
  loading?: boolean | undefined
  full?: boolean | undefined
}

export function Button(props: ButtonProps) {
  const {
    variant = 'quiet',
    icon,
    iconAfter,
    loading,
    full,
    children,
    onClick,
    type = 'button',
    ...rest
  } = props
  return (
    <button
      {...rest}
      type={type}
      className={cx('rb-button', `rb-button-${variant}`, full && 'rb-button-full')}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={(event) => {
        if (loading) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {loading ? <span className="rb-spinner" /> : icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </button>
  )
}
