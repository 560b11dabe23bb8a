// How many households of each group stand in each RT, and which of these counts a wall sheet keeps to itself. Pure.
import { smallestDefault, suppressed } from '../../../kernel/suppression.ts'

/** Where a household is on record, and its group; null: of no RT, of no group. */
export type Standing = { localPlace: string | null; group: number | null }
export type Counted = {
  /** RT in the order given; null for those of none. */
  rows: readonly { localPlace: string | null; counts: readonly number[]; total: number }[]
  totals: readonly number[]
  total: number
}

/** `order`: the RT as they are listed; those of none come last. */
export function countsOf(
  standing: readonly Standing[],
  groups: number,
  order: readonly string[] = [],
): Counted {
  const found = new Set(standing.map(({ localPlace }) => localPlace))
  const places = [...new Set([...order, ...found])]
    .filter((each) => found.has(each))
    .sort((a, b) => Number(a === null) - Number(b === null))
  const count = (among: readonly Standing[]) =>
    Array.from({ length: groups }, (_, i) => among.filter(({ group }) => group === i).length)
  return {
    rows: places.map((localPlace) => {
      const here = standing.filter((each) => each.localPlace === localPlace)
      return { localPlace, counts: count(here), total: here.length }
    }),
    totals: count(standing),
    total: standing.length,
  }
}

/**
 * Cells of the table that a sheet on a wall does not tell, by "row group" and "total group": counts of few and what would give
 * them away, as decision 0031 has it above the village. How many households an RT has is no secret.
 */
export function hiddenOnWall({ rows, totals, total }: Counted, k = smallestDefault): ReadonlySet<string> {
  const cells = new Map<string, number>()
  const sums: { whole: string; parts: string[] }[] = []
  const shown = new Set<string>()
  const always = new Set(['all', ...rows.map((_, i) => `row ${i}`)])
  const tell = (cell: string, count: number) => {
    cells.set(cell, count)
    shown.add(cell)
  }
  tell('all', total)
  for (const [i, row] of rows.entries()) {
    tell(`row ${i}`, row.total)
    for (const [g, count] of row.counts.entries()) tell(`${i} ${g}`, count)
    const rest = row.total - row.counts.reduce((sum, each) => sum + each, 0)
    cells.set(`${i} none`, rest)
    sums.push({ whole: `row ${i}`, parts: [...row.counts.map((_, g) => `${i} ${g}`), `${i} none`] })
  }
  for (const [g, count] of totals.entries()) {
    tell(`total ${g}`, count)
    sums.push({ whole: `total ${g}`, parts: rows.map((_, i) => `${i} ${g}`) })
  }
  sums.push({ whole: 'all', parts: rows.map((_, i) => `row ${i}`) })
  return suppressed({ cells, sums, shown, always }, k, 1e7)
}
