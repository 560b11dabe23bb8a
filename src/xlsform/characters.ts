// Characters past U+FFFF that a writer of .xlsx (openpyxl) put as &#128274;. The reader's XML parser cuts such numbers to sixteen
// bits, so a lock would become U+F512 and nobody could tell it from a letter of one's own: they are written out before it reads.
import type { Part } from './archive.ts'

const numbered = /&#(?:(\d{5,7})|x([0-9a-f]{5,6}));/gi

function writtenOut(text: string): string {
  return text.replace(numbered, (written, decimal?: string, hex?: string) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '0', 16) : Number(decimal)
    return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : written
  })
}

const table = Array.from({ length: 256 }, (_, index) => {
  let value = index
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return (crc ^ 0xffffffff) >>> 0
}

/** The thirty or forty-six bytes before a part: in its place, and in the directory. */
function header(part: Part, name: Uint8Array, offset: number | null): Uint8Array {
  const at = offset === null ? 30 : 46
  const shift = offset === null ? 0 : 2
  const bytes = new Uint8Array(at + name.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, offset === null ? 0x04034b50 : 0x02014b50, true)
  if (offset !== null) view.setUint16(4, 20, true)
  view.setUint16(4 + shift, 20, true)
  view.setUint16(6 + shift, 0x0800, true)
  view.setUint16(8 + shift, part.method, true)
  view.setUint32(14 + shift, part.crc, true)
  view.setUint32(18 + shift, part.bytes.length, true)
  view.setUint32(22 + shift, part.unpacked, true)
  view.setUint16(26 + shift, name.length, true)
  if (offset !== null) view.setUint32(42, offset, true)
  bytes.set(name, at)
  return bytes
}

function zipOf(parts: readonly Part[]): Uint8Array {
  const [places, directory]: [Uint8Array[], Uint8Array[]] = [[], []]
  let offset = 0
  for (const part of parts) {
    const name = new TextEncoder().encode(part.name)
    const local = header(part, name, null)
    directory.push(header(part, name, offset))
    places.push(local, part.bytes)
    offset += local.length + part.bytes.length
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(8, parts.length, true)
  end.setUint16(10, parts.length, true)
  end.setUint32(12, size, true)
  end.setUint32(16, offset, true)
  const whole = new Uint8Array(offset + size + 22)
  let at = 0
  for (const each of [...places, ...directory, new Uint8Array(end.buffer)]) {
    whole.set(each, at)
    at += each.length
  }
  return whole
}

/** The same workbook with every character written as itself; the very same bytes where that is so already. */
export function withCharacters(
  bytes: Uint8Array,
  parts: readonly Part[],
  texts: ReadonlyMap<Part, string>,
): Uint8Array {
  const changed = new Map<Part, Part>()
  for (const [part, text] of texts) {
    const written = writtenOut(text)
    if (written === text) continue
    const plain = new TextEncoder().encode(written)
    changed.set(part, { ...part, method: 0, crc: crcOf(plain), unpacked: plain.length, bytes: plain })
  }
  return changed.size === 0 ? bytes : zipOf(parts.map((part) => changed.get(part) ?? part))
}
