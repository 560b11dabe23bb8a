import './fold.css'
import type { ReactNode } from 'react'
import { Icon } from '../Icon.tsx'

export interface FoldProps {
  title: string
  /** Beside the title, seen while it is folded: a badge. */
  badge?: ReactNode
  /** card: on its own sheet; plain: a line within a section. */
  tone?: 'card' | 'plain'
  /** How it stands at first; what a person opened stays open. */
  open?: boolean
  /** Told when a person opens it: what is costly is made then. */
  onOpen?: (() => void) | undefined
  children: ReactNode
}

/** Part of a long screen that is opened by whoever wants it: what is done, and what comes later. */
export function Fold({ title, badge, tone = 'card', open = false, onOpen, children }: FoldProps) {
  return (
    <details
      className={tone === 'card' ? 'rb-fold rb-section-card' : 'rb-fold'}
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open && onOpen?.()}
    >
      <summary>
        <h3>{title}</h3>
        {badge}
        <Icon name="chevron-right" />
      </summary>
      <div className="rb-fold-body">{children}</div>
    </details>
  )
}
