import './button.css'
import type { ComponentProps } from 'react'
import { Icon, type IconName } from '../Icon.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'children'> {
  icon: IconName
  /** Said to screen readers and shown on hover. */
  label: string
}

/** Only where a word cannot stand; 44 px all the same. */
export function IconButton({ icon, label, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button {...rest} type={type} className="rb-icon-button" aria-label={label} title={label}>
      <Icon name={icon} />
    </button>
  )
}
