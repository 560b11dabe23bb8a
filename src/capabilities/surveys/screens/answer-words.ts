// Answers in words: choices by their labels, days written out, points with their accuracy. Pure but for the language.
import { isDay, longDay } from '../../../kernel/day.ts'
import type { Language } from '../../../kernel/text.ts'
import type { FormModel, Labels, Question } from '../../../xlsform/model.ts'

export type Speaking = {
  /** Language of the screen: days and numbers. */
  language: Language
  /** Language of the form, by its name in the workbook; '' where it has only one. */
  spoken: string
  yes: string
  accuracy: (metres: string) => string
  points: (count: number) => string
}

/** A label in the language chosen, else in any; labels of ODK may carry `**bold**` and references, which stay. */
export function labelIn(labels: Labels, spoken: string): string {
  return labels[spoken] ?? labels[''] ?? Object.values(labels)[0] ?? ''
}

/** The form's language that fits the screen's, by the code in brackets; else its own default. */
export function spokenFor(
  model: Pick<FormModel, 'languages' | 'defaultLanguage'>,
  language: Language,
): string {
  const fits = (name: string) =>
    new RegExp(`\\(${language}\\)|^${language === 'id' ? '(bahasa )?indonesia' : 'english'}\\b`, 'i').test(
      name,
    )
  return model.languages.find(fits) ?? model.defaultLanguage
}

type Point = { lat: number; lon: number; acc?: number | null }
const isPoint = (value: unknown): value is Point =>
  typeof value === 'object' && value !== null && 'lat' in value && 'lon' in value

const locale = (language: Language) => (language === 'id' ? 'id-ID' : 'en-GB')
const numeral = (value: number, language: Language, digits = 10) =>
  new Intl.NumberFormat(locale(language), { maximumFractionDigits: digits, useGrouping: 'min2' }).format(
    value,
  )

function pointText(point: Point, speaking: Speaking): string {
  const at = `${point.lat.toFixed(5)}, ${point.lon.toFixed(5)}`
  if (!point.acc) return at
  return `${at} (${speaking.accuracy(numeral(Math.ceil(point.acc), speaking.language, 0))})`
}

function choiceText(
  name: string,
  question: Question,
  model: Pick<FormModel, 'lists'>,
  spoken: string,
): string {
  const choice = question.list ? model.lists[question.list]?.find((each) => each.name === name) : undefined
  return choice ? labelIn(choice.label, spoken) || name : name
}

const selects = new Set(['select_one', 'select_multiple', 'rank'])

/** '' where there is no answer. */
export function answerText(
  value: unknown,
  question: Question | undefined,
  model: Pick<FormModel, 'lists'>,
  speaking: Speaking,
): string {
  if (value === null || value === undefined || value === '') return ''
  if (isPoint(value)) return pointText(value, speaking)
  if (Array.isArray(value)) {
    if (value.length > 0 && value.every(isPoint)) return speaking.points(value.length)
    return value.map((each) => answerText(each, question, model, speaking)).join(', ')
  }
  if (value === true) return speaking.yes
  if (typeof value === 'number') return numeral(value, speaking.language)
  const text = String(value)
  if (question && selects.has(question.type)) return choiceText(text, question, model, speaking.spoken)
  if (isDay(text)) return longDay(text, speaking.language)
  return text
}

/** Path of a question as the answers know it: without the root, and without the places of members. */
export function plainPath(path: string, root: string): string {
  const below = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path
  return below.replace(/^\//, '').replace(/\[\d+\]/g, '')
}
