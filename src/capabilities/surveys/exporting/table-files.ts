// CSV in a zip, or a workbook: one table for the submissions, one for each repeat, in a single pass over the answers. The
// first table goes straight out; the others wait in a spool until it is whole.
import { tmpdir } from 'node:os'
import type { Cell, CellKind, Separator } from './cells.ts'
import { byteOrderMark, csvLine } from './csv.ts'
import { type Line, linesOf, type Sheet } from './layout.ts'
import { batchesOf, type Taking } from './reading.ts'
import { headXml, lettersOf, rowMost, rowXml, sheetNames, tailXml, workbookParts } from './sheet-xml.ts'
import { Spool } from './spool.ts'
import type { Sink, ZipOut } from './zip-out.ts'

type Format = {
  /** Path in the zip of the n-th file that was begun. */
  path: (sheet: Sheet, file: number) => string
  head: (sheet: Sheet) => string
  line: (sheet: Sheet, cells: readonly Cell[], row: number) => string
  tail: string
  /** Lines that a file may have, its heading included. */
  most: number
  /** Further parts, once the names of all files are known. */
  parts: (names: readonly string[]) => [path: string, text: string][]
}

const kindsOf = (sheet: Sheet): CellKind[] => sheet.picks.map((pick) => pick.kind)

/** Something that depends on the sheet alone is worked out once. */
function once<T>(make: (sheet: Sheet) => T): (sheet: Sheet) => T {
  const made = new Map<Sheet, T>()
  return (sheet) => {
    const known = made.get(sheet)
    if (known !== undefined) return known
    const value = make(sheet)
    made.set(sheet, value)
    return value
  }
}

export function csvFormat(separator: Separator): Format {
  const kinds = once(kindsOf)
  return {
    path: (sheet) => `${sheet.name}.csv`,
    head: (sheet) =>
      byteOrderMark +
      csvLine(
        sheet.picks.map((pick) => pick.head),
        [],
        separator,
      ),
    line: (sheet, cells) => csvLine(cells, kinds(sheet), separator),
    ...{ tail: '', most: Number.POSITIVE_INFINITY, parts: () => [] },
  }
}

export function xlsxFormat(): Format {
  const kinds = once(kindsOf)
  const letters = once((sheet) => sheet.picks.map((_, at) => lettersOf(at)))
  return {
    path: (_sheet, file) => `xl/worksheets/sheet${file}.xml`,
    head: (sheet) =>
      headXml(
        sheet.picks.map((pick) => pick.head),
        letters(sheet),
      ),
    line: (sheet, cells, row) => rowXml(row, cells, kinds(sheet), letters(sheet)),
    ...{ tail: tailXml, most: rowMost, parts: (names) => workbookParts(sheetNames(names)) },
  }
}

/** One table on its way out: text that is not written yet, and the files it has filled. */
class Outgoing {
  readonly #sheet: Sheet
  readonly #format: Format
  /** Of the line that is written now. */
  readonly #cells: Cell[] = []
  #rows = 1
  /** A new file begins between two of these. */
  #pending: string[]
  constructor(sheet: Sheet, format: Format) {
    this.#sheet = sheet
    this.#format = format
    this.#pending = [format.head(sheet)]
  }

  add(line: Line): void {
    const { picks } = this.#sheet
    if (this.#rows >= this.#format.most) {
      this.#append(this.#format.tail)
      this.#pending.push(this.#format.head(this.#sheet))
      this.#rows = 1
    }
    this.#rows += 1
    const cells = this.#cells
    for (let at = 0; at < picks.length; at++) cells[at] = picks[at]?.of(line) ?? null
    this.#append(this.#format.line(this.#sheet, cells, this.#rows))
  }

  end(): void {
    this.#append(this.#format.tail)
  }

  #append(text: string): void {
    this.#pending[this.#pending.length - 1] += text
  }

  /** Hands over what is pending; `next` is called where a new file begins. */
  async flush(write: (text: string) => Promise<void>, next: () => Promise<void>): Promise<void> {
    const pending = this.#pending
    this.#pending = ['']
    for (const [index, text] of pending.entries()) {
      if (index > 0) await next()
      if (text) await write(text)
    }
  }
}

class Files {
  readonly names: string[] = []
  readonly #zip: ZipOut
  readonly #format: Format
  readonly #sheets: readonly Sheet[]
  readonly #spools: { path: string; spool: Spool }[] = []
  readonly #sinks: (Sink | null)[]
  constructor(zip: ZipOut, format: Format, sheets: readonly Sheet[]) {
    this.#zip = zip
    this.#format = format
    this.#sheets = sheets
    this.#sinks = sheets.map(() => null)
  }

  async next(at: number): Promise<void> {
    await this.#sinks[at]?.end()
    const sheet = this.#sheets[at] as Sheet
    this.names.push(sheet.name)
    const path = this.#format.path(sheet, this.names.length)
    if (at === 0) {
      this.#sinks[at] = await this.#zip.entry(path)
      return
    }
    const spool = new Spool(tmpdir(), this.#zip.signal)
    this.#spools.push({ path, spool })
    this.#sinks[at] = { write: (text) => spool.write(text), end: async () => undefined }
  }

  write(at: number, text: string): Promise<void> {
    return (this.#sinks[at] as Sink).write(text)
  }

  async send(): Promise<void> {
    await this.#sinks[0]?.end()
    for (const { path, spool } of this.#spools) {
      const { from, whole } = await spool.read()
      await this.#zip.pressed(path, from, whole)
    }
    for (const [path, text] of this.#format.parts(this.names)) await this.#zip.add(path, text)
    await this.#zip.end()
  }

  async gone(): Promise<void> {
    for (const { spool } of this.#spools) await spool.gone()
  }
}

/** Writes the tables into the zip; the caller sends `zip.out` meanwhile. */
export async function writeTables(
  format: Format,
  taking: Taking,
  sheets: readonly Sheet[],
  zip: ZipOut,
): Promise<void> {
  const files = new Files(zip, format, sheets)
  const lines = linesOf(sheets)
  const outgoing = sheets.map((sheet) => new Outgoing(sheet, format))
  const flush = async () => {
    for (const [at, table] of outgoing.entries())
      await table.flush(
        (text) => files.write(at, text),
        () => files.next(at),
      )
  }
  try {
    for (const at of sheets.keys()) await files.next(at)
    await flush()
    for await (const rows of batchesOf(taking)) {
      for (const row of rows) lines(row, (at, line) => outgoing[at]?.add(line))
      await flush()
    }
    for (const table of outgoing) table.end()
    await flush()
    await files.send()
  } finally {
    await files.gone()
  }
}
