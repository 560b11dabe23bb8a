// A small file of tiles as the specification has it, made by hand: one directory that leads to another, packed by gzip.
import { gzipSync } from 'node:zlib'
import { headBytes } from './tiles.ts'

export const varint = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))]
const field = (number: number, bytes: readonly number[]) => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
]
const text = (words: string) => [...new TextEncoder().encode(words)]
const zigzag = (value: number) => varint(value < 0 ? -value * 2 - 1 : value * 2)

/** One layer with one shape; `kind` 2 is a line, 3 an area that is closed. */
export function tileOf(
  name: string,
  kind: 2 | 3,
  points: readonly (readonly [number, number])[],
): Uint8Array {
  const ways = points.map(([x, y], i) => [x - (points[i - 1]?.[0] ?? 0), y - (points[i - 1]?.[1] ?? 0)])
  const told = ways.map(([x = 0, y = 0]) => [...zigzag(x), ...zigzag(y)])
  const lines = [...varint((points.length - 1) * 8 + 2), ...told.slice(1).flat()]
  const geometry = [...varint(9), ...(told[0] ?? []), ...lines, ...(kind === 3 ? varint(15) : [])]
  const shape = [...varint(3 * 8), kind, ...field(4, geometry)]
  const layer = [
    ...field(1, text(name)),
    ...field(2, shape),
    ...varint(5 * 8),
    ...varint(4096),
    ...varint(15 * 8),
    2,
  ]
  return new Uint8Array(field(3, layer))
}

type Entry = { tile: number; run: number; at: number; bytes: number }
function directory(entries: readonly Entry[]): Buffer {
  const steps = entries.map(({ tile }, i) => tile - (entries[i - 1]?.tile ?? 0))
  const lists = [
    steps,
    entries.map(({ run }) => run),
    entries.map(({ bytes }) => bytes),
    entries.map(({ at }) => at + 1),
  ]
  return gzipSync(new Uint8Array([...varint(entries.length), ...lists.flat().flatMap(varint)]))
}

export type Given = {
  type?: number
  version?: number
  west?: number
  tiles?: ReadonlyMap<number, Uint8Array>
}

/** The whole file; the tiles by their numbers. */
export function tilesFile({
  type = 1,
  version = 3,
  west = 110.3,
  tiles = new Map(),
}: Given = {}): Uint8Array {
  const packed = [...tiles].map(([tile, bytes]) => ({ tile, bytes: gzipSync(bytes) }))
  let at = 0
  const entries = packed.map(({ tile, bytes }): Entry => {
    at += bytes.length
    return { tile, run: 1, at: at - bytes.length, bytes: bytes.length }
  })
  const leaf = directory(entries)
  const root = directory(entries[0] ? [{ tile: entries[0].tile, run: 0, at: 0, bytes: leaf.length }] : [])
  const view = new DataView(new ArrayBuffer(headBytes))
  for (const [i, sign] of [...'PMTiles'].entries()) view.setUint8(i, sign.charCodeAt(0))
  view.setUint8(7, version)
  const parts = [root.length, 0, leaf.length, at]
  parts.reduce((from, bytes, i) => {
    view.setBigUint64(8 + i * 16, BigInt(from), true)
    view.setBigUint64(16 + i * 16, BigInt(bytes), true)
    return from + bytes
  }, headBytes)
  for (const [i, value] of [
    [97, 2],
    [98, 2],
    [99, type],
    [100, 10],
    [101, 15],
  ] as const)
    view.setUint8(i, value)
  for (const [i, value] of [
    [102, west],
    [106, -7.9],
    [110, west + 0.1],
    [114, -7.7],
  ] as const)
    view.setInt32(i, value * 1e7, true)
  return Buffer.concat([Buffer.from(view.buffer), root, leaf, ...packed.map(({ bytes }) => bytes)])
}
