// A command given by a button outside a form, or another change of what lies on the phone: nobody believes it is kept when it is not.
import { useState } from 'react'
import { usePhone } from '../hooks.tsx'
import type { Phone } from '../sync/phone.ts'
import { useAnnounce } from '../ui/feedback/Announcer.tsx'
import { whyNotKept } from './kept.ts'

type Said = {
  /** Said aloud once it lies on the phone. */
  saved?: string
  seconds?: number
  /** Whose it is, said before the reason where several are given one after the other. */
  of?: string
}

/** `give` says why it was not kept, until that is closed, and resolves to whether it was; `giving` is for the button. */
export function useGiving() {
  const phone = usePhone()
  const announce = useAnnounce()
  const [under, setUnder] = useState(0)
  const give = async (work: (phone: Phone) => Promise<unknown>, said: Said = {}): Promise<boolean> => {
    setUnder((count) => count + 1)
    const why = await whyNotKept(() => work(phone))
    setUnder((count) => count - 1)
    if (why !== null) announce(said.of ? `${said.of}: ${why}` : why, { tone: 'refused' })
    else if (said.saved) announce(said.saved, said.seconds === undefined ? {} : { seconds: said.seconds })
    return why === null
  }
  return { give, giving: under > 0 }
}
