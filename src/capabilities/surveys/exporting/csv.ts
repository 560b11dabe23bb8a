// Lines of CSV (RFC 4180) that Excel opens as UTF-8 and never reads as a formula.
import type { Cell, CellKind } from './layout.ts'

export const byteOrderMark = '\ufeff'
const formula = /^[=+\-@\t\r]/
/** Most answers: a word or digits, which need no look at what a formula or a quote is. */
const bare = /^[0-9A-Za-z][^",\r\n]*$/
const special = /[",\r\n]/

/** A text that Excel would run is given a leading apostrophe, as Excel itself writes such a text. */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text)

export function csvCell(cell: Cell, kind: CellKind): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (bare.test(cell)) return cell
  const text = kind === 'day' && /^\d/.test(cell) ? cell : guarded(cell)
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
