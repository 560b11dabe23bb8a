// Writes a workbook as .xlsx, in the browser or in Node.
import writeExcelFile from 'write-excel-file/universal'
import type { Cell, Workbook } from './workbook.ts'

type Written =
  | { value: string; type: typeof String }
  | { value: number; type: typeof Number }
  | { value: boolean; type: typeof Boolean }
  | { value: Date; type: typeof Date; format: string }
  | null

function written(cell: Cell): Written {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell, type: Number } : null
  if (typeof cell === 'boolean') return { value: cell, type: Boolean }
  if (cell instanceof Date)
    return { value: cell, type: Date, format: cell.getUTCFullYear() < 1900 ? 'hh:mm:ss' : 'yyyy-mm-dd' }
  return { value: cell, type: String }
}

/** The bytes of an .xlsx with the sheets and cells as given. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.map(({ name, rows }) => ({
    sheet: name,
    data: rows.map((row) => row.map(written)),
  }))
  const file = await writeExcelFile(sheets).toBlob()
  return new Uint8Array(await file.arrayBuffer())
}
