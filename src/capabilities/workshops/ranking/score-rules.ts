// From piles to scores, from scores to groups. Pure.
// Procedure: one card per household, independent sorters, score = 100 * pile / piles, mean over sorters, 3 or 4 groups that the
// plenary validates; a high spread is talked over (PRA wealth ranking, recalled, grade R: to be verified in the field).
import type { Group, Moved, Ranking, Sorting } from './ranking.ts'

/** Spread (standard deviation over sorters) from which a household is talked over. Ours: nobody could source it. */
export const spreadToDiscuss = 20

/** Of 3, 4, 5 and 6 piles each share is a whole number of sixtieths, so no order of adding changes a sum. */
const parts = 60

export type Scored = {
  household: string
  /** 0 to 100, the higher the better off: pile 1 is the poorest. null where no sorter laid the card on a pile. */
  score: number | null
  /** Standard deviation of the sorters' scores. */
  spread: number
  /** Pile and number of piles by sorter; a sorter who left it unsorted is not in it. */
  piled: ReadonlyMap<string, { pile: number; of: number }>
  /** Sorters who sorted, but not this card. */
  leftBy: readonly string[]
  /** For the plenary: sorters differ widely, or one left it unsorted. */
  discuss: boolean
}

export const standingSortings = (sortings: readonly Sorting[], ranking: string): Sorting[] =>
  sortings.filter((each) => each.ranking === ranking && !each.withdrawn)

function scored(household: string, sortings: readonly Sorting[], at: readonly Map<string, number>[]): Scored {
  const piled = new Map<string, { pile: number; of: number }>()
  const leftBy: string[] = []
  let [sum, squares] = [0, 0]
  for (const [i, { sorter, piles }] of sortings.entries()) {
    const pile = at[i]?.get(household)
    if (pile === undefined) {
      leftBy.push(sorter)
      continue
    }
    const share = (parts / piles.length) * pile
    sum += share
    squares += share * share
    piled.set(sorter, { pile, of: piles.length })
  }
  const count = piled.size
  const score = count === 0 ? null : (100 * sum) / (parts * count)
  const spread =
    count === 0 ? 0 : (100 * Math.sqrt(Math.max(0, count * squares - sum * sum))) / (parts * count)
  return { household, score, spread, piled, leftBy, discuss: spread >= spreadToDiscuss || leftBy.length > 0 }
}

/** One line for each card, in the order of the cards; scores are of those who sorted. */
export function scoresOf(cards: readonly string[], sortings: readonly Sorting[]): Scored[] {
  const at = sortings.map(
    ({ piles }) => new Map(piles.flatMap((pile, i) => pile.map((household) => [household, i + 1] as const))),
  )
  return cards.map((household) => scored(household, sortings, at))
}

const tenth = (value: number) => Math.round(value * 10) / 10

/**
 * A proposal for the plenary: equal parts of the range of scores. The upper ends of all groups but the last, each above the one
 * before. Where sorters saw no difference worth so many groups, all stand together in a middle one.
 */
export function proposedCuts(scores: readonly (number | null)[], groups: number): number[] {
  const known = scores.filter((each) => each !== null)
  const low = Math.min(100, ...known)
  const high = Math.max(low, ...known)
  const ends = Array.from({ length: groups - 1 }, (_, i) => i)
  if (high - low >= groups * 0.1) return ends.map((i) => tenth(low + ((high - low) * (i + 1)) / groups))
  const middle = Math.floor((groups - 1) / 2)
  // No end lies above 100.
  const at = Math.min(tenth(high), 100 - (groups - 2 - middle) * 0.1)
  return ends.map((i) => tenth(at + (i - middle) * 0.1))
}

/** The group, from 0, of a score: the first whose upper end it does not pass. */
export function groupAt(score: number, groups: readonly Pick<Group, 'upTo'>[]): number {
  const found = groups.findIndex(({ upTo }) => upTo !== null && tenth(score) <= upTo)
  return found === -1 ? groups.length - 1 : found
}

/** The group of each household that has one: by the plenary's word, else by its score. */
export function groupsOf(
  scores: readonly Scored[],
  groups: readonly Pick<Group, 'upTo'>[],
  moved: readonly Moved[],
): Map<string, number> {
  const said = new Map(moved.map((each) => [each.household, each.group]))
  return new Map(
    scores.flatMap(({ household, score }) => {
      const group = said.get(household) ?? (score === null ? undefined : groupAt(score, groups))
      return group === undefined ? [] : [[household, group] as const]
    }),
  )
}

/** Named sorters who have not sorted. */
export const missingSorters = ({ id, sorters }: Ranking, sortings: readonly Sorting[]) => {
  const done = new Set(standingSortings(sortings, id).map(({ sorter }) => sorter))
  return sorters.filter((each) => !done.has(each.id))
}

export type RankingState = 'sorting' | 'sorted' | 'settled' | 'withdrawn'

/** Nobody sees the piles of others before all have sorted, or sorting was ended: so sorters stay independent. */
export function stateOf(ranking: Ranking, sortings: readonly Sorting[]): RankingState {
  if (ranking.withdrawn) return 'withdrawn'
  if (ranking.plenary) return 'settled'
  const missing = missingSorters(ranking, sortings).length
  const someone = missing < ranking.sorters.length
  return someone && (missing === 0 || ranking.ended) ? 'sorted' : 'sorting'
}

/** A sorting while it is made: the pile of each card that lies on one, from 1. */
export type Laid = Readonly<Record<string, number>>

/** Another number of piles midway: what lay on a pile that is no more goes back to the cards. */
export function withPiles(laid: Laid, piles: number): { laid: Laid; back: string[] } {
  const back = Object.keys(laid).filter((household) => (laid[household] ?? 0) > piles)
  return { laid: Object.fromEntries(Object.entries(laid).filter(([, pile]) => pile <= piles)), back }
}

/** What a sorting comes to: the cards of each pile, in the order of the cards. */
export function pilesOf(cards: readonly string[], laid: Laid, piles: number): string[][] {
  const all: string[][] = Array.from({ length: piles }, () => [])
  for (const household of cards) all[(laid[household] ?? 0) - 1]?.push(household)
  return all
}
