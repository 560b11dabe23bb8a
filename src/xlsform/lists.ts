// The choices sheets: lists of choices by name.
import type { Report } from './faults/faults.ts'
import { mediaKeys } from './headers.ts'
import type { Labels } from './model.ts'
import { nameFault } from './names.ts'
import type { Row, Table } from './table.ts'
import { limits } from './workbook.ts'

export type ListChoice = {
  name: string
  label: Labels
  media: Readonly<Record<string, Labels>>
  extra: Readonly<Record<string, string>>
  row: Row
}
export type ChoiceList = {
  name: string
  sheet: string
  row: number
  choices: ListChoice[]
  /** Columns beside name and label that a filter may read. */
  columns: ReadonlySet<string>
  external: boolean
  used: boolean
  /** Whether an expression reads the labels, so that they must stand in the list itself. */
  labelled: boolean
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

const unused = { used: false, labelled: false }

/** Lists whose choices share a name, or hold one without a name. */
function checkNames(list: ChoiceList, allowDuplicates: boolean, report: Report): void {
  const seen = new Map<string, number>()
  for (const { name, row, label } of list.choices) {
    const first = seen.get(name)
    if (first !== undefined && !allowDuplicates) {
      report.fault('choice-twice', row.at('name'), name, { list: list.name, other: first })
    }
    if (/\s/.test(name)) report.fault('choice-spaces', row.at('name'), name, { list: list.name })
    if (Object.keys(label).length === 0 && !list.external) {
      report.warn('choice-label-missing', row.at('label'), name, { list: list.name })
    }
    seen.set(name, row.row)
  }
}

function columnsMissing(table: Table, report: Report): boolean {
  const keys = new Set(table.columns.map((column) => column.key))
  const missing = ['list_name', 'name'].filter((key) => !keys.has(key))
  for (const column of missing) {
    report.fault('column-missing', { sheet: table.sheet, row: table.headingRow, column }, '', { column })
  }
  return missing.length > 0
}

/** Adds a sheet's lists. Faults: a row without list or name, one name twice (unless the settings allow it), spaces in a name. */
export function addLists(lists: Lists, table: Table, allowDuplicates: boolean, report: Report): void {
  if (columnsMissing(table, report)) return
  const extras = extrasOf(table, report)
  const columns = new Set(extras)
  const added = new Set<ChoiceList>()
  for (const row of table.rows) {
    const name = row.text('list_name')
    if (name === '') report.fault('choice-list-missing', row.at('list_name'), row.text('name'))
    else if (!row.has('name')) report.fault('choice-name-missing', row.at('name'), name)
    if (name === '' || !row.has('name')) continue
    const external = table.kind === 'external_choices'
    const fresh = { name, sheet: table.sheet, row: row.row, choices: [], columns, external, ...unused }
    const list: ChoiceList = lists.get(name) ?? fresh
    lists.set(name, list)
    added.add(list)
    list.choices.push(choiceOf(row, extras))
  }
  for (const list of added) {
    if (nameFault(list.name.replace(/^\d/, '_'), limits.nameLength)) {
      report.fault('list-name', { sheet: list.sheet, row: list.row, column: 'list_name' }, list.name)
    }
    checkNames(list, allowDuplicates, report)
  }
}

/** Whether the labels of a list must stand in itext. */
export function speaks(translated: boolean, list: ChoiceList): boolean {
  return list.choices.some(
    ({ media, label }) =>
      Object.keys(media).length > 0 ||
      Object.values(label).some((text) => translated || /\$\{|\binstance\s*\(/.test(text)),
  )
}
