// The places picked last on this device, for when there is no network. Names of places are public.
import type { FoundPlace } from './region.ts'

const key = 'rembug-recent-places'
const most = 8

export function recentPlaces(): FoundPlace[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept)
      ? (kept as FoundPlace[]).filter((place) => typeof place?.code === 'string')
      : []
  } catch {
    return []
  }
}

export function rememberPlace(place: FoundPlace): void {
  const others = recentPlaces().filter((known) => known.code !== place.code)
  try {
    localStorage.setItem(key, JSON.stringify([place, ...others].slice(0, most)))
  } catch {
    // A full device forgets its recent places and goes on.
  }
}
