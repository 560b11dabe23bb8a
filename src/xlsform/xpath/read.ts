// Reads an expression of a form by the grammar of XPath 1.0 with ${name} as one more primary expression, and tells what
// it refers to. It builds no tree: the compiler only needs to know what stands where.
import { checkArguments, givesPath } from './calls.ts'
import { axes, levels, nodeTests, wordOperators } from './grammar.ts'
import { isValue, type Operand, type Reading } from './reading.ts'
import { decimalAmong, noValue, unexpected } from './slips.ts'
import { referencesIn, type Token, tokensOf, XPathFault } from './tokens.ts'

const nodes: Operand = { is: 'nodes' }
const value: Operand = { is: 'value' }
const truth: Operand = { is: 'truth' }
class Reader {
  readonly reading: Reading
  /** The list or file in whose path it is ('' when nobody can know which): its steps are columns there. */
  #foreign: string | null = null
  /** Steps of that path, where it is not inside its [ … ]. */
  #listSteps: number[] | null = null
  /** The reference in whose [ … ] it stands, directly. */
  #within = ''
  readonly #operators = new Set<number>()
  readonly #tokens: Token[]
  #at = 0
  #depth = 0
  #nesting = 0
  #call = ''
  #argument = 0

  constructor(text: string) {
    this.#tokens = tokensOf(text)
    this.reading = {
      ...{ tokens: this.#tokens, operators: this.#operators, references: [], calls: [], comparisons: [] },
      ...{ words: [], lists: [], columns: [], self: false, steps: [] },
    }
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
    if (this.#peek(0)?.is !== 'end') throw unexpected(this.#tokens, this.#at)
    return this.reading
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
      if (wordOperators.has(operator)) this.#operators.add(this.#at)
      this.#at++
      const right = this.#level(level + 1)
      if (operator === '=' || operator === '!=') this.reading.comparisons.push({ left, right })
      left = level < 4 ? truth : value
    }
  }

  #unary(): Operand {
    let negative = false
    while (this.#take('-')) negative = true
    const found = this.#path()
    // Neither Collect nor ODK's engine puts paths together.
    if (this.#is('|')) throw new XPathFault('xpath-symbol', this.#next.from, { written: '|', mend: 'or' })
    return negative ? value : found
  }

  #path(): Operand {
    if (++this.#nesting > 200) throw new XPathFault('xpath-too-deep', this.#next.from)
    try {
      if (this.#is('//') || this.#is('/')) return this.#ownSteps()
      const from = this.#at
      const primary = this.#primary()
      if (!primary) return this.#steps(false)
      return this.#after(primary, from)
    } finally {
      this.#nesting--
    }
  }

  #ownSteps(): Operand {
    const around = this.#foreign
    this.#foreign = null
    if (this.#take('//') || (this.#take('/') && this.#startsStep())) this.#steps(true)
    else if (this.#next.is !== 'end' && !this.#is(')')) this.#noValue()
    if (this.#tokens[this.#at - 1]?.value === '/') this.#stepped('*')
    this.#foreign = around
    return nodes
  }

  /** What follows a first operand: [ … ] and steps, those of a list or a file where it is one. */
  #after(primary: Operand, at: number): Operand {
    const around = [this.#foreign, this.#listSteps] as const
    const isList = this.#tokens[at]?.value === 'instance'
    const id = this.reading.calls.at(-1)?.arguments[0]
    const steps: number[] = []
    this.#foreign = isList ? (id?.is === 'text' ? id.value : '') : null
    this.#listSteps = isList ? steps : null
    let found = primary
    while (this.#is('[')) {
      if (isValue(primary)) throw unexpected(this.#tokens, this.#at)
      this.#predicate(primary.is === 'ref' ? primary.name : '')
      found = nodes
    }
    if (this.#is('/') || this.#is('//')) found = this.#further(primary, at)
    else if (this.#tokens[at]?.value === 'current') this.reading.self = true
    if (isList) this.reading.lists.push({ id: this.#foreign ?? '', at, end: this.#at, steps })
    ;[this.#foreign, this.#listSteps] = around
    return found
  }

  /** Steps after a first operand; after a number or a text, or before one, a / was meant to divide. */
  #further(primary: Operand, at: number): Operand {
    if (isValue(primary)) throw new XPathFault('xpath-division', this.#next.from)
    this.#at++
    const led = this.reading.references.find((each) => each.at === at)
    if (led) led.step = this.#next.is === 'name' ? this.#next.value : '*'
    return this.#steps(true)
  }

  #stepped(name: string): void {
    if (this.#foreign === null) this.reading.steps.push({ name, call: this.#call })
  }

  #primary(): Operand | null {
    const token = this.#next
    if (token.is === 'ref') return this.#reference(token)
    if (token.is === 'text' || token.is === 'number') {
      this.#at++
      return token.is === 'text' ? this.#text(token) : { is: 'number', value: token.value }
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
    for (const { name, from, to } of referencesIn(token)) this.#refer(name, from, to, true)
    return { is: 'text', value: token.value, at: token.from }
  }

  #refer(name: string, from: number, to: number, quoted: boolean): void {
    const where = { predicate: this.#depth > 0, call: this.#call, argument: this.#argument, at: this.#at - 1 }
    this.reading.references.push({ name, from, to, quoted, step: '', ...where })
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
    throw unexpected(this.#tokens, this.#at)
  }

  #function(token: Token): Operand {
    const at = this.#at
    this.#at += 2
    const around = [this.#call, this.#argument, this.#listSteps] as const
    const found: Operand[] = []
    const spans: [number, number][] = []
    ;[this.#call, this.#listSteps] = [token.value, null]
    if (!this.#is(')')) {
      do {
        this.#argument = found.length
        const begun = this.#at
        found.push(this.#level(0))
        spans.push([begun, this.#at])
      } while (this.#take(','))
    }
    this.#close(')', token.to)
    ;[this.#call, this.#argument, this.#listSteps] = around
    checkArguments(token, found, decimalAmong(this.#tokens, at, this.#at))
    this.reading.calls.push({
      name: token.value,
      from: token.from,
      at,
      end: this.#at,
      arguments: found,
      spans,
    })
    return givesPath(token.value)
  }

  #predicate(of = ''): void {
    const opened = this.#next.from
    const around = [this.#listSteps, this.#within] as const
    ;[this.#listSteps, this.#within] = [null, of]
    this.#at++
    this.#depth++
    this.#level(0)
    this.#depth--
    ;[this.#listSteps, this.#within] = around
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
      found = nodes
    }
    return after ? nodes : found
  }

  #step(after: boolean): Operand {
    const first = this.#next
    if (!this.#startsStep()) this.#noValue()
    this.#at++
    let found: Operand = nodes
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
      found = nodes
    }
    return found
  }

  #named(first: Token, after: boolean): Operand {
    if (this.#is('::') && !axes.has(first.value))
      throw new XPathFault('xpath-character', first.from, { written: `${first.value}::` })
    if (this.#take('::')) {
      this.#nodeTest()
      return nodes
    }
    if (nodeTests.has(first.value) && this.#take('(')) {
      this.#close(')', first.to)
      if (first.value === 'node') this.#stepped('*')
      return nodes
    }
    this.#stepped(first.value)
    if (after) {
      this.#listSteps?.push(this.#at - 1)
      return nodes
    }
    const { value: name, from } = first
    if (this.#foreign === null) this.reading.words.push({ name, from, depth: this.#depth, of: this.#within })
    else this.reading.columns.push({ list: this.#foreign, name, from })
    return { is: 'word', value: name, at: from, predicate: this.#depth > 0 }
  }

  #nodeTest(): void {
    const { is, value, from } = this.#next
    if (is !== 'name' && !(is === 'op' && value === '*')) throw new XPathFault('xpath-value-missing', from)
    this.#at++
    this.#stepped(nodeTests.has(value) ? '*' : value)
    if (nodeTests.has(value) && this.#take('(')) this.#close(')', from)
  }

  #noValue(): never {
    throw noValue(this.#tokens, this.#at, this.#call === 'regex' && this.#argument === 1)
  }
}

/** What an expression refers to. Throws XPathFault where it cannot be read. */
export function readXPath(text: string): Reading {
  return new Reader(text).whole()
}
