// A map without tiles: points on a plane of metres around their middle. Good to a few hundred kilometres, and needs
// no network. Latitude and longitude are WGS 84 degrees.

import { degree, type GeoPoint, moved as movedBy, offset } from '../../../kernel/geometry.ts'

export type Size = { width: number; height: number }
/** What is in the middle of the picture, and how many metres a pixel is wide. */
export type Frame = { middle: GeoPoint; metres: number }
export type Pixel = { x: number; y: number }

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** A house should not fill the picture, and a mistaken point must not shrink the village to a dot. */
export const closest = 0.1
export const farthest = 2000

const held = (metres: number) => Math.min(farthest, Math.max(closest, metres))

export function toPixel(frame: Frame, size: Size, point: GeoPoint): Pixel {
  const { x, y } = offset(frame.middle, point)
  return { x: size.width / 2 + x / frame.metres, y: size.height / 2 - y / frame.metres }
}

export function toPoint(frame: Frame, size: Size, { x, y }: Pixel): GeoPoint {
  return movedBy(frame.middle, {
    x: (x - size.width / 2) * frame.metres,
    y: (size.height / 2 - y) * frame.metres,
  })
}

/** A frame that shows all points with `margin` pixels around them; one point alone is shown at 1 m a pixel. */
export function fitting(points: readonly GeoPoint[], size: Size, margin = 36): Frame {
  if (points.length === 0) return { middle: [-2.5, 118], metres: farthest }
  const latitudes = points.map((point) => point[0])
  const longitudes = points.map((point) => point[1])
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)]
  const middle: GeoPoint = [(south + north) / 2, (west + east) / 2]
  const tall = ((north - south) * degree) / Math.max(1, size.height - 2 * margin)
  const wide = ((east - west) * degree * Math.cos(radians(middle[0]))) / Math.max(1, size.width - 2 * margin)
  const metres = Math.max(tall, wide)
  return { middle, metres: held(metres > 0.05 ? metres : 1) }
}

/** Closer (factor above 1) or farther, with the place under `at` standing still. */
export function zoomed(frame: Frame, size: Size, factor: number, at?: Pixel): Frame {
  const metres = held(frame.metres / factor)
  if (!at) return { ...frame, metres }
  const anchor = toPoint(frame, size, at)
  const moved = toPixel({ ...frame, metres }, size, anchor)
  return panned({ ...frame, metres }, size, { x: at.x - moved.x, y: at.y - moved.y })
}

/** The picture pushed by so many pixels. */
export function panned(frame: Frame, size: Size, by: Pixel): Frame {
  return { ...frame, middle: toPoint(frame, size, { x: size.width / 2 - by.x, y: size.height / 2 - by.y }) }
}

/** The longest round length (1, 2 or 5 times a power of ten metres) that is at most `most` pixels long. */
export function scaleBar(metresPerPixel: number, most: number): { metres: number; pixels: number } {
  const longest = metresPerPixel * most
  const power = 10 ** Math.floor(Math.log10(longest))
  const step = [5, 2, 1].find((each) => each * power <= longest) ?? 1
  return { metres: step * power, pixels: (step * power) / metresPerPixel }
}
