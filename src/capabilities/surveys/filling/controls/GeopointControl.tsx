import { useId, useState } from 'react'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { pointWords } from '../answer-text.ts'
import { type ControlProps, t, useFill } from '../fill-context.tsx'
import { goodAccuracy, inIndonesia, pointText, readDegree } from '../geo.ts'
import type { GeoPoint, InputNode } from '../nodes.ts'
import { useLocating } from '../use-locating.ts'
import { metres, NoPoint, Searching } from './Searching.tsx'

/** A point of the earth: waits in sight until it is accurate enough, and can be typed where satellites cannot be seen. */
export function GeopointControl({ node, aids }: ControlProps<InputNode>) {
  const { session } = useFill()
  const [byHand, setByHand] = useState(false)
  const { value, readonly } = node.currentState
  const point = value as GeoPoint | null
  const good = node.nodeOptions?.accuracyThreshold ?? goodAccuracy
  const worst = node.nodeOptions?.unacceptableAccuracyThreshold ?? null
  const take = (found: GeoPoint) => session.change(() => void node.setValue(pointText(found)))
  return (
    <div className="fl-geo">
      {point && <PointShown point={point} />}
      {!readonly && (
        <>
          <Locating {...{ aids, good, worst, take }} again={point !== null} />
          {byHand ? (
            <TypedPoint
              point={point}
              take={(typed) => {
                take(typed)
                setByHand(false)
              }}
            />
          ) : (
            <Button variant="link" icon="pencil" onClick={() => setByHand(true)}>
              {t('geo.by-hand')}
            </Button>
          )}
          {point && (
            <Button variant="link" onClick={() => session.change(() => void node.setValue(null))}>
              {t('fill.clear')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

function PointShown({ point }: { point: GeoPoint }) {
  return (
    <>
      <div className="fl-geo-shown">
        <strong className="rb-number">{pointWords(point)}</strong>
        {point.altitude ? (
          <span className="rb-hint rb-number">{t('geo.height', { metres: metres(point.altitude) })}</span>
        ) : null}
      </div>
      {!inIndonesia(point) && (
        <Notice tone="warn" announce="status">
          {t('geo.abroad')}
        </Notice>
      )}
    </>
  )
}

type LocatingProps = {
  aids: ControlProps<InputNode>['aids']
  good: number
  worst: number | null
  again: boolean
  take: (point: GeoPoint) => void
}

function Locating({ aids, good, worst, again, take }: LocatingProps) {
  const { state, start, stop, useNow } = useLocating(good, worst, take)
  if (state.kind === 'searching')
    return (
      <Searching
        {...{ state, aids }}
        hint={t('geo.waiting-for', { metres: metres(good) })}
        mayUse={state.mayUse}
        onUse={useNow}
        onStop={stop}
      />
    )
  return (
    <>
      <div>
        <Button {...aids} variant={again ? 'quiet' : 'primary'} icon="pin" onClick={start}>
          {t(again ? 'geo.again' : 'geo.take')}
        </Button>
      </div>
      <NoPoint state={state} most={worst} />
    </>
  )
}

const asTyped = (value: number | undefined) => (value === undefined ? '' : String(value).replace('.', ','))

function TypedPoint({ point, take }: { point: GeoPoint | null; take: (point: GeoPoint) => void }) {
  const [latitude, setLatitude] = useState(asTyped(point?.latitude))
  const [longitude, setLongitude] = useState(asTyped(point?.longitude))
  const [bad, setBad] = useState(false)
  const id = useId()
  const use = () => {
    const [lat, lon] = [readDegree(latitude, 90), readDegree(longitude, 180)]
    if (lat === null || lon === null) return setBad(true)
    setBad(false)
    take({ latitude: lat, longitude: lon, altitude: null, accuracy: null })
  }
  const field = (part: 'latitude' | 'longitude', value: string, set: (next: string) => void) => (
    <div className="rb-field">
      <label className="rb-label" htmlFor={`${id}-${part}`}>
        {t(`geo.${part}`)}
      </label>
      <input
        id={`${id}-${part}`}
        className="rb-input rb-input-number"
        inputMode="text"
        autoComplete="off"
        maxLength={16}
        aria-describedby={`${id}-hint`}
        aria-invalid={bad || undefined}
        value={value}
        onChange={(event) => set(event.target.value)}
      />
    </div>
  )
  return (
    <div className="fl-geo-typed">
      <p className="rb-hint" id={`${id}-hint`}>
        {t('geo.degree-hint')}
      </p>
      <div className="fl-row">
        {field('latitude', latitude, setLatitude)}
        {field('longitude', longitude, setLongitude)}
      </div>
      {bad && (
        <p className="rb-error" role="alert">
          {t('geo.bad-typed')}
        </p>
      )}
      <div>
        <Button onClick={use}>{t('geo.use-typed')}</Button>
      </div>
    </div>
  )
}
