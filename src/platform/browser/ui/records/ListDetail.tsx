import '../page/tabs.css'
import '../page/page.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'

export interface ListItem {
  id: string
  href: string
  title: string
  detail?: string | undefined
  /** A StatusBadge. */
  badge?: ReactNode
}

export interface ListDetailProps {
  label: string
  items: readonly ListItem[]
  /** The id of the one that is open; its address says so. */
  openId?: string | undefined
  /** What stands beside the list, or over it on a phone. */
  detail?: ReactNode
  /** Back to the list, on a phone. */
  back: { href: string; label: string }
  /** Search and filters, above the list. */
  tools?: ReactNode
  /** Beside the list on a desk while nothing is open. */
  placeholder?: ReactNode
}

/** Desk: list and detail side by side. Phone: one, then the other. */
export function ListDetail({ label, items, openId, detail, back, tools, placeholder }: ListDetailProps) {
  return (
    <div className={cx('rb-list-detail', openId !== undefined && 'rb-ld-open')}>
      <nav className="rb-ld-side rb-stack rb-gap-3" aria-label={label}>
        {tools}
        <ul className="rb-ld-list">
          {items.map((item) => (
            <li key={item.id}>
              <Link
                href={item.href}
                className="rb-ld-item"
                aria-current={item.id === openId ? 'true' : undefined}
              >
                <strong>{item.title}</strong>
                {item.detail && <small>{item.detail}</small>}
                {item.badge}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {openId === undefined ? (
        <div className="rb-ld-placeholder">{placeholder}</div>
      ) : (
        <div className="rb-stack">
          <Link href={back.href} className="rb-back rb-ld-back">
            <Icon name="arrow-left" />
            {back.label}
          </Link>
          {detail}
        </div>
      )}
    </div>
  )
}
