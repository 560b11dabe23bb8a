import './page.css'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { Icon } from '../Icon.tsx'

export interface Crumb {
  label: string
  href?: string | undefined
}

export interface PageProps {
  title: string
  subtitle?: ReactNode
  /** The way one level up, on a phone the only one. */
  back?: { href: string; label: string } | undefined
  crumbs?: { label: string; items: readonly Crumb[] } | undefined
  /** A StatusBadge of the thing this page is about. */
  badge?: ReactNode
  /** Buttons and links of the page as a whole. */
  actions?: ReactNode
  width?: 'narrow' | 'normal' | 'wide'
  children: ReactNode
}

/** The room of a screen that is still on its way: nothing stands at the very edge, and nothing is called a title yet. */
export function ComingPage({ children }: Pick<PageProps, 'children'>) {
  return <div className="rb-page">{children}</div>
}

let firstPage = true

/** One screen: where are we, what is it, what can be done. Moves the focus to its title when it replaces another. */
export function Page(props: PageProps) {
  const { title, subtitle, back, crumbs, badge, actions, width = 'normal', children } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true })
    firstPage = false
  }, [])
  return (
    <div className={cx('rb-page', width !== 'normal' && `rb-page-${width}`)}>
      <header className="rb-page-head">
        {crumbs && <Crumbs {...crumbs} />}
        {back && (
          <Link href={back.href} className="rb-back">
            <Icon name="arrow-left" />
            {back.label}
          </Link>
        )}
        <div className="rb-page-titles">
          <div className="rb-page-title">
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {badge}
            {subtitle && <p>{subtitle}</p>}
          </div>
          {actions && <div className="rb-page-actions">{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  )
}

function Crumbs({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav aria-label={label}>
      <ol className="rb-crumbs">
        {items.map((item) => (
          <li key={item.href ?? item.label}>
            {item.href ? (
              <Link href={item.href}>{item.label}</Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
