// Spreadsheets, read and written in the browser. Both libraries load when used. All cells are text: a NIK as
// a number would lose its last digit.
import type { SheetData } from 'write-excel-file/universal'
import { isUtf16, parseCsv, textOf } from '../importing/csv.ts'
import { bytesMost } from '../importing/plan.ts'
import { bounded, type ListSheet, sheetsOf } from '../importing/sheets.ts'

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

/** Thrown with the key of its sentence. */
export class UnreadableFile extends Error {}

const begins = (bytes: Uint8Array, ...those: number[]) => those.every((byte, at) => bytes[at] === byte)

/** Why a file is neither a workbook nor a CSV, by its bytes and not by its name; null where it is one of them. */
function whyNotList(bytes: Uint8Array, name: string): string | null {
  if (begins(bytes, 0x50, 0x4b)) return null
  // Excel 97 to 2003, and a workbook with a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return 'people.import-old-excel'
  // Many programs of offices write a web page and call it .xls.
  if (/^\uFEFF?\s*<(!doctype|html|table|\?xml|meta|head|style)/i.test(textOf(bytes.subarray(0, 400))))
    return 'people.import-web-page'
  return !isUtf16(bytes) && (/\.xlsx$/i.test(name) || bytes.includes(0)) ? 'people.import-unreadable' : null
}

/** The sheets of an XLSX file; a CSV is one. */
export async function readSheets(file: File): Promise<ListSheet[]> {
  if (file.size > bytesMost) throw new UnreadableFile('people.import-too-big')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const why = whyNotList(bytes, file.name)
  if (why !== null) throw new UnreadableFile(why)
  if (!begins(bytes, 0x50, 0x4b))
    return bounded([{ name: file.name, hidden: false, rows: parseCsv(textOf(bytes)) }])
  try {
    const { readWorkbook } = await import('../../../xlsform/read-workbook.ts')
    return bounded(sheetsOf(await readWorkbook(bytes)))
  } catch (error) {
    console.warn(error)
    throw new UnreadableFile('people.import-unreadable')
  }
}
