// One expression of the sheet: mended where a slip is plain, read, checked against the form, and written with paths.
import type { Facts, Place, Report } from './faults/faults.ts'
import type { Known, Where } from './known.ts'
import { isLastSaved, lastSavedPath, pathBetween, pathFromItem, type Scope } from './references.ts'
import { nodesOf, type SurveyNode } from './tree.ts'
import { checkWords } from './words.ts'
import { elsewhere, excel, functions } from './xpath/functions.ts'
import { readXPath } from './xpath/read.ts'
import type { Operand, Reading, Reference } from './xpath/reading.ts'
import { XPathFault } from './xpath/tokens.ts'
import { Writer } from './xpath/write.ts'

export type Compiled = {
  xpath: string
  nodes: readonly SurveyNode[]
  /** All whose answers come into it: of a section all inside, unless it is only counted; what stands on a written path too. */
  sources: readonly SurveyNode[]
  reading: Reading
}
const doubles = '“”„‟«»'
const singles = '‘’‚‛'

/** Curly quotes that part a text from the rest become straight; those inside straight ones are letters of that text. */
function straightened(text: string): string {
  return text.replace(
    /"[^"]*"|'[^']*'|[“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]|[‘’‚‛]([^'‘’‚‛]*)['‘’‚‛]|./gsu,
    (part, one, other) => {
      if (one !== undefined) return `"${one}"`
      if (other !== undefined) return `'${other}'`
      return part.length > 1 || !(doubles + singles).includes(part)
        ? part
        : doubles.includes(part)
          ? '"'
          : "'"
    },
  )
}

/** Curly quotes of Word and Excel become straight, a leading = of Excel goes. */
export function tidy(written: string, place: Place, report: Report): string {
  let text = /[“”„‟«»‘’‚‛]/.test(written) ? straightened(written) : written
  if (text !== written) report.warn('quotes-curly', place, written)
  if (/^=(?!=)/.test(text)) {
    report.warn('equals-leading', place, written)
    text = text.slice(1)
  }
  return text.trim()
}

/** Words where a name or a label is worked out are a text that somebody left without quotes. */
export function asText(written: string, place: Place, report: Report): string {
  if (!/^\p{L}[\p{L}\p{N}\s_.,-]*$/u.test(written)) return written
  report.warn('text-forgiven', place, written)
  return `'${written}'`
}

const absoluteArguments = [0, 1, 3, 5]

function pathOf(reference: Reference, node: SurveyNode, where: Where, known: Known): string {
  if (isLastSaved(reference.name)) {
    known.lastSaved()
    return lastSavedPath(node)
  }
  if (reference.call === 'indexed-repeat' && absoluteArguments.includes(reference.argument)) return node.path
  if (reference.call === 'position' && reference.step === '')
    return Array(Math.max(0, where.context.depth - node.depth))
      .fill('..')
      .join('/')
  if (where.items && !reference.predicate) return pathFromItem(where.items, where.context, node)
  return pathBetween(where.context, node, reference.predicate || where.predicate === true)
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
  checkWords(reading, nodes, where, known, report)
  checkQuoted(reading, where, report)
  checkThousands(reading, where.place, report)
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

/** What is written here instead of a function that the engine does not know. */
function insteadOf(written: string, report: Report): Facts {
  const mend = elsewhere[written] || excel[written.toLowerCase().replace(/^.*[.:]/, '')]
  if (mend) return { mend }
  return Object.hasOwn(elsewhere, written) ? {} : report.suggest(written, Object.keys(functions))
}

function readOrTell(text: string, place: Place, report: Report): Reading | null {
  try {
    return readXPath(text)
  } catch (error) {
    if (!(error instanceof XPathFault)) throw error
    const unknown = error.code.startsWith('xpath-function')
    const instead = unknown ? insteadOf(String(error.facts.written), report) : {}
    report.fault(error.code, place, text, { at: error.at + 1, ...error.facts, ...instead })
    return null
  }
}

/** 500.000 is read as five hundred, whoever meant rupiah. */
function checkThousands(reading: Reading, place: Place, report: Report): void {
  for (const { is, value } of reading.tokens)
    if (is === 'number' && /^[1-9]\d{0,2}\.\d00$/.test(value))
      report.warn('number-thousands', place, value, {
        mend: value.replace('.', ''),
        read: String(Number(value)),
      })
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
  const reading = readOrTell(text, where.place, report)
  if (!reading) return null
  const found = reading.references.map((each) => scope.find(each.name, where.place, report))
  if (found.some((node) => node === null)) return null
  const nodes = new Map(reading.references.map((each, index) => [each.name, found[index] as SurveyNode]))
  check(reading, nodes, where, known, report)
  const paths = {
    of: (each: Reference) => pathOf(each, nodes.get(each.name) as SurveyNode, where, known),
    spoken: (list: string) => known.spoken(list),
    version: known.version,
  }
  return {
    xpath: new Writer(text, reading, paths).whole(),
    // What was sent before does not change while this is filled in.
    nodes: [...nodes].flatMap(([name, node]) => (isLastSaved(name) ? [] : [node])),
    sources: sourcesOf(reading, found as SurveyNode[], scope),
    reading,
  }
}
