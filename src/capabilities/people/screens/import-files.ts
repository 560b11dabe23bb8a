// The template of a list, and what is wrong with a row in words.
import type { Refusal } from '../../../kernel/refusal.ts'
import { say, translate } from '../../../platform/browser/language.ts'
import { type Column, columns } from '../importing/columns.ts'
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
  const used = columns.filter((column) => column !== 'rtRw' && column !== 'mark')
  const rows = [used.map((column) => example[column] ?? null)]
  const head = used.map((column) => c(`column.${column}`))
  // Rows of empty text cells: without them Excel would take a typed NIK for a number.
  download(
    await workbook([{ name: 'Warga', head, rows, textRows: 1000 }]),
    `${c('import.template-name')}.xlsx`,
  )
}
