// The places picked last on this phone, for when there is no network. Names of places are public; which of them somebody goes to is not.
import { keepSmall, small } from '../../platform/browser/local/small-things.ts'
import type { FoundPlace } from './region.ts'

const key = 'rembug-recent-places'
const most = 8

export function recentPlaces(): FoundPlace[] {
  const kept = small<FoundPlace[]>(key)
  return Array.isArray(kept) ? kept.filter((place) => typeof place?.code === 'string') : []
}

export function rememberPlace(place: FoundPlace): void {
  const others = recentPlaces().filter((known) => known.code !== place.code)
  keepSmall(key, [place, ...others].slice(0, most))
}
