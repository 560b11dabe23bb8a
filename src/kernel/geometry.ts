// Points, lines and areas on the ground: what a sketch of a village needs to be checked, measured and thinned out. Pure, for
// rules and for drawing. A village is small, so it is reckoned on a plane of metres around its middle; latitude and longitude
// are WGS 84 degrees.

export type GeoPoint = readonly [latitude: number, longitude: number]
/** Metres east and north of somewhere. */
export type Metres = { x: number; y: number }

/** Metres of one degree of latitude; of longitude at the equator. IUGG mean radius 6371.0088 km. */
export const degree = (Math.PI * 6_371_008.8) / 180
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres from one point to another, east and north. */
export function offset(from: GeoPoint, to: GeoPoint): Metres {
  return {
    x: (to[1] - from[1]) * degree * Math.cos(radians(from[0])),
    y: (to[0] - from[0]) * degree,
  }
}

/** The point so many metres east and north of another. */
export const moved = (from: GeoPoint, { x, y }: Metres): GeoPoint => [
  from[0] + y / degree,
  from[1] + x / (degree * Math.cos(radians(from[0]))),
]

export const metresBetween = (a: GeoPoint, b: GeoPoint): number => {
  const { x, y } = offset(a, b)
  return Math.hypot(x, y)
}

export const middleOf = (points: readonly GeoPoint[]): GeoPoint | null =>
  points.length === 0
    ? null
    : [
        points.reduce((sum, each) => sum + each[0], 0) / points.length,
        points.reduce((sum, each) => sum + each[1], 0) / points.length,
      ]

/** Metres along a line; of an area all the way round. */
export const lengthOf = (points: readonly GeoPoint[], closed: boolean): number =>
  segmentsOf(points, closed).reduce((sum, [a, b]) => sum + metresBetween(a, b), 0)

/** Square metres inside an outline that does not cross itself (the shoelace formula). */
export function areaOf(points: readonly GeoPoint[]): number {
  const [first] = points
  if (!first) return 0
  const flat = points.map((each) => offset(first, each))
  const twice = flat.reduce((sum, a, i) => {
    const b = flat[(i + 1) % flat.length] as Metres
    return sum + a.x * b.y - b.x * a.y
  }, 0)
  return Math.abs(twice) / 2
}

/** From Sabang to Merauke and from Miangas to Rote (BIG), with some sea around. */
export const inIndonesia = ([latitude, longitude]: GeoPoint): boolean =>
  latitude >= -11.5 && latitude <= 6.5 && longitude >= 94.5 && longitude <= 141.5

/** Whether all of them lie in Indonesia once latitude and longitude are exchanged, and not all as they stand. */
export const areSwapped = (points: readonly GeoPoint[]): boolean =>
  points.length > 0 && !points.every(inIndonesia) && points.every(([a, b]) => inIndonesia([b, a]))

export const swapped = ([a, b]: GeoPoint): GeoPoint => [b, a]

type Stretch<P> = readonly [P, P]

function segmentsOf<P>(points: readonly P[], closed: boolean): Stretch<P>[] {
  const ring = closed && points[0] && points.length > 2 ? [...points, points[0]] : points
  return ring.slice(1).map((point, i) => [ring[i] as P, point])
}

const cross = (a: Metres, b: Metres) => a.x * b.y - a.y * b.x
const minus = (a: Metres, b: Metres): Metres => ({ x: a.x - b.x, y: a.y - b.y })

/** Metres from a point to the nearest of a stretch. */
function metresTo(point: Metres, [a, b]: Stretch<Metres>): number {
  const [ab, ap] = [minus(b, a), minus(point, a)]
  const square = ab.x ** 2 + ab.y ** 2
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, (ap.x * ab.x + ap.y * ab.y) / square))
  return Math.hypot(ap.x - ab.x * t, ap.y - ab.y * t)
}

/** A millimetre: what lies so near lies on it. */
const liesOn = (point: Metres, stretch: Stretch<Metres>): boolean => metresTo(point, stretch) < 1e-3

