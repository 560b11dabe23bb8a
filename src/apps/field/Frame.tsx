// The frame around every screen: where am I, is everything sent, where can I go.
import { useEffect, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { SignInAgain } from '../../capabilities/accounts/door.browser.tsx'
import { paperLineOf } from '../../kernel/head.ts'
import { fill } from '../../kernel/text.ts'
import { minutesBehind, onClock } from '../../platform/browser/clock.ts'
import { usePhone, usePhoneState } from '../../platform/browser/hooks.tsx'
import { language } from '../../platform/browser/language.ts'
import { useRoles } from '../../platform/browser/place-context.tsx'
import { usePlaceName } from '../../platform/browser/place-names.ts'
import { usePreferences } from '../../platform/browser/preferences.ts'
import { toldOfMissed } from '../../platform/browser/sync/kept-heads.ts'
import { f } from '../../platform/browser/texts.ts'
import { Button } from '../../platform/browser/ui/action/Button.tsx'
import { LinkButton } from '../../platform/browser/ui/action/LinkButton.tsx'
import { EmptyState } from '../../platform/browser/ui/feedback/EmptyState.tsx'
import { Notice } from '../../platform/browser/ui/feedback/Notice.tsx'
import type { IconName } from '../../platform/browser/ui/Icon.tsx'
import type { NavItem } from '../../platform/browser/ui/page/Navigation.tsx'
import { Page } from '../../platform/browser/ui/page/Page.tsx'
import { Shell, type SyncShown } from '../../platform/browser/ui/page/Shell.tsx'
import { manifests } from './capabilities.ts'
import { useLock } from './guards.tsx'
import { NewVersion } from './NewVersion.tsx'

const tabs = manifests.flatMap((manifest) => manifest.tabs ?? []).sort((a, b) => a.order - b.order)

function useSyncShown(): SyncShown {
  const { line, sending, entries, waitingFiles } = usePhoneState()
  const [, go] = useLocation()
  const refused = entries.filter((entry) => entry.status === 'refused').length
  const unsent = entries.filter((entry) => entry.status !== 'sent').length + waitingFiles
  const onOpen = () => go('/kotak-keluar')
  const shown = (state: SyncShown['state'], label: string): SyncShown => ({
    state,
    label,
    unsent,
    unsentLabel: f('frame.unsent', { count: unsent }),
    onOpen,
  })
  if (refused > 0) return shown('refused', f('frame.refused'))
  if (sending && line === 'online') return { ...shown('waiting', f('frame.sending', sending)), unsent: 0 }
  if (line === 'offline') return shown('offline', f('frame.offline'))
  if (line === 'signed-out') return shown('offline', f('frame.signed-out'))
  return unsent > 0 ? shown('waiting', f('frame.waiting')) : shown('online', f('frame.online'))
}

function PlaceNavigation(place: string | undefined, roles: readonly string[]): NavItem[] {
  if (!place) return []
  const home: NavItem = { href: `/d/${place}`, label: f('frame.home'), icon: 'home' }
  const rest = tabs
    .filter((tab) => tab.roles.some((role) => roles.includes(role)))
    .map(
      (tab): NavItem => ({
        href: `/d/${place}/${tab.path}`,
        label: fill(tab.label, language()),
        icon: tab.icon as IconName,
        also: tab.also?.map((path) => `/d/${place}/${path}`),
      }),
    )
  return [home, ...rest]
}

function spanText(minutes: number): string {
  const [days, hours] = [Math.round(minutes / 1440), Math.round(minutes / 60)]
  if (minutes >= 2880) return f('frame.days', { count: days })
  return minutes >= 120 ? f('frame.hours', { count: hours }) : f('frame.minutes', { count: minutes })
}

function ClockNotice() {
  const behind = useSyncExternalStore(onClock, minutesBehind)
  if (behind === 0) return null
  const by = spanText(Math.abs(behind))
  return <Notice tone="warn">{f(behind > 0 ? 'frame.clock-behind' : 'frame.clock-ahead', { by })}</Notice>
}

/** The log was changed behind the house, or an older backup put in its place: said calmly, with whom to tell. */
function MissedNotice({ place }: { place: string | undefined }) {
  const phone = usePhone()
  const { missed, pins } = usePhoneState()
  const told = (code: string) => void toldOfMissed(phone.open, code).then(() => phone.refresh())
  return missed
    .filter((each) => !place || each.place === place)
    .map((each) => (
      <Notice
        key={each.place}
        tone="warn"
        action={<Button onClick={() => told(each.place)}>{f('frame.missed-told')}</Button>}
      >
        {f('frame.missed', {
          place: pins.find((pin) => pin.place === each.place)?.name ?? each.place,
          line: paperLineOf(each),
        })}
      </Notice>
    ))
}

export function Frame({ place, children }: { place?: string | undefined; children: React.ReactNode }) {
  const phone = usePhone()
  const { partMissing, unreached, pins } = usePhoneState()
  const lock = useLock()
  const sync = useSyncShown()
  const switches = usePreferences()
  const roles = useRoles(place ?? 'ID')
  const name = usePlaceName(place ?? 'ID')
  const items = PlaceNavigation(place, roles)
  const lost = unreached.filter((code) => !place || code === place)
  const lostNames = lost.map((code) => pins.find((pin) => pin.place === code)?.name ?? code)
  const [path] = useLocation()
  // A new page is read from its top, whatever was scrolled before; the address is all that matters here.
  useEffect(() => {
    void scrollTo(0, 0)
  }, [path])
  return (
    <Shell
      product={f('frame.product')}
      homeHref="/"
      place={place ? { name: name.title, detail: name.line, href: `/d/${place}` } : undefined}
      sync={sync}
      navigation={
        items.length > 0 ? { label: f('frame.menu'), items, moreLabel: f('frame.more') } : undefined
      }
      switches={switches}
      account={{
        label: f('frame.account'),
        name: phone.open.account.name,
        items: [
          { label: f('frame.my-villages'), icon: 'house', href: '/' },
          { label: f('frame.outbox'), icon: 'outbox', href: '/kotak-keluar' },
          { label: f('frame.my-account'), icon: 'person', href: '/akun' },
          { label: f('frame.lock'), icon: 'lock', onSelect: lock },
        ],
      }}
      skipLabel={f('frame.skip')}
      banner={
        <>
          <NewVersion />
          <SignInAgain />
          {lost.length > 0 && (
            <Notice tone="warn">{f('frame.unreached', { places: lostNames.join(', ') })}</Notice>
          )}
          <ClockNotice />
          <MissedNotice place={place} />
          {partMissing && <Notice tone="warn">{f('frame.part-missing')}</Notice>}
        </>
      }
    >
      {children}
    </Shell>
  )
}

export function NotFound() {
  return (
    <Page title={f('frame.not-found')}>
      <EmptyState
        icon="search"
        actions={
          <LinkButton href="/" variant="primary">
            {f('frame.back-home')}
          </LinkButton>
        }
      >
        {f('frame.not-found-why')}
      </EmptyState>
    </Page>
  )
}
