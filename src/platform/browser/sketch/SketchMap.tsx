// A map that is looked at and drawn on: the ground, what lies under it, what stands on it, and what is being drawn with handles
// for a thumb.
import { useEffect, useMemo, useRef, useState } from 'react'
import { crossingOf, type GeoPoint, middleOf } from '../../../kernel/geometry.ts'
import { type Frame, fitting, type Pixel, type Size, toPixel, toPoint } from './frame.ts'
import { Grid, MapTools, NorthArrow, ScaleBar, useFingers, useWidth } from './ground.tsx'
import { type Drawn, Ground, type MarkLayer, Marks } from './Marks.tsx'

export type Sketching = {
  shape: Drawn['shape']
  points: readonly GeoPoint[]
  onMove: (index: number, to: GeoPoint) => void
  /** Says of each handle what it is. */
  handleLabel: (index: number) => string
}

export type Here = { at: GeoPoint; accuracy: number }

export type SketchMapProps = {
  label: string
  layers: readonly MarkLayer[]
  /** Lies under everything, in metres from `origin`. */
  base?: ((origin: GeoPoint, frame: Frame, size: Size) => React.ReactNode) | undefined
  /** What should be in the picture at first, besides the layers. */
  around?: readonly GeoPoint[]
  chosen?: Drawn | undefined
  onTap?: ((at: GeoPoint, metresPerPixel: number) => void) | undefined
  sketching?: Sketching | undefined
  here?: Here | null | undefined
  /** A cross in the middle; the point under it is written here. */
  aim?: React.RefObject<GeoPoint> | undefined
  tall?: number
  /** On paper: the size is given, and nothing is pressed. */
  paper?: Size | undefined
  /** What is said of the scale, of so many metres a pixel. */
  scaleSaid?: ((metresPerPixel: number) => string) | undefined
  /** Names beside the dots, as far as they do not lie on each other. */
  names?: readonly Named[]
}

export type Named = { at: GeoPoint; name: string }

const nowhere: GeoPoint = [-2.5, 118]

const spread = (layers: readonly MarkLayer[]) =>
  layers.flatMap(({ marks }) => marks.flatMap(({ points }) => points))

/** What is seen: everything, until somebody pushes or zooms. What is being drawn does not push the picture about. */
function useFrame({ layers, around = [], sketching, paper, here }: SketchMapProps, size: Size) {
  const whole = useMemo(
    () => fitting([...spread(layers), ...around], size, paper ? 24 : 36),
    [layers, around, size, paper],
  )
  const first = useRef<Frame | null>(null)
  if (!first.current && (around.length > 0 || spread(layers).length > 0)) first.current = whole
  const shown = sketching ? (first.current ?? whole) : whole
  const [own, setOwn] = useState<Frame | null>(null)
  // Nothing else says where the village is: the phone does.
  const lost = here !== undefined && here !== null && !first.current
  const at = lost && !own ? { middle: here.at, metres: 1 } : null
  useEffect(() => {
    if (at) setOwn(at)
  })
  return {
    frame: own ?? shown,
    change: (next: (frame: Frame) => Frame) => setOwn((now) => next(now ?? shown)),
    showAll: () => setOwn(whole),
  }
}

export function SketchMap(props: SketchMapProps) {
  const {
    label,
    layers,
    base,
    around,
    chosen,
    onTap,
    sketching,
    here,
    aim,
    tall = 0.72,
    paper,
    scaleSaid,
    names,
  } = props
  const { box, width } = useWidth()
  const size = useMemo(
    () => paper ?? { width, height: Math.round(Math.min(640, Math.max(300, width * tall))) },
    [paper, width, tall],
  )
  const { frame, change, showAll } = useFrame(props, size)
  const fingers = useFingers(size, change, onTap && ((at) => onTap(toPoint(frame, size, at), frame.metres)))
  const origin = useMemo(
    () => middleOf(spread(layers).slice(0, 1)) ?? around?.[0] ?? nowhere,
    [layers, around],
  )
  if (aim) aim.current = frame.middle
  const drawn = useMemo(
    () => layers.map((layer) => <Marks key={layer.look} layer={layer} origin={origin} />),
    [layers, origin],
  )
  return (
    <div className="rb-map" ref={box}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width}
        height={size.height}
        role="img"
        aria-label={label}
        {...(paper ? {} : fingers)}
      >
        <Grid frame={frame} size={size} />
        <Ground {...{ frame, size, origin }}>
          {base?.(origin, frame, size)}
          {chosen && <Marks layer={{ look: 'chosen', marks: [chosen] }} origin={origin} />}
          {drawn}
          {sketching && sketching.points.length > 0 && (
            <Marks layer={{ look: 'draft', marks: [{ id: '', ...sketching }] }} origin={origin} />
          )}
        </Ground>
        {here && <HereMark here={here} frame={frame} size={size} />}
        {sketching && <Handles {...{ sketching, frame, size }} />}
        {aim && <path className="rb-map-aim" d={cross({ x: size.width / 2, y: size.height / 2 })} />}
        {names && <Names {...{ names, frame, size }} />}
        <ScaleBar frame={frame} size={size} said={scaleSaid?.(frame.metres)} />
        <NorthArrow />
      </svg>
      {!paper && <MapTools size={size} change={change} whole={showAll} />}
    </div>
  )
}

