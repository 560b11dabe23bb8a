import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Icon } from '../../../../platform/browser/ui/Icon.tsx'
import { numberText } from '../answer-text.ts'
import { type ControlProps, t, useFill } from '../fill-context.tsx'
import type { RangeNode } from '../nodes.ts'

/** The steps of a scale, free of the errors of binary fractions. */
function stepped(value: number, step: number): string {
  const digits = (String(step).split('.')[1] ?? '').length
  return value.toFixed(digits)
}

/** A scale: slide, or step by step. Nothing is chosen until the person does. */
export function RangeControl({ node, aids }: ControlProps<RangeNode>) {
  const { session } = useFill()
  const { bounds } = node.definition
  const [start, end, step] = [Number(bounds.start), Number(bounds.end), Math.abs(Number(bounds.step)) || 1]
  const { value, readonly } = node.currentState
  const chosen = value === null ? null : Number(value)
  const put = (next: number) => {
    const within = Math.min(end, Math.max(start, next))
    session.change(() => void node.setValue(stepped(within, step)))
  }
  const shown = chosen ?? start
  const text = chosen === null ? t('fill.range-none') : numberText(chosen)
  const nudge = (by: number) => put(chosen === null ? start : chosen + by)
  return (
    <div className="fl-range">
      <output className={chosen === null ? 'fl-range-none' : 'fl-range-value rb-number'} htmlFor={aids.id}>
        {text}
      </output>
      <div className="fl-range-row">
        <button
          type="button"
          className="fl-step"
          aria-label={t('fill.less')}
          disabled={readonly}
          onClick={() => nudge(-step)}
        >
          <Icon name="minus" />
        </button>
        <input
          {...aids}
          type="range"
          min={start}
          max={end}
          step={step}
          value={shown}
          disabled={readonly}
          data-unset={chosen === null || undefined}
          aria-valuetext={text}
          onChange={(event) => put(Number(event.target.value))}
          onPointerUp={() => chosen === null && put(shown)}
        />
        <button
          type="button"
          className="fl-step"
          aria-label={t('fill.greater')}
          disabled={readonly}
          onClick={() => nudge(step)}
        >
          <Icon name="plus" />
        </button>
      </div>
      <div className="fl-range-ends rb-hint rb-number">
        <span>{numberText(start)}</span>
        <span>{numberText(end)}</span>
      </div>
      {chosen !== null && !readonly && (
        <Button variant="link" onClick={() => session.change(() => void node.setValue(null))}>
          {t('fill.clear')}
        </Button>
      )}
    </div>
  )
}
