// One indicator of a measure: which question, which answers mean deprivation, how it is called, where its limit comes from.
import { useState } from 'react'
import { language } from '../../../../platform/browser/language.ts'
import { Button } from '../../../../platform/browser/ui/action/Button.tsx'
import { CheckCards } from '../../../../platform/browser/ui/form/CheckCards.tsx'
import { Form, FormRow } from '../../../../platform/browser/ui/form/Form.tsx'
import { NumberField } from '../../../../platform/browser/ui/form/NumberField.tsx'
import { SelectField } from '../../../../platform/browser/ui/form/SelectField.tsx'
import { TextField } from '../../../../platform/browser/ui/form/TextField.tsx'
import { Cluster } from '../../../../platform/browser/ui/page/Cluster.tsx'
import { type FormModel, type Question, questionsOf } from '../../../../xlsform/model.ts'
import { said } from '../../screens/words.ts'
import type { Condition, Indicator, MeasureBody } from '../measure.ts'
import { m } from './measure-words.ts'

type Props = {
  body: MeasureBody
  model: FormModel
  /** null: a new one. */
  indicator: Indicator | null
  onChange: (indicator: Indicator) => void
  onCancel: () => void
  onRemove?: () => void
}

/** What is being typed: texts where the indicator has numbers. */
type Typed = {
  question: string
  labelId: string
  labelEn: string
  dimension: string
  when: 'in' | 'below' | 'above' | 'missing'
  values: readonly string[]
  /** The same, as typed where the question has no choices. */
  text: string
  bound: string
  source: string
}

const silent = new Set([
  'note',
  'metadata',
  'image',
  'audio',
  'video',
  'file',
  'geopoint',
  'geotrace',
  'geoshape',
])

/** Questions that a measure may ask: outside lists, and with an answer that can be compared. */
const askable = (model: FormModel): { path: string; question: Question }[] =>
  questionsOf(model).flatMap(({ question, repeat }) =>
    repeat !== null || silent.has(question.type)
      ? []
      : [{ path: question.path.slice(model.root.length + 1), question }],
  )

const titleOf = (question: Question, language: 'id' | 'en', model: FormModel): string => {
  const name = model.languages.find((each) => each.includes(`(${language})`)) ?? model.defaultLanguage
  return (question.label[name] || question.label[''] || question.name).slice(0, 120)
}

/** In a list: by its words in the reader's language, or as what the form works out. */
const saidOf = (question: Question, model: FormModel): string =>
  Object.values(question.label).some(Boolean)
    ? titleOf(question, language(), model)
    : m('measure.computed', { name: question.name })

const freshCondition: Condition = { in: [] }

function conditionTyped(condition: Condition): Pick<Typed, 'when' | 'values' | 'text' | 'bound'> {
  const none = { values: [], text: '', bound: '' }
  if ('in' in condition) return { ...none, when: 'in', values: condition.in, text: condition.in.join(', ') }
  if ('below' in condition) return { ...none, when: 'below', bound: String(condition.below) }
  if ('above' in condition) return { ...none, when: 'above', bound: String(condition.above) }
  return { ...none, when: 'missing' }
}

function typedOf(indicator: Indicator | null, body: MeasureBody): Typed {
  const [labelId, labelEn] = indicator?.label ?? ['', '']
  return {
    ...{ labelId, labelEn, source: indicator?.source ?? '', question: indicator?.question ?? '' },
    dimension: indicator?.dimension ?? body.dimensions[0]?.id ?? '',
    ...conditionTyped(indicator?.deprivedWhen ?? freshCondition),
  }
}

function conditionOf({ when, values, bound }: Typed): Condition {
  if (when === 'in') return { in: [...values] }
  if (when === 'missing') return { missing: true }
  return when === 'below' ? { below: Number(bound) } : { above: Number(bound) }
}

function faultsOf(typed: Typed): Partial<Record<keyof Typed, string>> {
  return {
    ...(typed.question === '' ? { question: m('measure.need-question') } : {}),
    ...(typed.labelId.trim() === '' ? { labelId: m('measure.need-label') } : {}),
    ...(typed.when === 'in' && typed.values.length === 0 ? { values: m('measure.need-answers') } : {}),
    ...((typed.when === 'below' || typed.when === 'above') && typed.bound === ''
      ? { bound: m('measure.need-bound') }
      : {}),
  }
}

/** A name for a new indicator that no other has. */
function freshId(question: string, body: MeasureBody): string {
  const name = question
    .slice(question.lastIndexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '_')
  const stem = (/^[a-z]/.test(name) ? name : `i_${name}`).slice(0, 34)
  const taken = new Set(body.indicators.map((each) => each.id))
  let id = stem
  for (let n = 2; taken.has(id); n += 1) id = `${stem}_${n}`
  return id
}

