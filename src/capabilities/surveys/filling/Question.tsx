// One question: its words, what answers it, and why an answer is refused.
import type { ComponentType } from 'react'
import { Notice } from '../../../platform/browser/ui/feedback/Notice.tsx'
import { Icon } from '../../../platform/browser/ui/Icon.tsx'
import { BarcodeControl } from './controls/BarcodeControl.tsx'
import { ChoiceControl } from './controls/ChoiceControl.tsx'
import { DayControl } from './controls/DayControl.tsx'
import { GeoPathControl } from './controls/GeoPathControl.tsx'
import { GeopointControl } from './controls/GeopointControl.tsx'
import { LineControl } from './controls/LineControl.tsx'
import { NumberControl } from './controls/NumberControl.tsx'
import { RangeControl } from './controls/RangeControl.tsx'
import { RankControl } from './controls/RankControl.tsx'
import { TextControl } from './controls/TextControl.tsx'
import { TriggerControl } from './controls/TriggerControl.tsx'
import { UploadControl } from './controls/UploadControl.tsx'
import { FormWords, WordsMedia } from './FormWords.tsx'
import { type ControlProps, type FieldAids, faultOf, idOf, t, useFill } from './fill-context.tsx'
import { has, labelOf, type QuestionNode, valueText } from './nodes.ts'

type Control = ComponentType<ControlProps<never>>

const inputs: Readonly<Record<string, Control>> = {
  int: NumberControl as Control,
  decimal: NumberControl as Control,
  date: DayControl as Control,
  time: DayControl as Control,
  dateTime: DayControl as Control,
  geopoint: GeopointControl as Control,
  geotrace: GeoPathControl as Control,
  geoshape: GeoPathControl as Control,
  barcode: BarcodeControl as Control,
}
const controls: Readonly<Record<string, Control>> = {
  select: ChoiceControl as Control,
  rank: RankControl as Control,
  range: RangeControl as Control,
  trigger: TriggerControl as Control,
  upload: UploadControl as Control,
}

function controlOf(node: QuestionNode): Control | null {
  if (node.nodeType === 'note') return null
  return controls[node.nodeType] ?? inputs[node.valueType] ?? (TextControl as Control)
}

/** Whether one field carries the label; several fields together are a group with a legend. */
const isOneField = (node: QuestionNode) =>
  (node.nodeType === 'input' && !node.valueType.startsWith('geo')) ||
  node.nodeType === 'range' ||
  (node.nodeType === 'select' && has(node, 'minimal') && node.selectType === 'select1')

function guidanceOf(session: ReturnType<typeof useFill>['session'], node: QuestionNode): string {
  const path = node.currentState.reference.replace(/\[\d+\]/g, '')
  const texts = session.start.guidance.get(path)
  const { language } = session.root.currentState.activeLanguage
  return texts?.[language] ?? Object.values(texts ?? {})[0] ?? ''
}

/** What describes a question to whoever does not see it, in the order it is read. */
function aidsOf(node: QuestionNode, guidance: string, fault: string | null): FieldAids {
  const id = idOf(node)
  const described = [
    node.currentState.hint && `${id}-hint`,
    guidance && `${id}-guidance`,
    fault && `${id}-error`,
  ]
  return {
    id,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': fault ? true : undefined,
  }
}

export function Question({ node }: { node: QuestionNode }) {
  const { session, showFaults } = useFill()
  // The header row of a table of choices says nothing that its rows do not.
  if (node.nodeType === 'select' && has(node, 'label')) return null
  const fault = showFaults ? faultOf(node) : null
  const guidance = guidanceOf(session, node)
  const aids = aidsOf(node, guidance, fault)
  const long = session.start.lists.selectOf(node) !== undefined
  const Answer = long ? (LineControl as Control) : controlOf(node)
  const noDay = session.noDay(node)
  const words = <QuestionWords node={node} />
  const about = <About {...{ node, aids, guidance, fault, noDay }} />
  if (!Answer)
    return (
      <div className="fl-question fl-note" data-question tabIndex={-1}>
        <div className="fl-words">{words}</div>
        {about}
        <NoteValue node={node} />
      </div>
    )
  const answer = <Answer node={node as never} aids={aids} />
  if (isOneField(node) && !long)
    return (
      <div className="fl-question">
        <label className="fl-words" htmlFor={aids.id} data-question tabIndex={-1}>
          {words}
        </label>
        {about}
        {answer}
      </div>
    )
  return (
    <fieldset className="fl-question" aria-describedby={aids['aria-describedby']}>
      <legend className="fl-words" data-question tabIndex={-1}>
        {words}
      </legend>
      {about}
      {answer}
    </fieldset>
  )
}

function QuestionWords({ node }: { node: QuestionNode }) {
  const { label, required } = node.currentState
  return (
    <>
      <FormWords words={label} />
      {!label && <span className="rb-hidden">{nameOf(node)}</span>}
      {required && node.nodeType !== 'note' && <small className="fl-required"> ({t('fill.required')})</small>}
    </>
  )
}

type AboutProps = {
  node: QuestionNode
  aids: FieldAids
  guidance: string
  fault: string | null
  noDay: string | undefined
}

/** Between the question and its answer: pictures, hint, guidance, and what is wrong with an answer. */
function About({ node, aids: { id }, guidance, fault, noDay }: AboutProps) {
  const { label, hint } = node.currentState
  return (
    <>
      <WordsMedia words={label} />
      {hint && (
        <div className="rb-hint" id={`${id}-hint`}>
          <FormWords words={hint} />
          <WordsMedia words={hint} />
        </div>
      )}
      {guidance && (
        <details className="fl-guidance">
          <summary>{t('fill.guidance')}</summary>
          <p id={`${id}-guidance`}>{guidance}</p>
        </details>
      )}
      {fault && (
        <p className="rb-error" id={`${id}-error`} role="alert">
          <Icon name="alert-circle" />
          <span>{fault}</span>
        </p>
      )}
      {noDay && (
        <Notice tone="warn" announce="status">
          {t('fill.no-day', { day: noDay })}
        </Notice>
      )}
    </>
  )
}

/** A question without a label is still called something. */
const nameOf = (node: QuestionNode) =>
  labelOf(node) || (node.currentState.reference.split('/').at(-1) ?? '').replaceAll('_', ' ')

/** A note may show a value that the form works out. */
function NoteValue({ node }: { node: QuestionNode }) {
  const text = valueText(node)
  return text ? <p className="fl-note-value">{text}</p> : null
}
