// Reads an .xlsx in the browser or in Node. The archive is looked at before it is unpacked, so that a small file that
// would unpack to gigabytes is refused and never opened.
import readExcelFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal'
import { cellsOf, partsOf, textsOf } from './archive.ts'
import { withCharacters } from './characters.ts'
import type { Fault } from './model.ts'
import { type SheetFacts, sheetFactsOf } from './sheet-facts.ts'
import { type Cell, limits, type Workbook } from './workbook.ts'

/** The file is refused as a whole; `fault` says why, in the same shape as the compiler's. */
export class WorkbookRefused extends Error {
  readonly fault: Fault
  constructor(code: string, facts: Fault['facts'] = {}) {
    super(code)
    this.name = 'WorkbookRefused'
    this.fault = { code, sheet: '', row: null, column: null, found: '', facts }
  }
}

const oldExcel = [0xd0, 0xcf, 0x11, 0xe0]

/** The file as the reader can read it, and what it does not tell of the sheets. Throws WorkbookRefused. */
async function fit(bytes: Uint8Array): Promise<{ file: Uint8Array; facts: SheetFacts[] }> {
  if (bytes.length === 0) throw new WorkbookRefused('file-empty')
  if (bytes.length > limits.fileBytes) {
    throw new WorkbookRefused('file-too-large', { bytes: bytes.length, most: limits.fileBytes })
  }
  if (oldExcel.every((byte, index) => bytes[index] === byte)) throw new WorkbookRefused('file-old-excel')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WorkbookRefused('file-not-xlsx')
  const parts = partsOf(bytes)
  if (!parts) throw new WorkbookRefused('file-broken')
  const unpacked = parts.reduce((sum, part) => sum + part.unpacked, 0)
  if (unpacked > limits.unpackedBytes) {
    throw new WorkbookRefused('file-too-large', { bytes: unpacked, most: limits.unpackedBytes })
  }
  const texts = await textsOf(parts, limits.unpackedBytes)
  if (texts === null) throw new WorkbookRefused('file-broken')
  const cells = cellsOf(texts)
  if (cells === null) throw new WorkbookRefused('file-broken')
  if (cells > limits.cells) throw new WorkbookRefused('too-many-cells', { cells, most: limits.cells })
  return { file: withCharacters(bytes, parts, texts), facts: sheetFactsOf(texts) }
}

const asCell = (value: unknown): Cell => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value instanceof Date ? value : null
}

/**
 * All sheets of an .xlsx as rows of plain cells; formulas give their last result, rich text its letters. Row 1 of a
 * sheet is index 0. Throws WorkbookRefused for what is no .xlsx, is broken, or is too large.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const { file, facts } = await fit(bytes)
  const copy = new Uint8Array(file).buffer
  try {
    const sheets = await readExcelFile(copy, { trim: false })
    return {
      sheets: sheets.map(({ sheet, data }, index) => ({
        name: sheet,
        rows: data.map((row) => row.map(asCell)),
        ...(facts[index]?.hidden ? { hidden: true } : {}),
        ...(facts[index]?.hiddenRows ? { hiddenRows: facts[index].hiddenRows } : {}),
        ...(facts[index]?.noResult.length ? { noResult: facts[index].noResult } : {}),
      })),
    }
  } catch (error) {
    const known =
      error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError || error instanceof Error
    if (!known) throw error
    throw new WorkbookRefused('file-broken', { why: error.message.slice(0, 200) })
  }
}
