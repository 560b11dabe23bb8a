// The same form with every heading and type under its one published name: what is exported again after an import.
import { newReport } from './faults/faults.ts'
import { canonicalHeading } from './headers.ts'
import { type QuestionType, typeOf } from './question-types.ts'
import { tablesOf } from './sheets.ts'
import { type Column, cellKey, type Row, type Table } from './table.ts'
import type { Cell, Sheet, Workbook } from './workbook.ts'

function selectName({ type, list, from, orOther }: QuestionType): string {
  const written = from === 'repeat' ? `\${${list}}` : list
  const suffix = from === 'file' ? '_from_file' : from === 'external' ? '_external' : ''
  return `${type}${suffix} ${written}${orOther ? ' or_other' : ''}`
}

/** 'Begin Group' → begin_group, 'select one from x' → select_one x; what is not understood stays as it is. */
function canonicalType(written: string): string {
  const type = typeOf(written)
  if (!type) return written
  if (type.is === 'begin' || type.is === 'end') return `${type.is}_${type.what}`
  if (type.is === 'instance') return `${type.format}-external`
  if (type.is !== 'question') return written
  if (type.metadata) return type.metadata
  return type.list ? selectName(type) : type.type
}

function cellOf(row: Row, column: Column, table: Table): Cell {
  const text = row.text(cellKey(column))
  if (text === '') return null
  return table.kind === 'survey' && column.key === 'type' ? canonicalType(text) : text
}

/** Rows keep their numbers, so that faults and made names still point to the same places. */
function sheetOf(table: Table): Sheet {
  const rows: Cell[][] = Array.from({ length: table.headingRow - 1 }, () => [])
  rows.push(table.columns.map((column) => (column.extra ? column.written : canonicalHeading(column))))
  for (const row of table.rows) {
    while (rows.length < row.row - 1) rows.push([])
    rows.push(table.columns.map((column) => cellOf(row, column, table)))
  }
  return { name: table.kind, rows }
}

const order = ['survey', 'choices', 'external_choices', 'entities', 'settings'] as const

/** A workbook that compiles to the same XForm, with headings and types as xlsform.org writes them and nothing else in it. */
export function workbookOf(workbook: Workbook): Workbook {
  const tables = tablesOf(workbook, newReport())
  return { sheets: order.flatMap((kind) => (tables[kind] ? [sheetOf(tables[kind])] : [])) }
}
