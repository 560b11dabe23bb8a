// Small workbooks written as tables of text, as people write them in questions about XLSForm.
import type { Cell, Workbook } from './workbook.ts'

/**
 * '| survey |', then '| | type | name |' and rows below it: the first cell of a line names a sheet. A cell of \| is a bar,
 * \n a new line.
 */
export function workbookFrom(markdown: string): Workbook {
  const sheets: { name: string; rows: Cell[][] }[] = []
  for (const line of markdown.split('\n').map((each) => each.trim())) {
    if (!line.startsWith('|')) continue
    const cells = line
      .slice(1, line.endsWith('|') ? -1 : undefined)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replace(/\\\|/g, '|').replace(/\\n/g, '\n'))
    const [sheet = '', ...rest] = cells
    if (sheet !== '') sheets.push({ name: sheet, rows: [] })
    if (rest.length > 0) sheets[sheets.length - 1]?.rows.push(rest.map((cell) => (cell === '' ? null : cell)))
  }
  return { sheets }
}
