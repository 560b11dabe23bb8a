// One point of the map: its shape says the state, its colour says it again.
import type { Pixel } from '../../../../platform/browser/sketch/frame.ts'

export const pointStates = ['waiting', 'returned', 'approved', 'rejected', 'unsent'] as const
export type PointState = (typeof pointStates)[number]

/** Drawn around 0 0, about 14 across. */
const shapes: Readonly<Record<PointState, string>> = {
  approved: 'M0 -6.5a6.5 6.5 0 1 0 .01 0z',
  waiting: 'M0 -8L8 0L0 8L-8 0z',
  returned: 'M0 -8L8 6H-8z',
  rejected: 'M-5.5 -5.5L5.5 5.5M5.5 -5.5L-5.5 5.5',
  unsent: 'M-5.5 -5.5H5.5V5.5H-5.5z',
}

type Props = { at: Pixel; state: PointState; name: string; chosen: boolean; onChoose: () => void }

/** The list beside the map says the same and is what a keyboard uses. */
export function MapPoint({ at, state, name, chosen, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list beside the map does the same by keyboard
    <g transform={`translate(${at.x} ${at.y})`} onClick={onChoose}>
      <title>{name}</title>
      {chosen && <circle className="sv-map-chosen" r={13} />}
      <circle r={14} fill="transparent" className="sv-map-touch" />
      <path className={`sv-map-point sv-map-point-${state}`} d={shapes[state]} />
    </g>
  )
}

export function PointSample({ state }: { state: PointState }) {
  return (
    <svg viewBox="-10 -10 20 20" aria-hidden="true">
      <path className={`sv-map-point sv-map-point-${state}`} d={shapes[state]} />
    </svg>
  )
}
