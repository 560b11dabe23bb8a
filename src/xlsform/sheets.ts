// Finds the five sheets of an XLSForm in a workbook, whatever else it holds.
import type { Report } from './faults/faults.ts'
import { type SheetKind, Spellings, sheetNames } from './headers.ts'
import { asksSomething, type Table, tableOf } from './table.ts'
import { cellText, limits, type Sheet, type Workbook } from './workbook.ts'

export type Tables = Partial<Record<SheetKind, Table>>

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s\-_]+/g, '_')
const filled = (sheet: Sheet): boolean => sheet.rows.some((row) => row.some((cell) => cellText(cell) !== ''))

const kinds: readonly SheetKind[] = ['survey', 'choices', 'settings', 'entities', 'external_choices']
/** What people who write their forms in Indonesian call a sheet. */
const indonesian: Readonly<Record<string, SheetKind>> = {
  ...{
    survei: 'survey',
    pertanyaan: 'survey',
    pilihan: 'choices',
    opsi: 'choices',
    daftar_pilihan: 'choices',
  },
  ...{ pengaturan: 'settings', setelan: 'settings', entitas: 'entities' },
}

function claim(found: Map<SheetKind, Sheet>, sheet: Sheet, report: Report): void {
  const place = { sheet: sheet.name, row: null, column: null }
  const kind = Object.hasOwn(sheetNames, plain(sheet.name)) ? sheetNames[plain(sheet.name)] : undefined
  if (!kind) return
  if (found.has(kind)) report.fault('sheet-twice', place, sheet.name, { other: found.get(kind)?.name ?? '' })
  else found.set(kind, sheet)
  if (sheet.name !== kind && plain(sheet.name) === kind)
    report.warn('sheet-forgiven', place, sheet.name, { name: kind })
}

/** A sheet that is not read, and whose name is near one that would be. */
function tellUnread(sheet: Sheet, report: Report): void {
  const spoken = Object.hasOwn(indonesian, plain(sheet.name)) ? indonesian[plain(sheet.name)] : undefined
  const near = spoken ? { suggestion: spoken } : report.suggest(sheet.name, kinds)
  if (near.suggestion && !sheet.name.startsWith('_'))
    report.warn('sheet-unknown', { sheet: sheet.name, row: null, column: null }, sheet.name, near)
}

/** A sheet with questions under another name is the survey, where there is but one. */
function claimOnly(found: Map<SheetKind, Sheet>, workbook: Workbook, report: Report): void {
  if (found.has('survey')) return
  const claimed = new Set(found.values())
  const left = workbook.sheets.filter((sheet) => !claimed.has(sheet) && asksSomething(sheet))
  const [only, ...more] = left
  if (!only || more.length > 0) return
  found.set('survey', only)
  report.warn('sheet-forgiven', { sheet: only.name, row: null, column: null }, only.name, { name: 'survey' })
}

/** The tables of a form. Faults: no survey sheet, an empty one, one sheet twice. */
export function tablesOf(workbook: Workbook, report: Report): Tables {
  const found = new Map<SheetKind, Sheet>()
  if (workbook.sheets.length > limits.sheets) {
    report.fault('too-many-sheets', { sheet: 'survey', row: null, column: null }, '', { most: limits.sheets })
  }
  for (const sheet of workbook.sheets.slice(0, limits.sheets)) claim(found, sheet, report)
  claimOnly(found, workbook, report)
  const claimed = new Set(found.values())
  const known = (name: string) => Object.hasOwn(sheetNames, plain(name))
  for (const sheet of workbook.sheets.slice(0, limits.sheets))
    if (!claimed.has(sheet) && !known(sheet.name)) tellUnread(sheet, report)
  const survey = found.get('survey')
  const names = workbook.sheets.map((sheet) => sheet.name).join(', ')
  if (!survey) report.fault('sheet-missing', { sheet: 'survey', row: null, column: null }, names)
  else if (!filled(survey)) report.fault('sheet-empty', { sheet: survey.name, row: null, column: null })
  const tables: Tables = {}
  const spellings = new Spellings()
  for (const [kind, sheet] of found) {
    if (filled(sheet)) tables[kind] = tableOf(kind, sheet, report, spellings)
  }
  return tables
}
