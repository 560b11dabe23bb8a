// Bare words: XPath takes them for the name of something inside, which nothing is. Each is refused with what was meant.
import type { Report } from './faults/faults.ts'
import type { Known, Where } from './known.ts'
import type { SurveyNode } from './tree.ts'
import { functions } from './xpath/functions.ts'
import type { ListPath, Reading } from './xpath/reading.ts'

type Nodes = ReadonlyMap<string, SurveyNode>

/** What a bare word was meant to be: a question, a function, or a text. */
function meant(name: string, questions: ReadonlySet<string>): string {
  if (/^(null|nil|none|kosong|empty)$/i.test(name)) return "''"
  const question = [...questions].find((each) => each.toLowerCase() === name.toLowerCase())
  if (question) return `\${${question}}`
  return Object.hasOwn(functions, name.toLowerCase()) ? `${name.toLowerCase()}()` : `'${name}'`
}

function checkBare(reading: Reading, nodes: Nodes, where: Where, known: Known, report: Report): void {
  for (const { name, from, depth, of } of reading.words) {
    if (depth === 0 && where.predicate) continue
    const around = nodes.get(of)
    const inside = depth === 0 || (around && !around.children.some((child) => child.name === name))
    if (inside)
      report.fault('word-bare', where.place, name, { at: from + 1, mend: meant(name, known.questions()) })
  }
}

/** ${a}/3 and ${a}/b: a slash leads into a group, and does not divide. */
function checkSteps(reading: Reading, nodes: Nodes, where: Where, report: Report): void {
  for (const { name, step, from } of reading.references) {
    if (step === '' || step === '*') continue
    if (nodes.get(name)?.children.some((child) => child.name === step)) continue
    report.fault('xpath-division', where.place, `\${${name}}/${step}`, { at: from + 1 })
  }
}

/** Functions that look at how many there are, or which, and at nothing that stands inside. */
const outside = [
  'count',
  'position',
  'indexed-repeat',
  'name',
  'local-name',
  'namespace-uri',
  'jr:choice-name',
]

/** A section read as a text holds the very question that reads it: the engine would never come to an end. */
function checkWhole(reading: Reading, nodes: Nodes, where: Where, report: Report): void {
  const within = (section: SurveyNode) => where.context.path.startsWith(`${section.path}/`)
  for (const { name, step, call, from } of reading.references) {
    const section = nodes.get(name)
    if (section?.children.length && step === '' && !outside.includes(call) && within(section))
      report.fault('section-as-text', where.place, `\${${name}}`, { at: from + 1 })
  }
  for (const { name, call } of reading.steps)
    if (name === '*' && !outside.includes(call)) report.fault('section-as-text', where.place, '..')
}

/** position() is of one line: of the one around, written '..' or by the name of its repeat. */
function checkPlaces(reading: Reading, nodes: Nodes, where: Where, report: Report): void {
  const up = new Set(['..', '/', '.', 'current', '(', ')'])
  for (const { name, spans, from } of reading.calls) {
    if (name !== 'position' || !spans[0]) continue
    const [first, ...more] = reading.tokens.slice(...spans[0])
    const around = first?.is === 'ref' && more.length === 0 ? nodes.get(first.value) : undefined
    const good = around
      ? where.context.path.startsWith(`${around.path}/`)
      : [first, ...more].every((token) => up.has(token?.value ?? ''))
    if (!good) report.fault('xpath-position', where.place, name, { at: from + 1 })
    // What an entity is worked out from stands in its own corner of the line: '..' there is no line.
    else if (where.place.sheet?.toLowerCase() === 'entities' && !around)
      report.fault('xpath-position-entity', where.place, name, { at: from + 1 })
  }
}

/** jr:choice-name() is of a question with choices. */
function checkChoices(reading: Reading, nodes: Nodes, where: Where, report: Report): void {
  for (const { name, call, argument, from } of reading.references) {
    if (call !== 'jr:choice-name' || argument !== 1 || nodes.get(name)?.type?.list) continue
    report.fault('xpath-choice-name', where.place, `\${${name}}`, { at: from + 1 })
  }
}

function columnsRead(reading: Reading, list: ListPath): { name: string; from: number }[] {
  const last = reading.tokens[list.steps[2] ?? -1]
  return last && last.is === 'name' ? [{ name: last.value, from: last.from }] : []
}

/** Columns that a list of this form does not have. */
function checkColumns(reading: Reading, where: Where, known: Known, report: Report): void {
  const read = [
    ...reading.columns,
    ...reading.lists.flatMap((list) =>
      columnsRead(reading, list).map((each) => ({ list: list.id, ...each })),
    ),
  ]
  for (const { list, name, from } of read) {
    const columns = known.columns(list)
    if (!columns) continue
    if (name === 'label') known.labelled(list)
    if (columns.has(name)) continue
    const near = report.suggest(name, columns)
    const listed = [...columns].join(', ')
    report.fault('list-column-unknown', where.place, name, { list, at: from + 1, columns: listed, ...near })
  }
}

export function checkWords(reading: Reading, nodes: Nodes, where: Where, known: Known, report: Report): void {
  checkBare(reading, nodes, where, known, report)
  checkSteps(reading, nodes, where, report)
  checkWhole(reading, nodes, where, report)
  checkPlaces(reading, nodes, where, report)
  checkChoices(reading, nodes, where, report)
  checkColumns(reading, where, known, report)
}
