// One form being sent: busy, what was refused, how long to wait.
import { useCallback, useEffect, useState } from 'react'
import { type Fault, faultsOf, waitOf } from './words.browser.ts'

export type Sending = {
  busy: boolean
  faults: readonly Fault[]
  attempt: number
  /** Seconds until the server listens again; counts down by itself. */
  wait: number
  errorOf: (field: string) => string | undefined
  run: (work: () => Promise<void>) => void
  refuse: (faults: readonly Fault[]) => void
}

export function useCountdown(): [left: number, start: (seconds: number) => void] {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return [left, setLeft]
}

export function useSending(): Sending {
  const [busy, setBusy] = useState(false)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [attempt, setAttempt] = useState(0)
  const [wait, startWait] = useCountdown()
  const refuse = useCallback((found: readonly Fault[]) => {
    setFaults(found)
    setAttempt((count) => count + 1)
  }, [])
  const run = useCallback(
    (work: () => Promise<void>) => {
      setBusy(true)
      setFaults([])
      work()
        .catch((error: unknown) => {
          refuse(faultsOf(error))
          startWait(waitOf(error))
        })
        .finally(() => setBusy(false))
        .catch((error: unknown) => console.error(error))
    },
    [refuse, startWait],
  )
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return { busy, faults, attempt, wait, errorOf, run, refuse }
}
