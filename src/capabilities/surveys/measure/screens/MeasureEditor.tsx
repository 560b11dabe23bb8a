// Setting a measure: cut-off, weights, indicators. The figures above follow while somebody tries; nothing holds before it is saved.
import { useState } from 'react'
import { FormNotices } from '../../../../platform/browser/forms/CommandForm.tsx'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { StatusBadge } from '../../../../platform/browser/ui/feedback/StatusBadge.tsx'
import { NumberField } from '../../../../platform/browser/ui/form/NumberField.tsx'
import { RadioCards } from '../../../../platform/browser/ui/form/RadioCards.tsx'
import { Stepper } from '../../../../platform/browser/ui/form/Stepper.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { Section } from '../../../../platform/browser/ui/page/Section.tsx'
import { Stack } from '../../../../platform/browser/ui/page/Stack.tsx'
import type { FormModel } from '../../../../xlsform/model.ts'
import { said } from '../../screens/words.ts'
import {
  type Indicator,
  indicatorsMost,
  type MeasureAnswer,
  type MeasureBody,
  weightMost,
} from '../measure.ts'
import { MeasureIndicator } from './MeasureIndicator.tsx'
import { fixedText, m, percentText } from './measure-words.ts'
import type { Draft } from './use-measure.ts'

type Props = {
  draft: Draft
  model: FormModel
  /** What comes out now; null while nothing is counted. */
  answer: MeasureAnswer | null
}

export function MeasureEditor({ draft, model, answer }: Props) {
  const { body, set } = draft
  const [open, setOpen] = useState(false)
  const [editing, setEditing] = useState<string | null>(null)
  const put = (part: Partial<MeasureBody>) => set({ ...body, ...part })
  const replaced = (next: Indicator, before: string | null) => {
    const others = body.indicators
    const indicators =
      before === null ? [...others, next] : others.map((each) => (each.id === before ? next : each))
    put({ indicators })
    setEditing(null)
  }
  const counted = answer !== null && (answer.households ?? 0) > 0
  if (!open && !draft.changed && counted)
    return (
      <div>
        <Button icon="settings" onClick={() => setOpen(true)}>
          {m('measure.open-editor')}
        </Button>
      </div>
    )
  return (
    <Section
      title={m('measure.edit')}
      subtitle={m('measure.edit-why')}
      actions={
        <Cluster>
          {draft.changed && <StatusBadge status="draft" label={m('measure.unsaved')} />}
          {counted && !draft.changed && (
            <Button onClick={() => setOpen(false)}>{m('measure.close-editor')}</Button>
          )}
        </Cluster>
      }
    >
      {counted && <Live answer={answer} />}
      <Stack gap={4}>
        <FormNotices form={draft.form} />
        <TextField
          name="title"
          label={m('measure.name')}
          value={body.title}
          onChange={(title) => put({ title })}
          error={draft.form.errorOf('title')}
          maxLength={200}
        />
        <CutOff k={body.k} onChange={(k) => put({ k })} />
        <RadioCards
          name="missing"
          label={m('measure.missing')}
          value={body.missing}
          onChange={(value) => put({ missing: value === 'leave-out' ? 'leave-out' : 'not-deprived' })}
          choices={[
            { value: 'leave-out', label: m('measure.leave-out'), hint: m('measure.leave-out-hint') },
            { value: 'not-deprived', label: m('measure.not-deprived') },
          ]}
        />
        <div>
          {body.dimensions.map((dimension) => (
            <Dimension
              key={dimension.id}
              title={said(dimension.label)}
              {...{ body, model, editing, setEditing }}
              indicators={body.indicators.filter((each) => each.dimension === dimension.id)}
              onChange={replaced}
              onRemove={(id) => {
                put({ indicators: body.indicators.filter((each) => each.id !== id) })
                setEditing(null)
              }}
            />
          ))}
        </div>
        {editing === '' ? (
          <MeasureIndicator
            {...{ body, model }}
            indicator={null}
            onChange={(next) => replaced(next, null)}
            onCancel={() => setEditing(null)}
          />
        ) : (
          body.indicators.length < indicatorsMost && (
            <div>
              <Button icon="plus" onClick={() => setEditing('')}>
                {m('measure.add-indicator')}
              </Button>
            </div>
          )
        )}
        <Saving draft={draft} />
      </Stack>
    </Section>
  )
}

