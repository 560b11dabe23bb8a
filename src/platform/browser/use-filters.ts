// Filters of a list, which stay in its address: Back, a bookmark and a link sent to somebody show the same list.
import { useSearchParams } from 'wouter'

/** Filters that stay in the address. */
export function useFilters(): [get: (name: string) => string, set: (name: string, value: string) => void] {
  const [params, setParams] = useSearchParams()
  const set = (name: string, value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (value === '') next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  return [(name) => params.get(name) ?? '', set]
}
