// Reads one tile of lines and areas (Mapbox Vector Tile, version 2): of each layer its name and its shapes, in its own units.
// Names and values of features are left out: a base shows where roads and water are, and says nothing.
import { Numbers } from './tiles.ts'

type Point = readonly [x: number, y: number]
export type TileShape = { kind: 'line' | 'area'; rings: Point[][] }
export type TileLayerRead = { name: string; extent: number; shapes: TileShape[] }

type Field = { number: number; value: number; bytes: Uint8Array }
const none: Uint8Array = new Uint8Array()
/** Bytes of numbers that tiles hold and we leave out, by their wire types. */
const wide: Readonly<Record<number, number>> = { 1: 8, 5: 4 }

/** The fields of a protobuf message, as far as tiles use its wire types. */
function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  const numbers = new Numbers(bytes)
  while (!numbers.isOver) {
    const tag = numbers.next()
    const [number, type] = [Math.floor(tag / 8), tag % 8]
    if (type === 0) yield { number, value: numbers.next(), bytes: none }
    else if (type === 2) {
      const length = numbers.next()
      yield { number, value: 0, bytes: bytes.subarray(numbers.at, numbers.at + length) }
      numbers.at += length
    } else if (wide[type]) numbers.at += wide[type]
    else throw new Error('no tile')
  }
}

const zigzag = (value: number) => (value % 2 === 1 ? -(value + 1) / 2 : value / 2)

/** Move to, line to and close, each with how many points follow, every point told by its way from the last. */
function geometryOf(bytes: Uint8Array): Point[][] {
  const numbers = new Numbers(bytes)
  const { next } = numbers
  const rings: Point[][] = []
  let [x, y] = [0, 0]
  while (!numbers.isOver) {
    const command = next()
    const [what, times] = [command % 8, Math.floor(command / 8)]
    for (let i = 0; what !== 7 && i < times; i++) {
      x += zigzag(next())
      y += zigzag(next())
      if (what === 1) rings.push([])
      rings.at(-1)?.push([x, y])
    }
  }
  return rings
}

function featureOf(bytes: Uint8Array): TileShape | null {
  let [type, geometry]: [number, Uint8Array] = [0, none]
  for (const field of fieldsOf(bytes)) {
    if (field.number === 3) type = field.value
    if (field.number === 4) geometry = field.bytes
  }
  if (type !== 2 && type !== 3) return null
  return { kind: type === 2 ? 'line' : 'area', rings: geometryOf(geometry) }
}

/** Points of one tile that are drawn; what comes after them is left out, so that no file makes a phone draw for minutes. */
export const tilePointsMost = 10_000

function layerOf(bytes: Uint8Array, room: { left: number }): TileLayerRead {
  const layer: TileLayerRead = { name: '', extent: 4096, shapes: [] }
  for (const field of fieldsOf(bytes)) {
    if (field.number === 1) layer.name = new TextDecoder().decode(field.bytes)
    if (field.number === 5) layer.extent = field.value
    const shape = field.number === 2 && room.left > 0 ? featureOf(field.bytes) : null
    room.left -= shape?.rings.reduce((sum, ring) => sum + ring.length, 0) ?? 0
    if (shape && room.left >= 0) layer.shapes.push(shape)
  }
  return layer
}

export function readVectorTile(bytes: Uint8Array): TileLayerRead[] {
  const room = { left: tilePointsMost }
  return [...fieldsOf(bytes)].flatMap((field) => (field.number === 3 ? [layerOf(field.bytes, room)] : []))
}