/** The result stays in sight while somebody tries. */
function Live({ answer }: { answer: MeasureAnswer }) {
  const { poor, households, headcount, adjusted } = answer
  const values = { poor: poor ?? 0, all: households ?? 0, percent: percentText(headcount ?? 0) }
  return (
    <p className="ms-live" aria-live="polite">
      <strong>{m('measure.live', values)}</strong>
      <span className="rb-number">M0 {fixedText(adjusted ?? 0, 3)}</span>
    </p>
  )
}

/** The cut-off as a slider and as a number, in percent of the weights. */
function CutOff({ k, onChange }: { k: number; onChange: (k: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null)
  const percent = Math.round(k * 10_000) / 100
  const give = (value: number) => value > 0 && value <= 100 && onChange(Math.round(value * 100) / 10_000)
  return (
    <div className="ms-cut">
      <label>
        <span className="rb-label">{m('measure.cut')}</span>
        <span className="rb-hint">{m('measure.cut-hint')}</span>
        <input
          type="range"
          min={1}
          max={100}
          step={1}
          value={percent}
          onChange={(event) => {
            setTyped(null)
            give(Number(event.target.value))
          }}
        />
      </label>
      <NumberField
        name="k"
        label="k"
        suffix="%"
        decimals={2}
        value={typed ?? String(percent)}
        onChange={(value) => {
          setTyped(value)
          give(Number(value))
        }}
        onBlur={() => setTyped(null)}
      />
    </div>
  )
}

type DimensionProps = {
  title: string
  body: MeasureBody
  model: FormModel
  indicators: readonly Indicator[]
  editing: string | null
  setEditing: (id: string | null) => void
  onChange: (next: Indicator, before: string) => void
  onRemove: (id: string) => void
}

function Dimension(props: DimensionProps) {
  const { title, body, model, indicators, editing, setEditing, onChange, onRemove } = props
  if (indicators.length === 0) return null
  const total = body.indicators.reduce((sum, each) => sum + each.weight, 0)
  return (
    <>
      <h3 className="ms-dimension">{title}</h3>
      <ul className="ms-indicators">
        {indicators.map((each) => (
          <li key={each.id}>
            <div className="ms-indicator">
              <Stepper
                name={`weight-${each.id}`}
                label={said(each.label)}
                hint={[
                  m('measure.weight-percent', { percent: percentText(each.weight / total) }),
                  each.source,
                ]
                  .filter(Boolean)
                  .join(' · ')}
                value={each.weight}
                min={1}
                max={weightMost}
                less={m('measure.less-weight', { indicator: said(each.label) })}
                more={m('measure.more-weight', { indicator: said(each.label) })}
                onChange={(weight) => onChange({ ...each, weight }, each.id)}
              />
              <Button
                icon="pencil"
                aria-expanded={editing === each.id}
                onClick={() => setEditing(editing === each.id ? null : each.id)}
              >
                {m('measure.change-indicator')}
              </Button>
            </div>
            {editing === each.id && (
              <MeasureIndicator
                {...{ body, model }}
                indicator={each}
                onChange={(next) => onChange(next, each.id)}
                onCancel={() => setEditing(null)}
                onRemove={() => onRemove(each.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Saving({ draft }: { draft: Draft }) {
  const { body, saved, ready, changed, form } = draft
  const unlikeReady = ready !== null && JSON.stringify(body) !== JSON.stringify(ready)
  return (
    <Stack gap={3}>
      {body.indicators.length === 0 && <Notice tone="advice">{m('measure.need-indicator')}</Notice>}
      <Cluster>
        {(changed || !saved) && (
          <Button variant="primary" icon="check" loading={form.saving} onClick={() => void form.save()}>
            {m('measure.save')}
          </Button>
        )}
        {changed && <Button onClick={draft.reset}>{m('measure.reset')}</Button>}
        {unlikeReady && <Button onClick={() => draft.set(ready)}>{m('measure.ready')}</Button>}
      </Cluster>
    </Stack>
  )
}
