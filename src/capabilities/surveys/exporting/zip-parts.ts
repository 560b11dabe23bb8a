// The parts of a zip file around its data (PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3), Zip64 where a number is too large.

export type Entry = {
  name: Buffer
  /** Where its local header begins. */
  at: number
  squeezed: boolean
  mtime: Date
  crc: number
  /** Bytes before and after compression. */
  size: number
  packed: number
}

const most32 = 0xffffffff
const most16 = 0xffff
const zip64Version = 45
// Sizes follow the data (bit 3), names are UTF-8 (bit 11).
const flags = 0x0808
const made = 0x0300 | zip64Version
const plainFile = (0o100644 << 16) >>> 0

type Part = readonly [bytes: 2 | 4 | 8, value: number]

function packed(parts: readonly Part[], ...tail: readonly Buffer[]): Buffer {
  const buffer = Buffer.alloc(parts.reduce((sum, [bytes]) => sum + bytes, 0))
  let at = 0
  for (const [bytes, value] of parts) {
    if (bytes === 8) buffer.writeBigUInt64LE(BigInt(value), at)
    else buffer.writeUIntLE(value, at, bytes)
    at += bytes
  }
  return tail.length > 0 ? Buffer.concat([buffer, ...tail]) : buffer
}

/** Time and day as DOS kept them: two seconds are one, years count from 1980. */
function dosTime(at: Date): Part[] {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  return [
    [2, time],
    [2, day],
  ]
}

const howPacked = ({ squeezed, mtime }: Entry, version: number): Part[] => [
  [2, version],
  [2, flags],
  [2, squeezed ? 8 : 0],
  ...dosTime(mtime),
]

const large = ({ size, packed }: Entry) => size >= most32 || packed >= most32

/** Before the data: sizes are not known yet. */
export function localHeader(entry: Entry): Buffer {
  const parts: Part[] = [
    [4, 0x04034b50],
    ...howPacked(entry, 20),
    [4, 0],
    [4, 0],
    [4, 0],
    [2, entry.name.length],
    [2, 0],
  ]
  return packed(parts, entry.name)
}

/** After the data. */
export function descriptor(entry: Entry): Buffer {
  const bytes = large(entry) ? 8 : 4
  return packed([
    [4, 0x08074b50],
    [4, entry.crc],
    [bytes, entry.packed],
    [bytes, entry.size],
  ])
}

/** A line of the directory at the end. */
export function centralHeader(entry: Entry): Buffer {
  const far = large(entry) || entry.at >= most32
  const extra: Part[] = far
    ? [
        [2, 1],
        [2, 24],
        [8, entry.size],
        [8, entry.packed],
        [8, entry.at],
      ]
    : []
  const parts: Part[] = [
    [4, 0x02014b50],
    [2, made],
    ...howPacked(entry, far ? zip64Version : 20),
    [4, entry.crc],
    [4, far ? most32 : entry.packed],
    [4, far ? most32 : entry.size],
    [2, entry.name.length],
    [2, far ? 28 : 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, plainFile],
    [4, far ? most32 : entry.at],
  ]
  return packed(parts, entry.name, packed(extra))
}

/** The end of the directory, which tells where it begins. */
export function ending(entries: number, begins: number, length: number): Buffer {
  const far = entries >= most16 || begins >= most32 || length >= most32
  const plain = packed([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, far ? most16 : entries],
    [2, far ? most16 : entries],
    [4, far ? most32 : length],
    [4, far ? most32 : begins],
    [2, 0],
  ])
  if (!far) return plain
  const record: Part[] = [
    [4, 0x06064b50],
    [8, 44],
    [2, made],
    [2, zip64Version],
    [4, 0],
    [4, 0],
    [8, entries],
    [8, entries],
    [8, length],
    [8, begins],
  ]
  const locator: Part[] = [
    [4, 0x07064b50],
    [4, 0],
    [8, begins + length],
    [4, 1],
  ]
  return packed([...record, ...locator], plain)
}