export function MeasureIndicator({ body, model, indicator, onChange, onCancel, onRemove }: Props) {
  const [typed, setTyped] = useState(() => typedOf(indicator, body))
  const [faults, setFaults] = useState<ReturnType<typeof faultsOf>>({})
  const put = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }))
  const questions = askable(model)
  const chosen = questions.find((each) => each.path === typed.question)?.question
  const pick = (path: string) => {
    const question = questions.find((each) => each.path === path)?.question
    put({
      question: path,
      values: [],
      text: '',
      ...(question && typed.labelId === ''
        ? { labelId: titleOf(question, 'id', model), labelEn: titleOf(question, 'en', model) }
        : {}),
    })
  }
  const submit = () => {
    const found = faultsOf(typed)
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const { question, dimension, source } = typed
    const label: [string, string] = [typed.labelId.trim(), typed.labelEn.trim() || typed.labelId.trim()]
    const id = indicator?.id ?? freshId(question, body)
    onChange({
      ...{ id, label, dimension, question, source: source.trim() },
      weight: indicator?.weight ?? 1,
      deprivedWhen: conditionOf(typed),
    })
  }
  return (
    <div className="ms-editing">
      <Form label={indicator ? said(indicator.label) : m('measure.new-indicator')} onSubmit={submit}>
        <SelectField
          name="question"
          label={m('measure.question')}
          value={typed.question}
          onChange={pick}
          emptyLabel={m('measure.pick-question')}
          error={faults.question}
          options={questions.map(({ path, question }) => ({
            value: path,
            label: saidOf(question, model),
          }))}
        />
        <When {...{ typed, put, faults, model }} question={chosen} />
        <FormRow>
          <TextField
            name="labelId"
            label={m('measure.label-id')}
            value={typed.labelId}
            onChange={(labelId) => put({ labelId })}
            error={faults.labelId}
            maxLength={120}
          />
          <TextField
            name="labelEn"
            label={m('measure.label-en')}
            value={typed.labelEn}
            onChange={(labelEn) => put({ labelEn })}
            maxLength={120}
          />
        </FormRow>
        <FormRow>
          <SelectField
            name="dimension"
            label={m('measure.dimension')}
            value={typed.dimension}
            onChange={(dimension) => put({ dimension })}
            options={body.dimensions.map((each) => ({ value: each.id, label: said(each.label) }))}
          />
          <TextField
            name="source"
            label={m('measure.source')}
            value={typed.source}
            onChange={(source) => put({ source })}
            maxLength={200}
          />
        </FormRow>
        <Cluster>
          <Button type="submit" variant="quiet" icon="check">
            {m('measure.done')}
          </Button>
          <Button onClick={onCancel}>{m('measure.cancel')}</Button>
          {onRemove && (
            <Button variant="danger" icon="trash" onClick={onRemove}>
              {m('measure.remove-indicator')}
            </Button>
          )}
        </Cluster>
      </Form>
    </div>
  )
}

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
    .slice(0, 60)

type WhenProps = {
  typed: Typed
  put: (part: Partial<Typed>) => void
  faults: ReturnType<typeof faultsOf>
  question: Question | undefined
  model: FormModel
}

function When({ typed, put, faults, question, model }: WhenProps) {
  const list = question?.list ? model.lists[question.list] : undefined
  return (
    <>
      <SelectField
        name="when"
        label={m('measure.when')}
        value={typed.when}
        onChange={(when) => put({ when: when as Typed['when'] })}
        options={(['in', 'below', 'above', 'missing'] as const).map((value) => ({
          value,
          label: m(`measure.when-${value}`),
        }))}
        narrow
      />
      {typed.when === 'in' && list && (
        <CheckCards
          name="values"
          label={m('measure.values')}
          values={typed.values}
          onChange={(values) => put({ values })}
          error={faults.values}
          choices={list.slice(0, 60).map((choice) => ({
            value: choice.name,
            label: choice.label[model.defaultLanguage] || choice.label[''] || choice.name,
          }))}
        />
      )}
      {typed.when === 'in' && !list && (
        <TextField
          name="values"
          label={m('measure.values')}
          hint={m('measure.values-hint')}
          value={typed.text}
          onChange={(text) => put({ text, values: listed(text) })}
          error={faults.values}
        />
      )}
      {(typed.when === 'below' || typed.when === 'above') && (
        <NumberField
          name="bound"
          label={m('measure.bound')}
          value={typed.bound}
          onChange={(bound) => put({ bound })}
          decimals={3}
          error={faults.bound}
        />
      )}
    </>
  )
}
