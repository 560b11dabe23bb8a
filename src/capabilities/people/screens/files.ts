// Spreadsheets, read and written in the browser. Both libraries load when used. All cells are text: a NIK as
// a number would lose its last digit.
import type { SheetData } from 'write-excel-file/universal'
import { readList } from '../../../platform/browser/lists/read-list.ts'
import type { ListSheet } from '../../../platform/browser/lists/sheets.ts'
import { findHeader } from '../importing/headings.ts'
import { bytesMost } from '../importing/plan.ts'

export type Sheet = {
  name: string
  head: readonly string[]
  rows: readonly (readonly (string | null)[])[]
  widths?: readonly number[]
  /** So many rows are text cells, also where they are empty. */
  textRows?: number
}

const text = { type: String, format: '@' } as const

function cell(value: string | null, always: boolean) {
  if (value !== null && value !== '') return { ...text, value }
  return always ? { ...text, value: '' } : null
}

/** The rows of a sheet under its heading, filled up with empty text cells where it asks for them. */
function cellsOf({ head, rows, textRows = 0 }: Sheet): SheetData {
  const heading = head.map((value) => ({ ...text, value, fontWeight: 'bold', backgroundColor: '#eceef8' }))
  const written = rows.map((row) => row.map((value) => cell(value, textRows > 0)))
  const missing = Math.max(0, textRows - rows.length)
  const filling = Array.from({ length: missing }, () => head.map(() => cell(null, true)))
  return [heading, ...written, ...filling] as SheetData
}

/** An XLSX file of text cells with a fixed heading row. */
export async function workbook(sheets: readonly Sheet[]): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  return await write(
    sheets.map((sheet) => ({
      sheet: sheet.name,
      data: cellsOf(sheet),
      columns: sheet.head.map((_, index) => ({ width: sheet.widths?.[index] ?? 18 })),
      stickyRowsCount: 1,
    })),
  ).toBlob()
}

export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** The sheets of an XLSX file; a CSV is one. */
export const readSheets = (file: File): Promise<ListSheet[]> =>
  readList(file, {
    bytesMost,
    isHeading: (cells) => findHeader([cells]) !== null,
    sentence: (why) => `people.import-${why}`,
  })
