// A place in an order that many hands keep without a network: a text, and between any two there is room for another. Pure.
const digits = '0123456789abcdefghijklmnopqrstuvwxyz'
const base = digits.length
/** Longer ones are made only where somebody puts hundreds between the same two; then the order is written anew. */
export const rankMost = 80
export const rankPattern = /^[0-9a-z]{1,80}$/

const digitAt = (text: string, at: number, other: number) =>
  at < text.length ? digits.indexOf(text[at] ?? '') : other

/** A rank after `before` and before `after`; null is the beginning, or the end. None ends in 0, so before each there is room. */
export function rankBetween(before: string | null, after: string | null): string {
  // Two of the same rank, put there by two people who did not know of each other: after both.
  const until = after !== null && (before === null || before < after) ? after : null
  let rank = ''
  let bounded = until !== null
  for (let at = 0; ; at++) {
    const low = digitAt(before ?? '', at, 0)
    const high = bounded ? digitAt(until ?? '', at, base) : base
    if (high - low > 1) return rank + digits[Math.floor((low + high) / 2)]
    rank += digits[low]
    if (high > low) bounded = false
  }
}

export const byRank = (a: { rank: string; id: string }, b: { rank: string; id: string }): number =>
  a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id < b.id ? -1 : 1
