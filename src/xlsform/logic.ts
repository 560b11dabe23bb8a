// All expressions of a question, compiled once; what they read is kept for cycles and for privacy.
import { yesOrNo } from './answers.ts'
import { type Compiled, compileExpression } from './expressions.ts'
import { newReport, type Report } from './faults/faults.ts'
import type { Known, Where } from './known.ts'
import { type Parameters, parametersOf } from './parameters.ts'
import type { Scope } from './references.ts'
import type { SurveyNode } from './tree.ts'
import { functions } from './xpath/functions.ts'
import { readXPath } from './xpath/read.ts'

export type LogicKind =
  | 'relevant'
  | 'required'
  | 'read_only'
  | 'constraint'
  | 'calculation'
  | 'default'
  | 'choice_filter'
  | 'repeat_count'
export type Logic = {
  xpath: Partial<Record<LogicKind, string>>
  reads: Partial<Record<LogicKind, readonly SurveyNode[]>>
  /** Whose answers come into it, for privacy. */
  sources: Partial<Record<LogicKind, readonly SurveyNode[]>>
  /** Static default, or ''. */
  fixed: string
  triggers: readonly SurveyNode[]
  parameters: Parameters
  /** ${…} of randomize's seed, as a path; or a number; or ''. */
  seed: string
}

export type Compiler = { scope: Scope; known: Known; report: Report }

const conditions = ['relevant', 'required', 'read_only'] as const

