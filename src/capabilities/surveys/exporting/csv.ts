// Lines of CSV (RFC 4180) that Excel opens as UTF-8 and never reads as a formula.
import type { Cell, CellKind, Separator } from './cells.ts'

export const byteOrderMark = '\ufeff'
/** Signs that begin a formula, those of full width too, which Excel takes for them. */
const sign = '[=+\\-@＝＋－＠]'
/**
 * Where a cell begins, or what becomes one where the file is opened with another border between columns; through quotes, which
 * hold nothing together there.
 */
const begins = {
  ',': new RegExp(`(^|[;\\t\\r\\n])("*)(?=${sign})`, 'g'),
  ';': new RegExp(`(^|[,\\t\\r\\n])("*)(?=${sign})`, 'g'),
} as const
const atFirst = new RegExp(`^${sign}`)
/** As a price is written: nothing follows this dash that it could reckon with. */
const price = /^[^",;\t\r\n]+,-$/
/** Most answers: a word or digits, which need no look at what a formula or a quote is. */
const bare = /^[0-9A-Za-z][^",;\t\r\n]*$/
const special = { ',': /[",\r\n]/, ';': /[";\t\r\n]/ } as const
/** A number, a day, a part, a time: what a spreadsheet would make something else of. */
const numberLike = /^\d/

/** A text that Excel would run is given an apostrophe before the sign, as Excel itself writes such a text. */
function guarded(text: string, separator: Separator): string {
  if (price.test(text) && !atFirst.test(text)) return text
  const inside = text.replace(begins[separator], "$1$2'")
  return /^[\t\r]/.test(inside) ? `'${inside}` : inside
}

/** Points that are such: several numbers in a row are no formula. A day is plain; what else stands where one was asked is a text. */
const unrunnable = (cell: string, kind: CellKind) => kind === 'path' && /^-?[\d.]+ [-\d. ;]+$/.test(cell)

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

export function csvCell(cell: Cell, kind: CellKind, separator: Separator = ','): string {
  if (cell === null) return ''
  const indonesian = separator === ';'
  if (typeof cell === 'number') return indonesian ? String(cell).replace('.', ',') : String(cell)
  // What is no quantity is marked as a text for the readers that heed it: a leading 0 stays, and 1/2 is no day.
  if (bare.test(cell)) return indonesian && kind === 'text' && numberLike.test(cell) ? quoted(cell) : cell
  const text = unrunnable(cell, kind) ? cell : guarded(cell, separator)
  return special[separator].test(text) ? quoted(text) : text
}

/** A line of cells, with its end. */
export function csvLine(
  cells: readonly Cell[],
  kinds: readonly CellKind[],
  separator: Separator = ',',
): string {
  let line = ''
  for (let at = 0; at < cells.length; at++)
    line += `${at > 0 ? separator : ''}${csvCell(cells[at] ?? null, kinds[at] ?? 'text', separator)}`
  return `${line}\r\n`
}
