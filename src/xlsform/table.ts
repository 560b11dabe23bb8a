// A sheet as rows of named cells: finds the row of headings, understands them and forgives slips with a warning.
import type { Place, Report } from './faults/faults.ts'
import {
  canonicalHeading,
  type Heading,
  headingOf,
  headingsOf,
  type SheetKind,
  type Spellings,
} from './headers.ts'
import type { Labels } from './model.ts'
import { type Cell, cellText, columnLetter, limits, type Sheet } from './workbook.ts'

export type Column = Heading & {
  index: number
  /** The heading as written, or the letter of a column without one. */
  written: string
  /** A column of a list that filters and calculations read; its key is the heading itself. */
  extra: boolean
}

/** One line of a sheet; cells are trimmed texts, '' where empty. */
export class Row {
  readonly sheet: string
  /** As Excel counts, from 1. */
  readonly row: number
  readonly #cells: Map<string, string>
  readonly #columns: readonly Column[]

  constructor(sheet: string, row: number, cells: Map<string, string>, columns: readonly Column[]) {
    this.sheet = sheet
    this.row = row
    this.#cells = cells
    this.#columns = columns
  }

  text(key: string): string {
    return this.#cells.get(key) ?? ''
  }

  /** The text in each language it is written in. */
  words(key: string): Labels {
    const found: Record<string, string> = {}
    const inLanguage = `${key}\t`
    for (const [cell, text] of this.#cells) {
      if (cell === key) found[''] = text
      else if (cell.startsWith(inLanguage)) found[cell.slice(inLanguage.length)] = text
    }
    return found
  }

  has(key: string): boolean {
    return this.#cells.has(key)
  }

  /** Takes a cell out: nobody could read what stands in it. */
  drop(key: string): void {
    this.#cells.delete(key)
  }

  get keys(): Iterable<string> {
    return this.#cells.keys()
  }

  /** The place of a cell, to be told in a fault: the heading as the person wrote it. */
  at(key: string, language = ''): { sheet: string; row: number; column: string | null } {
    const column =
      this.#columns.find((each) => each.key === key && each.language === language) ??
      this.#columns.find((each) => each.key === key)
    return { sheet: this.sheet, row: this.row, column: column?.written ?? key }
  }

  /** Texts of columns whose key starts so, without the prefix: 'bind::' gives { 'odk:length': '3' }. */
  withPrefix(prefix: string): Record<string, string> {
    const found: Record<string, string> = {}
    for (const [key, text] of this.#cells) if (key.startsWith(prefix)) found[key.slice(prefix.length)] = text
    return found
  }
}

export type Table = {
  kind: SheetKind
  sheet: string
  /** Row of the headings, as Excel counts. */
  headingRow: number
  columns: readonly Column[]
  rows: readonly Row[]
}

export const cellKey = (heading: Heading): string =>
  heading.language === '' ? heading.key : `${heading.key}\t${heading.language}`

/** Headings without which a row can hardly be the headings of its sheet. */
const telling: Readonly<Record<SheetKind, readonly string[]>> = {
  survey: ['type', 'name', 'label'],
  choices: ['list_name', 'name', 'label'],
  external_choices: ['list_name', 'name', 'label'],
  entities: ['dataset'],
  settings: [],
}

/** Index of the heading row: the first that is not empty, or a later one when a title was written (or merged) above. */
function headingIndex(kind: SheetKind, sheet: Sheet): number {
  const filled = sheet.rows.findIndex((row) => row.some((cell) => cellText(cell) !== ''))
  const wanted = telling[kind]
  for (let index = Math.max(filled, 0); index < Math.min(sheet.rows.length, filled + 10); index++) {
    const keys = new Set((sheet.rows[index] ?? []).map((cell) => headingOf(kind, cellText(cell))?.key))
    if (wanted.length > 0 && wanted.filter((key) => keys.has(key)).length >= Math.min(2, wanted.length))
      return index
  }
  return filled
}

/** Whether a sheet has the headings of questions, and something below them. */
export function asksSomething(sheet: Sheet): boolean {
  const at = headingIndex('survey', sheet)
  const headings = sheet.rows[at] ?? []
  const filled = sheet.rows.slice(at + 1).some((row) => row.some((cell) => cellText(cell) !== ''))
  if (!filled || sheet.name.trim() === '') return false
  const keys = new Set(headings.map((cell) => headingOf('survey', cellText(cell))?.key))
  return keys.has('type') && keys.has('name')
}

function forgiven(kind: SheetKind, written: string, raw: string): boolean {
  if (raw !== raw.trim() || /\s{2,}|\s::|::\s/.test(raw)) return true
  const first = written.split(':')[0] ?? ''
  const listName = kind.endsWith('choices') || kind === 'entities'
  return first !== first.toLowerCase() || (/\s|-/.test(first) && first !== 'big-image' && !listName)
}

class Columns {
  readonly found: Column[] = []
  readonly #kind: SheetKind
  readonly #sheet: Sheet
  readonly #row: number
  readonly #report: Report
  readonly #spellings: Spellings
  readonly #taken = new Map<string, Column>()

