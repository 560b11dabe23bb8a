// Filters of a list, which stay in its address: Back, a bookmark and a link sent to somebody show the same list. What somebody
// searches by is the name of somebody: it stands in no address, which a browser keeps and shows, but in the memory of the page.
import { useSyncExternalStore } from 'react'
import { useSearchParams } from 'wouter'

type Changes = Readonly<Record<string, string>>

/** Names of filters that hold what was typed into a search. */
const unwritten: ReadonlySet<string> = new Set(['q'])

/** What was typed, by the entry of the history where it was: Back shows it again, as long as the page lives. */
const typed = new Map<string, Changes>()
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const here = (): string => String((history.state as { typed?: unknown } | null)?.typed ?? '')
const typedHere = (): Changes => typed.get(here()) ?? nothing
const nothing: Changes = {}

function keepTyped(changes: Changes): void {
  const before = typedHere()
  if (!typed.has(here())) history.replaceState({ ...history.state, typed: crypto.randomUUID() }, '')
  typed.set(here(), { ...before, ...changes })
  for (const listener of listeners) listener()
}

/** What may stand in no address and still goes with it from screen to screen, by the word that stands there instead. */
const hidden = new Map<string, string>()

/** A word to stand in an address for this; the same for the same, while the page lives. */
export function wordFor(value: string): string {
  const known = [...hidden].find(([, kept]) => kept === value)?.[0]
  if (known) return known
  const word = crypto.randomUUID().slice(0, 8)
  hidden.set(word, value)
  return word
}

/** What a word of an address stands for; nothing, where another page or another time has put it there. */
export const behindWord = (word: string): string => hidden.get(word) ?? ''

/** Whether a word stands in an address for something that is gone. */
export const isLostWord = (word: string): boolean => word !== '' && !hidden.has(word)

/** The phone was locked: nobody reads what was looked for. */
export function forgetTyped(): void {
  typed.clear()
  hidden.clear()
}

function changed(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const name of unwritten) next.delete(name)
  for (const [name, value] of Object.entries(changes)) {
    if (value === '' || unwritten.has(name)) next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** Filters that stay in the address: reading one, setting one or several, and the address' query as it would be then. */
export function useFilters() {
  const [params, setParams] = useSearchParams()
  const words = useSyncExternalStore(subscribe, typedHere)
  const get = (name: string): string => (unwritten.has(name) ? words[name] : params.get(name)) ?? ''
  const set = (changes: string | Changes, value = ''): void => {
    const all = typeof changes === 'string' ? { [changes]: value } : changes
    const found = Object.entries(all).filter(([name]) => unwritten.has(name))
    if (found.length < Object.keys(all).length)
      setParams((now) => changed(now, all), { replace: true, state: history.state })
    if (found.length > 0) keepTyped(Object.fromEntries(found))
  }
  const queryOf = (changes: Changes): string => {
    const text = changed(params, changes).toString()
    return text && `?${text}`
  }
  return [get, set, queryOf] as const
}
