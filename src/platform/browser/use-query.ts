// Reading from the server for a screen: loading, what came, or why not.
import { useCallback, useEffect, useState } from 'react'
import { ask, Offline, Problem } from './api.ts'

export type Asked<T> =
  | { state: 'loading' }
  | { state: 'here'; value: T }
  | { state: 'offline' }
  | { state: 'refused'; message: string }

/** Asks a query again whenever its input or `anew` changes or `again` is called; keeps what is shown while it asks anew. */
export function useQuery<T>(
  name: string,
  input: Record<string, string | undefined>,
  anew = '',
): [asked: Asked<T>, again: () => void] {
  const [asked, setAsked] = useState<Asked<T>>({ state: 'loading' })
  const [round, setRound] = useState(0)
  const key = JSON.stringify(input)
  useEffect(() => {
    const stop = new AbortController()
    ask<T>(name, JSON.parse(key) as Record<string, string>, stop.signal).then(
      (value) => setAsked({ state: 'here', value }),
      (error: unknown) => {
        if (stop.signal.aborted) return
        if (error instanceof Problem) setAsked({ state: 'refused', message: error.message })
        else if (error instanceof Offline) setAsked({ state: 'offline' })
        else throw error
      },
    )
    return () => stop.abort()
  }, [name, key, round, anew])
  return [asked, useCallback(() => setRound((count) => count + 1), [])]
}
