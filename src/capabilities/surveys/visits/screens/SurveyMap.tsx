// A map that we draw ourselves: no tiles, no network. Points by shape and colour, RT with how many are left.
import '../../screens/surveys.css'
import { useMemo, useState } from 'react'
import type { GeoPoint } from '../../../../kernel/geometry.ts'
import {
  type Frame,
  fitting,
  type Pixel,
  type Size,
  toPixel,
} from '../../../../platform/browser/sketch/frame.ts'
import {
  Grid,
  MapTools,
  NorthArrow,
  ScaleBar,
  useFingers,
  useWidth,
} from '../../../../platform/browser/sketch/ground.tsx'
import { numberText, t } from '../../screens/words.ts'
import { MapPoint, type PointState } from './MapPoint.tsx'

export type Shown = { id: string; at: GeoPoint; state: PointState; name: string }
export type Cluster = { id: string; at: GeoPoint; label: string; count: number }

type Props = {
  points: readonly Shown[]
  clusters: readonly Cluster[]
  chosen: string | null
  onChoose: (id: string) => void
  label: string
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
    <div className="rb-map" ref={box}>
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
      <MapTools size={size} change={change} whole={() => setOwn(null)} />
    </div>
  )
}
