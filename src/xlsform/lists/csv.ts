// Lists as CSV files beside a form (RFC 4180): written by the compiler, read as ODK's engine reads them, but column by column,
// because a list of a country's villages is read on a phone.

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(quoted).join(',')}\r\n`).join('')

/** Columns by their heading; what a short line lacks is ''. */
export type ListFile = { size: number; columns: ReadonlyMap<string, readonly string[]> }

const separators = [',', ';', '\t', '|']

/** The one that parts most headings. */
function separatorOf(text: string): string {
  const head = (/^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counted = separators.map((each) => ({ each, count: head.split(each).length }))
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).each
}

/** The cells of a line in which quotation marks stand. */
function quotedCells(line: string, separator: string): string[] {
  const cells: string[] = []
  const cell = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator === '|' ? '\\|' : separator}]*))(?:[${separator}]|$)`,
    'gy',
  )
  while (cell.lastIndex < line.length) {
    const found = cell.exec(line)
    if (!found) return line.split(separator)
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
  }
  return line.endsWith(separator) ? [...cells, ''] : cells
}

/** Whether a cell in quotation marks goes on in the next line; a mark inside a cell is a mark. */
function goesOn(line: string, separator: string): boolean {
  const whole = new RegExp(`(^|[${separator}])"(?:[^"]|"")*"(?=[${separator}]|$)`, 'g')
  return new RegExp(`(^|[${separator}])"`).test(line.replace(whole, '$1'))
}

/** No cell has so many lines: a mark that is never closed is one of the text. */
const linesMost = 50

function* linesOf(text: string): Generator<string[]> {
  const separator = separatorOf(text)
  let begun: string[] = []
  for (const line of text.split(/\r?\n/)) {
    if (begun.length === 0 && !line.includes('"')) {
      yield line.split(separator)
      continue
    }
    begun.push(line)
    const whole = begun.join('\n')
    if (begun.length < linesMost && goesOn(whole, separator)) continue
    begun = []
    yield quotedCells(whole, separator)
  }
  if (begun.length > 0) yield quotedCells(begun.join('\n'), separator)
}

export function readCsv(written: string): ListFile {
  const text = written.replace(/^\ufeff/, '').replace(/[\r\n]+$/, '')
  const lines = linesOf(text)
  const heads: string[] = lines.next().value ?? []
  const cells = heads.map((): string[] => [])
  let size = 0
  for (const line of lines) {
    for (let n = 0; n < heads.length; n++) cells[n]?.push(line[n] ?? '')
    size++
  }
  return { size, columns: new Map(heads.map((head, n) => [head, cells[n] ?? []])) }
}
