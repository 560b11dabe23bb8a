import './notice.css'
import './status.css'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'

export interface Reason {
  /** The sentence, already in the reader's language. */
  text: string
  /** What would satisfy it. */
  link?: { href: string; label: string } | undefined
}

export interface RefusalListProps {
  title: string
  reasons: readonly Reason[]
  /** blocked: not yet, and why; refused: sent and turned down. */
  tone?: 'blocked' | 'refused'
  announce?: boolean
}

/** Every reason at once, why something cannot be done. Shows nothing when there is none. */
export function RefusalList({ title, reasons, tone = 'blocked', announce }: RefusalListProps) {
  if (reasons.length === 0) return null
  return (
    <div className={cx('rb-notice', `rb-tone-${tone}`)} role={announce ? 'alert' : undefined}>
      <Icon name={tone === 'blocked' ? 'lock' : 'alert-circle'} />
      <div className="rb-notice-body">
        <p className="rb-notice-title">{title}</p>
        <ul className="rb-reasons">
          {reasons.map(({ text, link }) => (
            <li key={text}>
              <Icon name="x-circle" />
              <span>
                {text} {link && <Link href={link.href}>{link.label}</Link>}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
