// Looks into an .xlsx before anything opens it: how large its parts become, and how far its cells reach. One cell in
// the last corner of a sheet is a hundred bytes that a reader would pad to seventeen thousand million cells.

export type Part = { name: string; unpacked: number; method: number; crc: number; bytes: Uint8Array }

/** Position of the end-of-central-directory record of a zip, or -1. */
function directoryEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  return -1
}

function partAt(view: DataView, bytes: Uint8Array, at: number): Part {
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)))
  const local = view.getUint32(at + 42, true)
  const header = local + 30 <= bytes.length && view.getUint32(local, true) === 0x04034b50
  const start = header
    ? local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
    : bytes.length
  const packed = bytes.subarray(start, start + view.getUint32(at + 20, true))
  return {
    name,
    unpacked: view.getUint32(at + 24, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    bytes: packed,
  }
}

/** The parts of a zip as its directory tells them, still packed; null where it is broken. */
export function partsOf(bytes: Uint8Array): Part[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end < 0) return null
  const parts: Part[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return null
    parts.push(partAt(view, bytes, at))
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return parts
}

/** The text of a part; null where it is broken or grows past `most` bytes, whatever the directory said. */
async function textOf(part: Part, most: number): Promise<string | null> {
  if (part.method === 0) return new TextDecoder().decode(part.bytes)
  if (part.method !== 8) return null
  const packed = new Blob([new Uint8Array(part.bytes)]).stream()
  const reader = packed.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length
      if (size > most) return null
      text += decoder.decode(read.value, { stream: true })
    }
    return text
  } catch {
    return null
  } finally {
    reader.cancel().catch(() => undefined)
  }
}

/** 1 from "A", 27 from "AA". */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** The XML of all that the reader unpacks; null where it cannot be unpacked, or is longer than `most` together. */
export async function textsOf(parts: readonly Part[], most: number): Promise<Map<Part, string> | null> {
  const texts = new Map<Part, string>()
  let left = most
  for (const part of parts) {
    // A relation may call any of them a sheet, wherever it lies.
    if (!/\.xml(\.rels)?$/i.test(part.name)) continue
    const text = await textOf(part, left)
    left -= text?.length ?? 0
    if (text === null) return null
    texts.set(part, text)
  }
  return texts
}

/** A row or a cell with its attributes as every program writes them; without its last sign where they are written otherwise. */
const tag = /<(?:[^\s<>/]*:)?(row|c)(?=[\s/>])((?:\s+[^\s=<>"'/]+=(?:"[^"<>]*"|'[^'<>]*'))*)\s*(\/?)(>?)/g
const placed = /[\s:]r=["']([A-Z]{0,3})([1-9]\d{0,6})["']/
const rowMost = 1_048_576

/** Where a row or a cell says it stands, '' where it does not say; null where that can be read in more ways than one. */
function standing(attributes: string): [letters: string, digits: string] | null {
  const [first, letters = '', digits = ''] = placed.exec(attributes) ?? []
  const rest = first === undefined ? attributes : attributes.replace(first, ' ')
  return /[\s:]r=/.test(rest) || Number(digits) > rowMost ? null : [letters, digits]
}

/** A cell says its place, and in the row around it, where that says its own; a row has no letters. */
const agrees = (name: string | undefined, [letters, digits]: [string, string], row: string): boolean =>
  name === 'row' ? letters === '' : letters !== '' && digits === (row || digits)

/** Rows times columns of a sheet; null where the reader could find a cell elsewhere than it is seen here. */
function extentOf(text: string): number | null {
  let [rows, columns, row] = [0, 0, '']
  for (const [, name, attributes = '', empty, whole] of text.matchAll(tag)) {
    const at = whole ? standing(attributes) : null
    if (!at || !agrees(name, at, row)) return null
    const [letters, digits] = at
    if (name === 'row') row = digits
    else if (empty !== '/') {
      rows = Math.max(rows, Number(digits))
      columns = Math.max(columns, columnOf(letters))
    }
  }
  return rows * columns
}

/** Rows times columns of all sheets up to their last filled cell; null where that cannot be said. */
export function cellsOf(texts: ReadonlyMap<Part, string>): number | null {
  let cells = 0
  for (const text of texts.values()) {
    const extent = text.includes('sheetData') ? extentOf(text) : 0
    if (extent === null) return null
    cells += extent
  }
  return cells
}
