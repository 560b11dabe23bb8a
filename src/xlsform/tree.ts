// The rows of the survey sheet as a tree of questions, groups and repeats.
import { yesOrNo } from './answers.ts'
import type { Report } from './faults/faults.ts'
import { mendedName, nameFault } from './names.ts'
import { type ParsedType, type QuestionType, typeOf } from './question-types.ts'
import { suggestedType } from './suggested-type.ts'
import { Row, type Table } from './table.ts'
import { limits } from './workbook.ts'

export type SurveyNode = {
  kind: 'question' | 'group' | 'repeat' | 'instance'
  /** Of a question. */
  type: QuestionType | null
  /** Of an instance (xml-external, csv-external). */
  format: 'xml' | 'csv' | null
  name: string
  appearance: string
  row: Row
  parent: SurveyNode | null
  children: SurveyNode[]
  depth: number
  /** '/data/house/roof' */
  path: string
  /** Nearest repeat around it. */
  repeat: SurveyNode | null
  /** Made by the compiler; mistakes in it are told where the person wrote them. */
  made: boolean
}

export const plainQuestion = (type: QuestionType['type']): QuestionType => ({
  is: 'question',
  type,
  list: '',
  from: 'none',
  orOther: false,
  metadata: '',
})

/** A node of the compiler's own making, with cells as a person would have written them. */
export function madeNode(
  parent: SurveyNode,
  name: string,
  type: QuestionType['type'],
  near: Row,
  cells: Record<string, string>,
): SurveyNode {
  return {
    kind: 'question',
    type: plainQuestion(type),
    format: null,
    name,
    appearance: cells.appearance ?? '',
    row: new Row(near.sheet, near.row, new Map(Object.entries(cells)), []),
    parent,
    children: [],
    depth: parent.depth + 1,
    path: `${parent.path}/${name}`,
    repeat: parent.kind === 'repeat' ? parent : parent.repeat,
    made: true,
  }
}

class Grower {
  readonly root: SurveyNode
  readonly #report: Report
  readonly #open: SurveyNode[]
  /** Nested past all sense: what follows is not read. */
  #stopped = false
  /** Names taken in each section, as written and (after a tab) in small letters. */
  readonly #names = new Map<SurveyNode, Map<string, { name: string; row: number }>>()

  constructor(rootName: string, table: Table, report: Report) {
    const row = new Row(table.sheet, table.headingRow, new Map(), [])
    this.root = {
      kind: 'group',
      type: null,
      format: null,
      name: rootName,
      appearance: '',
      row,
      parent: null,
      children: [],
      depth: 0,
      path: `/${rootName}`,
      repeat: null,
      made: false,
    }
    this.#report = report
    this.#open = [this.root]
  }

