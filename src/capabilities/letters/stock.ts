// Which number a phone gives next, and when it asks for more. Pure, so that it can be tested against any order of
// events. Marks are this copy's own memory of its blocks: the highest number it ever gave of each.
import type { Block, Letter } from './letter.ts'
import { nextNumber, takenNumbers } from './rules.ts'

/** Block id -> highest number given from it; a block this copy did not ask for has no mark, and is not used. */
export type Marks = Readonly<Record<string, number>>

export type Holder = { device: string; account: string }
export type SeriesYear = { series: string; year: number }
export type Chosen = { block: string; number: number }

/** Fewer than this many left: ask for the next block while there is a line. */
export const lowStock = 4

/**
 * Blocks this copy may give numbers from, in order. Both the account and the device must fit, because two people
 * on one shared phone do not see each other's unsent letters; and the copy must remember asking for the block,
 * because a copy that was lost and made anew does not know which of its numbers are on paper already.
 */
export function ownBlocks(blocks: readonly Block[], of: SeriesYear, holder: Holder, marks: Marks): Block[] {
  return blocks
    .filter((block) => block.device === holder.device && block.account === holder.account && !block.endedAt)
    .filter((block) => block.series === of.series && block.year === of.year && marks[block.id] !== undefined)
    .sort((a, b) => a.first - b.first)
}

/** The number to give next, or null: the letter then waits for the server's number. */
export function chooseNumber(
  rows: { blocks: readonly Block[]; letters: readonly Letter[] },
  of: SeriesYear,
  holder: Holder,
  marks: Marks,
): Chosen | null {
  const taken = takenNumbers(rows.letters, of.series, of.year)
  for (const block of ownBlocks(rows.blocks, of, holder, marks)) {
    const number = nextNumber(block, taken, marks[block.id] ?? 0)
    if (number !== null) return { block: block.id, number }
  }
  return null
}

/** How many numbers this copy can still give without a line. */
export function stockLeft(
  rows: { blocks: readonly Block[]; letters: readonly Letter[] },
  of: SeriesYear,
  holder: Holder,
  marks: Marks,
): number {
  const taken = takenNumbers(rows.letters, of.series, of.year)
  return ownBlocks(rows.blocks, of, holder, marks).reduce((sum, block) => {
    const from = Math.max(block.first, (marks[block.id] ?? 0) + 1)
    let left = 0
    for (let number = from; number <= block.last; number++) if (!taken.has(number)) left += 1
    return sum + left
  }, 0)
}
