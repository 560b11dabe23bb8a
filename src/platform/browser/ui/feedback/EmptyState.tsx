import './notice.css'
import type { ReactNode } from 'react'
import { Icon, type IconName } from '../Icon.tsx'

export interface EmptyStateProps {
  icon?: IconName
  /** Left out where the page's own title says it. */
  title?: string
  /** What to do first, in a sentence. */
  children?: ReactNode
  /** Or in a few steps. */
  steps?: readonly string[] | undefined
  actions?: ReactNode
  level?: 2 | 3
}

export function EmptyState({ icon = 'file', title, children, steps, actions, level = 3 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="rb-empty">
      <span className="rb-empty-mark">
        <Icon name={icon} />
      </span>
      {title && <Heading>{title}</Heading>}
      {children && <p>{children}</p>}
      {steps && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {actions && <div className="rb-empty-actions">{actions}</div>}
    </div>
  )
}