/** Where two stretches meet, or null. Those that lie on each other meet where one begins or ends on the other. */
function meeting([a, b]: Stretch<Metres>, [c, d]: Stretch<Metres>): Metres | null {
  const end = [c, d].find((each) => liesOn(each, [a, b])) ?? [a, b].find((each) => liesOn(each, [c, d]))
  if (end) return end
  const [ab, cd, ac] = [minus(b, a), minus(d, c), minus(c, a)]
  const whole = cross(ab, cd)
  if (whole === 0) return null
  const [t, u] = [cross(ac, cd) / whole, cross(ac, ab) / whole]
  return t > 0 && t < 1 && u > 0 && u < 1 ? { x: a.x + ab.x * t, y: a.y + ab.y * t } : null
}

/** Two sides that share a corner cross only where one runs back along the other. */
function foldedBack(corner: Metres, before: Metres, after: Metres): Metres | null {
  const back = liesOn(before, [corner, after]) || liesOn(after, [corner, before])
  return back ? corner : null
}

/** What a stretch lies in, with room for what counts as lying on it. */
type Box = { left: number; right: number; low: number; high: number }
const boxOf = ([a, b]: Stretch<Metres>): Box => ({
  left: Math.min(a.x, b.x) - 1e-3,
  right: Math.max(a.x, b.x) + 1e-3,
  low: Math.min(a.y, b.y) - 1e-3,
  high: Math.max(a.y, b.y) + 1e-3,
})

const areApart = (a: Box, b: Box): boolean =>
  a.right < b.left || b.right < a.left || a.high < b.low || b.high < a.low

/** Whether one stretch lies on one side of the line through another, further off than what counts as lying on it. */
function besides([a, b]: Stretch<Metres>, [c, d]: Stretch<Metres>): boolean {
  const [x, y] = [b.x - a.x, b.y - a.y]
  const one = x * (c.y - a.y) - y * (c.x - a.x)
  const other = x * (d.y - a.y) - y * (d.x - a.x)
  const near = 1e-6 * (x * x + y * y)
  return one > 0 === other > 0 && one * one > near && other * other > near
}

/** Where an outline first crosses or touches itself; null where it does not. Neighbouring sides meet in their corner only. */
export function crossingOf(points: readonly GeoPoint[]): GeoPoint | null {
  const [first] = points
  if (!first || points.length < 3) return null
  const flat = points.map((each) => offset(first, each))
  const sides = segmentsOf(flat, true)
  const last = sides.length - 1
  const between = (i: number, j: number): Metres | null => {
    const [one, other] = [sides[i], sides[j]] as [Stretch<Metres>, Stretch<Metres>]
    if (j === i + 1) return foldedBack(one[1], one[0], other[1])
    if (i === 0 && j === last) return foldedBack(one[0], one[1], other[0])
    return besides(one, other) || besides(other, one) ? null : meeting(one, other)
  }
  // Nearly all sides lie apart, and hundreds of outlines come at once.
  const boxes = sides.map(boxOf)
  for (let i = 0; i < sides.length; i++)
    for (let j = i + 1; j < sides.length; j++) {
      if (areApart(boxes[i] as Box, boxes[j] as Box)) continue
      const found = between(i, j)
      if (found) return moved(first, found)
    }
  return null
}

