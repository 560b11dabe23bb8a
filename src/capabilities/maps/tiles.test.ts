import { expect, test } from 'vitest'
import { spot } from './maps.testing.ts'
import { metresIn, tilesBetween } from './tile-ground.ts'
import { type Given, tileOf, tilesFile } from './tiles.testing.ts'
import { headBytes, readTile, readTilesHead, type TilesHead, tileNumber, unpackedMost } from './tiles.ts'
import { readVectorTile, tilePointsMost } from './vector-tile.ts'

const head = (given?: Given, size?: number) => {
  const file = tilesFile(given)
  return readTilesHead(new Uint8Array(file).slice(0, headBytes).buffer, size ?? file.length)
}

test('a whole file of tiles says what is in it', () => {
  expect(head()).toMatchObject({
    kind: 'vector',
    zooms: [10, 15],
    bounds: [
      [-7.9, 110.3],
      [-7.7, 110.4],
    ],
  })
  expect(head({ type: 2 })).toMatchObject({ kind: 'raster', mediaType: 'image/png' })
})

test('one that was cut short, of another kind or of another country is told apart', () => {
  const file = tilesFile({
    tiles: new Map([
      [
        1,
        tileOf('roads', 2, [
          [0, 0],
          [9, 9],
        ]),
      ],
    ]),
  })
  const bytes = new Uint8Array(file).slice(0, headBytes).buffer
  expect(readTilesHead(bytes, file.length - 1)).toEqual({ fault: 'cut-short' })
  expect(readTilesHead(bytes.slice(0, 90), 90)).toEqual({ fault: 'cut-short' })
  const page = new Uint8Array(new TextEncoder().encode('<html>')).buffer
  expect(readTilesHead(page, 6)).toEqual({ fault: 'not-tiles' })
  expect(readTilesHead(new ArrayBuffer(0), 0)).toEqual({ fault: 'not-tiles' })
  expect(head({ version: 2 })).toEqual({ fault: 'wrong-version' })
  expect(head({ type: 0 })).toEqual({ fault: 'unknown-tiles' })
  expect(head({ west: 10 })).toEqual({ fault: 'outside' })
})

test('tiles are numbered along the curve of their zoom, as the specification lists them', () => {
  const of = (zoom: number, column: number, row: number) => tileNumber(zoom, column, row)
  expect([of(0, 0, 0), of(1, 0, 0), of(1, 0, 1), of(1, 1, 1), of(1, 1, 0), of(2, 0, 0)]).toEqual([
    0, 1, 2, 3, 4, 5,
  ])
  expect(of(12, 3423, 1763)).toBe(19_078_479)
})

test('a tile is found through its directories, unpacked, and its lines and areas are read', async () => {
  const [at] = tilesBetween({ zooms: [10, 14] }, [spot(0, 0), spot(1, 1)], 9) as [
    { zoom: number; column: number; row: number },
  ]
  const number = tileNumber(at.zoom, at.column, at.row)
  const lake = [
    [10, 10],
    [200, 10],
    [200, -300],
  ] as const
  const tiles = new Map([
    [
      number - 3,
      tileOf('roads', 2, [
        [0, 0],
        [4096, 4096],
      ]),
    ],
    [number, tileOf('water', 3, lake)],
  ])
  const file = new Blob([new Uint8Array(tilesFile({ tiles }))])
  const read = readTilesHead(await file.slice(0, headBytes).arrayBuffer(), file.size) as TilesHead
  const bytes = await readTile(file, read, at)
  expect(readVectorTile(bytes ?? new Uint8Array())).toEqual([
    { name: 'water', extent: 4096, shapes: [{ kind: 'area', rings: [lake] }] },
  ])
  expect(await readTile(file, read, { ...at, row: at.row + 7 })).toBeNull()
  expect(() => readVectorTile((bytes ?? new Uint8Array()).slice(0, -3))).toThrow('cut short')
})

test('a tile that unpacks to gigabytes is given up, and one of too many points is drawn as far as its room', async () => {
  const at = { zoom: 12, column: 3423, row: 1763 }
  const tiles = new Map([[tileNumber(12, 3423, 1763), new Uint8Array(unpackedMost + 1)]])
  const file = new Blob([new Uint8Array(tilesFile({ tiles }))])
  expect(file.size).toBeLessThan(20_000)
  const read = readTilesHead(await file.slice(0, headBytes).arrayBuffer(), file.size) as TilesHead
  await expect(readTile(file, read, at)).rejects.toThrow('too much')
  const line = Array.from({ length: 4000 }, (_, i) => [i, i % 7] as const)
  const many = Buffer.concat(Array.from({ length: 5 }, () => tileOf('roads', 2, line)))
  const drawn = readVectorTile(new Uint8Array(many)).flatMap(({ shapes }) => shapes)
  expect(drawn).toHaveLength(Math.floor(tilePointsMost / 4000))
})

test('tiles lie where the ground is: a village sees the few around it, at the zoom of its scale', () => {
  const corners = [spot(-800, 600), spot(800, -600)] as const
  const tiles = tilesBetween({ zooms: [5, 15] }, corners, 4)
  expect(new Set(tiles.map(({ zoom }) => zoom))).toEqual(new Set([15]))
  expect(tiles.length).toBeLessThanOrEqual(12)
  expect(tilesBetween({ zooms: [5, 15] }, corners, 1000).every(({ zoom }) => zoom < 9)).toBe(true)
  const [first] = tiles
  const corner = first && metresIn(first, 4096, spot(0, 0))(0, 0)
  const other = first && metresIn(first, 4096, spot(0, 0))(4096, 4096)
  // A tile of zoom 15 is 1,223 m wide on the equator, and less by the cosine of the latitude; south is down.
  expect((other?.x ?? 0) - (corner?.x ?? 0)).toBeCloseTo(1223 * Math.cos((7.8 * Math.PI) / 180), -1)
  expect(other?.y ?? 0).toBeLessThan(corner?.y ?? 0)
})
