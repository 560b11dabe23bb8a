// What is fetched when it is shown, and may not come: a piece of the app that is not on this phone yet.
import { useEffect, useRef, useState } from 'react'
import { usePhoneState } from './hooks.tsx'
import { f } from './texts.ts'
import { Button } from './ui/action/Button.tsx'
import { Notice } from './ui/feedback/Notice.tsx'

/** Missing: it did not come, or not all of it. */
export type Fetched<T> = { got: T | null; missing: boolean }

/** Asks once. What fails is missing, and nothing is thrown. */
export async function fetched<T>(
  fetch: () => Promise<T>,
  isWhole: (got: T) => boolean = () => true,
): Promise<Fetched<T>> {
  try {
    const got = await fetch()
    return { got, missing: !isWhole(got) }
  } catch (error) {
    console.warn(error)
    return { got: null, missing: true }
  }
}

/** Fetches when it is first shown, and again each time the line comes back, until nothing is missing. Both are to stay the same. */
export function useFetched<T>(fetch: () => Promise<T>, isWhole?: (got: T) => boolean): Fetched<T> {
  const online = usePhoneState().line === 'online'
  const [state, setState] = useState<Fetched<T>>({ got: null, missing: false })
  const [asking, setAsking] = useState(false)
  const asked = useRef(false)
  const whole = state.got !== null && !state.missing
  useEffect(() => {
    if (whole || (asked.current && !online)) return
    asked.current = true
    setAsking(true)
    // The answer counts also where the line has changed since: the one that is whole stays.
    void fetched(fetch, isWhole).then((next) => {
      setState((last) => (last.got !== null && !last.missing ? last : next))
      setAsking(false)
    })
  }, [fetch, isWhole, online, whole])
  return { ...state, missing: state.missing && !asking }
}

/** Where something is missing: it comes by itself with the line; what does not come with a line needs the page loaded again. */
export function NotCome() {
  if (usePhoneState().line !== 'online') return <Notice tone="offline">{f('frame.comes-with-signal')}</Notice>
  return (
    <Notice tone="warn" action={<Button onClick={() => location.reload()}>{f('frame.load-page')}</Button>}>
      {f('frame.did-not-come')}
    </Notice>
  )
}
