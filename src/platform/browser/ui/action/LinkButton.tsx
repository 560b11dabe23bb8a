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
  /** Leaves the app's own pages: a file, another site. */
  download?: string | boolean | undefined
  children: ReactNode
}

/** Looks like a button, goes somewhere. */
export function LinkButton({
  href,
  variant = 'quiet',
  icon,
  iconAfter,
  full,
  download,
  children,
}: LinkButtonProps) {
  const className = cx('rb-button', `rb-button-${variant}`, full && 'rb-button-full')
  const content = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  )
  if (download !== undefined && download !== false) {
    return (
      <a href={href} className={className} download={download === true ? '' : download}>
        {content}
      </a>
    )
  }
  return (
    <Link href={href} className={className}>
      {content}
    </Link>
  )
}
