// The sheets of a workbook as lists, and which of them is the list of people.
import type { Workbook } from '../../../xlsform/workbook.ts'
import { findHeader } from './columns.ts'
import { type Cells, noResult } from './reading.ts'

export type ListSheet = { name: string; hidden: boolean; rows: readonly Cells[] }

/** The sheets, with a mark where a formula came without its result: an empty cell would tell that there is nothing. */
export function sheetsOf({ sheets }: Workbook): ListSheet[] {
  return sheets.map(({ name, rows, hidden = false, noResult: unknown = [] }) => {
    const marked: unknown[][] = rows.map((cells) => [...cells])
    for (const { row, column } of unknown) {
      const cells = marked[row]
      if (cells) cells[column] = noResult
    }
    return { name, hidden, rows: marked }
  })
}

/** The sheet in sight whose headings name the most columns; without headings the first in sight. */
export function likelySheet(sheets: readonly ListSheet[]): number {
  const known = sheets.map(({ hidden, rows }) => (hidden ? -1 : (findHeader(rows)?.at.size ?? 0)))
  return Math.max(0, known.indexOf(Math.max(...known)))
}
