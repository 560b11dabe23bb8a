import './status.css'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'
import { type Status, statusIcon } from './status.ts'

export interface StatusBadgeProps {
  status: Status
  /** The word: colour and icon never stand alone. */
  label: string
}

export function StatusBadge({ status, label }: StatusBadgeProps) {
  return (
    <span className={cx('rb-status', `rb-tone-${status}`)}>
      <Icon name={statusIcon[status]} />
      <span>{label}</span>
    </span>
  )
}
