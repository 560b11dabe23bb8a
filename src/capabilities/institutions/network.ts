// The network of a village: its institutions and the bodies beyond it, and where each is drawn. Pure, and the same on every device.
import { betweenness, degreesOf, neighboursOf } from './betweenness.ts'
import type { Institution } from './institution.ts'
import type { Bond, Tie } from './tie.ts'

export type NetworkNode = {
  id: string
  name: string
  /** A body beyond the village, known by its name. */
  outside: boolean
  degree: number
  /** Pairs of others that are joined through it. */
  between: number
  /** Where it is drawn, 0 to 1; null where the picture would be too full. */
  at: readonly [number, number] | null
}
export type NetworkEdge = { from: number; to: number; bond: Bond; strength: number }
export type Network = { nodes: NetworkNode[]; edges: NetworkEdge[] }

/** What stays readable on a phone; the table holds all. */
export const drawnMost = 60

const outsideKey = (name: string) => `> ${name.trim().toLowerCase().replace(/\s+/g, ' ')}`

type Told = {
  institutions: readonly Pick<Institution, 'id' | 'name'>[]
  ties: readonly Pick<Tie, 'from' | 'to' | 'outside' | 'bond' | 'strength'>[]
}

/** Institutions and bodies by their place in the list, institutions first; a tie to what is not there is left out. */
function graphOf({ institutions, ties }: Told) {
  const places = new Map(institutions.map(({ id }, n) => [id, n]))
  const names = institutions.map(({ id, name }) => ({ id, name, outside: false }))
  const edges: NetworkEdge[] = []
  for (const { from, to, outside, bond, strength } of ties) {
    const key = to ?? outsideKey(outside)
    if (to === null && !places.has(key)) {
      places.set(key, names.length)
      names.push({ id: key, name: outside.trim(), outside: true })
    }
    const ends = [places.get(from), places.get(key)] as const
    if (ends[0] === undefined || ends[1] === undefined || ends[0] === ends[1]) continue
    edges.push({ from: ends[0], to: ends[1], bond, strength: strength ?? 2 })
  }
  return { names, edges }
}

type Point = [number, number]

/** Pushes apart what is near, and pulls together what is tied; a little less each round (Fruchterman and Reingold, 1991). */
function round(
  points: Point[],
  edges: readonly (readonly [number, number])[],
  near: number,
  most: number,
): void {
  const moves: Point[] = points.map(() => [0, 0])
  const add = (n: number, x: number, y: number) => {
    const move = moves[n] as Point
    move[0] += x
    move[1] += y
  }
  for (let a = 0; a < points.length; a++)
    for (let b = a + 1; b < points.length; b++) {
      const [pa, pb] = [points[a] as Point, points[b] as Point]
      const [dx, dy] = [pa[0] - pb[0], pa[1] - pb[1]]
      const apart = Math.max(1e-4, dx * dx + dy * dy)
      const push = (near * near) / apart
      add(a, dx * push, dy * push)
      add(b, -dx * push, -dy * push)
    }
  for (const [a, b] of edges) {
    const [pa, pb] = [points[a] as Point, points[b] as Point]
    const [dx, dy] = [pa[0] - pb[0], pa[1] - pb[1]]
    const pull = Math.sqrt(dx * dx + dy * dy) / near
    add(a, -dx * pull, -dy * pull)
    add(b, dx * pull, dy * pull)
  }
  for (const [n, [x, y]] of moves.entries()) {
    const length = Math.max(1e-9, Math.sqrt(x * x + y * y))
    const step = Math.min(length, most) / length
    const point = points[n] as Point
    // What is tied to nobody would be pushed to the edge: everything leans to the middle.
    point[0] += x * step - (point[0] - 0.5) * 0.02
    point[1] += y * step - (point[1] - 0.5) * 0.02
  }
}

/** Points in a square, the same for the same network: it begins on a spiral in the order of the list. */
export function layout(nodes: number, edges: readonly (readonly [number, number])[]): Point[] {
  const points = Array.from({ length: nodes }, (_, n): Point => {
    const [turn, out] = [n * 2.399963, 0.45 * Math.sqrt((n + 0.5) / nodes)]
    return [0.5 + out * Math.cos(turn), 0.5 + out * Math.sin(turn)]
  })
  const near = 0.75 / Math.sqrt(Math.max(1, nodes))
  const rounds = 250
  for (let n = 0; n < rounds; n++) round(points, edges, near, 0.1 * (1 - n / rounds))
  return fitted(points)
}

/** Spread over the whole square, x and y each for itself. */
function fitted(points: readonly Point[]): Point[] {
  const span = (of: 0 | 1) => {
    const values = points.map((each) => each[of])
    const least = Math.min(...values)
    return { least, size: Math.max(...values) - least }
  }
  const [x, y] = [span(0), span(1)]
  const place = (value: number, { least, size }: { least: number; size: number }) =>
    size < 1e-9 ? 0.5 : Math.round(((value - least) / size) * 1e4) / 1e4
  return points.map(([px, py]) => [place(px, x), place(py, y)])
}

/** All nodes with their figures, the most between first; those that are drawn have a place. */
export function networkOf(told: Told): Network {
  const { names, edges } = graphOf(told)
  const graph = neighboursOf(
    names.length,
    edges.map(({ from, to }) => [from, to] as const),
  )
  const [between, degree] = [betweenness(graph), degreesOf(graph)]
  const order = names
    .map((_, n) => n)
    .sort(
      (a, b) =>
        (between[b] as number) - (between[a] as number) ||
        (degree[b] as number) - (degree[a] as number) ||
        (names[a]?.name ?? '').localeCompare(names[b]?.name ?? '', 'id') ||
        a - b,
    )
  const drawn = order.filter((n) => (degree[n] as number) > 0).slice(0, drawnMost)
  const seat = new Map(drawn.map((n, at) => [n, at]))
  const seated = edges.flatMap(({ from, to }) => {
    const ends = [seat.get(from), seat.get(to)] as const
    return ends[0] === undefined || ends[1] === undefined ? [] : [[ends[0], ends[1]] as const]
  })
  const points = layout(drawn.length, seated)
  const nodes = order.map((n) => {
    const at = seat.get(n)
    const { id = '', name = '', outside = false } = names[n] ?? {}
    const figures = { degree: degree[n] as number, between: between[n] as number }
    return { id, name, outside, ...figures, at: at === undefined ? null : (points[at] as Point) }
  })
  const now = new Map(order.map((n, at) => [n, at]))
  return {
    nodes,
    edges: edges.map((each) => ({ ...each, from: now.get(each.from) ?? 0, to: now.get(each.to) ?? 0 })),
  }
}
