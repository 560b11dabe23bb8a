// A map that we draw ourselves: no tiles, no network. Points by shape and colour, RT with how many are left.
import '../../screens/surveys.css'
import { useEffect, useMemo, useRef, useState } from 'react'
import { IconButton } from '../../../../platform/browser/ui/action/IconButton.tsx'
import { numberText, t } from '../../screens/words.ts'
import { MapPoint, type PointState } from './MapPoint.tsx'
import {
  type Frame,
  fitting,
  type GeoPoint,
  type Pixel,
  panned,
  type Size,
  scaleBar,
  toPixel,
  zoomed,
} from './map-figure.ts'

export type Shown = { id: string; at: GeoPoint; state: PointState; name: string }
export type Cluster = { id: string; at: GeoPoint; label: string; count: number }

type Props = {
  points: readonly Shown[]
  clusters: readonly Cluster[]
  chosen: string | null
  onChoose: (id: string) => void
  label: string
}

/** The width that the map has, so that strokes and letters keep their size. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(320)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return { box, width }
}

const distance = (a: Pixel, b: Pixel) => Math.hypot(a.x - b.x, a.y - b.y)
const between = (a: Pixel, b: Pixel): Pixel => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** One finger pushes, two fingers pinch; a press that hardly moved is left to the points. */
function useFingers(size: Size, setFrame: (change: (frame: Frame) => Frame) => void) {
  const fingers = useRef(new Map<number, Pixel>())
  const at = (event: React.PointerEvent<SVGSVGElement>): Pixel => {
    const box = event.currentTarget.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const move = (event: React.PointerEvent<SVGSVGElement>) => {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const now = at(event)
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, now)
    const push = { x: now.x - before.x, y: now.y - before.y }
    if (!other) return setFrame((frame) => panned(frame, size, push))
    const factor = distance(now, other) / Math.max(1, distance(before, other))
    setFrame((frame) => zoomed(frame, size, factor, between(now, other)))
  }
  const up = (event: React.PointerEvent<SVGSVGElement>) => void fingers.current.delete(event.pointerId)
  return {
    onPointerDown: (event: React.PointerEvent<SVGSVGElement>) =>
      void fingers.current.set(event.pointerId, at(event)),
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: up,
    onPointerLeave: up,
  }
}

function ScaleBar({ frame, size }: { frame: Frame; size: Size }) {
  const bar = scaleBar(frame.metres, Math.min(120, size.width / 3))
  const y = size.height - 14
  const text =
    bar.metres >= 1000
      ? t('map.kilometres', { count: numberText(bar.metres / 1000, 1) })
      : t('map.metres', { count: numberText(bar.metres, 1) })
  return (
    <g>
      <path className="sv-map-scale" d={`M14 ${y - 5}v5h${bar.pixels}v-5`} />
      <text x={14} y={y - 9} fontSize={12}>
        {text}
      </text>
    </g>
  )
}

function NorthArrow() {
  return (
    <g transform="translate(24 22)">
      <path d="M0 -12L6 8L0 4L-6 8Z" fill="currentColor" />
      <text y={24} fontSize={12} fontWeight={700} textAnchor="middle">
        {t('map.north')}
      </text>
    </g>
  )
}

/** Lines a round number of metres apart, so that a picture without streets still shows how far things are. */
function Grid({ frame, size }: { frame: Frame; size: Size }) {
  const step = scaleBar(frame.metres, 160).pixels
  const middle = { x: size.width / 2, y: size.height / 2 }
  const count = Math.ceil(Math.max(size.width, size.height) / step)
  const steps = Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step)
  return (
    <path
      className="sv-map-grid"
      d={steps.map((by) => `M${middle.x + by} 0V${size.height}M0 ${middle.y + by}H${size.width}`).join('')}
    />
  )
}

function ClusterMark({ at, label, count }: { at: Pixel; label: string; count: number }) {
  const text = numberText(count)
  const width = 14 + text.length * 7
  return (
    <g className="sv-map-cluster" transform={`translate(${at.x} ${at.y})`}>
      <title>{t('map.cluster', { rt: label, count })}</title>
      <rect x={-width / 2} y={-10} width={width} height={20} rx={5} />
      <text textAnchor="middle" y={4}>
        {text}
      </text>
    </g>
  )
}

const seen = ({ x, y }: Pixel, size: Size) =>
  x > -20 && y > -20 && x < size.width + 20 && y < size.height + 20

export function SurveyMap({ points, clusters, chosen, onChoose, label }: Props) {
  const { box, width } = useWidth()
  const size = useMemo(
    () => ({ width, height: Math.round(Math.min(520, Math.max(280, width * 0.72))) }),
    [width],
  )
  const whole = useMemo(
    () =>
      fitting(
        [...points, ...clusters].map((each) => each.at),
        size,
      ),
    [points, clusters, size],
  )
  const [own, setOwn] = useState<Frame | null>(null)
  const frame = own ?? whole
  const change = (next: (frame: Frame) => Frame) => setOwn((now) => next(now ?? whole))
  const fingers = useFingers(size, change)
  const place = (at: GeoPoint) => toPixel(frame, size, at)
  return (
    <div className="sv-map" ref={box}>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        width={size.width}
        height={size.height}
        role="img"
        aria-label={label}
        {...fingers}
      >
        <Grid frame={frame} size={size} />
        {points.map((point) => {
          const pixel = place(point.at)
          if (!seen(pixel, size)) return null
          return (
            <MapPoint
              key={point.id}
              at={pixel}
              state={point.state}
              name={point.name}
              chosen={point.id === chosen}
              onChoose={() => onChoose(point.id)}
            />
          )
        })}
        {clusters.map(({ id, at, ...rest }) => (
          <ClusterMark key={id} at={place(at)} {...rest} />
        ))}
        <ScaleBar frame={frame} size={size} />
        <NorthArrow />
      </svg>
      <div className="sv-map-tools">
        <IconButton
          icon="plus"
          label={t('map.closer')}
          onClick={() => change((now) => zoomed(now, size, 1.6))}
        />
        <IconButton
          icon="minus"
          label={t('map.farther')}
          onClick={() => change((now) => zoomed(now, size, 1 / 1.6))}
        />
        <IconButton icon="refresh" label={t('map.whole')} onClick={() => setOwn(null)} />
      </div>
    </div>
  )
}
