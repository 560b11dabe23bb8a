// Filters of a list, which stay in its address: Back, a bookmark and a link sent to somebody show the same list.
import { useSearchParams } from 'wouter'

type Changes = Readonly<Record<string, string>>

function changed(params: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name)
    else next.set(name, value)
  }
  return next
}

/** Filters that stay in the address: reading one, setting one or several, and the address' query as it would be then. */
export function useFilters() {
  const [params, setParams] = useSearchParams()
  const get = (name: string): string => params.get(name) ?? ''
  const set = (changes: string | Changes, value = ''): void =>
    setParams((now) => changed(now, typeof changes === 'string' ? { [changes]: value } : changes), {
      replace: true,
    })
  const queryOf = (changes: Changes): string => {
    const text = changed(params, changes).toString()
    return text && `?${text}`
  }
  return [get, set, queryOf] as const
}