  constructor(kind: SheetKind, sheet: Sheet, row: number, report: Report, spellings: Spellings) {
    this.#spellings = spellings
    this.#kind = kind
    this.#sheet = sheet
    this.#row = row
    this.#report = report
  }

  add(index: number, raw: string): void {
    const written = raw.replace(/\s+/g, ' ').trim()
    const place = { sheet: this.#sheet.name, row: this.#row, column: written || columnLetter(index) }
    if (written === '') {
      this.#nameless(index, place)
      return
    }
    const once = this.#oneLanguage(written, place)
    const named = headingOf(this.#kind, once)
    const heading = named && { ...named, language: this.#spellings.of(named.language) }
    if (!heading && !this.#kind.endsWith('choices')) {
      if (written.startsWith('#')) return
      const near = this.#report.suggest(written, headingsOf(this.#kind))
      this.#report.warn('column-unknown', place, written, near)
      return
    }
    const respelt = heading?.language !== named?.language || once !== written
    if (heading && (respelt || forgiven(this.#kind, written, raw))) {
      this.#report.warn('column-forgiven', place, raw, { heading: canonicalHeading(heading) })
    }
    const column = { index, written, extra: !heading, ...(heading ?? { key: written, language: '' }) }
    const twice = this.#taken.get(cellKey(column))
    if (twice) this.#twice(column, twice, place)
    else this.#taken.set(cellKey(column), column)
    this.found.push(column)
  }

  /** 'label::English (en)::English (en)' says its language twice; one that says two is no column of either. */
  #oneLanguage(written: string, place: { sheet: string; row: number; column: string }): string {
    const [key = '', language = '', ...more] = written.split('::').map((part) => part.trim())
    const first = headingOf(this.#kind, `${key}::x`)
    if (more.length === 0 || first?.language !== 'x') return written
    const others = new Set(more.filter((each) => each.toLowerCase() !== language.toLowerCase()))
    if (others.size > 0)
      this.#report.fault('heading-languages', place, written, { mend: `${key}::${language}` })
    return `${key}::${language}`
  }

  /** Two columns that mean the same: which cell is read first is only asked where they differ. */
  #twice(column: Column, twice: Column, place: { sheet: string; row: number; column: string }): void {
    const differs = this.#sheet.rows.slice(this.#row).some((row) => {
      const [one, other] = [cellText(row[twice.index]), cellText(row[column.index])]
      return one !== '' && other !== '' && one !== other
    })
    const facts = { other: twice.written }
    // Old forms carry id_string beside form_id; the published name wins.
    if (!differs || column.key === 'form_id') this.#report.warn('column-merged', place, column.written, facts)
    else this.#report.fault('column-twice', place, column.written, facts)
  }

  #nameless(index: number, place: { sheet: string; row: number; column: string }): void {
    const filled = this.#sheet.rows.findIndex((row, at) => at >= this.#row && cellText(row[index]) !== '')
    if (filled >= 0) this.#report.warn('column-nameless', { ...place, row: filled + 1 })
  }
}

function columnsOf(
  kind: SheetKind,
  sheet: Sheet,
  index: number,
  report: Report,
  spellings: Spellings,
): Column[] {
  const raw = sheet.rows[index] ?? []
  const place = { sheet: sheet.name, row: index + 1, column: null }
  const columns = new Columns(kind, sheet, index + 1, report, spellings)
  let widest = raw.length
  for (const row of sheet.rows.slice(index, index + 50)) widest = Math.max(widest, row.length)
  if (raw.length > limits.columns)
    report.fault('too-many-columns', place, '', { columns: raw.length, most: limits.columns })
  for (let at = 0; at < Math.min(widest, limits.columns); at++) {
    const cell = raw[at]
    columns.add(at, typeof cell === 'string' ? cell.replace(/\u00a0/g, ' ') : cellText(cell))
  }
  // Where two columns mean the same, the one with the published name is read first.
  const published = (column: Column) => (canonicalHeading(column) === column.written ? 0 : 1)
  const twice = new Set(columns.found.map(cellKey)).size < columns.found.length
  return twice ? [...columns.found].sort((one, other) => published(one) - published(other)) : columns.found
}

/** Where no day stands but one that Excel made. */
const noDays = new Set([
  'relevant',
  'constraint',
  'calculation',
  'choice_filter',
  'required',
  'read_only',
  'repeat_count',
  'name',
  'list_name',
  // '3-5' years, as Excel keeps it.
  'label',
  'hint',
])

/** What Excel made of a cell: an error, or noughts of the digits behind the fifteenth. */
function checkExcel(cell: Cell | undefined, text: string, place: Place, report: Report): void {
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) report.warn('cell-rounded', place, text)
  if (/^#(REF|NAME|VALUE|DIV\/0|N\/A|NULL|NUM)[!?]?$/.test(text)) report.fault('cell-error', place, text)
}

function rowOf(table: Omit<Table, 'rows'>, sheet: Sheet, index: number, report: Report): Row | null {
  const cells = new Map<string, string>()
  const raw = sheet.rows[index] ?? []
  for (const column of table.columns) {
    const cell = raw[column.index]
    let text = cellText(cell)
    if (text === '' || cells.has(cellKey(column))) continue
    const place = { sheet: sheet.name, row: index + 1, column: column.written }
    if (text.length > limits.textLength) {
      report.fault('text-too-long', place, text, { length: text.length, most: limits.textLength })
      text = text.slice(0, limits.textLength)
    }
    if (cell instanceof Date && noDays.has(column.key)) report.warn('cell-date', place, text)
    checkExcel(cell, text, place, report)
    cells.set(cellKey(column), text)
  }
  return cells.size === 0 ? null : new Row(sheet.name, index + 1, cells, table.columns)
}

/** Reads a sheet; an empty one has no columns. */
export function tableOf(kind: SheetKind, sheet: Sheet, report: Report, spellings: Spellings): Table {
  const index = headingIndex(kind, sheet)
  const first = sheet.rows.findIndex((row) => row.some((cell) => cellText(cell) !== ''))
  if (index > first) {
    report.warn('heading-not-first', { sheet: sheet.name, row: index + 1, column: null }, '', {
      above: first + 1,
    })
  }
  const columns = index < 0 ? [] : columnsOf(kind, sheet, index, report, spellings)
  const most = kind.endsWith('choices') ? limits.choiceRows : limits.surveyRows
  const bare = { kind, sheet: sheet.name, headingRow: index + 1, columns }
  const rows: Row[] = []
  if (sheet.rows.length > most + index + 1) {
    report.fault('too-many-rows', { sheet: sheet.name, row: most + 1, column: null }, '', {
      rows: sheet.rows.length,
      most,
    })
    return { ...bare, rows }
  }
  for (let at = index + 1; at < sheet.rows.length && index >= 0; at++) {
    const row = rowOf(bare, sheet, at, report)
    if (row) rows.push(row)
  }
  return { ...bare, rows }
}
