// biome-ignore-all lint/suspicious/noTemplateCurlyInString: XLSForm itself writes references so.
// Cuts an expression of a form into tokens, and names the slips of people who come from Excel.

export type Token = {
  is: 'ref' | 'text' | 'number' | 'name' | 'op' | 'end'
  value: string
  /** Place in the expression, from 0; `to` is just after it. */
  from: number
  to: number
}

/** Why an expression cannot be read; `at` counts from 0. */
export class XPathFault extends Error {
  readonly code: string
  readonly at: number
  readonly facts: Readonly<Record<string, string | number>>
  constructor(code: string, at: number, facts: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.code = code
    this.at = at
    this.facts = facts
  }
}

const space = /\s+/y
const reference = /\$\{([^{}]*)\}/y
const number = /\d+(\.\d*)?|\.\d+/y
const word = /[\p{L}_][\p{L}\p{N}_.\-\u00b7]*(:[\p{L}_][\p{L}\p{N}_.\-\u00b7]*)?/uy
const operator = /!=|<=|>=|::|\/\/|\.\.|[()[\],/.@|+\-=<>*]/y
/** Slips: what was written, the fault, and what to write instead. */
const slips: readonly (readonly [RegExp, string, string])[] = [
  [/==/y, 'xpath-symbol', '='],
  [/<>/y, 'xpath-symbol', '!='],
  [/=</y, 'xpath-symbol', '<='],
  [/=>/y, 'xpath-symbol', '>='],
  [/≠/y, 'xpath-symbol', '!='],
  [/≤/y, 'xpath-symbol', '<='],
  [/≥/y, 'xpath-symbol', '>='],
  [/[–—−]/y, 'xpath-symbol', '-'],
  [/[×]/y, 'xpath-symbol', '*'],
  [/[÷]/y, 'xpath-symbol', 'div'],
  [/&(?=\s*["'])|(?<=["']\s*)&(?!&)/y, 'xpath-symbol', 'concat(a, b)'],
  [/&&?/y, 'xpath-symbol', 'and'],
  [/\^/y, 'xpath-symbol', 'pow(a, b)'],
  [/\|\|/y, 'xpath-symbol', 'or'],
  [/!(?!=)/y, 'xpath-symbol', 'not( … )'],
  [/%(?=\s*($|[),<>=!]|and\b|or\b))/y, 'xpath-percent', ''],
  [/%/y, 'xpath-symbol', 'mod'],
  [/;/y, 'xpath-symbol', ','],
  [/\$\{[^}]*$/y, 'reference-open', '}'],
  [/\$\s*\{?\s*[\p{L}_]?[\p{L}\p{N}_\-.]*\s*\}?/uy, 'reference-written', '${…}'],
  [/\{[^}]*\}?/y, 'reference-written', '${…}'],
]

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function quoted(text: string, at: number): Token {
  const end = text.indexOf(text[at] ?? '', at + 1)
  if (end < 0) throw new XPathFault('xpath-quote-open', at)
  return { is: 'text', value: text.slice(at + 1, end), from: at, to: end + 1 }
}

/** Inside regex( … with no quote since: the pattern was written bare. */
const barePattern = /\bregex\s*\([^'"]*$/

function slipAt(text: string, at: number): never {
  if (barePattern.test(text.slice(Math.max(0, at - 300), at))) throw new XPathFault('regex-unquoted', at)
  for (const [pattern, code, mend] of slips) {
    const found = match(pattern, text, at)
    if (found) throw new XPathFault(code, at, { written: found[0].slice(0, 40), mend })
  }
  throw new XPathFault('xpath-character', at, { written: text[at] ?? '' })
}

/** Days as paper writes them, bare: 2026-01-01 would be a subtraction, and 01/01/2026 no value. */
const bareDay = /(?<![\d.])(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2})([/-])(\d{1,2})\5(\d{4}))(?![\d.])/y
/** 5.000.000 and 1.500.000,00: thousands as rupiah are written. */
const thousands = /\d{1,3}(?:\.\d{3}){2,}(?!\d)/y

function checkNumber(text: string, at: number): void {
  const day = match(bareDay, text, at)
  const [, year, month, date, first = '', , second = '', last] = day ?? []
  const written = `${year ?? last}-${(month ?? second).padStart(2, '0')}-${(date ?? first).padStart(2, '0')}`
  if (day && !Number.isNaN(Date.parse(written)))
    throw new XPathFault('xpath-day-bare', at, { written: day[0], mend: `date('${written}')` })
  const amount = match(thousands, text, at)?.[0]
  if (amount)
    throw new XPathFault('xpath-thousands', at, { written: amount, mend: amount.replace(/\./g, '') })
}

const slipFirst = /==|<>|=<|=>|\|\|/y

function tokenAt(text: string, at: number): Token {
  const letter = text[at] ?? ''
  if (letter === '"' || letter === "'") return quoted(text, at)
  const ref = match(reference, text, at)
  if (ref) return { is: 'ref', value: (ref[1] ?? '').trim(), from: at, to: at + ref[0].length }
  if (match(slipFirst, text, at)) slipAt(text, at)
  const digits = match(number, text, at)
  if (digits) checkNumber(text, at)
  if (digits) return { is: 'number', value: digits[0], from: at, to: at + digits[0].length }
  const name = match(word, text, at)
  if (name) return { is: 'name', value: name[0], from: at, to: at + name[0].length }
  const op = match(operator, text, at)
  if (op) return { is: 'op', value: op[0], from: at, to: at + op[0].length }
  return slipAt(text, at)
}

/** The tokens of an expression, the last of them 'end'. Throws XPathFault. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const gap = match(space, text, at)
    if (gap) {
      at += gap[0].length
      continue
    }
    const token = tokenAt(text, at)
    tokens.push(token)
    at = token.to
  }
  tokens.push({ is: 'end', value: '', from: text.length, to: text.length })
  return tokens
}

/** ${name} inside quotes. */
export const referencesIn = ({ value, from }: Token): { name: string; from: number; to: number }[] =>
  [...value.matchAll(/\$\{([^{}]+)\}/g)].map((match) => {
    const at = from + 1 + match.index
    return { name: (match[1] ?? '').trim(), from: at, to: at + match[0].length }
  })
