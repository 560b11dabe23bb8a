// A workbook as plain rows, and what is refused of it before anybody reads it as a form.

export type Cell = string | number | boolean | Date | null
export type Sheet = {
  name: string
  rows: Cell[][]
  hidden?: boolean
  /** Rows that are out of sight, by a filter or by hand. */
  hiddenRows?: number
  /** Cells, counted from 0, whose formula came without a result; they stand empty in `rows`. */
  noResult?: readonly { row: number; column: number }[]
}
export type Workbook = { sheets: Sheet[] }

/** Far above real forms (the largest known have some 4,000 questions), far below what a phone or a server would choke on. */
export const limits = {
  fileBytes: 20_000_000,
  /** Of all parts of the .xlsx together once unpacked. */
  unpackedBytes: 150_000_000,
  /** Rows times columns of all sheets, empty cells between counted. */
  cells: 10_000_000,
  sheets: 100,
  surveyRows: 10_000,
  choiceRows: 100_000,
  columns: 300,
  nameLength: 100,
  textLength: 10_000,
  depth: 20,
  faults: 200,
} as const

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * A date that Excel made of something typed, as text: '2026-11-21', with the time where there is one; a time of day, which is a
 * part of Excel's day nought, as '09:30:00'. Excel's dates know no zone.
 */
function dateText(given: Date): string {
  if (Number.isNaN(given.valueOf())) return ''
  const date = new Date(Math.round(given.valueOf() / 1000) * 1000)
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  if (date.getUTCFullYear() < 1900) return time
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  return time === '00:00:00' ? day : `${day}T${time}`
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  if (Number.isInteger(value) && Math.abs(value) < 1e21)
    return value.toLocaleString('en', { useGrouping: false })
  // Excel keeps 0.1 + 0.2 as 0.30000000000000004: fifteen digits are all it shows.
  const short = Number(value.toPrecision(15))
  return String(short)
}

// Marks without width that Word and WhatsApp leave behind. A joiner that stands between two signs of no ASCII is of their
// writing: without it a family 👨‍👩‍👧 is three people, and letters of Java and Bali stand apart.
const unseen = /\u200b|\u2060|\ufeff|(?<![^\0-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\0-\x7f])/g
// Control characters and half characters, which XML may not hold.
const unwritable = /(?![\n\r\t])\p{Cc}|\p{Cs}|\ufffe|\uffff/gu

/** A cell as trimmed text without characters that XML may not hold; numbers and dates as a person would write them. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string') {
    if (/^[ -~]*$/.test(cell)) return cell.trim()
    return cell
      .replace(unseen, '')
      .replace(unwritable, '')
      .replace(/\u00a0/g, ' ')
      .replace(/\r\n?/g, '\n')
      .trim()
  }
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return dateText(cell)
}

/** 'A', 'B', … 'AA': how Excel calls a column; `index` from 0. */
export function columnLetter(index: number): string {
  let letters = ''
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}
