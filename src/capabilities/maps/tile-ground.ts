// Where tiles lie: the web's Mercator (EPSG:3857) that tiles are cut in, and which of them a picture shows. Pure.
import { type GeoPoint, offset } from '../../kernel/geometry.ts'
import type { TilesHead } from './tiles.ts'

export type TileAt = { zoom: number; column: number; row: number }

/** Metres of a pixel at zoom 0 on the equator, where a tile is 256 pixels wide. */
const equator = (2 * Math.PI * 6_378_137) / 256

/** A place in the world's square of tiles, both from 0 to 1 from the upper left. */
function worldOf([latitude, longitude]: GeoPoint): { x: number; y: number } {
  const turn = (latitude * Math.PI) / 180
  return {
    x: (longitude + 180) / 360,
    y: (1 - Math.asinh(Math.tan(turn)) / Math.PI) / 2,
  }
}

export const groundOf = (x: number, y: number): GeoPoint => [
  (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI,
  x * 360 - 180,
]

/** Tiles of one picture; a phone draws a dozen. */
const tilesInPicture = 24

/** The tiles between two corners, at the zoom that fits the scale; with fewer pixels where there would be too many. */
export function tilesBetween(
  head: Pick<TilesHead, 'zooms'>,
  corners: readonly [GeoPoint, GeoPoint],
  metresPerPixel: number,
): TileAt[] {
  const [one, other] = corners.map(worldOf) as [{ x: number; y: number }, { x: number; y: number }]
  const [least, most] = head.zooms
  const fitting = Math.round(
    Math.log2((equator * Math.cos((corners[0][0] * Math.PI) / 180)) / metresPerPixel),
  )
  for (let zoom = Math.min(most, Math.max(least, fitting)); zoom >= least; zoom -= 1) {
    const side = 2 ** zoom
    const at = (value: number) => Math.min(side - 1, Math.max(0, Math.floor(value * side)))
    const [west, east] = [at(Math.min(one.x, other.x)), at(Math.max(one.x, other.x))]
    const [north, south] = [at(Math.min(one.y, other.y)), at(Math.max(one.y, other.y))]
    if ((east - west + 1) * (south - north + 1) > tilesInPicture) continue
    const columns = Array.from({ length: east - west + 1 }, (_, i) => west + i)
    const rows = Array.from({ length: south - north + 1 }, (_, i) => north + i)
    return columns.flatMap((column) => rows.map((row) => ({ zoom, column, row })))
  }
  return []
}

/** From the units of a tile to metres east and north of `origin`. */
export function metresIn({ zoom, column, row }: TileAt, extent: number, origin: GeoPoint) {
  const side = 2 ** zoom
  return (x: number, y: number) =>
    offset(origin, groundOf((column + x / extent) / side, (row + y / extent) / side))
}
