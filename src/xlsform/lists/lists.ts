// The choices sheets: lists of choices by name.
import type { Report } from '../faults/faults.ts'
import { mediaKeys } from '../headers.ts'
import type { Labels } from '../model.ts'
import { nameFault } from '../names.ts'
import type { Row, Table } from '../table.ts'
import { limits } from '../workbook.ts'

export type ListChoice = {
  name: string
  label: Labels
  media: Readonly<Record<string, Labels>>
  extra: Readonly<Record<string, string>>
  row: Row
}
export type ChoiceList = {
  /** The id under which expressions read it: its name, or another where two sheets hold one of that name. */
  name: string
  called: string
  sheet: string
  row: number
  choices: ListChoice[]
  /** Columns beside name and label that a filter may read. */
  columns: ReadonlySet<string>
  external: boolean
  used: boolean
  /** Whether an expression reads the labels, so that they must stand in the list itself. */
  labelled: boolean
  /** The CSV beside the form in which it stands; '' where it stands in the form. */
  file: string
  /** Whether it is long, and nothing of it keeps an index from answering what is asked of it. */
  asked: boolean
}
export type Lists = Map<string, ChoiceList>

/** Extra columns that can become elements of the list; others are left out with a warning. */
function extrasOf(table: Table, report: Report): string[] {
  const extras = table.columns.filter((column) => column.extra)
  return extras
    .filter((column) => {
      const fault = nameFault(column.key, limits.nameLength)
      const place = { sheet: table.sheet, row: table.headingRow, column: column.written }
      if (fault) report.warn('column-unusable', place, column.written)
      return fault === ''
    })
    .map((column) => column.key)
}

function mediaOf(row: Row): Record<string, Labels> {
  const found: Record<string, Labels> = {}
  for (const key of mediaKeys) {
    const words = row.words(key)
    if (Object.keys(words).length > 0) found[key] = words
  }
  return found
}

function choiceOf(row: Row, extras: readonly string[]): ListChoice {
  const extra: Record<string, string> = {}
  for (const key of extras) if (row.has(key)) extra[key] = row.text(key)
  return { name: row.text('name'), label: row.words('label'), media: mediaOf(row), extra, row }
}

const unused = { used: false, labelled: false, file: '', asked: false }

/** Lists whose choices share a name, or hold one without a name. */
function checkNames(list: ChoiceList, allowDuplicates: boolean, report: Report): void {
  const seen = new Map<string, number>()
  for (const { name, row, label } of list.choices) {
    const first = seen.get(name)
    // An external list is narrowed by its parent; one village's name may stand under another district too.
    if (first !== undefined && !allowDuplicates && !list.external) {
      report.fault('choice-twice', row.at('name'), name, { list: list.called, other: first })
    }
    if (/\s/.test(name)) report.warn('choice-spaces', row.at('name'), name, { list: list.called })
    if (Object.keys(label).length === 0 && !list.external) {
      report.warn('choice-label-missing', row.at('label'), name, { list: list.called })
    }
    seen.set(name, row.row)
  }
}

/** Where several may be chosen, a space parts one answer from the next. */
export function checkSpaces(list: ChoiceList, report: Report): void {
  for (const { name, row } of list.choices)
    if (/\s/.test(name)) report.fault('choice-spaces-many', row.at('name'), name, { list: list.called })
}

function columnsMissing(table: Table, report: Report): boolean {
  const keys = new Set(table.columns.map((column) => column.key))
  const missing = ['list_name', 'name'].filter((key) => !keys.has(key))
  for (const column of missing) {
    report.fault('column-missing', { sheet: table.sheet, row: table.headingRow, column }, '', { column })
  }
  return missing.length > 0
}

/** Under which id a list of a sheet stands. */
const idOf = (lists: Lists, name: string, external: boolean): string =>
  external && lists.get(name)?.external === false ? `${name}_external` : name

/** Adds a sheet's lists. Faults: a row without a name, one name twice (unless the settings allow it). */
export function addLists(lists: Lists, table: Table, allowDuplicates: boolean, report: Report): void {
  if (columnsMissing(table, report)) return
  const extras = extrasOf(table, report)
  const columns = new Set(extras)
  const added = new Set<ChoiceList>()
  for (const row of table.rows) {
    const name = row.text('list_name')
    if (name === '') report.warn('choice-list-missing', row.at('list_name'), row.text('name'))
    else if (!row.has('name')) report.fault('choice-name-missing', row.at('name'), name)
    if (name === '' || !row.has('name')) continue
    const external = table.kind === 'external_choices'
    const id = idOf(lists, name, external)
    const about = { sheet: table.sheet, row: row.row, columns, external, ...unused }
    const list: ChoiceList = lists.get(id) ?? { name: id, called: name, choices: [], ...about }
    lists.set(id, list)
    added.add(list)
    list.choices.push(choiceOf(row, extras))
  }
  for (const list of added) {
    if (/[\s'"<>&]/.test(list.called) || list.called.length > limits.nameLength) {
      report.fault('list-name', { sheet: list.sheet, row: list.row, column: 'list_name' }, list.name)
    }
    checkNames(list, allowDuplicates, report)
  }
}

/** Whether the labels of a list must stand in itext. */
export function speaks(translated: boolean, list: ChoiceList): boolean {
  if (list.file !== '') return false
  return list.choices.some(
    ({ media, label }) =>
      Object.keys(media).length > 0 ||
      Object.values(label).some((text) => translated || /\$\{|\binstance\s*\(/.test(text)),
  )
}

/** The list called so, of the sheet it is looked for in first; a slip in capitals gives the one that differs only so. */
export function listNamed(lists: Lists, name: string, external: boolean): ChoiceList | undefined {
  const all = [...lists.values()]
  const exact = all.filter((each) => each.called === name)
  if (exact.length > 0) return exact.find((each) => each.external === external) ?? exact[0]
  const slips = all.filter((each) => each.called.toLowerCase() === name.toLowerCase())
  return slips.length === 1 ? slips[0] : undefined
}
