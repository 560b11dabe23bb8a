// The sheets of a workbook as lists of cells.
import type { Workbook } from '../../../xlsform/workbook.ts'

/** What stands for a formula whose result the file does not hold. */
export const noResult = '='

export type ListSheet = {
  name: string
  hidden: boolean
  hiddenRows?: number
  rows: readonly (readonly unknown[])[]
}

/** The sheets, with a mark where a formula came without its result: an empty cell would tell that there is nothing. */
export function sheetsOf({ sheets }: Workbook): ListSheet[] {
  return sheets.map(({ name, rows, hidden = false, hiddenRows = 0, noResult: unknown = [] }) => {
    const marked: unknown[][] = rows.map((cells) => [...cells])
    for (const { row, column } of unknown) {
      const cells = marked[row]
      if (cells) cells[column] = noResult
    }
    return { name, hidden, hiddenRows, rows: marked }
  })
}

/** Characters of a cell. An address has 300 and a name 120; what reads a cell would look through a million of them for hours. */
const cellMost = 400
const cut = (cell: unknown) =>
  typeof cell === 'string' && cell.length > cellMost ? cell.slice(0, cellMost) : cell

/** The sheets with no cell longer than anything that a list tells of somebody. */
export const bounded = (sheets: readonly ListSheet[]): ListSheet[] =>
  sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((cells) => cells.map(cut)) }))
