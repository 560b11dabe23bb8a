import { Link, useLocation } from 'wouter'
import { Menu } from '../action/Menu.tsx'
import { Icon, type IconName } from '../Icon.tsx'

export interface NavItem {
  href: string
  label: string
  icon: IconName
  /** Other addresses that are its own: what stands there is reached from it. */
  also?: readonly string[] | undefined
  /** How many things wait there, and how that is said. */
  count?: { value: number; label: string } | undefined
}

export interface NavigationProps {
  label: string
  items: readonly NavItem[]
  /** "Lainnya": what opens the rest on a phone, where five fit. */
  moreLabel: string
}

/** The item whose address is the longest beginning of where we are. */
export function currentHref(
  items: readonly { href: string; also?: readonly string[] | undefined }[],
  location: string,
): string | undefined {
  return items
    .flatMap(({ href, also = [] }) => [href, ...also].map((address) => ({ href, address })))
    .filter(
      ({ address }) =>
        location === address || location.startsWith(address.endsWith('/') ? address : `${address}/`),
    )
    .sort((a, b) => b.address.length - a.address.length)[0]?.href
}

/** Tabs at the foot of a phone, a rail at the side of a desk. */
export function Navigation({ label, items, moreLabel }: NavigationProps) {
  const [location] = useLocation()
  const here = currentHref(items, location)
  const fits = items.length <= 5 ? items.length : 4
  const rest = items.slice(fits)
  return (
    <nav className="rb-nav" aria-label={label} data-print="hide">
      <ul>
        {items.map((item, index) => (
          <li key={item.href} className={index >= fits ? 'rb-wide' : undefined}>
            <Link
              href={item.href}
              className="rb-nav-link"
              aria-current={item.href === here ? 'page' : undefined}
            >
              <Icon name={item.icon} />
              <span>{item.label}</span>
              {item.count && item.count.value > 0 && (
                <span className="rb-count">
                  {item.count.value}
                  <span className="rb-hidden"> {item.count.label}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="rb-phone">
            <Menu
              up
              triggerClass="rb-nav-link"
              trigger={
                <>
                  <Icon name="menu" />
                  <span>{moreLabel}</span>
                </>
              }
              items={rest.map((item) => ({ ...item, current: item.href === here }))}
            />
          </li>
        )}
      </ul>
    </nav>
  )
}
