// Reads files of tiles (PMTiles, version 3) that a village brings: the head, the directories, one tile. By its specification
// (protomaps/PMTiles, spec v3); no request ever leaves the phone, which holds the whole file.
import { type GeoPoint, inIndonesia } from '../../kernel/geometry.ts'

export type TileKind = 'vector' | 'raster'
export type TilesHead = {
  kind: TileKind
  mediaType: string
  zooms: [number, number]
  bounds: [GeoPoint, GeoPoint]
  root: Part
  leaves: number
  tiles: number
  packed: { directories: number; tiles: number }
}
export type TilesFault = 'not-tiles' | 'cut-short' | 'wrong-version' | 'unknown-tiles' | 'outside'
type Part = { at: number; bytes: number }

/** Bytes of the head, as the specification has it. */
export const headBytes = 127
const magic = 'PMTiles'
/** Root directory, metadata, leaf directories, tiles: each by its offset and length. */
const parts = [8, 24, 40, 56] as const
const mediaTypes = ['', '', 'image/png', 'image/jpeg', 'image/webp', 'image/avif']
/** None or gzip; brotli and zstd no browser unpacks. */
const packings = [0, 1, 2]

/** `bytes`: at least the head. `size`: of the whole file. */
export function readTilesHead(bytes: ArrayBuffer, size: number): TilesHead | { fault: TilesFault } {
  const name = new TextDecoder('latin1').decode(bytes.slice(0, magic.length))
  if (name !== magic) return { fault: 'not-tiles' }
  if (bytes.byteLength < headBytes) return { fault: 'cut-short' }
  const view = new DataView(bytes)
  if (view.getUint8(7) !== 3) return { fault: 'wrong-version' }
  const number = (at: number) => Number(view.getBigUint64(at, true))
  if (parts.some((at) => number(at) + number(at + 8) > size)) return { fault: 'cut-short' }
  const [type, directories, tiles] = [view.getUint8(99), view.getUint8(97), view.getUint8(98)]
  if (type < 1 || type > 5 || !packings.includes(directories) || !packings.includes(tiles))
    return { fault: 'unknown-tiles' }
  const degrees = (at: number) => view.getInt32(at, true) / 1e7
  const bounds: [GeoPoint, GeoPoint] = [
    [degrees(106), degrees(102)],
    [degrees(114), degrees(110)],
  ]
  if (!bounds.some(inIndonesia)) return { fault: 'outside' }
  return {
    ...{ kind: type === 1 ? 'vector' : 'raster', mediaType: mediaTypes[type] ?? '', bounds },
    zooms: [view.getUint8(100), view.getUint8(101)],
    root: { at: number(8), bytes: number(16) },
    ...{ leaves: number(40), tiles: number(56), packed: { directories, tiles } },
  }
}

/** The number of a tile: all tiles of the zooms above, and its place along the Hilbert curve of its own. */
export function tileNumber(zoom: number, column: number, row: number): number {
  let [x, y, along] = [column, row, 0]
  for (let side = 2 ** zoom / 2; side >= 1; side /= 2) {
    const [right, down] = [(x & side) > 0 ? 1 : 0, (y & side) > 0 ? 1 : 0]
    along += side * side * ((3 * right) ^ down)
    if (down === 0) {
      if (right === 1) [x, y] = [side - 1 - (x & (side - 1)), side - 1 - (y & (side - 1))]
      ;[x, y] = [y, x]
    }
  }
  return (4 ** zoom - 1) / 3 + along
}

/** Numbers of seven bits a byte, the lowest first; up to 2^53. */
export class Numbers {
  readonly #bytes: Uint8Array
  at = 0
  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get isOver(): boolean {
    return this.at >= this.#bytes.length
  }

  next = (): number => {
    let [value, factor] = [0, 1]
    for (;;) {
      const byte = this.#bytes[this.at++]
      if (byte === undefined) throw new Error('a number was cut short')
      value += (byte & 127) * factor
      if (byte < 128) return value
      factor *= 128
    }
  }
}

type Entry = { tile: number; run: number; part: Part }

/** The entries of a directory: numbers, runs, lengths and offsets, each list after the other. */
function readDirectory(bytes: Uint8Array): Entry[] {
  const { next } = new Numbers(bytes)
  const count = next()
  // Each entry has at least four bytes.
  if (count * 4 > bytes.length) throw new Error('a directory was cut short')
  let tile = 0
  const numbers = Array.from({ length: count }, () => (tile += next()))
  const runs = Array.from({ length: count }, next)
  const lengths = Array.from({ length: count }, next)
  const entries: Entry[] = []
  for (let i = 0; i < count; i++) {
    const told = next()
    const before = entries[i - 1]?.part
    // Nothing told: it lies right behind the one before.
    const at = told === 0 && before ? before.at + before.bytes : told - 1
    entries.push({ tile: numbers[i] ?? 0, run: runs[i] ?? 0, part: { at, bytes: lengths[i] ?? 0 } })
  }
  return entries
}

/** Bytes that a directory or a tile may unpack to; a village's have some hundred thousand. A file of 10 MB could unpack to 10 GB. */
export const unpackedMost = 4_000_000

async function unpacked(blob: Blob, packing: number): Promise<Uint8Array> {
  const stream = packing === 2 ? blob.stream().pipeThrough(new DecompressionStream('gzip')) : blob.stream()
  const reader = stream.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length
    if (length > unpackedMost) {
      await reader.cancel()
      throw new Error('a tile unpacks to too much')
    }
    chunks.push(read.value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}

/** Directories lie in directories three deep at most, as the specification recommends for the whole earth. */
const depthMost = 4

/** The bytes of one tile, unpacked; null where the file has none. */
export async function readTile(
  file: Blob,
  head: TilesHead,
  at: { zoom: number; column: number; row: number },
): Promise<Uint8Array | null> {
  const wanted = tileNumber(at.zoom, at.column, at.row)
  const slice = ({ at: from, bytes }: Part) => file.slice(from, from + bytes)
  let part = head.root
  for (let depth = 0; depth < depthMost; depth++) {
    const entries = readDirectory(await unpacked(slice(part), head.packed.directories))
    const found = entries.findLast(({ tile }) => tile <= wanted)
    if (!found) return null
    if (found.run > 0) {
      if (wanted >= found.tile + found.run) return null
      return unpacked(slice({ at: head.tiles + found.part.at, bytes: found.part.bytes }), head.packed.tiles)
    }
    part = { at: head.leaves + found.part.at, bytes: found.part.bytes }
  }
  return null
}
