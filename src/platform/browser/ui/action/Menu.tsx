import '../overlay/overlay.css'
import './button.css'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { cx } from '../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'

export interface MenuItem {
  label: string
  icon?: IconName | undefined
  /** Goes somewhere, or does something. */
  href?: string | undefined
  onSelect?: (() => void) | undefined
  danger?: boolean | undefined
  current?: boolean | undefined
}

export interface MenuProps {
  /** What opens it: text, or an icon with a hidden word. */
  trigger: ReactNode
  triggerClass?: string
  items: readonly MenuItem[]
  /** Above the items, such as the person's name. */
  head?: ReactNode
  up?: boolean
  align?: 'start' | 'end'
}

/** A <details> that closes by itself: on Escape, on a press elsewhere, when the focus leaves. */
export function Menu({ trigger, triggerClass, items, head, up, align = 'end' }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  const close = () => {
    if (details.current) details.current.open = false
  }
  useEffect(() => {
    const away = (event: Event) => {
      if (details.current?.open && !details.current.contains(event.target as Node))
        details.current.open = false
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !details.current?.open) return
      details.current.open = false
      details.current.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', away)
    document.addEventListener('focusin', away)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', away)
      document.removeEventListener('focusin', away)
      document.removeEventListener('keydown', onKey)
    }
  }, [])
  return (
    <details
      ref={details}
      className={cx('rb-menu', up && 'rb-menu-up', align === 'start' && 'rb-menu-start')}
    >
      <summary className={triggerClass ?? 'rb-button rb-button-quiet'}>{trigger}</summary>
      <div className="rb-menu-sheet">
        {head}
        <ul>
          {items.map((item) => (
            <li key={item.label}>
              <MenuEntry item={item} close={close} />
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function MenuEntry({ item, close }: { item: MenuItem; close: () => void }) {
  const { label, icon, href, onSelect, danger, current } = item
  const className = cx('rb-menu-item', danger && 'rb-menu-danger')
  const content = (
    <>
      {icon && <Icon name={icon} />}
      <span>{label}</span>
    </>
  )
  const choose = () => {
    close()
    onSelect?.()
  }
  if (href) {
    return (
      <Link href={href} className={className} aria-current={current ? 'page' : undefined} onClick={choose}>
        {content}
      </Link>
    )
  }
  return (
    <button type="button" className={className} aria-current={current || undefined} onClick={choose}>
      {content}
    </button>
  )
}
