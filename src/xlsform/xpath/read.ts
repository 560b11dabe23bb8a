// Reads an expression of a form by the grammar of XPath 1.0 with ${name} as one more primary expression, and tells what
// it refers to. It builds no tree: the compiler only needs to know what stands where.
import { functions } from './functions.ts'
import type { Operand, Reading } from './reading.ts'
import { type Token, tokensOf, XPathFault } from './tokens.ts'

const nodeTests = new Set(['text', 'node', 'comment', 'processing-instruction'])
const wordOperators = new Set(['and', 'or', 'div', 'mod'])
/** From loosest to tightest. */
const levels: readonly (readonly string[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
]
const other: Operand = { is: 'other' }

class Reader {
  readonly reading: Reading = {
    ...{ references: [], calls: [], comparisons: [], words: [], self: false, steps: [] },
  }
  /** In the path of a list or a file: its steps are columns there. */
  #foreign = false
  readonly #tokens: Token[]
  #at = 0
  #depth = 0
  #nesting = 0
  #call = ''
  #argument = 0

  constructor(text: string) {
    this.#tokens = tokensOf(text)
  }

  get #next(): Token {
    return this.#tokens[this.#at] as Token
  }

  #peek(ahead: number): Token | undefined {
    return this.#tokens[this.#at + ahead]
  }

  #is(value: string): boolean {
    return this.#next.is === 'op' && this.#next.value === value
  }

  #take(value: string): boolean {
    if (!this.#is(value)) return false
    this.#at++
    return true
  }

  whole(): Reading {
    if (this.#next.is === 'end') throw new XPathFault('xpath-value-missing', 0)
    this.#level(0)
    if (this.#peek(0)?.is !== 'end') this.#unexpected()
    return this.reading
  }

  /** An operand has ended and something follows that is no operator: say which slip it is. */
  #unexpected(): never {
    const { is, value, from } = this.#next
    if (is === 'op' && (value === ')' || value === ']'))
      throw new XPathFault('xpath-bracket-extra', from, { written: value })
    if (is === 'name' && wordOperators.has(value.toLowerCase())) {
      throw new XPathFault('xpath-symbol', from, { written: value, mend: value.toLowerCase() })
    }
    if (is === 'text' && wordOperators.has(value.trim().toLowerCase())) {
      throw new XPathFault('xpath-symbol', from, { written: `"${value}"`, mend: value.trim().toLowerCase() })
    }
    throw new XPathFault('xpath-operator-missing', from, { written: value.slice(0, 40) })
  }

  #operatorOf(level: number): string {
    const { is, value } = this.#next
    if (is !== 'op' && is !== 'name') return ''
    return levels[level]?.includes(value) ? value : ''
  }

  #level(level: number): Operand {
    if (level === levels.length) return this.#unary()
    let left = this.#level(level + 1)
    for (;;) {
      const operator = this.#operatorOf(level)
      if (operator === '') return left
      this.#at++
      const right = this.#level(level + 1)
      if (operator === '=' || operator === '!=') this.reading.comparisons.push({ left, right })
      left = other
    }
  }

  #unary(): Operand {
    let negative = false
    while (this.#take('-')) negative = true
    let found = this.#path()
    while (this.#take('|')) {
      this.#path()
      found = other
    }
    return negative ? other : found
  }

  #path(): Operand {
    if (++this.#nesting > 200) throw new XPathFault('xpath-too-deep', this.#next.from)
    try {
      if (this.#is('//') || this.#is('/')) return this.#ownSteps()
      const from = this.#at
      const primary = this.#primary()
      if (!primary) return this.#steps(false)
      return this.#after(primary, this.#tokens[from]?.value === 'instance')
    } finally {
      this.#nesting--
    }
  }

  #ownSteps(): Operand {
    const around = this.#foreign
    this.#foreign = false
    const found = this.#take('//') || (this.#take('/') && this.#startsStep()) ? this.#steps(true) : other
    if (this.#tokens[this.#at - 1]?.value === '/') this.#stepped('*')
    this.#foreign = around
    return found
  }

  /** What follows a first operand: [ … ] and steps, those of a list or a file where it is one. */
  #after(primary: Operand, isList: boolean): Operand {
    const around = this.#foreign
    this.#foreign = isList
    let found = primary
    while (this.#is('[')) {
      this.#predicate()
      found = other
    }
    if (this.#take('/') || this.#take('//')) found = this.#steps(true)
    this.#foreign = around
    return found
  }

  #stepped(name: string): void {
    if (!this.#foreign) this.reading.steps.push({ name, call: this.#call })
  }

  #primary(): Operand | null {
    const token = this.#next
    if (token.is === 'ref') return this.#reference(token)
    if (token.is === 'text' || token.is === 'number') {
      this.#at++
      return token.is === 'text' ? this.#text(token) : other
    }
    if (this.#take('(')) {
      const inner = this.#level(0)
      this.#close(')', token.from)
      return inner
    }
    const call = token.is === 'name' && this.#peek(1)?.value === '(' && this.#peek(1)?.is === 'op'
    return call && !nodeTests.has(token.value) ? this.#function(token) : null
  }

  #text(token: Token): Operand {
    for (const match of token.value.matchAll(/\$\{([^{}]+)\}/g)) {
      const from = token.from + 1 + match.index
      this.#refer((match[1] ?? '').trim(), from, from + match[0].length, true)
    }
    return { is: 'text', value: token.value, at: token.from }
  }

  #refer(name: string, from: number, to: number, quoted: boolean): void {
    const [predicate, call, argument] = [this.#depth > 0, this.#call, this.#argument]
    this.reading.references.push({ name, from, to, predicate, call, argument, quoted })
  }

  #reference(token: Token): Operand {
    this.#at++
    if (token.value === '') throw new XPathFault('reference-empty', token.from)
    this.#refer(token.value, token.from, token.to, false)
    return { is: 'ref', name: token.value }
  }

  #close(bracket: string, opened: number): void {
    if (this.#take(bracket)) return
    if (this.#next.is === 'end') throw new XPathFault('xpath-bracket-open', opened, { mend: bracket })
    this.#unexpected()
  }

  #function(token: Token): Operand {
    this.#at += 2
    const around = [this.#call, this.#argument] as const
    const found: Operand[] = []
    this.#call = token.value
    if (!this.#is(')')) {
      do {
        this.#argument = found.length
        found.push(this.#level(0))
      } while (this.#take(','))
    }
    this.#close(')', token.to)
    ;[this.#call, this.#argument] = around
    this.#checkCall(token, found.length)
    this.reading.calls.push({ name: token.value, from: token.from, arguments: found })
    return other
  }

  #checkCall(token: Token, given: number): void {
    const known = Object.hasOwn(functions, token.value) ? functions[token.value] : undefined
    if (!known) {
      throw new XPathFault('xpath-function-unknown', token.from, { written: token.value })
    }
    const [fewest, most] = known
    if (given >= fewest && given <= most) return
    const wanted =
      fewest === most ? `${fewest}` : most === Number.POSITIVE_INFINITY ? `≥ ${fewest}` : `${fewest}–${most}`
    throw new XPathFault('xpath-arguments', token.from, { function: token.value, given, wanted })
  }

  #predicate(): void {
    const opened = this.#next.from
    this.#at++
    this.#depth++
    this.#level(0)
    this.#depth--
    this.#close(']', opened)
  }

  #startsStep(): boolean {
    const { is, value } = this.#next
    return is === 'name' || (is === 'op' && ['.', '..', '@', '*'].includes(value))
  }

  #steps(after: boolean): Operand {
    let found = this.#step(after)
    while (this.#take('/') || this.#take('//')) {
      this.#step(true)
      found = other
    }
    return after ? other : found
  }

  #step(after: boolean): Operand {
    const first = this.#next
    if (!this.#startsStep()) this.#noValue(first)
    this.#at++
    let found: Operand = other
    if (first.is === 'op' && first.value === '.') {
      found = { is: 'self' }
      if (!after && this.#depth === 0) this.reading.self = true
    }
    if (first.is === 'op' && (first.value === '..' || first.value === '*') && !this.#is('/'))
      this.#stepped('*')
    if (first.is === 'op' && first.value === '@') this.#nodeTest()
    if (first.is === 'name') found = this.#named(first, after)
    while (this.#is('[')) {
      this.#predicate()
      found = other
    }
    return found
  }

  #named(first: Token, after: boolean): Operand {
    if (this.#take('::')) {
      this.#nodeTest()
      return other
    }
    if (nodeTests.has(first.value) && this.#take('(')) {
      this.#close(')', first.to)
      if (first.value === 'node') this.#stepped('*')
      return other
    }
    this.#stepped(first.value)
    if (after) return other
    this.reading.words.push({ name: first.value, depth: this.#depth })
    return { is: 'word', value: first.value, at: first.from, predicate: this.#depth > 0 }
  }

  #nodeTest(): void {
    const { is, value, from } = this.#next
    if (is !== 'name' && !(is === 'op' && value === '*')) throw new XPathFault('xpath-value-missing', from)
    this.#at++
    this.#stepped(nodeTests.has(value) ? '*' : value)
    if (nodeTests.has(value) && this.#take('(')) this.#close(')', from)
  }

  #noValue(token: Token): never {
    if (token.is === 'op' && (token.value === ')' || token.value === ']') && this.#at === 0) {
      throw new XPathFault('xpath-bracket-extra', token.from, { written: token.value })
    }
    throw new XPathFault('xpath-value-missing', token.from, { written: token.value.slice(0, 40) })
  }
}

/** What an expression refers to. Throws XPathFault where it cannot be read. */
export function readXPath(text: string): Reading {
  return new Reader(text).whole()
}
