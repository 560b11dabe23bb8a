// Reading from the server for a screen: what was answered, or why not.
import { useCallback, useEffect, useState } from 'react'
import { ask } from '../api.ts'
import { type Fault, faultOf } from './fault.ts'

export type Question = Readonly<Record<string, string | number | boolean | undefined>>

export type Answer<T> = {
  /** The last answer; it stays while it is asked anew, and goes where that fails. */
  value: T | undefined
  fault: Fault | undefined
  busy: boolean
  again: () => void
}

/**
 * Asks a query, and anew when its input changes or `turn` does: what the answer hangs on and the question does not say, as
 * the version of a row. `null` asks nothing yet.
 */
export function useAnswer<T>(name: string, input: Question | null, turn: string | number = ''): Answer<T> {
  const key = input && `${name} ${turn} ${JSON.stringify(input)}`
  return useAsking<T>(key, (signal) => ask<T>(name, input ?? {}, signal))
}

/** The same of what takes more than a query; `key` says all that it hangs on. */
export function useAsking<T>(key: string | null, fetch: (signal: AbortSignal) => Promise<T>): Answer<T> {
  const [state, setState] = useState<Omit<Answer<T>, 'again'>>(unasked)
  const [times, setTimes] = useState(0)
  useEffect(() => {
    if (key === null) return
    const stop = new AbortController()
    setState((before) => ({ ...before, busy: true }))
    fetch(stop.signal).then(
      (value) => setState({ value, fault: undefined, busy: false }),
      (error: unknown) => {
        if (!stop.signal.aborted) setState({ value: undefined, fault: faultOf(error), busy: false })
      },
    )
    return () => stop.abort()
  }, [key, times])
  return { ...state, again: useCallback(() => setTimes((n) => n + 1), []) }
}

const unasked = { value: undefined, fault: undefined, busy: true }
