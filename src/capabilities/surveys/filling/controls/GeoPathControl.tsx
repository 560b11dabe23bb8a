import { useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { IconButton } from '../../../../platform/browser/ui/action/IconButton.tsx'
import { pointWords } from '../answer-text.ts'
import { type ControlProps, t, useFill } from '../fill-context.tsx'
import { goodAccuracy, lengthOf, pathPoints, pathText, sketch } from '../geo.ts'
import type { GeoPoint, InputNode } from '../nodes.ts'
import { useLocating } from '../use-locating.ts'
import { metres, NoPoint, Searching } from './Searching.tsx'

/** A line or an outline that is walked: a point at each bend, with a small sketch of what it is so far. */
export function GeoPathControl({ node, aids }: ControlProps<InputNode>) {
  const { session } = useFill()
  const closed = node.valueType === 'geoshape'
  const kept = pathPoints(node.currentState.value, closed)
  // Too few points are no line for the form, so the first ones are held here.
  const [few, setFew] = useState<readonly GeoPoint[]>([])
  const points = kept.length > 0 ? kept : few
  const set = (next: readonly GeoPoint[]) => {
    const text = pathText(next, closed)
    setFew(text === '' ? next : [])
    session.change(() => void node.setValue(text === '' ? null : text))
  }
  const locating = useLocating(goodAccuracy, null, (point) => set([...points, point]))
  const { readonly } = node.currentState
  const length = metres(lengthOf(points, closed))
  return (
    <div className="fl-geo">
      <p className="rb-hint">{t(closed ? 'geo.walk-outline' : 'geo.walk-line')}</p>
      {points.length > 1 && (
        <div className="fl-geo-drawn">
          <Sketch points={points} closed={closed} />
          <p className="rb-number">
            <strong>{t('geo.points', { count: points.length })}</strong>
            <br />
            {t(closed ? 'geo.round' : 'geo.length', { metres: length })}
          </p>
        </div>
      )}
      {points.length > 0 && kept.length === 0 && <p className="rb-hint">{t('geo.too-few')}</p>}
      {!readonly && <AddPoint {...{ locating, aids }} />}
      {points.length > 0 && (
        <ol className="fl-points">
          {points.map((point, index) => (
            <li key={index}>
              <span>{t('geo.point', { n: index + 1 })}</span>
              <span className="rb-number rb-hint">{pointWords(point)}</span>
              {!readonly && (
                <IconButton
                  icon="trash"
                  label={t('geo.remove-point', { n: index + 1 })}
                  onClick={() => set(points.filter((_, at) => at !== index))}
                />
              )}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

type AddProps = { locating: ReturnType<typeof useLocating>; aids: ControlProps<InputNode>['aids'] }

function AddPoint({ locating: { state, start, stop, useNow }, aids }: AddProps) {
  if (state.kind === 'searching')
    return <Searching {...{ state, aids }} mayUse onUse={useNow} onStop={stop} />
  return (
    <>
      <div>
        <Button {...aids} icon="pin" onClick={start}>
          {t('geo.add-point')}
        </Button>
      </div>
      <NoPoint state={state} most={null} />
    </>
  )
}

function Sketch({ points, closed }: { points: readonly GeoPoint[]; closed: boolean }) {
  const flat = sketch(points)
  const line = flat.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')
  const Line = closed ? 'polygon' : 'polyline'
  return (
    <svg className="fl-sketch" viewBox="0 0 100 100" role="img" aria-label={t('geo.sketch')}>
      <Line points={line} className={closed ? 'fl-sketch-area' : 'fl-sketch-line'} />
      {flat.map(({ x, y }, index) => (
        <circle key={index} cx={x} cy={y} r={index === 0 ? 4 : 2.6} className="fl-sketch-point" />
      ))}
    </svg>
  )
}