/** Whether a default is worked out when the form opens: it calls a known function, or names another question. */
export function isDynamic(text: string, type: string): boolean {
  if (/\$\{[^{}]*\}/.test(text)) return true
  const calls = [...text.matchAll(/(?<![\p{L}\p{N}_])([a-z][a-z0-9:-]*)\(/gu)].map((match) => match[1] ?? '')
  if (calls.some((name) => Object.hasOwn(functions, name))) return true
  const numeric = type === 'integer' || type === 'decimal' || type === 'range'
  return (
    numeric &&
    text.length < 200 &&
    !/^[+-]?\d*\.?\d+$/.test(text) &&
    /^[\d\s.()+\-*]+(div|mod)?[\d\s.()+\-*]*$/.test(text)
  )
}

class Reader {
  readonly #node: SurveyNode
  readonly #with: Compiler
  readonly logic: Logic

  constructor(node: SurveyNode, compiler: Compiler) {
    this.#node = node
    this.#with = compiler
    const parameters =
      node.kind === 'question' ? parametersOf(node, compiler.report) : new Map<string, string>()
    this.logic = { xpath: {}, reads: {}, sources: {}, fixed: '', triggers: [], parameters, seed: '' }
  }

  expression(kind: LogicKind, more: Partial<Where> = {}, text = this.#node.row.text(kind)): Compiled | null {
    const where = { context: this.#node, place: this.#node.row.at(kind), ...more }
    const { scope, known, report } = this.#with
    const compiled = compileExpression(text, where, scope, known, report)
    if (!compiled) return null
    this.logic.xpath[kind] = compiled.xpath
    this.logic.sources[kind] = compiled.sources
    this.logic.reads[kind] = compiled.reading.self ? [...compiled.nodes, this.#node] : compiled.nodes
    return compiled
  }

  condition(kind: (typeof conditions)[number]): void {
    const { row } = this.#node
    const text = row.text(kind)
    if (text === '') return
    const plain = yesOrNo(text)
    if (plain === null && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text))
      this.#with.report.fault('yes-no-written', row.at(kind), text)
    else if (plain === null) this.expression(kind)
    else if (kind === 'relevant') this.logic.xpath.relevant = plain ? 'true()' : 'false()'
    else if (plain) this.logic.xpath[kind] = 'true()'
  }

  /** '0-100' in a constraint: bounds as people write them, and as XPath a sum that is always right. */
  span(): boolean {
    const text = this.#node.row.text('constraint')
    const [, low, high] = /^(\d+(?:\.\d+)?)\s*(?:-|–|s\/d|sampai|to)\s*(\d+(?:\.\d+)?)$/i.exec(text) ?? []
    if (low === undefined) return false
    const mend = `. >= ${low} and . <= ${high}`
    this.#with.report.fault('constraint-span', this.#node.row.at('constraint'), text, { mend })
    return true
  }

  default(): void {
    const text = this.#node.row.text('default')
    if (text === '') return
    const dynamic = isDynamic(text, this.#node.type?.type ?? '') && !this.#isWords(text)
    if (dynamic) this.expression('default')
    else this.logic.fixed = text
  }

  /** 'Jumlah(total)', 'date (lahir)': words of a text, although one is followed by a bracket. */
  #isWords(text: string): boolean {
    if (/\$\{/.test(text) || !['text', 'barcode', 'note', 'hidden'].includes(this.#node.type?.type ?? ''))
      return false
    try {
      return readXPath(text).words.length > 0
    } catch {
      return true
    }
  }

  triggers(): void {
    const { row } = this.#node
    const text = row.text('trigger')
    if (text === '') return
    if (this.#node.kind !== 'question') {
      this.#with.report.warn('trigger-section', row.at('trigger'), this.#node.name)
      return
    }
    const names = [...text.matchAll(/\$\{([^{}]*)\}/g)].map((match) => (match[1] ?? '').trim())
    const { scope, report } = this.#with
    if (names.length === 0 || text.replace(/\$\{[^{}]*\}/g, '').replace(/[\s,]+/g, '') !== '') {
      report.fault('trigger-written', row.at('trigger'), text)
      return
    }
    const found: SurveyNode[] = []
    for (const name of names) {
      const node = scope.find(name, row.at('trigger'), report)
      if (!node) continue
      const hidden = ['calculate', 'hidden', 'metadata'].includes(node.type?.type ?? '')
      if (node.kind !== 'question' || hidden) report.fault('trigger-hidden', row.at('trigger'), `\${${name}}`)
      else found.push(node)
    }
    this.logic.triggers = found
  }

  seed(): void {
    const text = this.logic.parameters.get('seed') ?? ''
    if (text === '' || this.logic.parameters.get('randomize') !== 'true') return
    const compiled = compileExpression(
      text,
      { context: this.#node, place: this.#node.row.at('parameters') },
      this.#with.scope,
      this.#with.known,
      this.#with.report,
    )
    this.logic.seed = compiled?.xpath ?? ''
  }
}

/** Everything a row says by expressions. */
export function logicOf(node: SurveyNode, compiler: Compiler): Logic {
  const reader = new Reader(node, node.made ? { ...compiler, report: newReport() } : compiler)
  for (const kind of conditions) reader.condition(kind)
  if (node.row.has('constraint') && !reader.span()) reader.expression('constraint')
  if (node.row.has('calculation')) reader.expression('calculation')
  if (node.row.has('repeat_count') && node.kind === 'repeat') reader.expression('repeat_count')
  reader.default()
  reader.triggers()
  reader.seed()
  return reader.logic
}

/** A choice filter is read by itself: its bare words are columns of the list, or what stands in a line of the repeat. */
export function filterOf(
  node: SurveyNode,
  logic: Logic,
  columns: ReadonlySet<string> | null,
  compiler: Compiler,
  from: { items?: SurveyNode; list?: string } = {},
): string {
  const text = node.row.text('choice_filter')
  if (text === '') return ''
  const place = node.row.at('choice_filter')
  const where = { context: node, place, predicate: true, ...(from.items ? { items: from.items } : {}) }
  const compiled = compileExpression(text, where, compiler.scope, compiler.known, compiler.report)
  if (!compiled) return ''
  logic.reads.choice_filter = compiled.nodes
  logic.sources.choice_filter = compiled.sources
  for (const { name, depth } of compiled.reading.words) {
    if (depth > 0) continue
    if (name === 'label' && from.list) compiler.known.labelled(from.list)
    if (columns === null || columns.has(name)) continue
    const near = [...columns].find((each) => each.toLowerCase() === name.toLowerCase())
    const suggestion = near ?? ''
    compiler.report.fault('filter-column-unknown', place, name, {
      columns: [...columns].filter((each) => each !== 'name' && each !== 'label').join(', '),
      ...(suggestion ? { suggestion } : {}),
    })
  }
  return compiled.xpath
}
