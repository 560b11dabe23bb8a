// How screens read the phone: its state, the rows of a place, and giving commands.
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import type { PlaceView } from './local/view.ts'
import type { Standing } from './record-state.ts'
import type { Phone, PhoneState } from './sync/phone.ts'

const PhoneContext = createContext<Phone | null>(null)
export const PhoneProvider = PhoneContext.Provider

/** The open phone. Only inside a signed-in, unlocked session. */
export function usePhone(): Phone {
  const phone = useContext(PhoneContext)
  if (!phone) throw new Error('this screen needs an unlocked phone')
  return phone
}

export function usePhoneState(): PhoneState {
  const phone = usePhone()
  return useSyncExternalStore(phone.subscribe, phone.state)
}

/** How far the copy of a place is, for `whyMissing` and `whyNotWhole`. */
export function useStanding(place: string): Standing {
  const { pins, line, syncing, triedAt, unreached } = usePhoneState()
  const pin = pins.find((each) => each.place === place)
  return { pin, line, syncing, triedAt, unreached: unreached.includes(place) }
}

const ViewContext = createContext<PlaceView | null>(null)

/** The local copy of the place that the screen is about; every change of it draws the screen anew. */
export function usePlaceView(): PlaceView {
  const view = useContext(ViewContext)
  if (!view) throw new Error('this screen is not about a place')
  useSyncExternalStore(view.subscribe, view.version)
  return view
}

/** The place that the screen is about, if it is about one. */
export const usePlaceCode = (): string | null => useContext(ViewContext)?.place ?? null

/** Opens the local copy of a place for the screens below; shows `loading` until it is read. */
export function PlaceScope(props: { place: string; loading: React.ReactNode; children: React.ReactNode }) {
  const phone = usePhone()
  const [view, setView] = useState<PlaceView | null>(null)
  useEffect(() => {
    let current = true
    setView(null)
    phone.view(props.place).then(
      (opened) => current && setView(opened),
      (error: unknown) => console.error(error),
    )
    return () => {
      current = false
    }
  }, [phone, props.place])
  if (!view || view.place !== props.place) return props.loading
  return <ViewContext.Provider value={view}>{props.children}</ViewContext.Provider>
}

export function useRow<T>(collection: string, id: string | undefined): T | undefined {
  const view = usePlaceView()
  return id ? view.get<T>(collection, id) : undefined
}

export function useRows<T>(collection: string): readonly T[] {
  return usePlaceView().all<T>(collection)
}

/** Whether the browser thinks there is a line; the phone's own state knows better once it tried. */
export function useOnline(): boolean {
  return usePhoneState().line !== 'offline'
}
