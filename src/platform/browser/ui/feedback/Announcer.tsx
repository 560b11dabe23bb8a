import './notice.css'
import '../action/button.css'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useRef, useState } from 'react'
import { IconButton } from '../action/IconButton.tsx'
import { Icon } from '../Icon.tsx'

export interface Announcement {
  tone?: 'done' | 'refused'
  /** Seconds it stays; a refusal stays until it is closed. */
  seconds?: number
}

type Announce = (message: string, how?: Announcement) => void
const Context = createContext<Announce>(() => {})

/** Says a short thing aloud and shows it at the foot of the screen. Never the only place where it stands. */
export function useAnnounce(): Announce {
  return useContext(Context)
}

export function Announcer({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [said, setSaid] = useState<{
    message: string
    tone: 'done' | 'refused'
    seconds: number
    at: number
  } | null>(null)
  const count = useRef(0)
  const announce = useCallback<Announce>(
    (message, { tone = 'done', seconds = tone === 'refused' ? 0 : 8 } = {}) => {
      count.current += 1
      setSaid({ message, tone, seconds, at: count.current })
    },
    [],
  )
  useEffect(() => {
    if (!said?.seconds) return
    const timer = setTimeout(() => setSaid(null), said.seconds * 1000)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <Context value={announce}>
      {children}
      <div
        className="rb-toasts"
        role="status"
        aria-live={said?.tone === 'refused' ? 'assertive' : 'polite'}
        data-print="hide"
      >
        {said && (
          <div className="rb-toast" key={said.at}>
            <Icon name={said.tone === 'done' ? 'check-circle' : 'alert-circle'} />
            <p>{said.message}</p>
            <IconButton icon="x" label={closeLabel} onClick={() => setSaid(null)} />
          </div>
        )}
      </div>
    </Context>
  )
}
