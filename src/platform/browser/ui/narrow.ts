// Whether the screen is a phone's, held upright: there a home shows the next step, and the rest when it is asked for.
import { useSyncExternalStore } from 'react'

/** As wide as the styles of the kit call a phone. */
const phones = '(max-width: 39.99rem)'

function watch(changed: () => void): () => void {
  const asked = matchMedia(phones)
  asked.addEventListener('change', changed)
  return () => asked.removeEventListener('change', changed)
}

export const useNarrow = (): boolean => useSyncExternalStore(watch, () => matchMedia(phones).matches)
