import './shell.css'
import '../overlay/overlay.css'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { Menu, type MenuItem } from '../action/Menu.tsx'
import { cx } from '../cx.ts'
import { Icon, type IconName } from '../Icon.tsx'
import { Mark } from '../Mark.tsx'
import { type NavItem, Navigation } from './Navigation.tsx'
import { Switch, type SwitchProps } from './Switch.tsx'
import { useWindowTitle } from './window-title.ts'

export interface SyncShown {
  /** online: all is sent; waiting: things are still to be sent; offline: no network; refused: something must be mended. */
  state: 'online' | 'waiting' | 'offline' | 'refused'
  /** "Tersambung", "Luring", "Mengirim" …: always with the icon. */
  label: string
  /** How many things wait to be sent, and how that is said: "3 belum terkirim". */
  unsent: number
  unsentLabel: string
  onOpen: () => void
}

export interface ShellProps {
  product: string
  homeHref: string
  place?: { name: string; detail?: string | undefined; href?: string | undefined } | undefined
  sync?: SyncShown | undefined
  navigation?: { label: string; items: readonly NavItem[]; moreLabel: string } | undefined
  /** Language and theme, shown at the head of the menu. */
  switches: readonly SwitchProps[]
  account: { label: string; name?: string | undefined; role?: string | undefined; items: readonly MenuItem[] }
  skipLabel: string
  /** Over every page: the network is gone, a new version is ready. */
  banner?: ReactNode
  children: ReactNode
}

const syncIcons: Readonly<Record<SyncShown['state'], IconName>> = {
  online: 'cloud',
  waiting: 'outbox',
  offline: 'cloud-off',
  refused: 'alert-circle',
}

/** The frame round every screen. */
export function Shell(props: ShellProps) {
  const { product, homeHref, place, sync, navigation, switches, account, skipLabel, banner, children } = props
  useWindowTitle(product, [...(navigation?.items ?? []), ...account.items])
  return (
    <div className={cx('rb-shell', navigation && 'rb-has-nav')}>
      <a className="rb-skip" href="#main" data-print="hide">
        {skipLabel}
      </a>
      <header className="rb-bar" data-print="hide">
        <div className="rb-bar-in">
          <Link href={homeHref} className="rb-brand">
            <Mark />
            <span>{product}</span>
          </Link>
          <PlaceName place={place} />
          {sync && <SyncButton {...sync} />}
          <AccountMenu account={account} switches={switches} />
        </div>
      </header>
      <div className="rb-body">
        {navigation && <Navigation {...navigation} />}
        {banner && (
          <div className="rb-banner" data-print="hide">
            {banner}
          </div>
        )}
        <main id="main" className="rb-main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  )
}

function PlaceName({ place }: Pick<ShellProps, 'place'>) {
  if (!place) return <span className="rb-place" />
  const content = (
    <>
      <strong>{place.name}</strong>
      {place.detail && <small>{place.detail}</small>}
    </>
  )
  if (!place.href) return <div className="rb-place">{content}</div>
  return (
    <Link href={place.href} className="rb-place">
      {content}
    </Link>
  )
}

function SyncButton({ state, label, unsent, unsentLabel, onOpen }: SyncShown) {
  return (
    <button type="button" className={cx('rb-bar-button rb-sync', `rb-sync-${state}`)} onClick={onOpen}>
      <Icon name={syncIcons[state]} size={22} />
      <span>{label}</span>
      {unsent > 0 && (
        <>
          <b aria-hidden="true">{unsent}</b>
          <span className="rb-hidden">{unsentLabel}</span>
        </>
      )}
    </button>
  )
}

function AccountMenu({ account, switches }: Pick<ShellProps, 'account' | 'switches'>) {
  return (
    <Menu
      triggerClass="rb-bar-button"
      trigger={
        <>
          <Icon name={account.name ? 'person' : 'settings'} size={24} />
          <span className="rb-hidden">{account.label}</span>
        </>
      }
      head={
        <>
          {account.name && (
            <div className="rb-who">
              <strong>{account.name}</strong>
              {account.role && <small>{account.role}</small>}
            </div>
          )}
          <div className="rb-prefs">
            {switches.map((each) => (
              <Switch key={each.name} {...each} />
            ))}
          </div>
        </>
      }
      items={account.items}
    />
  )
}
