import './tabs.css'
import { Link } from 'wouter'

export interface Tab {
  href: string
  label: string
  count?: number | undefined
  current: boolean
}

/** Where they do not all fit, the one that is open is seen. */
function show(link: HTMLElement | null): void {
  const row = link?.closest('nav')
  if (link && row)
    row.scrollLeft += Math.max(0, link.getBoundingClientRect().right - row.getBoundingClientRect().right)
}

/** Parts of one thing. They are links: each part has its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="rb-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              ref={tab.current ? show : null}
              aria-current={tab.current ? 'page' : undefined}
            >
              {tab.label}
              {tab.count !== undefined && <b>{tab.count}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
