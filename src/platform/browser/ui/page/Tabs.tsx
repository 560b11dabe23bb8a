import './tabs.css'
import { Link } from 'wouter'

export interface Tab {
  href: string
  label: string
  count?: number | undefined
  current: boolean
}

/** Parts of one thing. They are links: each part has its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="rb-tabs" aria-label={label}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link href={tab.href} aria-current={tab.current ? 'page' : undefined}>
              {tab.label}
              {tab.count !== undefined && <b>{tab.count}</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
