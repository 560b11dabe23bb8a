// What a chart says when it is read: who wins, which months coincide, where a line goes. Pure.
import { type Grid, type Line, numberAt, pairAt, pairsOf } from './grid-rules.ts'

/** A place in a ranking, from 1; those that nothing sets apart share it. */
export type Ranked = { row: Line; points: number; place: number; tied: boolean }

/** Groups in their order, the first best, as places: after two on the first comes the third. */
function placed(groups: readonly (readonly Line[])[], points: ReadonlyMap<string, number>): Ranked[] {
  let place = 1
  return groups.flatMap((group) => {
    const at = place
    place += group.length
    return group.map((row) => ({
      ...{ row, place: at, tied: group.length > 1 },
      points: points.get(row.id) ?? 0,
    }))
  })
}

/** In falling order of points; equals together, in the order of the chart. */
function byPoints(rows: readonly Line[], points: ReadonlyMap<string, number>): Line[][] {
  const groups = Map.groupBy(rows, ({ id }) => points.get(id) ?? 0)
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group)
}

/** Matrix ranking: the sum of what each option was given on the criteria. */
export function matrixRanking(grid: Grid): Ranked[] {
  const points = new Map(
    grid.rows.map(({ id }) => [
      id,
      grid.columns.reduce((sum, column) => sum + (numberAt(grid, id, column.id) ?? 0), 0),
    ]),
  )
  return placed(byPoints(grid.rows, points), points)
}

/** How often each of these rows was chosen against another of them. */
export function winsAmong(grid: Pick<Grid, 'told'>, rows: readonly Line[]): Map<string, number> {
  const wins = new Map(rows.map(({ id }) => [id, 0]))
  for (const [a, b] of pairsOf(rows)) {
    const winner = grid.told[pairAt(a.id, b.id)]
    if (winner === a.id || winner === b.id) wins.set(winner, (wins.get(winner) ?? 0) + 1)
  }
  return wins
}

/** Those that tie, by what they won against each other; a circle, where each won as often, stays a tie. */
function parted(grid: Pick<Grid, 'told'>, tied: readonly Line[]): Line[][] {
  if (tied.length < 2) return [[...tied]]
  const groups = byPoints(tied, winsAmong(grid, tied))
  return groups.length === 1 ? [[...tied]] : groups.flatMap((group) => parted(grid, group))
}

/** Pairwise ranking: the score is the number of wins, and ties are parted by direct comparison. */
export function pairwiseRanking(grid: Grid): Ranked[] {
  const wins = winsAmong(grid, grid.rows)
  return placed(
    byPoints(grid.rows, wins).flatMap((group) => parted(grid, group)),
    wins,
  )
}

/** Months (from 1) in which something marked as hunger and something marked as no work are both there, and how strongly. */
export function hungerWithoutWork(grid: Grid): { month: number; strength: number }[] {
  const most = (mark: string, column: string) =>
    Math.max(
      0,
      ...grid.rows.filter((row) => row.mark === mark).map(({ id }) => numberAt(grid, id, column) ?? 0),
    )
  return grid.columns.flatMap(({ id }, i) => {
    const strength = Math.min(most('hunger', id), most('no-work', id))
    return strength > 0 ? [{ month: i + 1, strength }] : []
  })
}

export type Trend = 'rising' | 'falling' | 'steady' | 'unknown'

/** Where a line of a trend goes, from its first year that is filled to its last. */
export function trendOf(grid: Grid, row: string): Trend {
  const known = grid.columns.map(({ id }) => numberAt(grid, row, id)).filter((each) => each !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (known.length < 2 || first === undefined || last === undefined) return 'unknown'
  return last > first ? 'rising' : last < first ? 'falling' : 'steady'
}

/** Institutions of a Venn diagram that people see as overlapping. */
export const overlapsOf = (grid: Grid): [a: Line, b: Line][] =>
  pairsOf(grid.rows).filter(([a, b]) => grid.told[pairAt(a.id, b.id)] !== undefined)

export type Circle = { row: Line; x: number; y: number; r: number; size: number; closeness: number }

const unit = 12
const rounds = 240
const radius = (size: number) => unit * (1 + 0.4 * size)
/** Closeness 5 touches the middle, 1 stands at the rim. */
const away = (closeness: number) => unit * (2 + 1.7 * (5 - closeness))

type Moving = Circle & { x: number; y: number }

/** Each two that overlap come near enough, the others apart. */
function setRight(circles: readonly Moving[], overlapping: ReadonlySet<string>): void {
  for (const [a, b] of pairsOf(circles)) {
    const together = overlapping.has(pairAt(a.row.id, b.row.id))
    const apart = Math.hypot(b.x - a.x, b.y - a.y) || 0.01
    const wanted = together ? 0.78 * (a.r + b.r) : a.r + b.r + 2
    if (!together && apart >= wanted) continue
    const step = (0.5 * (apart - wanted)) / apart
    const [dx, dy] = [(b.x - a.x) * step, (b.y - a.y) * step]
    a.x += dx
    a.y += dy
    b.x -= dx
    b.y -= dy
  }
}

/** Back to the ring of its closeness, a little at a time: that is what people said of it. */
function backToRing(circles: readonly Moving[]): void {
  for (const each of circles) {
    const far = Math.hypot(each.x, each.y) || 0.01
    const pull = 1 + 0.25 * (away(each.closeness) / far - 1)
    each.x *= pull
    each.y *= pull
  }
}

/**
 * Where the circles of a Venn diagram lie: the larger the more important, the nearer to the middle the closer to the people. Those
 * that overlap are drawn so, the others apart. The same chart gives the same picture on every device.
 */
export function circlesOf(grid: Grid): Circle[] {
  const circles = grid.rows.map((row, i): Moving => {
    const size = numberAt(grid, row.id, 'size') ?? 1
    const closeness = numberAt(grid, row.id, 'closeness') ?? 1
    const angle = (2 * Math.PI * i) / grid.rows.length - Math.PI / 2
    const far = away(closeness)
    return { row, x: far * Math.cos(angle), y: far * Math.sin(angle), r: radius(size), size, closeness }
  })
  const overlapping = new Set(overlapsOf(grid).map(([a, b]) => pairAt(a.id, b.id)))
  for (let round = 0; round < rounds; round += 1) {
    setRight(circles, overlapping)
    // Towards the end only what overlaps is set right, which people see first.
    if (round < rounds - 60) backToRing(circles)
  }
  return circles
}
