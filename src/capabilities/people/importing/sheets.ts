// Which sheets of a workbook are the list of people, and several of them as one.
import type { ListSheet } from '../../../platform/browser/lists/sheets.ts'
import type { Column } from './columns.ts'
import { findHeader, type Header } from './headings.ts'
import type { Cells } from './reading.ts'

/** The sheet in sight whose headings name the most columns; without headings the first in sight. */
export function likelySheet(sheets: readonly ListSheet[]): number {
  const known = sheets.map(({ hidden, rows }) => (hidden ? -1 : (findHeader(rows)?.at.size ?? 0)))
  return Math.max(0, known.indexOf(Math.max(...known)))
}

export type Joined = {
  rows: readonly Cells[]
  /** How a row of the whole, counted from 1, is found again in the file. */
  where: (row: number) => string
  /** Rows that stand there out of sight, by a filter or by hand; they are read. */
  hiddenRows: number
}

const sameHeadings = (one: Header, other: Header) =>
  one.at.size === other.at.size && [...one.at].every(([column, at]) => other.at.get(column) === at)

/** The sheets in sight whose headings are those of this one, itself among them: lists of RT 01, RT 02, … */
export function alike(sheets: readonly ListSheet[], sheet: number): number[] {
  const header = findHeader(sheets[sheet]?.rows ?? [])
  return [...sheets.keys()].filter((index) => {
    const other = findHeader(sheets[index]?.rows ?? [])
    return index === sheet || (!sheets[index]?.hidden && header && other && sameHeadings(header, other))
  })
}

/** What the name of a sheet tells of all its rows: "RT 03", "RT 03 RW 05", "Dusun Krajan". */
const placeOf = (name: string): string | null => {
  if (/^rt\b.*\brw\b/i.test(name)) return 'RT/RW'
  return /^(rt|rw|dusun|lingkungan)\b/i.exec(name)?.[1] ?? null
}

const places: readonly Column[] = ['rt', 'rw', 'rtRw', 'hamlet']
const filled = (cells: Cells) => cells.some((cell) => cell !== null && cell !== '')

/** What all these sheets are called by, where none of their columns tells it. */
function calledBy(sheets: readonly ListSheet[], header: Header | null): string | null {
  if (places.some((each) => header?.at.has(each))) return null
  const told = sheets.map(({ name }) => placeOf(name.trim()))
  return told.every((each) => each !== null && each.toLowerCase() === told[0]?.toLowerCase())
    ? (told[0] ?? null)
    : null
}

/** Sheets as one list under the headings of the first. Where no column tells the RT, the name of a sheet does. */
export function joined(sheets: readonly ListSheet[]): Joined {
  const header = findHeader(sheets[0]?.rows ?? [])
  const title = calledBy(sheets, header)
  const width = header?.titles.length ?? 0
  const wider = (cells: Cells, more: string): Cells =>
    title === null ? cells : [...Array.from({ length: width }, (_, at) => cells[at] ?? null), more]
  const lines = sheets.flatMap(({ name, rows }, index) => {
    const head = findHeader(rows)?.row ?? -1
    return rows.flatMap((cells, at) => {
      if (at <= head && index > 0) return []
      const told =
        at === head ? wider(cells, title ?? '') : at > head && filled(cells) ? wider(cells, name) : cells
      return [{ told, sheet: name, row: at + 1 }]
    })
  })
  const where = (row: number) => {
    const line = lines[row - 1]
    return sheets.length > 1 && line ? `${line.sheet}: ${line.row}` : String(row)
  }
  const hiddenRows = sheets.reduce((sum, { hiddenRows = 0 }) => sum + hiddenRows, 0)
  return { rows: lines.map(({ told }) => told), where, hiddenRows }
}
