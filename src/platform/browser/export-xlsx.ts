// What a screen lists, as a spreadsheet. All cells are text: a place code, a letter number or a NIK as a
// number would lose digits in Excel, and text is never read as a formula.
import type { SheetData } from 'write-excel-file/universal'

export type ExportTable = {
  head: readonly string[]
  rows: readonly (readonly (string | null | undefined)[])[]
}

const text = { type: String, format: '@' } as const

export function cellsOf({ head, rows }: ExportTable): SheetData {
  const heading = head.map((value) => ({ ...text, value, fontWeight: 'bold' }))
  return [heading, ...rows.map((row) => row.map((value) => (value ? { ...text, value } : null)))] as SheetData
}

/** Wide enough for what a column holds, within what a person can look at. */
function widthsOf({ head, rows }: ExportTable): { width: number }[] {
  return head.map((title, column) => {
    const longest = Math.max(title.length, ...rows.slice(0, 200).map((row) => row[column]?.length ?? 0))
    return { width: Math.min(60, Math.max(8, longest + 2)) }
  })
}

/** An XLSX file with a heading row that stays; the library loads when used. */
export async function xlsxOf(table: ExportTable): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  return write(cellsOf(table), { columns: widthsOf(table), stickyRowsCount: 1 }).toBlob()
}

export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
