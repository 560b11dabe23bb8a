import '../figures/figures.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'

export interface PersonLineProps {
  name: string
  /** "Ketua RT 04 / RW 02 · perempuan". No pictures: many villagers have none, and none is needed. */
  detail?: string | undefined
  href?: string | undefined
  badges?: ReactNode
  actions?: ReactNode
}

export function PersonLine({ name, detail, href, badges, actions }: PersonLineProps) {
  return (
    <div className="rb-person">
      <div className="rb-person-text">
        <span className="rb-person-name">{href ? <Link href={href}>{name}</Link> : name}</span>
        {detail && <span className="rb-person-detail">{detail}</span>}
      </div>
      {badges}
      {actions}
    </div>
  )
}
