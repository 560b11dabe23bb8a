import './button.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'
import type { ButtonVariant } from './Button.tsx'

export interface LinkButtonProps {
  href: string
  variant?: ButtonVariant
  icon?: IconName | undefined
  iconAfter?: IconName | undefined
  full?: boolean | undefined
  children: ReactNode
}

/** Looks like a button, goes somewhere. */
export function LinkButton({ href, variant = 'quiet', icon, iconAfter, full, children }: LinkButtonProps) {
  return (
    <Link href={href} className={cx('rb-button', `rb-button-${variant}`, full && 'rb-button-full')}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </Link>
  )
}
