import '../figures/figures.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

export interface Fact {
  label: string
  value: ReactNode
  note?: ReactNode
  href?: string | undefined
}

/** Plain facts about one thing: label above, value below. */
export function FactGrid({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="rb-facts">
      {facts.map(({ label, value, note, href }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {href ? <Link href={href}>{value}</Link> : value}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
