// The Venn picture of PRA: residents in the middle, each institution a circle, larger the more important it is to poor residents,
// nearer the closer it is to them; those that are tied lie side by side, and overlap the more the stronger the tie. Pure, and the
// same on every device.
import type { Institution } from './institution.ts'
import type { Tie } from './tie.ts'

export type VennCircle = { id: string; name: string; x: number; y: number; r: number }
export type Venn = { circles: VennCircle[]; left: number; unscored: number }

/** The square it is drawn in, and the circle of the residents in its middle. */
export const vennSize = 400
export const residentsRadius = 26
/** More circles than this cover each other. */
export const circlesMost = 24

const middle = vennSize / 2
const radiusOf = (importance: number) => 9 + importance * 4
/** From 5 (touching the residents) out to 1. */
const distanceOf = (closeness: number, radius: number) =>
  residentsRadius + radius * 0.6 + (5 - closeness) * 28

type Scored = { id: string; name: string; radius: number; distance: number; angle: number }
type Row = Pick<Institution, 'id' | 'name' | 'importance' | 'closeness'>

/** Each beside the one it is tied to most: who sits together is drawn together. */
function seated(rows: readonly Scored[], strength: (a: string, b: string) => number): Scored[] {
  const [first, ...rest] = rows
  const order = first ? [first] : []
  while (rest.length > 0) {
    const last = order.at(-1) as Scored
    const best = rest.reduce(
      (at, row, n) => (strength(last.id, row.id) > strength(last.id, (rest[at] as Scored).id) ? n : at),
      0,
    )
    order.push(...rest.splice(best, 1))
  }
  return order.map((row, n) => ({ ...row, angle: (n * 2 * Math.PI) / order.length - Math.PI / 2 }))
}

const at = ({ distance, angle }: Scored) => [Math.cos(angle) * distance, Math.sin(angle) * distance] as const

/**
 * How far apart the middles of two are to be: well apart, or, where they are tied, overlapping by the strength of it; nearer than
 * their distances to the residents allow they cannot come.
 */
const wanted = (a: Scored, b: Scored, strength: number) =>
  strength > 0
    ? Math.max((a.radius + b.radius) * (1 - 0.07 * strength), Math.abs(a.distance - b.distance) + 2)
    : a.radius + b.radius + 5

/** Turns the two about the middle, so that each keeps its distance to the residents. */
function turn(a: Scored, b: Scored, strength: number, pull: number): void {
  const [[ax, ay], [bx, by]] = [at(a), at(b)]
  const gap = Math.hypot(ax - bx, ay - by) - wanted(a, b, strength)
  if (gap > 0 && (strength === 0 || pull === 0)) return
  // Which way round a stands of b, on the shorter side.
  const side = Math.sin(a.angle - b.angle) >= 0 ? 1 : -1
  const most = gap > 0 ? Math.min(12, gap) * pull : Math.max(-12, gap) * 0.5
  a.angle -= (side * most) / Math.max(20, a.distance)
  b.angle += (side * most) / Math.max(20, b.distance)
}

const rounds = 320
/** What is tied is drawn together first; at the end only what covers another is pushed away. */
const pullIn = (round: number) => (round < 220 ? 0.3 * (1 - round / 220) : 0)

export function vennOf(
  institutions: readonly Row[],
  ties: readonly Pick<Tie, 'from' | 'to' | 'strength'>[],
): Venn {
  const scored = institutions.filter(({ importance, closeness }) => importance !== null && closeness !== null)
  const rows = scored
    .map(({ id, name, importance, closeness }) => {
      const radius = radiusOf(importance ?? 1)
      return { id, name, radius, distance: distanceOf(closeness ?? 1, radius), angle: 0 }
    })
    .sort((a, b) => b.radius - a.radius || a.distance - b.distance || (a.id < b.id ? -1 : 1))
  const strengths = new Map(
    ties.flatMap(({ from, to, strength }) =>
      to === null ? [] : [[[from, to].sort().join(), strength ?? 2] as const],
    ),
  )
  const strength = (a: string, b: string) => strengths.get([a, b].sort().join()) ?? 0
  const order = seated(rows.slice(0, circlesMost), strength)
  for (let n = 0; n < rounds; n++)
    for (const [i, a] of order.entries())
      for (const b of order.slice(i + 1)) turn(a, b, strength(a.id, b.id), pullIn(n))
  const circles = order.map((row) => {
    const [x, y] = at(row)
    const tenth = (value: number) => Math.round((middle + value) * 10) / 10
    return { id: row.id, name: row.name, x: tenth(x), y: tenth(y), r: row.radius }
  })
  return { circles, left: rows.length - circles.length, unscored: institutions.length - scored.length }
}
