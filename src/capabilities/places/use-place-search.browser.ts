import { useEffect, useState } from 'react'
import { covers } from '../../kernel/place-code.ts'
import { ask, Offline } from '../../platform/browser/api.ts'
import { recentPlaces } from './recent.browser.ts'
import { type FoundPlace, longestSearch, type RegionLevel } from './region.ts'

export type SearchState = {
  places: readonly FoundPlace[]
  /** idle: nothing typed, `places` are the recent ones; offline: `places` are the recent ones that fit. */
  status: 'idle' | 'searching' | 'found' | 'offline' | 'failed'
}

type Scope = { level?: RegionLevel | undefined; below?: string | undefined }
const pauseMillis = 180

/** Recent places that fit what was typed, for a phone without a network. */
function fromRecent(text: string, { level, below }: Scope): FoundPlace[] {
  const typed = text.trim().toLowerCase()
  return recentPlaces().filter(
    (place) =>
      (!level || place.level === level) &&
      (!below || covers(below, place.code)) &&
      (place.title.toLowerCase().includes(typed) || place.code.startsWith(typed)),
  )
}

/** Asks the server while a person types; an older answer never overwrites a newer one. */
export function usePlaceSearch(text: string, scope: Scope): SearchState {
  const { level, below } = scope
  const query = text.trim().slice(0, longestSearch)
  const [state, setState] = useState<SearchState>({ places: fromRecent('', scope), status: 'idle' })
  useEffect(() => {
    if (query === '') return setState({ places: fromRecent('', { level, below }), status: 'idle' })
    const stop = new AbortController()
    const search = async () => {
      setState((before) => ({ ...before, status: 'searching' }))
      try {
        const input = { q: query, level, below, limit: 10 }
        const { places } = await ask<{ places: FoundPlace[] }>('places.search', input, stop.signal)
        if (!stop.signal.aborted) setState({ places, status: 'found' })
      } catch (error) {
        if (stop.signal.aborted) return
        const offline = error instanceof Offline
        setState({ places: fromRecent(query, { level, below }), status: offline ? 'offline' : 'failed' })
      }
    }
    const timer = setTimeout(() => void search(), pauseMillis)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [query, level, below])
  return state
}