/** Whether a point lies inside an outline (even-odd rule), or on it. */
export function contains(outline: readonly GeoPoint[], point: GeoPoint): boolean {
  const here = { x: 0, y: 0 }
  let inside = false
  for (const [a, b] of segmentsOf(
    outline.map((each) => offset(point, each)),
    true,
  )) {
    if (liesOn(here, [a, b])) return true
    if (a.y > 0 !== b.y > 0 && 0 < ((b.x - a.x) * -a.y) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}

/** Metres from a point to the nearest of a line; of an outline, to its edge. */
export function metresToLine(point: GeoPoint, points: readonly GeoPoint[], closed: boolean): number {
  const flat = points.map((each) => offset(point, each))
  const sides = flat.length === 1 ? [[flat[0], flat[0]] as Stretch<Metres>] : segmentsOf(flat, closed)
  return Math.min(...sides.map((each) => metresTo({ x: 0, y: 0 }, each)))
}

/**
 * The points that matter (Douglas and Peucker 1973): what is left out lies within `metres` of what stays. Ends stay. By a list of
 * its own and not by calling itself, because an outline may come with a hundred thousand points.
 */
function thinned(points: readonly GeoPoint[], metres: number): GeoPoint[] {
  const [first] = points
  if (!first || points.length < 3) return [...points]
  const flat = points.map((each) => offset(first, each))
  const stays = new Set([0, points.length - 1])
  const open: [number, number][] = [[0, points.length - 1]]
  for (let next = open.pop(); next; next = open.pop()) {
    const [from, to] = next
    const line: Stretch<Metres> = [flat[from] as Metres, flat[to] as Metres]
    let [worst, at] = [metres, -1]
    for (let i = from + 1; i < to; i++) {
      const far = metresTo(flat[i] as Metres, line)
      if (far > worst) [worst, at] = [far, i]
    }
    if (at < 0) continue
    stays.add(at)
    open.push([from, at], [at, to])
  }
  return points.filter((_, i) => stays.has(i))
}

/** An outline with at most so many points, and by how many metres it was let go to get there. It keeps its shape as far as it can. */
export function simplified(
  points: readonly GeoPoint[],
  most: number,
): { points: readonly GeoPoint[]; metres: number } {
  if (points.length <= most) return { points, metres: 0 }
  // Split where it is farthest from its first point: a ring thinned from one end to the same end would fall into itself.
  const [first] = points as [GeoPoint, ...GeoPoint[]]
  const far = points.reduce(
    (best, each, i) =>
      metresBetween(first, each) > metresBetween(first, points[best] as GeoPoint) ? i : best,
    0,
  )
  for (let metres = 0.5; ; metres *= 1.5) {
    const one = thinned(points.slice(0, far + 1), metres)
    const other = thinned([...points.slice(far), first], metres)
    const all = [...one, ...other.slice(1, -1)]
    if (all.length <= most) return { points: all, metres }
  }
}

/** A point of a picture, in shares of its width and height from the upper left, and where that is on the ground. */
export type Fix = { x: number; y: number; spot: GeoPoint }
/** From a picture to metres east and north of `from`: x' = a x + b y + c, y' = d x + e y + f. */
export type Affine = { from: GeoPoint; a: number; b: number; c: number; d: number; e: number; f: number }

/**
 * How a picture lies on the ground by three fixed points. Null where they stand on a line, in the picture or on the ground, or
 * nearly so: then the picture could be tipped over that line.
 */
export function affineOf(fixes: readonly [Fix, Fix, Fix]): Affine | null {
  const [p, q, r] = fixes
  const from = p.spot
  const [qg, rg] = [offset(from, q.spot), offset(from, r.spot)]
  const [qx, qy, rx, ry] = [q.x - p.x, q.y - p.y, r.x - p.x, r.y - p.y]
  if (isFlat({ x: qx, y: qy }, { x: rx, y: ry }, 1e-3) || isFlat(qg, rg, 1)) return null
  const whole = qx * ry - rx * qy
  const a = (qg.x * ry - rg.x * qy) / whole
  const b = (rg.x * qx - qg.x * rx) / whole
  const d = (qg.y * ry - rg.y * qy) / whole
  const e = (rg.y * qx - qg.y * rx) / whole
  return { from, a, b, c: -a * p.x - b * p.y, d, e, f: -d * p.x - e * p.y }
}

/** Whether three points, told by two ways from the first, stand on a line: the sine of their angle under 0.05, some three degrees. */
function isFlat(one: Metres, other: Metres, least: number): boolean {
  const [l, m] = [Math.hypot(one.x, one.y), Math.hypot(other.x, other.y)]
  const third = Math.hypot(one.x - other.x, one.y - other.y)
  if (Math.min(l, m, third) < least) return true
  return Math.abs(one.x * other.y - one.y * other.x) / (Math.max(l, m, third) * Math.min(l, m, third)) < 0.05
}

/** Where a point of the picture lies on the ground. */
export const placedBy = ({ from, a, b, c, d, e, f }: Affine, x: number, y: number): GeoPoint =>
  moved(from, { x: a * x + b * y + c, y: d * x + e * y + f })
