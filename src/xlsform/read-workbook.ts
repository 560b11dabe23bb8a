// Reads an .xlsx in the browser or in Node. The archive is looked at before it is unpacked, so that a small file that
// would unpack to gigabytes is refused and never opened.
import readExcelFile, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal'
import type { Fault } from './model.ts'
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

/** Position of the end-of-central-directory record of a zip, or -1. */
function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

/** Bytes of all parts once unpacked, as the archive's own directory tells. */
function unpackedBytes(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end < 0) throw new WorkbookRefused('file-broken')
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new WorkbookRefused('file-broken')
    total += view.getUint32(at + 24, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return total
}

const oldExcel = [0xd0, 0xcf, 0x11, 0xe0]

function refuseUnfit(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookRefused('file-empty')
  if (bytes.length > limits.fileBytes) {
    throw new WorkbookRefused('file-too-large', { bytes: bytes.length, most: limits.fileBytes })
  }
  if (oldExcel.every((byte, index) => bytes[index] === byte)) throw new WorkbookRefused('file-old-excel')
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new WorkbookRefused('file-not-xlsx')
  const unpacked = unpackedBytes(bytes)
  if (unpacked > limits.unpackedBytes) {
    throw new WorkbookRefused('file-too-large', { bytes: unpacked, most: limits.unpackedBytes })
  }
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
  refuseUnfit(bytes)
  const copy = new Uint8Array(bytes).buffer
  try {
    const sheets = await readExcelFile(copy, { trim: false })
    return {
      sheets: sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(asCell)) })),
    }
  } catch (error) {
    const known =
      error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError || error instanceof Error
    if (!known) throw error
    throw new WorkbookRefused('file-broken', { why: error.message.slice(0, 200) })
  }
}
