// A secret that was made a moment ago and is shown once, with what became of its command.
import { useState } from 'react'
import { type Sent, useSent } from './use-sent.ts'

export type Fresh = { name: string; secret: string }
type Shown = {
  fresh: Fresh | null
  sent: Sent
  made: (fresh: Fresh, command: string) => void
  onClose: () => void
}

export function useFresh(): Shown {
  const [fresh, setFresh] = useState<Fresh | null>(null)
  const [sent, follow] = useSent()
  return {
    ...{ fresh, sent },
    made: ({ name, secret }, command) => {
      follow(command)
      setFresh({ name, secret })
    },
    onClose: () => {
      setFresh(null)
      follow(null)
    },
  }
}
