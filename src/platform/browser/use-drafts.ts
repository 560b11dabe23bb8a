// What a screen shows of the drafts of a place, read anew whenever one is kept, sent or thrown away.
import { useEffect, useState } from 'react'
import { usePhone, usePhoneState } from './hooks.tsx'
import { onDrafts } from './local/drafts.ts'
import type { Unlocked } from './sync/session.ts'

/** `before` until they were read; `read` is the same function at each drawing. */
export function useDrafts<Read, Before>(
  place: string,
  read: (open: Unlocked, place: string) => Promise<Read>,
  before: Before,
): Read | Before {
  const { open } = usePhone()
  const { version } = usePhoneState()
  const [found, setFound] = useState<Read | Before>(before)
  useEffect(() => {
    let current = true
    const look = () => {
      read(open, place).then(
        (now) => current && setFound(now),
        (error: unknown) => console.warn('could not read the drafts', error),
      )
    }
    look()
    const stop = onDrafts(look)
    return () => {
      current = false
      stop()
    }
    // A draft that was sent leaves without a word: the phone's own state moves then.
  }, [open, place, read, version])
  return found
}
