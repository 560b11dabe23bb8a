// Whether numbers that add up in a known way can be what somebody supposes: systems of equations with coefficients of whole
// numbers, over unknowns that are none below zero. Pure.

/** What stands before each unknown, and what it all comes to. */
export type Equation = { terms: ReadonlyMap<string, number>; is: number }

const tiny = 1e-7

/** How many sums may still be made: what looks for an answer for too long has found none, the same on every machine. */
export type Effort = { left: number }

/** Rows of a tableau: the unknowns, and what they come to. Each row begins with an unknown of its own that must go out of use. */
class Tableau {
  readonly #rows: Float64Array[]
  /** The unknown in use in each row; -1: the row's own. */
  readonly #basis: number[]
  readonly #unknowns: number
  /** What is still missing, by column: the sum of the rows whose own unknown is in use. */
  #lacking: Float64Array
  readonly #effort: Effort
  constructor(
    unknowns: number,
    equations: readonly { columns: ReadonlyMap<number, number>; is: number }[],
    effort: Effort,
  ) {
    this.#unknowns = unknowns
    this.#effort = effort
    this.#basis = equations.map(() => -1)
    this.#rows = equations.map(({ columns, is }) => {
      const sign = is < 0 ? -1 : 1
      const filled = new Float64Array(unknowns + 1)
      for (const [column, factor] of columns) filled[column] = sign * factor
      filled[unknowns] = sign * is
      return filled
    })
    this.#lacking = this.#summed()
  }

  #summed(): Float64Array {
    const sum = new Float64Array(this.#unknowns + 1)
    for (const [at, row] of this.#rows.entries())
      if (this.#basis[at] === -1)
        for (let column = 0; column < sum.length; column++)
          sum[column] = (sum[column] ?? 0) + (row[column] ?? 0)
    return sum
  }

  #pivot(at: number, column: number): void {
    const row = this.#rows[at] as Float64Array
    const by = row[column] ?? 1
    const filled: number[] = []
    for (let each = 0; each < row.length; each++) {
      const value = (row[each] ?? 0) / by
      row[each] = value
      if (Math.abs(value) > tiny / 100) filled.push(each)
    }
    for (const other of [...this.#rows, this.#lacking]) {
      const times = other[column] ?? 0
      if (other === row || Math.abs(times) < tiny / 100) continue
      for (const each of filled) other[each] = (other[each] ?? 0) - times * (row[each] ?? 0)
      this.#effort.left -= filled.length
    }
    this.#effort.left -= row.length
    this.#basis[at] = column
  }

  /** The row that allows the least of a column; by the lowest unknown among equals, so that it never turns in a circle (Bland). */
  #leaving(column: number): number {
    let [found, least] = [-1, Number.POSITIVE_INFINITY]
    for (const [at, row] of this.#rows.entries()) {
      const factor = row[column] ?? 0
      if (factor < tiny) continue
      const most = (row.at(-1) ?? 0) / factor
      const equal = Math.abs(most - least) < tiny && (this.#basis[at] ?? 0) < (this.#basis[found] ?? 0)
      if (most < least - tiny || equal) [found, least] = [at, most]
    }
    return found
  }

  /** The first column that brings something. */
  #entering(): number {
    return this.#lacking.subarray(0, this.#unknowns).findIndex((each) => each > tiny)
  }

  /** Whether nothing is missing any more, summed up anew: small errors grow from step to step. */
  #isWhole(): boolean {
    this.#lacking = this.#summed()
    return (this.#lacking.at(-1) ?? 0) < tiny
  }

  /** Values of the unknowns that fit all rows; null where there are none, or the effort is spent. */
  solved(): number[] | null {
    while ((this.#lacking.at(-1) ?? 0) >= tiny || !this.#isWhole()) {
      const column = this.#entering()
      const row = column < 0 || this.#effort.left < 0 ? -1 : this.#leaving(column)
      if (row < 0) return null
      this.#pivot(row, column)
    }
    const values = Array<number>(this.#unknowns).fill(0)
    for (const [at, column] of this.#basis.entries())
      if (column >= 0) values[column] = this.#rows[at]?.at(-1) ?? 0
    return values
  }
}

/**
 * Whole numbers, none below zero, that fit all equations; null where none was found. What is found fits exactly. It looks at
 * the corners of what is possible, so a system with whole numbers only between its corners counts as having none.
 */
export function wholeNumbers(
  equations: readonly Equation[],
  effort: Effort = { left: Number.POSITIVE_INFINITY },
): Map<string, number> | null {
  const names = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))]
  const columnOf = new Map(names.map((name, at) => [name, at]))
  const rows = equations.map(({ terms, is }) => ({
    columns: new Map([...terms].map(([name, factor]) => [columnOf.get(name) ?? 0, factor])),
    is,
  }))
  const solved = new Tableau(names.length, rows, effort).solved()
  if (!solved) return null
  const values = new Map(names.map((name, at) => [name, Math.round(solved[at] ?? 0)]))
  const fits = equations.every(
    ({ terms, is }) =>
      [...terms].reduce((sum, [name, factor]) => sum + factor * (values.get(name) ?? 0), 0) === is,
  )
  return fits && [...values.values()].every((value) => value >= 0) ? values : null
}
