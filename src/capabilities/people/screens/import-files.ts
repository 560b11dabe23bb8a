// The template of a list, and the list of what was wrong with one.
import type { Refusal } from '../../../kernel/refusal.ts'
import { say, translate } from '../../../platform/browser/language.ts'
import { type Column, columns, findHeader } from '../importing/columns.ts'
import type { Plan } from '../importing/plan.ts'
import { peopleTexts } from '../texts.ts'
import { importTexts } from '../texts-import.ts'
import { download, workbook } from './files.ts'

const c = translate(importTexts)
const required = {
  'platform.required': ['Bagian ini wajib diisi.', 'This must be filled in.'],
  'platform.too-long': ['Terlalu panjang.', 'Too long.'],
} as const

export const sentence = (refusal: Refusal): string => {
  const column = columns.find((each) => each === refusal.field)
  const text = say(refusal, importTexts, peopleTexts, required)
  return column ? `${c(`column.${column}`)}: ${text}` : text
}

const example: Readonly<Partial<Record<Column, string>>> = {
  kk: '3471040101100001',
  nik: '3471045708790000',
  name: 'Contoh: Sari Wulandari',
  sex: 'P',
  birth: '17-08-1979',
  relation: 'Kepala Keluarga',
  rw: '005',
  rt: '003',
  address: 'Jl. Mawar 3',
  phone: '0812 0000 0000',
  poor: 'Tidak',
}

/** An XLSX whose columns are all text, with headings and one example row that the import passes over. */
export async function downloadTemplate(): Promise<void> {
  const used = columns.filter((column) => column !== 'rtRw')
  const rows = [used.map((column) => example[column] ?? null)]
  const head = used.map((column) => c(`column.${column}`))
  // Rows of empty text cells: without them Excel would take a typed NIK for a number.
  download(
    await workbook([{ name: 'Warga', head, rows, textRows: 1000 }]),
    `${c('import.template-name')}.xlsx`,
  )
}

/** The rows that were refused or warned of, as they stood in the list, with what is wrong beside them. */
export async function downloadReport(table: readonly (readonly unknown[])[], plan: Plan): Promise<void> {
  const header = findHeader(table)
  const titles = (table[header?.row ?? 0] ?? []).map((cell) => String(cell ?? ''))
  const text = (cell: unknown) =>
    cell === null || cell === undefined
      ? null
      : cell instanceof Date
        ? cell.toISOString().slice(0, 10)
        : String(cell)
  const rows = plan.rows
    .filter((row) => row.errors.length > 0 || row.warnings.length > 0)
    .map((row) => [
      row.errors.map(sentence).join(' '),
      row.warnings.map(sentence).join(' '),
      String(row.row),
      ...titles.map((_, index) => text(table[row.row - 1]?.[index])),
    ])
  const head = [c('import.report-column'), c('import.warning-column'), c('import.row'), ...titles]
  download(await workbook([{ name: 'Kesalahan', head, rows, widths: [60, 40, 8] }]), 'kesalahan-impor.xlsx')
}
