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

const filled = /<(?:\w+:)?c\s[^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"[^>]{0,200}?(\/?)>/g

/** 1 from "A", 27 from "AA". */
export const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)

/** The XML of sheets, shared texts, names of sheets and where they lie; null where it cannot be unpacked, or is longer than `most` together. */
export async function textsOf(parts: readonly Part[], most: number): Promise<Map<Part, string> | null> {
  const texts = new Map<Part, string>()
  let left = most
  for (const part of parts) {
    if (
      !/^\/?xl\/(worksheets\/[^/]+\.xml|sharedStrings\.xml|workbook\.xml|_rels\/workbook\.xml\.rels)$/i.test(
        part.name,
      )
    )
      continue
    const text = await textOf(part, left)
    left -= text?.length ?? 0
    if (text === null) return null
    texts.set(part, text)
  }
  return texts
}

/** Rows times columns of all sheets up to their last filled cell. */
export function cellsOf(texts: ReadonlyMap<Part, string>): number {
  let cells = 0
  for (const [{ name }, text] of texts) {
    if (!/worksheets\//i.test(name)) continue
    let [rows, columns] = [0, 0]
    for (const [, letters = '', digits = '', empty] of text.matchAll(filled)) {
      if (empty === '/') continue
      rows = Math.max(rows, Number(digits))
      columns = Math.max(columns, columnOf(letters))
    }
    cells += rows * columns
  }
  return cells
}