  get #parent(): SurveyNode {
    return this.#open[this.#open.length - 1] ?? this.root
  }

  add(row: Row): void {
    if (this.#stopped || yesOrNo(row.text('disabled')) === true) return
    const written = row.text('type')
    const type = typeOf(written)
    if (written === '') this.#untyped(row)
    else if (!type && !written.startsWith('#')) this.#unknown(row, written)
    if (!type) return
    if (/^[A-Z]/.test(written) || /\s{2,}/.test(written)) {
      this.#report.warn('type-forgiven', row.at('type'), written)
    }
    this.#typed(row, written, type)
  }

  #untyped(row: Row): void {
    const spoken = Object.keys(row.words('label')).length > 0
    if (row.has('name') || spoken) this.#report.fault('type-missing', row.at('type'), row.text('name'))
    else this.#report.warn('row-ignored', row.at('type'))
  }

  #unknown(row: Row, written: string): void {
    const near = this.#report.faults.length < limits.faults ? suggestedType(written) : ''
    this.#report.fault('type-unknown', row.at('type'), written, near ? { suggestion: near } : {})
    // The name stays known, so that references to it are not reported too.
    if (row.has('name')) this.#attach(row, 'question', plainQuestion('text'), null)
  }

  #typed(row: Row, written: string, type: ParsedType): void {
    if (type.is === 'unsupported') {
      this.#report.fault('type-unsupported', row.at('type'), written, { mend: type.mend })
    } else if (type.is === 'no-list') {
      this.#report.fault('type-list-missing', row.at('type'), written)
      if (row.has('name')) this.#attach(row, 'question', plainQuestion('text'), null)
    } else if (type.is === 'begin') this.#begin(row, type.what)
    else if (type.is === 'end') this.#end(row, type.what)
    else if (type.is === 'instance') this.#attach(row, 'instance', null, type.format)
    else this.#attach(row, 'question', type, null)
  }

  #begin(row: Row, what: 'group' | 'repeat'): void {
    const node = this.#attach(row, what, null, null)
    if (!node) return
    if (node.depth > limits.depth) {
      this.#stopped = true
      this.#report.fault('too-deep', row.at('type'), row.text('name'), { most: limits.depth })
    }
    this.#open.push(node)
  }

  #end(row: Row, what: 'group' | 'repeat'): void {
    const open = this.#parent
    if (open === this.root) {
      this.#report.fault('end-without-begin', row.at('type'), row.text('type'), { what })
      return
    }
    if (open.kind !== what) {
      const facts = { open: open.kind, name: open.name, begun: open.row.row }
      this.#report.fault('end-mismatch', row.at('type'), row.text('type'), facts)
    } else if (row.has('name') && row.text('name') !== open.name) {
      this.#report.warn('end-name', row.at('name'), row.text('name'), {
        name: open.name,
        begun: open.row.row,
      })
    }
    this.#open.pop()
  }

  #nameOf(row: Row, kind: SurveyNode['kind'], type: QuestionType | null): string {
    const name = row.text('name')
    if (name !== '') {
      const fault = nameFault(name, limits.nameLength)
      if (fault)
        this.#report.fault(fault, row.at('name'), name, {
          suggestion: mendedName(name),
          most: limits.nameLength,
        })
      if (name === 'meta' && this.#parent === this.root)
        this.#report.fault('name-reserved', row.at('name'), name)
      return fault ? mendedName(name) : name
    }
    if (type?.type === 'note') return `generated_note_name_${row.row}`
    if (type?.metadata === 'audit') return 'audit'
    const label = Object.values(row.words('label'))[0] ?? ''
    this.#report.fault('name-missing', row.at('name'), label || row.text('type'), {
      suggestion: mendedName(label || kind),
    })
    return `unnamed_${row.row}`
  }

  #attach(
    row: Row,
    kind: SurveyNode['kind'],
    type: QuestionType | null,
    format: 'xml' | 'csv' | null,
  ): SurveyNode | null {
    const parent = this.#parent
    const name = this.#nameOf(row, kind, type)
    const node: SurveyNode = {
      kind,
      type,
      format,
      name,
      appearance: row.text('appearance'),
      row,
      parent,
      children: [],
      depth: parent.depth + 1,
      path: type?.metadata === 'audit' ? `${this.root.path}/meta/audit` : `${parent.path}/${name}`,
      repeat: parent.kind === 'repeat' ? parent : parent.repeat,
      made: false,
    }
    if (type?.metadata !== 'audit' && kind !== 'instance') this.#claim(parent, name, row)
    parent.children.push(node)
    return node
  }

  /** Two brothers may not share a name; in capitals only they should not either. */
  #claim(parent: SurveyNode, name: string, row: Row): void {
    const names = this.#names.get(parent) ?? new Map<string, { name: string; row: number }>()
    this.#names.set(parent, names)
    const twin = names.get(name)
    const close = names.get(`\t${name.toLowerCase()}`)
    if (twin) {
      const within = parent === this.root ? '' : parent.name
      this.#report.fault('name-twice', row.at('name'), name, { other: twin.row, in: within })
    } else if (close) this.#report.warn('name-case', row.at('name'), name, { other: close.name })
    names.set(name, { name, row: row.row })
    names.set(`\t${name.toLowerCase()}`, { name, row: row.row })
  }

  finish(): void {
    for (const open of this.#stopped ? [] : this.#open.slice(1)) {
      this.#report.fault('begin-without-end', open.row.at('type'), open.name, { what: open.kind })
    }
  }
}

/** The survey as a tree under its root element. */
export function treeOf(table: Table, rootName: string, report: Report): SurveyNode {
  for (const key of ['type', 'name']) {
    const place = { sheet: table.sheet, row: table.headingRow, column: key }
    if (!table.columns.some((column) => column.key === key))
      report.fault('column-missing', place, '', { column: key })
  }
  const grower = new Grower(rootName, table, report)
  const before = report.faults.length
  if (!table.columns.some((column) => column.key === 'type')) return grower.root
  for (const row of table.rows) grower.add(row)
  grower.finish()
  if (grower.root.children.length === 0 && report.faults.length === before)
    report.fault('survey-empty', { sheet: table.sheet, row: table.headingRow, column: null })
  return grower.root
}

/** All nodes in the order of the sheet, the root left out. */
export function* nodesOf(node: SurveyNode): Generator<SurveyNode> {
  for (const child of node.children) {
    yield child
    yield* nodesOf(child)
  }
}
