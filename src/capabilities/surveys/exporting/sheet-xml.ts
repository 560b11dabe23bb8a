// Rows of a spreadsheet (ECMA-376) as text that can be streamed. Digits that are no quantity are text cells: a NIK as a
// number would lose its last digit.
import type { Cell, CellKind } from './cells.ts'
import { unlike } from './names.ts'

/** Rows that a sheet of Excel has, and characters that a cell has. */
export const rowMost = 1_048_576
const cellMost = 32_767

const styles = { text: 1, heading: 2, day: 3 } as const
// Control characters are not allowed in XML at all.
const unwritable = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu
const marked = /[&<>"\p{Cc}\ufffe\uffff]/u
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeXml(text: string): string {
  if (!marked.test(text)) return text
  return text.replace(unwritable, '').replace(/[&<>"]/g, (each) => entities[each] ?? '')
}

/** A, B, … Z, AA: the letters of a column, counted from 0. */
export function lettersOf(column: number): string {
  let letters = ''
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26))
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  return letters
}

/** Days since 30 December 1899, as Excel counts; null before March 1900, where Excel counts a day that never was. */
export function serialOf(day: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(at)) return null
  const serial = Math.round(at / 86_400_000) + 25_569
  return serial >= 61 ? serial : null
}

const textCell = (at: string, text: string, style: number): string =>
  `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text.slice(0, cellMost))}</t></is></c>`

function cellXml(at: string, cell: Cell, kind: CellKind): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'number')
    return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : textCell(at, String(cell), styles.text)
  const serial = kind === 'day' ? serialOf(cell) : null
  return serial === null
    ? textCell(at, cell, styles.text)
    : `<c r="${at}" s="${styles.day}"><v>${serial}</v></c>`
}

export function rowXml(
  row: number,
  cells: readonly Cell[],
  kinds: readonly CellKind[],
  letters: readonly string[],
): string {
  let xml = `<row r="${row}">`
  for (let at = 0; at < cells.length; at++)
    xml += cellXml(`${letters[at]}${row}`, cells[at] ?? null, kinds[at] ?? 'text')
  return `${xml}</row>`
}

export function headXml(heads: readonly string[], letters: readonly string[]): string {
  const widths = heads
    .map(
      (head, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${Math.min(50, Math.max(10, head.length + 2))}" customWidth="1"/>`,
    )
    .join('')
  const cells = heads.map((head, at) => textCell(`${letters[at]}1`, head, styles.heading)).join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${widths ? `<cols>${widths}</cols>` : ''}<sheetData><row r="1">${cells}</row>`
}
export const tailXml = '</sheetData></worksheet>'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Up to 31 characters, none of those that Excel forbids, none twice. */
export const sheetNames = (names: readonly string[]): string[] =>
  unlike(
    // A sheet called History is Excel's own.
    names.map(
      (name) =>
        name
          .replace(/[[\]:*?/\\']/g, ' ')
          .trim()
          .replace(/^history$/i, '$& 1') || 'Isian',
    ),
    31,
  )

/** The parts of a workbook that are not sheets, by their path in the zip. */
export function workbookParts(names: readonly string[]): [path: string, xml: string][] {
  const each = (part: (name: string, n: number) => string) =>
    names.map((name, index) => part(escapeXml(name), index + 1)).join('')
  const styled = names.length + 1
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${each((_, n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each((name, n) => `<sheet name="${name}" sheetId="${n}" r:id="rId${n}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packaged}/relationships">${each((_, n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}<Relationship Id="rId${styled}" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ],
  ]
}