/** Letters are taken to be so wide and high: what would lie on a name that stands already is left out. */
const letter = { width: 8.2, height: 17 }

function Names({ names, frame, size }: { names: readonly Named[]; frame: Frame; size: Size }) {
  const taken: { x: number; y: number; width: number }[] = []
  const placed = names.flatMap(({ at, name }) => {
    const { x, y } = toPixel(frame, size, at)
    const width = name.length * letter.width
    const inside = x > 0 && y > 0 && x + width < size.width - 12 && y < size.height
    const free = taken.every(
      (other) =>
        Math.abs(other.y - y) > letter.height || x + width < other.x - 10 || other.x + other.width < x - 10,
    )
    if (!inside || !free) return []
    taken.push({ x, y, width })
    return [{ x, y, name }]
  })
  return (
    <g className="rb-map-names">
      {placed.map(({ x, y, name }) => (
        <text key={`${x} ${y}`} x={x + 11} y={y + 5}>
          {name}
        </text>
      ))}
    </g>
  )
}

const cross = ({ x, y }: Pixel) => `M${x - 14} ${y}h9m10 0h9M${x} ${y - 14}v9m0 10v9`

function HereMark({ here, frame, size }: { here: Here; frame: Frame; size: Size }) {
  const { x, y } = toPixel(frame, size, here.at)
  return (
    <g>
      <circle className="rb-map-about" cx={x} cy={y} r={here.accuracy / frame.metres} />
      <circle className="rb-map-here" cx={x} cy={y} r={8} />
    </g>
  )
}

/** Each point of what is drawn, wide enough for a thumb; where an area crosses itself, the place is shown. */
function Handles({ sketching, frame, size }: { sketching: Sketching; frame: Frame; size: Size }) {
  const { points, shape } = sketching
  const crossing = shape === 'area' && points.length > 3 ? crossingOf(points) : null
  const at = crossing && toPixel(frame, size, crossing)
  return (
    <g>
      {points.map((point, index) => (
        <Handle
          key={index}
          at={toPixel(frame, size, point)}
          label={sketching.handleLabel(index)}
          last={index === points.length - 1}
          onMove={(to) => sketching.onMove(index, toPoint(frame, size, to))}
        />
      ))}
      {at && <circle className="rb-map-crossing" cx={at.x} cy={at.y} r={16} />}
      {at && <path className="rb-map-crossing" d={cross(at)} />}
    </g>
  )
}

type HandleProps = { at: Pixel; label: string; last: boolean; onMove: (to: Pixel) => void }

function Handle({ at, label, last, onMove }: HandleProps) {
  const held = useRef(false)
  const place = (event: React.PointerEvent<SVGGElement>): Pixel => {
    const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect()
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) }
  }
  return (
    <g
      className={last ? 'rb-handle rb-handle-last' : 'rb-handle'}
      transform={`translate(${at.x} ${at.y})`}
      onPointerDown={(event) => {
        event.stopPropagation()
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current = true
      }}
      onPointerMove={(event) => {
        if (!held.current) return
        event.stopPropagation()
        onMove(place(event))
      }}
      onPointerUp={(event) => {
        event.stopPropagation()
        held.current = false
      }}
    >
      <title>{label}</title>
      <circle className="rb-handle-touch" r={22} />
      <circle r={9} />
    </g>
  )
}
