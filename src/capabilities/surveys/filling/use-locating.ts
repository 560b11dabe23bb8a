// Waiting for the satellites: the best point so far, taken by itself once it is good enough.
import { useCallback, useEffect, useRef, useState } from 'react'
import { patience } from './geo.ts'
import type { GeoPoint } from './nodes.ts'

export type Locating =
  | { kind: 'idle' }
  | { kind: 'searching'; best: GeoPoint | null; mayUse: boolean }
  | { kind: 'failed'; why: 'denied' | 'unavailable' }
  | { kind: 'failed'; why: 'poor'; metres: number }

/** Seconds after which an answer is given up when not one point came. */
const givenUp = 90

const pointOf = ({ latitude, longitude, altitude, accuracy }: GeolocationCoordinates): GeoPoint => ({
  ...{ latitude, longitude, altitude, accuracy },
})
const closer = (a: GeoPoint | null, b: GeoPoint) =>
  !a || (b.accuracy ?? Number.POSITIVE_INFINITY) <= (a.accuracy ?? Number.POSITIVE_INFINITY) ? b : a

/** `good` metres are taken at once; after a while the person may take what there is, unless it is past `worst`. */
export function useLocating(good: number, worst: number | null, take: (point: GeoPoint) => void) {
  const [state, setState] = useState<Locating>({ kind: 'idle' })
  const watch = useRef<number | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const best = useRef<GeoPoint | null>(null)
  const tell = useRef(take)
  tell.current = take

  const end = useCallback(() => {
    if (watch.current !== null) navigator.geolocation.clearWatch(watch.current)
    watch.current = null
    clearTimeout(timer.current)
  }, [])
  useEffect(() => end, [end])

  const accept = (point: GeoPoint) => {
    end()
    const { accuracy } = point
    if (worst !== null && accuracy !== null && accuracy > worst)
      return setState({ kind: 'failed', why: 'poor', metres: accuracy })
    setState({ kind: 'idle' })
    tell.current(point)
  }

  const start = () => {
    if (!('geolocation' in navigator)) return setState({ kind: 'failed', why: 'unavailable' })
    end()
    best.current = null
    setState({ kind: 'searching', best: null, mayUse: false })
    const late = () => setState((now) => (now.kind === 'searching' ? { ...now, mayUse: true } : now))
    timer.current = setTimeout(late, patience * 1000)
    watch.current = navigator.geolocation.watchPosition(
      ({ coords }) => {
        const point = closer(best.current, pointOf(coords))
        best.current = point
        if ((point.accuracy ?? Number.POSITIVE_INFINITY) <= good) return accept(point)
        setState((now) => (now.kind === 'searching' ? { ...now, best: point } : now))
      },
      (error) => {
        if (best.current && error.code !== error.PERMISSION_DENIED) return
        end()
        const why = error.code === error.PERMISSION_DENIED ? 'denied' : 'unavailable'
        setState({ kind: 'failed', why })
      },
      { enableHighAccuracy: true, maximumAge: 0, timeout: givenUp * 1000 },
    )
  }
  const stop = () => {
    end()
    setState({ kind: 'idle' })
  }
  const useNow = () => best.current && accept(best.current)
  return { state, start, stop, useNow }
}
