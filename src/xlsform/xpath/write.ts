// Writes an expression anew from its tokens, with paths for its references. Whatever stood apart as two tokens stays two:
// ${year}-1 must not become the path /data/year-1, which would be a question of that name.
import { renamed } from './functions.ts'
import { type Call, isValue, type ListPath, type Reading, type Reference } from './reading.ts'
import type { Token } from './tokens.ts'

export type Paths = {
  /** The path of a reference, from where it stands. */
  of(reference: Reference): string
  /** Whether the labels of a list stand in itext, in each language. */
  spoken(list: string): boolean
  /** The version of the form, for version(). */
  version: string
}

/** Signs that would be read on as part of a name, a number or a path. */
const ending = /[\p{L}\p{N}_.\-\u00b7:*]$/u
const beginning = /^[\p{L}\p{N}_.\-\u00b7:*]/u

const point = '[-+0-9.eE]+( +[-+0-9.eE]+){1,3}'
const onePoint = `^ *${point} *$`
const twoPoints = `^ *${point}( *; *${point})+[ ;]*$`

export class Writer {
  readonly #text: string
  readonly #reading: Reading
  readonly #paths: Paths
  readonly #references = new Map<number, Reference[]>()
  readonly #calls: ReadonlyMap<number, Call>
  readonly #lists: ReadonlyMap<number, ListPath>

  constructor(text: string, reading: Reading, paths: Paths) {
    this.#text = text
    this.#reading = reading
    this.#paths = paths
    for (const each of reading.references)
      this.#references.set(each.at, [...(this.#references.get(each.at) ?? []), each])
    this.#calls = new Map(reading.calls.map((call) => [call.at, call]))
    this.#lists = new Map(reading.lists.map((list) => [list.at, list]))
  }

  whole(): string {
    return this.#span(0, this.#reading.tokens.length - 1)
  }

  /** The tokens from one up to (and without) another; `plain` takes the first as it stands. */
  #span(from: number, to: number, plain = -1): string {
    let written = ''
    for (let at = from; at < to; ) {
      const [part, next] = this.#part(at, plain)
      written += this.#gap(at, written, part) + part
      at = next
    }
    return written
  }

  #gap(at: number, before: string, part: string): string {
    const [last, token] = [this.#reading.tokens[at - 1], this.#reading.tokens[at]]
    if (before === '' || !last || !token) return ''
    if (last.to < token.from) return ' '
    const { operators } = this.#reading
    if (operators.has(at) || operators.has(at - 1)) return ' '
    const touching = last.is === 'ref' || token.is === 'ref'
    if (token.is === 'ref' && /[\p{L}\p{N}*]$/u.test(before)) return ' '
    return touching && ending.test(before) && beginning.test(part) ? ' ' : ''
  }

  /** What stands at a token, and the token after it. */
  #part(at: number, plain: number): [string, number] {
    const list = at === plain ? undefined : this.#lists.get(at)
    if (list) return [this.#listPath(list), list.end]
    const call = at === plain ? undefined : this.#calls.get(at)
    if (call?.name === 'version') return [`'${this.#paths.version.replace(/'/g, '')}'`, call.end]
    if (call?.name === 'distance') return [this.#distance(call), call.end]
    if (call?.name === 'coalesce' && call.spans.length > 2) return [this.#first(call), call.end]
    const token = this.#reading.tokens[at] as Token
    const references = this.#references.get(at)
    if (references) return [this.#reference(token, references), at + 1]
    const name = call && Object.hasOwn(renamed, call.name) ? renamed[call.name] : undefined
    return [name ?? this.#text.slice(token.from, token.to), at + 1]
  }

  #reference(token: Token, references: readonly Reference[]): string {
    const [first] = references
    if (token.is === 'ref' && first)
      return first.call === 'jr:choice-name' && first.argument === 1
        ? `'${this.#paths.of(first)}'`
        : this.#paths.of(first)
    let written = ''
    let from = token.from
    for (const each of references) {
      written += this.#text.slice(from, each.from) + this.#paths.of(each)
      from = each.to
    }
    return written + this.#text.slice(from, token.to)
  }

  /** The label of a list in several languages is an itext: it is read in the language that is spoken. */
  #listPath(list: ListPath): string {
    const last = list.steps.length === 3 ? (list.steps[2] ?? -1) : -1
    const label = this.#reading.tokens[last]
    if (label?.value !== 'label' || last !== list.end - 1 || !this.#paths.spoken(list.id))
      return this.#span(list.at, list.end, list.at)
    return `jr:itext(${this.#span(list.at, last, list.at)}itextId)`
  }

  /** The engine's coalesce() takes two. */
  #first(call: Call): string {
    const given = call.spans.map(([from, to]) => this.#span(from, to))
    return given.reduceRight((rest, each) => `coalesce(${each}, ${rest})`)
  }

  /** The engine ends the form when a point is not there yet, or there is but one; then there is no distance. */
  #distance(call: Call): string {
    const given = call.spans.map(([from, to]) => this.#span(from, to))
    const rules = given.map((each, index) => {
      const isPath = !isValue(call.arguments[index] ?? { is: 'other' })
      const points = given.length > 1 ? `regex(${each}, '${onePoint}')` : `regex(${each}, '${twoPoints}')`
      if (!isPath) return points
      return `not(${each} = '') and ${given.length > 1 ? points : `(count(${each}) > 1 or ${points})`}`
    })
    return `if(${rules.join(' and ')}, distance(${given.join(', ')}), '')`
  }
}
