// One expression of the sheet: mended where a slip is plain, read, checked against the form, and written with paths.
import type { Place, Report } from './faults/faults.ts'
import { pathBetween, type Scope } from './references.ts'
import { nodesOf, type SurveyNode } from './tree.ts'
import { functions } from './xpath/functions.ts'
import { readXPath } from './xpath/read.ts'
import type { Operand, Reading } from './xpath/reading.ts'
import { XPathFault } from './xpath/tokens.ts'

export type Compiled = {
  xpath: string
  nodes: readonly SurveyNode[]
  /** All whose answers come into it: of a section all inside, unless it is only counted; what stands on a written path too. */
  sources: readonly SurveyNode[]
  reading: Reading
}
export type Where = {
  /** The node whose value the expression is about. */
  context: SurveyNode
  place: Place
  /** The whole expression will stand inside [ … ]. */
  predicate?: boolean
}
/** What a comparison may be held against: names of the choices of a question, or null where they are not known. */
export type Known = {
  choices(node: SurveyNode): ReadonlySet<string> | null
  /** Tells that instance('id') is read; false when there is none. */
  instance(id: string): boolean
  instances(): Iterable<string>
  /** Tells that a CSV is read by pulldata. */
  pulled(file: string): void
}

/** Curly quotes of Word and Excel become straight, a leading = of Excel goes. */
export function tidy(written: string, place: Place, report: Report): string {
  let text = written
  if (/[“”„‟«»‘’‚‛]/.test(text)) {
    report.warn('quotes-curly', place, written)
    text = text.replace(/[“”„‟«»]/g, '"').replace(/[‘’‚‛]/g, "'")
  }
  if (/^=(?!=)/.test(text)) {
    report.warn('equals-leading', place, written)
    text = text.slice(1)
  }
  return text.trim()
}

const absoluteArguments = [0, 1, 3, 5]

function write(text: string, reading: Reading, found: readonly (SurveyNode | null)[], where: Where): string {
  let xpath = ''
  let at = 0
  reading.references.forEach((reference, index) => {
    const node = found[index]
    if (!node) return
    const whole = reference.call === 'indexed-repeat' && absoluteArguments.includes(reference.argument)
    const inside = reference.predicate || where.predicate === true
    xpath += text.slice(at, reference.from)
    xpath += whole ? node.path : pathBetween(where.context, node, inside)
    at = reference.to
  })
  const whole = xpath + text.slice(at)
  return whole.replace(/"[^"]*"|'[^']*'|\s+/g, (part) => (/^["']/.test(part) ? part : ' '))
}

function checkValue(
  one: Operand,
  value: Operand,
  nodes: ReadonlyMap<string, SurveyNode>,
  where: Where,
  known: Known,
  report: Report,
): void {
  if (one.is !== 'ref' && one.is !== 'self') return
  const node = one.is === 'ref' ? nodes.get(one.name) : where.context
  if (value.is === 'word' && !value.predicate && !where.predicate) {
    report.warn('word-without-quotes', where.place, value.value, { at: value.at + 1 })
  }
  if (!node || value.is !== 'text' || value.value === '' || value.value.includes('${')) return
  const names = known.choices(node)
  if (!names || names.has(value.value)) return
  const near = report.suggest(value.value, names)
  report.warn('value-not-in-list', where.place, value.value, {
    name: node.name,
    ...near,
  })
}

function checkCalls(reading: Reading, where: Where, known: Known, report: Report): void {
  for (const call of reading.calls) {
    const first = call.arguments[0]
    if (first?.is !== 'text') continue
    if (call.name === 'pulldata') known.pulled(first.value)
    if (call.name !== 'instance' || known.instance(first.value)) continue
    const near = report.suggest(first.value, known.instances())
    report.fault('instance-unknown', where.place, first.value, near)
  }
}

function checkQuoted(reading: Reading, where: Where, report: Report): void {
  for (const { name, quoted, call } of reading.references) {
    if (quoted && call !== 'jr:choice-name') report.warn('reference-quoted', where.place, `\${${name}}`)
  }
}

function check(
  reading: Reading,
  nodes: ReadonlyMap<string, SurveyNode>,
  where: Where,
  known: Known,
  report: Report,
): void {
  for (const { left, right } of reading.comparisons) {
    checkValue(left, right, nodes, where, known, report)
    checkValue(right, left, nodes, where, known, report)
  }
  for (const { name, arguments: given } of reading.calls) {
    const [set, value] = given
    if (name === 'selected' && set && value) checkValue(set, value, nodes, where, known, report)
  }
  checkCalls(reading, where, known, report)
  checkQuoted(reading, where, report)
}

/** Functions that look at how many there are, or at which one, and not at what stands in them. */
const counting = new Set(['count', 'position', 'indexed-repeat'])

const opened = (node: SurveyNode, call: string): SurveyNode[] =>
  node.children.length > 0 && !counting.has(call) ? [node, ...nodesOf(node)] : [node]

function sourcesOf({ references, steps }: Reading, nodes: readonly SurveyNode[], scope: Scope): SurveyNode[] {
  const named = references.flatMap((each, index) => opened(nodes[index] as SurveyNode, each.call))
  const written = steps.flatMap(({ name, call }) => {
    if (name === '*') return counting.has(call) ? [] : [...nodesOf(scope.root)]
    // The root, and words that are columns of a list or no question at all, find nothing.
    return scope.called(name).flatMap((node) => opened(node, call))
  })
  return [...new Set([...named, ...written])]
}

/** Reads and writes an expression; null after a fault. */
export function compileExpression(
  written: string,
  where: Where,
  scope: Scope,
  known: Known,
  report: Report,
): Compiled | null {
  const text = tidy(written, where.place, report)
  let reading: Reading
  try {
    reading = readXPath(text)
  } catch (error) {
    if (!(error instanceof XPathFault)) throw error
    const unknown = error.code === 'xpath-function-unknown'
    const near = unknown ? report.suggest(String(error.facts.written), Object.keys(functions)) : {}
    report.fault(error.code, where.place, text, { at: error.at + 1, ...error.facts, ...near })
    return null
  }
  const found = reading.references.map((each) => scope.find(each.name, where.place, report))
  if (found.some((node) => node === null)) return null
  const nodes = new Map(reading.references.map((each, index) => [each.name, found[index] as SurveyNode]))
  check(reading, nodes, where, known, report)
  return {
    xpath: write(text, reading, found, where),
    nodes: [...nodes.values()],
    sources: sourcesOf(reading, found as SurveyNode[], scope),
    reading,
  }
}

export type TextPiece = { text: string } | { path: string }

/** A label with ${name} in it, as texts and paths. Faults: unknown names. */
export function piecesOf(text: string, where: Where, scope: Scope, report: Report): TextPiece[] {
  const pieces: TextPiece[] = []
  let at = 0
  for (const match of text.matchAll(/\$\{([^{}]*)\}/g)) {
    const node = scope.find((match[1] ?? '').trim(), where.place, report)
    if (!node) continue
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) })
    pieces.push({ path: pathBetween(where.context, node, false) })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}
