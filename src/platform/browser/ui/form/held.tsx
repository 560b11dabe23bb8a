// A form that is sent while a picture is still made ready waits for it: a phone takes seconds for that, and what was
// chosen before the button was pressed belongs to what is sent.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

type Until = (work: Promise<unknown>) => void
const Holding = createContext<Until | null>(null)

/**
 * For a field: tells the form around it of work that has to end before it is sent; outside of a form nothing waits. Work that
 * fails, or gives false, takes the pressed button back: what is said about it is read before anything is sent.
 */
export const useHolding = (): Until | null => useContext(Holding)

/** For a form: `submit` now, or as soon as what its fields still make ready is there. */
export function useHeld(submit: () => void) {
  const [pending, setPending] = useState(0)
  const [held, setHeld] = useState(false)
  const until = useCallback<Until>((work) => {
    setPending((count) => count + 1)
    const ended = (well: boolean) => {
      if (!well) setHeld(false)
      setPending((count) => count - 1)
    }
    const failed = (error: unknown) => {
      ended(false)
      throw error
    }
    void work.then((made) => ended(made !== false), failed)
  }, [])
  // After the render that has what was made ready, so that `submit` knows it.
  useEffect(() => {
    if (!held || pending > 0) return
    setHeld(false)
    submit()
  })
  return { until, submit: () => (pending > 0 ? setHeld(true) : submit()) }
}

export const Held = ({ until, children }: { until: Until; children: ReactNode }) => (
  <Holding.Provider value={until}>{children}</Holding.Provider>
)
