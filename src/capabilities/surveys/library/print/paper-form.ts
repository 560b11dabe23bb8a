// A questionnaire as it stands on paper: what is printed, in which order, with which room to write.
import type { FormModel, Group, Item, Question } from '../../../../xlsform/model.ts'
import {
  choiceLabels,
  conditionsOf,
  hasLabel,
  labelIn,
  type Named,
  onPaper,
  type SkipPhrases,
  skipWords,
} from './skip-words.ts'

/** Room for an answer. */
export type Room =
  | { kind: 'choices'; multiple: boolean; options: string[] }
  | { kind: 'lines'; count: number }
  | { kind: 'boxes'; count: number }
  | { kind: 'number' | 'date' | 'time' | 'dateTime' | 'point' | 'walk' | 'tick' }
  | { kind: 'media'; what: 'image' | 'audio' | 'video' | 'file' }

export type PaperQuestion = {
  kind: 'question'
  path: string
  number: string
  label: string
  hint: string
  skip: string
  required: boolean
  room: Room
}
export type PaperPart =
  | { kind: 'heading'; path: string; text: string; skip: string; deep: boolean }
  | { kind: 'note'; path: string; text: string; skip: string }
  | PaperQuestion
  | { kind: 'repeat'; path: string; text: string; skip: string; parts: PaperPart[] }

/** Lists longer than this are read from the phone or the register, and written down in words. */
const longestList = 40

/** What the phone fills in is room to write on paper. */
const withoutReferences = (text: string) => text.replace(/\$\{[^}]*\}/g, '……………').replace(/<[^>]*>/g, '')

/** The parts of a form in the order in which they are asked. `language` is one of the form's. */
export function paperOf(model: FormModel, xform: string, language: string, say: SkipPhrases): PaperPart[] {
  const numbers = numbersOf(onPaper(model), language)
  const named = new Map<string, Named>(
    onPaper(model).map((question) => {
      const labels = choiceLabels(question, model, language)
      return [
        question.path,
        { number: numbers.get(question.path) ?? '', choice: (name) => labels.get(name) ?? name },
      ]
    }),
  )
  const conditions = conditionsOf(xform)
  const skipOf = (path: string) => {
    const condition = conditions.get(path)
    return condition === undefined ? '' : skipWords(condition, path, named, say)
  }

  const questionPart = (question: Question): PaperPart[] => {
    if (!hasLabel(question)) return []
    const about = { path: question.path, skip: skipOf(question.path) }
    const text = withoutReferences(labelIn(question.label, language))
    if (question.type === 'note') return [{ kind: 'note', ...about, text }]
    const number = numbers.get(question.path)
    if (number === undefined) return []
    return [
      {
        kind: 'question',
        ...about,
        ...{ number, label: ownNumber(text) ? text.replace(/^\d+\.\s*/, '') : text },
        hint: withoutReferences(labelIn(question.hint, language)),
        required: question.required,
        room: roomOf(question, model, language),
      },
    ]
  }
  const groupPart = (group: Group, deep: boolean): PaperPart[] => {
    const parts = partsOf(group.children, true)
    if (parts.length === 0) return []
    const about = {
      path: group.path,
      skip: skipOf(group.path),
      text: withoutReferences(labelIn(group.label, language)),
    }
    if (group.kind === 'repeat') return [{ kind: 'repeat', ...about, parts }]
    return about.text ? [{ kind: 'heading', ...about, deep }, ...parts] : parts
  }
  const partsOf = (items: readonly Item[], deep: boolean): PaperPart[] =>
    items.flatMap((item) => (item.kind === 'question' ? questionPart(item) : groupPart(item, deep)))
  return partsOf(model.items, false)
}

const ownNumber = (text: string) => /^\d+\.\s/.test(text)

/** A label that brings its number keeps it, and those without are lettered then; else all are counted through. */
function numbersOf(questions: readonly Question[], language: string): Map<string, string> {
  const own = questions.map((each) => /^(\d+)\.\s/.exec(labelIn(each.label, language))?.[1])
  const lettered = own.some((each) => each !== undefined)
  let letters = 0
  return new Map(
    questions.map((question, at) => {
      if (!lettered) return [question.path, String(at + 1)]
      if (own[at] === undefined) letters += 1
      return [question.path, own[at] ?? letterOf(letters)]
    }),
  )
}

/** a … z, then aa, ab: a form has fewer questions without a number than that. */
const letterOf = (n: number): string =>
  n > 26
    ? `${letterOf(Math.floor((n - 1) / 26))}${letterOf(((n - 1) % 26) + 1)}`
    : String.fromCharCode(96 + n)

function roomOf(question: Question, model: FormModel, language: string): Room {
  const { type, appearance } = question
  if (type === 'select_one' || type === 'select_multiple' || type === 'rank')
    return choicesRoom(question, model, language)
  if (type === 'integer' || type === 'decimal' || type === 'range') return { kind: 'number' }
  if (type === 'date' || type === 'time' || type === 'dateTime') return { kind: type }
  if (type === 'geopoint') return { kind: 'point' }
  if (type === 'geotrace' || type === 'geoshape') return { kind: 'walk' }
  if (type === 'image' || type === 'audio' || type === 'video' || type === 'file')
    return { kind: 'media', what: type }
  if (type === 'acknowledge') return { kind: 'tick' }
  if (/(^|_)(nik|kk)(_|$)|no_kk|kk_number/i.test(question.name)) return { kind: 'boxes', count: 16 }
  return { kind: 'lines', count: appearance.includes('multiline') ? 3 : 1 }
}

function choicesRoom(question: Question, model: FormModel, language: string): Room {
  const options = [...choiceLabels(question, model, language).values()].map(withoutReferences)
  if (options.length === 0 || options.length > longestList) return { kind: 'lines', count: 1 }
  return { kind: 'choices', multiple: question.type !== 'select_one', options }
}

/** How many choices stand beside each other in the room that a question has. */
export function columnsFor(options: readonly string[]): 1 | 2 | 3 {
  const longest = Math.max(...options.map((each) => each.length))
  if (longest <= 16) return 3
  return longest <= 27 ? 2 : 1
}
