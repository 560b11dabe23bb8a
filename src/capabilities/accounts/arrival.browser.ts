// What the gate and its neighbours tell each other, and what the server says of this person.
import { useSyncExternalStore } from 'react'
import { navigate } from 'wouter/use-browser-location'
import { call } from '../../platform/browser/api.ts'
import type { Account } from '../../platform/browser/local/known-accounts.ts'
import { noteSignedIn, type Unlocked } from '../../platform/browser/sync/session.ts'
import type { SignedIn, WhoAmI } from './form.ts'

let arriving: Account | Unlocked | null = null
const arrivals = new Set<() => void>()

/** Told when somebody arrives: a phone that is open locks, so that nobody works in another's copy. */
export function onArrival(lock: () => void): () => void {
  arrivals.add(lock)
  return () => arrivals.delete(lock)
}

/** Leads to the gate, which goes on with the PIN of whoever arrives, or with the copy that they have opened already. */
function goOn(as: Account | Unlocked | null): void {
  arriving = as
  for (const lock of arrivals) lock()
  navigate('/')
}

/** Somebody has just signed in. Kept in memory alone: a page that is loaded anew asks them to sign in again. */
export function arrive({ account, half }: SignedIn): void {
  if (!account) return
  goOn(account)
  noteSignedIn(account, half)
}

/** Somebody who was signed in may do more from now on. */
export const arriveAgain = (as: Account | Unlocked | null): void => goOn(as)

/** Who has just arrived, once. */
export function takeArrival(): Account | Unlocked | null {
  const who = arriving
  arriving = null
  return who
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
