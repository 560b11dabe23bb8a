// Reading CSV as offices save it: with comma, semicolon, tab or stroke, quotes, a byte-order mark, in UTF-8,
// UTF-16 or Windows-1252.

/** The text of a file: UTF-16 where its mark says so ("Unicode Text" of Excel), UTF-8 where it is valid, else Windows-1252. */
export function textOf(bytes: Uint8Array): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export const isUtf16 = ([one, other]: Uint8Array): boolean =>
  (one === 0xff && other === 0xfe) || (one === 0xfe && other === 0xff)

const delimiters = [';', ',', '\t', '|'] as const

/** Whether a row is that of the headings, which only who reads the list knows. */
export type IsHeading = (cells: readonly string[]) => boolean

/** The delimiter that parts the headings; without any, the one that stands most often in the first line that has one. */
function delimiterOf(text: string, isHeading: IsHeading): string {
  const lines = text.slice(0, 100_000).split(/\r?\n/, 15)
  // A title above the headings may have a comma of its own.
  for (const line of lines)
    for (const each of delimiters)
      if (isHeading(line.split(each).map((cell) => cell.replace(/^\s*"|"\s*$/g, '')))) return each
  for (const line of lines) {
    const bare = line.replace(/"[^"]*"/g, '')
    const counted = delimiters.map((each) => ({ each, count: bare.split(each).length - 1 }))
    const most = counted.reduce((a, b) => (b.count > a.count ? b : a))
    if (most.count > 0) return most.each
  }
  return ','
}

/** Rows of cells, all text. A quote inside a quoted cell is written twice; a cell may hold line breaks. */
export function parseCsv(source: string, isHeading: IsHeading = () => false): string[][] {
  const whole = source.replace(/^\uFEFF/, '')
  const told = /^sep=(.)\r?\n/i.exec(whole)
  const text = whole.slice(told?.[0].length ?? 0)
  const delimiter = told?.[1] ?? delimiterOf(text, isHeading)
  const rows: string[][] = []
  let row: string[] = []
  for (let at = 0; at < text.length; ) {
    const { cell, end } = cellAt(text, at, delimiter)
    row.push(cell)
    if (text[end] === delimiter) {
      at = end + 1
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  return row.length > 0 ? [...rows, row] : rows
}

/** One cell from `start`, and where it ends: at a delimiter, a line break or the end of the text. */
function cellAt(text: string, start: number, delimiter: string): { cell: string; end: number } {
  if (text[start] === '"') {
    let from = start + 1
    for (;;) {
      const quote = text.indexOf('"', from)
      if (quote < 0) return { cell: text.slice(start + 1).replaceAll('""', '"'), end: text.length }
      if (text[quote + 1] !== '"') {
        const rest = plainEnd(text, quote + 1, delimiter)
        return { cell: text.slice(start + 1, quote).replaceAll('""', '"'), end: rest }
      }
      from = quote + 2
    }
  }
  const end = plainEnd(text, start, delimiter)
  return { cell: text.slice(start, end), end }
}

function plainEnd(text: string, start: number, delimiter: string): number {
  let end = start
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++
  return end
}
