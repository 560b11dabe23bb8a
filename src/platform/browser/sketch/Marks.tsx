// What stands on a map, as few paths however much there is: all points of a kind are one path of dots, all lines another. They
// lie in metres, so that pushing and zooming moves one group and draws nothing anew.
import { type GeoPoint, offset } from '../../../kernel/geometry.ts'
import type { Frame, Size } from './frame.ts'

export type Drawn = { id: string; shape: 'point' | 'line' | 'area'; points: readonly GeoPoint[] }
/** Features that look alike; `look` names their colour and form in the CSS of who draws them. */
export type MarkLayer = { look: string; marks: readonly Drawn[] }

const metres = (value: number) => Math.round(value * 10) / 10

function pathOf({ shape, points }: Drawn, origin: GeoPoint): string {
  const flat = points.map((each) => offset(origin, each))
  const [first] = flat
  if (!first) return ''
  // A stretch of a centimetre with round or square ends is a dot, of the same size at every scale; without any length paper lacks it.
  if (shape === 'point') return `M${metres(first.x)} ${metres(first.y)}h.01`
  const line = flat.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${metres(x)} ${metres(y)}`).join('')
  return shape === 'area' ? `${line}Z` : line
}

const dOf = (marks: readonly Drawn[], shape: Drawn['shape'], origin: GeoPoint): string =>
  marks
    .filter((each) => each.shape === shape)
    .map((each) => pathOf(each, origin))
    .join('')

/** Everything of one layer. A dot is three strokes one on the other: edge, body, heart; the CSS of the look says which are seen. */
export function Marks({ layer, origin }: { layer: MarkLayer; origin: GeoPoint }) {
  const { look, marks } = layer
  const [areas, lines, dots] = (['area', 'line', 'point'] as const).map((shape) => dOf(marks, shape, origin))
  return (
    <g className={`rb-marks rb-marks-${look}`}>
      {areas && <path className="rb-mark-area" d={areas} />}
      {lines && <path className="rb-mark-line" d={lines} />}
      {dots && (
        <>
          <path className="rb-mark-edge" d={dots} />
          <path className="rb-mark-body" d={dots} />
          <path className="rb-mark-heart" d={dots} />
        </>
      )}
    </g>
  )
}

/** Metres east and north of `origin`, put where the frame shows them. */
export function Ground(props: { frame: Frame; size: Size; origin: GeoPoint; children: React.ReactNode }) {
  const { frame, size, origin, children } = props
  const at = offset(frame.middle, origin)
  const by = 1 / frame.metres
  return (
    <g
      transform={`translate(${size.width / 2 + at.x * by} ${size.height / 2 - at.y * by}) scale(${by} ${-by})`}
    >
      {children}
    </g>
  )
}

/** How a layer looks, for a legend. */
export function MarkSample({ look, shape }: { look: string; shape: Drawn['shape'] }) {
  const d = { point: 'M0 0h.01', line: 'M-9 4L-2 -4L9 3', area: 'M-9 5L-5 -6L8 -5L9 5Z' }[shape]
  return (
    <svg viewBox="-11 -11 22 22" width={22} height={22} aria-hidden="true">
      <g className={`rb-marks rb-marks-${look}`}>
        {shape === 'point' ? (
          <>
            <path className="rb-mark-edge" d={d} />
            <path className="rb-mark-body" d={d} />
            <path className="rb-mark-heart" d={d} />
          </>
        ) : (
          <path className={`rb-mark-${shape}`} d={d} />
        )}
      </g>
    </svg>
  )
}
