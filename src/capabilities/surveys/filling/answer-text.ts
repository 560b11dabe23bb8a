// An answer as a person reads it back: choices by their labels, days in words, points with their accuracy.
import { fullDay, isDay } from '../../../kernel/day.ts'
import { language, translate } from '../../../platform/browser/language.ts'
import { shownMoment, shownTime } from './days.ts'
import { checkTexts, geoTexts } from './fill-texts.ts'
import { lengthOf, pathPoints, shownPoint } from './geo.ts'
import { chosenWords } from './lists/long-selects.ts'
import {
  type FormChoice,
  type FormNode,
  type GeoPoint,
  has,
  isAnswered,
  isQuestion,
  labelOf,
  type MemberNode,
  plainWords,
  type QuestionNode,
  type RepeatNode,
  valueText,
} from './nodes.ts'

const t = translate({ ...checkTexts, ...geoTexts })

export const locale = () => (language() === 'id' ? 'id-ID' : 'en-GB')
export const numberText = (value: number | bigint, digits = 10) =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value)

/** '1.500.000' for a number; of a decimal with the sign of the language. */
function numeral(value: unknown): string {
  return typeof value === 'bigint' || typeof value === 'number' ? numberText(value) : String(value)
}

export function pointWords(point: GeoPoint): string {
  const place = shownPoint(point, locale())
  if (!point.accuracy) return place
  return `${place} · ${t('geo.accuracy', { metres: numberText(Math.ceil(point.accuracy), 0) })}`
}

function pathWords(value: unknown, closed: boolean): string {
  const points = pathPoints(value, closed)
  const metres = numberText(Math.round(lengthOf(points, closed)), 0)
  const length = closed ? t('geo.round', { metres }) : t('geo.length', { metres })
  return `${t('geo.points', { count: points.length })} · ${length}`
}

const momentWords = (text: string) => {
  const shown = shownMoment(text)
  return shown ? `${dayWords(shown.slice(0, 10))}, ${shown.slice(11).replace(':', '.')}` : text
}
const dayWords = (day: string) => (isDay(day) ? fullDay(day, language()) : day)

const byType: Readonly<Record<string, (value: unknown, text: string) => string>> = {
  int: numeral,
  decimal: numeral,
  date: (_value, text) => dayWords(text.slice(0, 10)),
  time: (_value, text) => shownTime(text).replace(':', '.'),
  dateTime: (_value, text) => momentWords(text),
  geopoint: (value) => pointWords(value as GeoPoint),
  geotrace: (value) => pathWords(value, false),
  geoshape: (value) => pathWords(value, true),
}

const choiceWords = (values: readonly string[], choice: (value: string) => FormChoice | null | undefined) =>
  values.map((value) => plainWords(choice(value)?.label ?? null) || value)

/** An answer in words; '' when there is none. */
export function answerText(node: QuestionNode): string {
  if (!isAnswered(node)) return ''
  const text = valueText(node)
  switch (node.nodeType) {
    case 'select':
      return choiceWords(node.currentState.value, (value) => node.getValueOption(value)).join(', ')
    case 'rank': {
      const { value, valueOptions } = node.currentState
      const names = choiceWords(value, (each) => valueOptions.find((option) => option.value === each))
      return names.map((name, index) => `${index + 1}. ${name}`).join('  ')
    }
    case 'trigger':
      return t('check.yes')
    case 'upload':
      return t('check.file', { name: text })
    default: {
      const words = chosenWords(node)
      if (words) return words.join(', ')
      if (has(node, 'masked')) return '•'.repeat(Math.min(text.length, 16))
      return byType[node.valueType]?.(node.currentState.value, text) ?? text
    }
  }
}

/** Answers below a node that may stand as its name, in order. */
function* namingAnswers(nodes: readonly FormNode[]): Generator<string> {
  for (const node of nodes) {
    if (!node.currentState.relevant) continue
    if (!isQuestion(node)) yield* namingAnswers((node.currentState.children ?? []) as readonly FormNode[])
    else if (!has(node, 'masked') && node.nodeType !== 'upload') yield answerText(node)
  }
}

/** What a member of a repeat is called: its own label where the form makes one, else its first answer; '' while empty. */
export function memberName(member: MemberNode, repeat: RepeatNode): string {
  const own = labelOf(member)
  if (own !== '' && own !== labelOf(repeat)) return own
  for (const text of namingAnswers(member.currentState.children)) if (text !== '') return text
  return ''
}
