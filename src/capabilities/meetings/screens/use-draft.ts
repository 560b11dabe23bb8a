// What somebody is writing, kept sealed on the phone while they write: a kill or a lock loses nothing.
import { useCallback, useEffect, useRef, useState } from 'react'
import { usePhone } from '../../../platform/browser/hooks.tsx'
import { openJson, type Sealed, sealJson } from '../../../platform/browser/local/seal.ts'

const pauseMs = 250

export type Draft<T> = { value: T; set: (next: T) => void; ready: boolean; forget: () => void }

/** A draft under a key of its own; `initial` stands until the kept one is read, or where there is none. */
export function useDraft<T>(name: string, initial: T): Draft<T> {
  const { open } = usePhone()
  const key = `draft:meetings:${name}`
  const [value, setValue] = useState(initial)
  const [ready, setReady] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const pending = useRef<T | undefined>(undefined)

  const keep = useCallback(async () => {
    clearTimeout(timer.current)
    const next = pending.current
    pending.current = undefined
    if (next !== undefined) await open.store.meta.put({ key, value: await sealJson(open.key, next) })
  }, [open, key])

  useEffect(() => {
    let current = true
    const read = async () => {
      const found = await open.store.meta.get(key)
      const kept = found ? await openJson<T>(open.key, found.value as Sealed) : undefined
      if (!current) return
      if (kept !== undefined) setValue(kept)
      setReady(true)
    }
    read().catch((error: unknown) => {
      // A draft that cannot be opened is no reason to keep the screen closed.
      console.warn('could not open a draft', error)
      setReady(true)
    })
    return () => {
      current = false
      void keep()
    }
  }, [open, key, keep])

  const set = (next: T) => {
    setValue(next)
    pending.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(), pauseMs)
  }
  const forget = () => {
    clearTimeout(timer.current)
    pending.current = undefined
    void open.store.meta.delete(key)
  }
  return { value, set, ready, forget }
}
