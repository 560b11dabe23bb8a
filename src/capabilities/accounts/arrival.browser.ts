// What the gate and its neighbours tell each other across a reload, and what the server says of this person.
import { useSyncExternalStore } from 'react'
import { call } from '../../platform/browser/api.ts'
import type { Account } from '../../platform/browser/sync/session.ts'
import type { WhoAmI } from './form.ts'

const key = 'rembug-arriving'

/** Somebody has just signed in: the gate goes on with their PIN. Leads to the gate with a locked phone. */
export function arrive(who: WhoAmI): void {
  if (who.account) sessionStorage.setItem(key, JSON.stringify(who.account))
  location.assign('/')
}

/** Who has just signed in, once. */
export function takeArrival(): Account | null {
  try {
    const kept = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return kept ? (JSON.parse(kept) as Account) : null
  } catch {
    return null
  }
}

let who: WhoAmI | null = null
const listeners = new Set<() => void>()

export function noteWho(next: WhoAmI | null): void {
  who = next
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the server last said of the person who is signed in. */
export function useWho(): WhoAmI | null {
  return useSyncExternalStore(subscribe, () => who)
}

export async function askWho(): Promise<WhoAmI> {
  const answer = await call<WhoAmI>('GET', '/api/session')
  noteWho(answer.account ? answer : null)
  return answer
}

/** "Chrome · Android": how a device is called in the list, until its owner says better. */
export function deviceName(agent: string = navigator.userAgent): string {
  const browsers: [RegExp, string][] = [
    [/Edg\//, 'Edge'],
    [/OPR\/|Opera/, 'Opera'],
    [/SamsungBrowser/, 'Samsung Internet'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]
  const systems: [RegExp, string][] = [
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/Linux/, 'Linux'],
  ]
  const first = (table: [RegExp, string][]) => table.find(([sign]) => sign.test(agent))?.[1] ?? '?'
  return `${first(browsers)} · ${first(systems)}`
}
