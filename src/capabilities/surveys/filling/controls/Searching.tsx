// Waiting for a point in sight of the person, and why there is none.
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { numberText } from '../answer-text.ts'
import { type FieldAids, t } from '../fill-context.tsx'
import type { Locating } from '../use-locating.ts'

export const metres = (value: number) => numberText(Math.ceil(value), 0)

type SearchingProps = {
  state: Extract<Locating, { kind: 'searching' }>
  aids: FieldAids
  hint?: string
  mayUse: boolean
  onUse: () => void
  onStop: () => void
}

export function Searching({ state: { best }, aids, hint, mayUse, onUse, onStop }: SearchingProps) {
  const shown = best ? metres(best.accuracy ?? 0) : ''
  return (
    <div className="fl-geo-search">
      <p role="status" className="fl-geo-accuracy rb-number">
        <span className="rb-spinner" aria-hidden="true" />
        {best ? t('geo.accuracy', { metres: shown }) : t('geo.searching')}
      </p>
      {hint && <p className="rb-hint">{hint}</p>}
      <div className="fl-row">
        {best && mayUse && (
          <Button variant="primary" onClick={onUse}>
            {t('geo.use-now', { metres: shown })}
          </Button>
        )}
        <Button {...aids} onClick={onStop}>
          {t('geo.stop')}
        </Button>
      </div>
    </div>
  )
}

export function NoPoint({ state, most }: { state: Locating; most: number | null }) {
  if (state.kind !== 'failed') return null
  const why =
    state.why === 'poor'
      ? t('geo.poor', { metres: metres(state.metres), most: metres(most ?? 0) })
      : t(state.why === 'denied' ? 'geo.denied' : 'geo.unavailable')
  return (
    <Notice tone="warn" announce="status">
      {why}
    </Notice>
  )
}
