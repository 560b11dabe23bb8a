// The ground of a map that we draw ourselves: no tiles, no network. A grid, a scale, north, and fingers that push and pinch it.
import './sketch.css'
import { useEffect, useRef, useState } from 'react'
import { language, translate } from '../language.ts'
import { IconButton } from '../ui/action/IconButton.tsx'
import { type Frame, type Pixel, panned, type Size, scaleBar, zoomed } from './frame.ts'
import { sketchTexts } from './sketch-texts.ts'

const t = translate(sketchTexts)

const numberText = (value: number) =>
  value.toLocaleString(language() === 'id' ? 'id-ID' : 'en-GB', { maximumFractionDigits: 1 })
/** "350 m", "1,2 km". */
export const metresText = (metres: number): string =>
  metres >= 1000
    ? t('map.kilometres', { count: numberText(metres / 1000) })
    : t('map.metres', { count: numberText(metres) })

/** The width that the map has, so that strokes and letters keep their size. */
export function useWidth() {
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
type Press = React.PointerEvent<SVGSVGElement>

/** Pixels that a finger may slip and still have tapped. */
const slip = 8

/** One finger pushes, two fingers pinch, a wheel zooms; a press that hardly moved is a tap. */
export function useFingers(
  size: Size,
  change: (change: (frame: Frame) => Frame) => void,
  tap?: (at: Pixel) => void,
) {
  const fingers = useRef(new Map<number, Pixel>())
  const began = useRef<Pixel | null>(null)
  const at = ({ clientX, clientY, currentTarget }: Press | React.WheelEvent<SVGSVGElement>): Pixel => {
    const box = currentTarget.getBoundingClientRect()
    return { x: clientX - box.left, y: clientY - box.top }
  }
  const down = (event: Press) => {
    fingers.current.set(event.pointerId, at(event))
    began.current = fingers.current.size === 1 ? at(event) : null
  }
  const move = (event: Press) => {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const now = at(event)
    if (began.current && distance(began.current, now) <= slip) return
    began.current = null
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, now)
    const push = { x: now.x - before.x, y: now.y - before.y }
    if (!other) return change((frame) => panned(frame, size, push))
    const factor = distance(now, other) / Math.max(1, distance(before, other))
    change((frame) => zoomed(frame, size, factor, between(now, other)))
  }
  const gone = (event: Press) => void fingers.current.delete(event.pointerId)
  const up = (event: Press) => {
    gone(event)
    const where = began.current
    began.current = null
    if (where) tap?.(where)
  }
  return {
    onPointerDown: down,
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: gone,
    onPointerLeave: gone,
    onWheel: (event: React.WheelEvent<SVGSVGElement>) => {
      const where = at(event)
      change((frame) => zoomed(frame, size, event.deltaY < 0 ? 1.2 : 1 / 1.2, where))
    },
  }
}

export function ScaleBar({ frame, size, said }: { frame: Frame; size: Size; said?: string | undefined }) {
  const bar = scaleBar(frame.metres, Math.min(120, size.width / 3))
  const y = size.height - 14
  return (
    <g>
      <path className="rb-map-scale" d={`M14 ${y - 5}v5h${bar.pixels}v-5`} />
      <text x={14} y={y - 9} fontSize={12}>
        {[metresText(bar.metres), said].filter(Boolean).join(' · ')}
      </text>
    </g>
  )
}

export function NorthArrow() {
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
export function Grid({ frame, size }: { frame: Frame; size: Size }) {
  const step = scaleBar(frame.metres, 160).pixels
  const middle = { x: size.width / 2, y: size.height / 2 }
  const count = Math.ceil(Math.max(size.width, size.height) / step)
  const steps = Array.from({ length: 2 * count + 1 }, (_, index) => (index - count) * step)
  return (
    <path
      className="rb-map-grid"
      d={steps.map((by) => `M${middle.x + by} 0V${size.height}M0 ${middle.y + by}H${size.width}`).join('')}
    />
  )
}

type ToolsProps = { size: Size; change: (change: (frame: Frame) => Frame) => void; whole: () => void }

export function MapTools({ size, change, whole }: ToolsProps) {
  return (
    <div className="rb-map-tools" data-print="hide">
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
      <IconButton icon="refresh" label={t('map.whole')} onClick={whole} />
    </div>
  )
}
