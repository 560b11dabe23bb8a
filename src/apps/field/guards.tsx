// What stands around a screen: it locks when left alone, it keeps its place on the phone, and one broken
// screen does not take the others with it.
import { Component, createContext, type ReactNode, useContext, useEffect } from 'react'
import { usePhone, usePhoneState } from '../../platform/browser/hooks.tsx'
import { placeName } from '../../platform/browser/place-names.ts'
import { NotOpened } from './NotOpened.tsx'

/** Minutes after which a phone left alone locks itself. */
const lockAfter = 15

const Lock = createContext<() => void>(() => undefined)
export const useLock = () => useContext(Lock)

export function AutoLock({ onLock, children }: { onLock: () => void; children: ReactNode }) {
  useEffect(() => {
    let last = Date.now()
    const touch = () => {
      last = Date.now()
    }
    const check = () => {
      if (Date.now() - last > lockAfter * 60_000) onLock()
    }
    const timer = setInterval(check, 20_000)
    const events = ['pointerdown', 'keydown', 'scroll'] as const
    for (const event of events) addEventListener(event, touch, { passive: true })
    document.addEventListener('visibilitychange', check)
    return () => {
      clearInterval(timer)
      for (const event of events) removeEventListener(event, touch)
      document.removeEventListener('visibilitychange', check)
    }
  }, [onLock])
  return <Lock value={onLock}>{children}</Lock>
}

/** A place that is opened is kept on the phone from then on. */
export function PinnedPlace({ place, children }: { place: string; children: ReactNode }) {
  const phone = usePhone()
  const { pins } = usePhoneState()
  const pinned = pins.some((pin) => pin.place === place)
  const known = pins.length > 0 || phone.state().version > 0
  useEffect(() => {
    if (pinned || !known) return
    void placeName(place).then((name) => phone.pin(place, name?.title ?? place))
  }, [phone, place, pinned, known])
  return children
}

type Bounds = { children: ReactNode; back: string; again: () => void }

export class ScreenBoundary extends Component<Bounds, { broken: { error: unknown } | null }> {
  override state = { broken: null as { error: unknown } | null }
  static getDerivedStateFromError(error: unknown) {
    return { broken: { error } }
  }
  override componentDidCatch(error: unknown): void {
    console.error(error)
  }
  override render() {
    const { broken } = this.state
    if (!broken) return this.props.children
    return <NotOpened error={broken.error} back={this.props.back} again={this.props.again} />
  }
}
