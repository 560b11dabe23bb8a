import './figures.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'

export interface KeyFigure {
  label: string
  /** Already written out: "1.204", "Rp150.000.000". */
  value: string
  unit?: string | undefined
  /** A StatusBadge or a short sentence. */
  note?: ReactNode
  /** Down to the records it was counted from; on a dashboard, always. */
  href?: string | undefined
}

export function KeyFigures({ label, figures }: { label: string; figures: readonly KeyFigure[] }) {
  return (
    <ul className="rb-figures" aria-label={label}>
      {figures.map((figure) => (
        <li key={figure.label} className={cx('rb-figure', figure.value.length > 11 && 'rb-figure-long')}>
          <span className="rb-figure-label">
            {figure.href ? (
              <Link href={figure.href}>
                {figure.label} <Icon name="chevron-right" />
              </Link>
            ) : (
              figure.label
            )}
          </span>
          <span className="rb-figure-value">
            {figure.value} {figure.unit && <small>{figure.unit}</small>}
          </span>
          {figure.note && <span className="rb-figure-note">{figure.note}</span>}
        </li>
      ))}
    </ul>
  )
}
