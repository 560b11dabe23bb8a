import './page.css'
import { type ReactNode, useId } from 'react'
import { cx } from '../cx.ts'

export interface SectionProps {
  title?: string | undefined
  subtitle?: ReactNode
  actions?: ReactNode
  /** card: on its own sheet; plain: straight on the page. */
  tone?: 'card' | 'plain'
  level?: 2 | 3
  id?: string | undefined
  children: ReactNode
}

export function Section({ title, subtitle, actions, tone = 'card', level = 2, id, children }: SectionProps) {
  const headingId = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section
      id={id}
      className={cx('rb-section', tone === 'card' && 'rb-section-card')}
      aria-labelledby={title ? headingId : undefined}
    >
      {(title || actions) && (
        <div className="rb-section-head">
          <div className="rb-section-title">
            {title && <Heading id={headingId}>{title}</Heading>}
            {subtitle && <p>{subtitle}</p>}
          </div>
          {actions}
        </div>
      )}
      {children}
    </section>
  )
}
