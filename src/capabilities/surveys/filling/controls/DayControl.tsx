import { useState } from 'react'
import { fullDay, isDay, monthName } from '../../../../kernel/day.ts'
import { language } from '../../../../platform/browser/language.ts'
import { Notice } from '../../../../platform/browser/ui/feedback/Notice.tsx'
import { dayOf, momentText, shownMoment, shownTime, strangeYear, timeText } from '../days.ts'
import { type ControlProps, t, useFill, useTyped } from '../fill-context.tsx'
import { has, type InputNode, valueText } from '../nodes.ts'

const fields = {
  date: { type: 'date', shown: (text: string) => text.slice(0, 10), put: (typed: string) => typed },
  month: { type: 'month', shown: (text: string) => text.slice(0, 7), put: dayOf },
  year: { type: 'text', shown: (text: string) => text.slice(0, 4), put: dayOf },
  time: { type: 'time', shown: shownTime, put: (typed: string) => timeText(typed) },
  dateTime: { type: 'datetime-local', shown: shownMoment, put: momentText },
} as const

function kindOf(node: InputNode): keyof typeof fields {
  if (node.valueType === 'time') return 'time'
  if (node.valueType === 'dateTime') return 'dateTime'
  if (has(node, 'year')) return 'year'
  return has(node, 'month-year') ? 'month' : 'date'
}

function inWords(day: string, kind: keyof typeof fields): string | null {
  if (!isDay(day)) return null
  if (kind === 'date' || kind === 'dateTime') return fullDay(day, language())
  return kind === 'month' ? `${monthName(Number(day.slice(5, 7)), language())} ${day.slice(0, 4)}` : null
}

/** A day, a month, a year, a time of day or both: the phone's own field, and below it the day in words. */
export function DayControl({ node, aids }: ControlProps<InputNode>) {
  const { session } = useFill()
  const [typing, setTyping] = useState(false)
  const kind = kindOf(node)
  const field = fields[kind]
  const value = valueText(node)
  const put = (typed: string) => session.change(() => void node.setValue(field.put(typed) || null))
  // What the field shows is compared, because a time carries an offset that nobody types.
  const { typed, type } = useTyped(() => field.shown(valueText(node)), put)
  const day = kind === 'time' ? '' : value.slice(0, 10)
  const strange = typing ? null : strangeYear(day)
  const words = inWords(day, kind)
  return (
    <>
      <input
        {...aids}
        className="rb-input rb-input-number fl-day"
        type={field.type}
        inputMode={kind === 'year' ? 'numeric' : undefined}
        maxLength={kind === 'year' ? 4 : undefined}
        value={typed}
        readOnly={node.currentState.readonly}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        onChange={(event) => type(event.target.value)}
      />
      {words && <p className="rb-hint">{words}</p>}
      {strange !== null && (
        <Notice tone="warn" announce="status">
          {t('fill.strange-year', { year: String(strange) })}
        </Notice>
      )}
    </>
  )
}
