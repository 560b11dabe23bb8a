// Numbers that were handed out and lie behind what was used: candidates for a reason in the book. Pure.
import type { Block, Gap, Letter } from './letter.ts'

export type OpenRange = { series: string; year: number; first: number; last: number }

/**
 * Ranges of numbers below the highest that a letter of the same block carries, which no letter carries and nobody
 * explained. What lies above it in a block may still be used by the phone that holds it, until its year or the block is over.
 */
export function openRanges(
  letters: readonly Letter[],
  blocks: readonly Block[],
  gaps: readonly Gap[],
  thisYear: number,
): OpenRange[] {
  return blocks.flatMap((block) => {
    const { series, year } = block
    const used = new Set(
      letters
        .filter((letter) => letter.series === series && letter.year === year)
        .map((letter) => letter.number),
    )
    const explained = gaps.filter((gap) => gap.series === series && gap.year === year)
    const isOpen = (number: number) =>
      !used.has(number) && !explained.some((gap) => gap.first <= number && number <= gap.last)
    const numbers = Array.from({ length: block.last - block.first + 1 }, (_, at) => block.first + at)
    const over = year < thisYear || block.endedAt
    const highest = over ? block.last + 1 : (numbers.findLast((number) => used.has(number)) ?? 0)
    return rangesOf(numbers.filter((number) => number < highest && isOpen(number))).map((range) => ({
      series,
      year,
      ...range,
    }))
  })
}

function rangesOf(numbers: readonly number[]): { first: number; last: number }[] {
  const ranges: { first: number; last: number }[] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && last.last === number - 1) last.last = number
    else ranges.push({ first: number, last: number })
  }
  return ranges
}
