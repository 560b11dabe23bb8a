// When a question is asked, said in words for paper. A condition that is not simple is left out: paper is filled by people who
// can read the question, and the phone checks it again.
import type { Choice, FormModel, Question } from '../../../../xlsform/model.ts'
import { questionsOf } from '../../../../xlsform/model.ts'

/** How a question is called on the paper, by its path: its number and the labels of its choices. */
export type Named = { number: string; choice: (name: string) => string }

/** What paper says, in the language of the paper. */
export type SkipPhrases = {
  is: (number: string, answers: string) => string
  isNot: (number: string, answers: string) => string
  includes: (number: string, answers: string) => string
  answered: (number: string) => string
  empty: (number: string) => string
  compared: (number: string, sign: string, value: string) => string
  or: string
  and: string
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const unescaped = (text: string) =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')

/** The conditions of a form, by path of the question or group. */
export function conditionsOf(xform: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [bind] of xform.matchAll(/<bind\b[^>]*>/g)) {
    const nodeset = /\snodeset="([^"]*)"/.exec(bind)?.[1]
    const relevant = /\srelevant="([^"]*)"/.exec(bind)?.[1]
    if (nodeset && relevant) found.set(unescaped(nodeset), unescaped(relevant).trim())
  }
  return found
}

type Part = { path: string; sign: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'selected'; value: string }

const onePath = String.raw`((?:\.\.\/|\/|current\(\)\/)[\w./-]+)`
const comparing = new RegExp(
  String.raw`^${onePath}\s*(=|!=|<=|>=|<|>)\s*(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?))$`,
)
const selecting = new RegExp(String.raw`^selected\(\s*${onePath}\s*,\s*(?:'([^']*)'|"([^"]*)")\s*\)$`)
const countingSelected = new RegExp(String.raw`^count-selected\(\s*${onePath}\s*\)\s*>\s*0$`)

function partOf(text: string): Part | null {
  const plain = text
    .trim()
    .replace(/^\((.*)\)$/, '$1')
    .trim()
  const selected = selecting.exec(plain)
  if (selected?.[1]) return { path: selected[1], sign: 'selected', value: selected[2] ?? selected[3] ?? '' }
  const counted = countingSelected.exec(plain)
  if (counted?.[1]) return { path: counted[1], sign: '!=', value: '' }
  const compared = comparing.exec(plain)
  if (!compared?.[1]) return null
  const value = compared[3] ?? compared[4] ?? compared[5] ?? ''
  return { path: compared[1], sign: compared[2] as Part['sign'], value }
}

/** '../age' seen from '/data/member/marriage' is '/data/member/age'; steps are from the node itself. */
export function resolved(path: string, from: string): string {
  const plain = path.replace(/^current\(\)\//, '')
  if (plain.startsWith('/')) return plain
  const at = from.split('/')
  for (const step of plain.split('/')) {
    if (step === '..') at.pop()
    else if (step !== '.') at.push(step)
  }
  return at.join('/')
}

/** The condition in words, or '' where it is not simple or asks for what is not on the paper. */
export function skipWords(
  condition: string,
  from: string,
  named: ReadonlyMap<string, Named>,
  say: SkipPhrases,
): string {
  const joiner = / and /.test(condition) ? ' and ' : ' or '
  if (joiner === ' and ' && / or /.test(condition)) return ''
  const parts = condition.split(joiner).map(partOf)
  if (parts.length > 8) return ''
  const said: { path: string; sign: Part['sign']; values: string[] }[] = []
  for (const part of parts) {
    if (!part) return ''
    const path = resolved(part.path, from)
    const before = said.at(-1)
    const joins = joiner === ' or ' && (part.sign === '=' || part.sign === 'selected') && part.value !== ''
    if (joins && before && before.path === path && before.sign === part.sign) before.values.push(part.value)
    else said.push({ path, sign: part.sign, values: [part.value] })
  }
  const words = said
    .filter((each) => !redundant(each, said))
    .map((each) => {
      const question = named.get(each.path)
      return question ? phrase(each, question, say) : null
    })
  if (words.includes(null)) return ''
  return words.join(joiner === ' or ' ? say.or : say.and)
}

type Said = { path: string; sign: Part['sign']; values: string[] }

/** "x is answered and x is not 'none'": the second says enough. */
const redundant = (each: Said, all: readonly Said[]) =>
  each.sign === '!=' &&
  each.values[0] === '' &&
  all.some((other) => other !== each && other.path === each.path)

function phrase({ sign, values }: Said, { number, choice }: Named, say: SkipPhrases): string {
  const answers = values.map(choice).join(say.or)
  if (sign === 'selected') return say.includes(number, answers)
  if (sign === '=') return values[0] === '' ? say.empty(number) : say.is(number, answers)
  if (sign === '!=') return values[0] === '' ? say.answered(number) : say.isNot(number, answers)
  return say.compared(number, { '>=': '≥', '<=': '≤', '<': '<', '>': '>' }[sign], values[0] ?? '')
}

/** Labels of a question's choices, by name. */
export function choiceLabels(question: Question, model: FormModel, language: string): Map<string, string> {
  const list: readonly Choice[] = (question.list && model.lists[question.list]) || []
  return new Map(list.map((each) => [each.name, labelIn(each.label, language, each.name)]))
}

export const labelIn = (label: Readonly<Record<string, string>>, language: string, otherwise = ''): string =>
  label[language] || label[''] || Object.values(label).find(Boolean) || otherwise

/** Every question that is written on paper, in order. */
export const onPaper = (model: FormModel): Question[] =>
  questionsOf(model)
    .map((each) => each.question)
    .filter((each) => !['calculate', 'hidden', 'metadata', 'note'].includes(each.type) && hasLabel(each))

export const hasLabel = (item: Pick<Question, 'label'>): boolean => Object.values(item.label).some(Boolean)
