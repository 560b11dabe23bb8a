// A place in an order that many hands keep without a network: a text, and between any two there is room for another. Pure.
const digits = '0123456789abcdefghijklmnopqrstuvwxyz'
const base = digits.length
/** Longer ones would be made only where somebody puts hundreds between the same two. */
const rankMost = 80
/** None ends in 0: before such a one there would be no room. */
export const rankPattern = /^[0-9a-z]{0,79}[1-9a-z]$/

const digitAt = (text: string, at: number, other: number) =>
  at < text.length ? digits.indexOf(text[at] ?? '') : other

/**
 * A rank after `before` and before `after`; null is the beginning, or the end. Where no room is left in its length, the rank of
 * the neighbour: then ids decide, and nobody is kept from laying a card there.
 */
export function rankBetween(before: string | null, after: string | null): string {
  const rank = roomBetween(before, after)
  return rank.length > rankMost ? (before ?? after ?? rank) : rank
}

function roomBetween(before: string | null, after: string | null): string {
  // Two of the same rank, put there by two people who did not know of each other: after both.
  const until = after !== null && (before === null || before < after) ? after : null
  let rank = ''
  let bounded = until !== null
  for (let at = 0; ; at++) {
    const low = digitAt(before ?? '', at, 0)
    const high = bounded ? digitAt(until ?? '', at, base) : base
    // At the ends, where most is put, a step at a time: so ranks grow by a digit in 35 steps and not in 6.
    if (high - low > 1) return rank + digits[stepIn(low, high, after === null, before === null)]
    rank += digits[low]
    if (high > low) bounded = false
  }
}

function stepIn(low: number, high: number, last: boolean, first: boolean): number {
  const middle = Math.floor((low + high) / 2)
  if (last === first) return middle
  return last ? low + 1 : high - 1
}

export const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1
