// Walking along a path or an edge with GPS: which fixes are taken, and a watch that goes on after the screen slept.
import { useCallback, useEffect, useRef, useState } from 'react'
import { type GeoPoint, metresBetween } from '../../../kernel/geometry.ts'

/** Metres of accuracy from which on a fix is left out: a path drawn by such jumps across yards. */
export const worstMetres = 20
/** Metres to go on before the next point is taken; twice as many as a standing phone drifts about. */
const stepMetres = 3

export type Fix = { at: GeoPoint; accuracy: number }
export type Weighed = 'taken' | 'poor' | 'near'

/** Whether a fix is a new point of the line that ends with `last`. A less exact one must lie farther on. */
export function weigh(last: GeoPoint | undefined, { at, accuracy }: Fix): Weighed {
  if (!(accuracy <= worstMetres)) return 'poor'
  if (last && metresBetween(last, at) < Math.max(stepMetres, accuracy / 3)) return 'near'
  return 'taken'
}

export type Walking = {
  on: boolean
  /** Where the phone thinks it is, also where that is too inexact to be drawn. */
  here: Fix | null
  /** The last fix was left out because it was too inexact. */
  poor: boolean
  failed: 'denied' | 'unavailable' | null
  start: () => void
  stop: () => void
}

/** `take` gets each fix; what it keeps of them is its own. A phone that wakes up is watched anew. */
export function useWalking(take: (fix: Fix) => Weighed): Walking {
  const [on, setOn] = useState(false)
  const [here, setHere] = useState<Fix | null>(null)
  const [poor, setPoor] = useState(false)
  const [failed, setFailed] = useState<Walking['failed']>(null)
  const tell = useRef(take)
  tell.current = take
  useEffect(() => {
    if (!on) return
    let watch: number | null = null
    let lock: Promise<WakeLockSentinel | undefined> | undefined
    const end = () => {
      if (watch !== null) navigator.geolocation.clearWatch(watch)
      watch = null
      void lock?.then((held) => held?.release()).catch(() => undefined)
    }
    const begin = () => {
      end()
      if (document.visibilityState !== 'visible') return
      // Kept awake where the phone allows it; where not, what was walked is kept all the same.
      lock = navigator.wakeLock?.request('screen').catch(() => undefined)
      watch = navigator.geolocation.watchPosition(
        ({ coords: { latitude, longitude, accuracy } }) => {
          const fix: Fix = { at: [latitude, longitude], accuracy }
          setHere(fix)
          setFailed(null)
          setPoor(tell.current(fix) === 'poor')
        },
        ({ code, PERMISSION_DENIED }) => {
          setFailed(code === PERMISSION_DENIED ? 'denied' : 'unavailable')
          if (code === PERMISSION_DENIED) setOn(false)
        },
        { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 },
      )
    }
    begin()
    document.addEventListener('visibilitychange', begin)
    return () => {
      document.removeEventListener('visibilitychange', begin)
      end()
    }
  }, [on])
  const start = useCallback(() => {
    if (!('geolocation' in navigator)) return setFailed('unavailable')
    setFailed(null)
    setOn(true)
  }, [])
  const stop = useCallback(() => setOn(false), [])
  return { on, here, poor, failed, start, stop }
}
