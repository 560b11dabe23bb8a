// Whether numbers that add up in a known way can be what somebody supposes: systems of equations with coefficients of whole
// numbers, over unknowns that are none below zero. Pure.

/** What stands before each unknown, and what it all comes to. */
export type Equation = { terms: ReadonlyMap<string, number>; is: number }

const tiny = 1e-7

/** Rows of a tableau: the unknowns, one artificial unknown for each row, what they come to. */
class Tableau {
  readonly #rows: Float64Array[]
  readonly #basis: number[]
  readonly #unknowns: number
  constructor(unknowns: number, equations: readonly { columns: ReadonlyMap<number, number>; is: number }[]) {
    this.#unknowns = unknowns
    this.#basis = equations.map((_, row) => unknowns + row)
    this.#rows = equations.map(({ columns, is }, row) => {
      const sign = is < 0 ? -1 : 1
      const filled = new Float64Array(unknowns + equations.length + 1)
      for (const [column, factor] of columns) filled[column] = sign * factor
      filled[unknowns + row] = 1
      filled[filled.length - 1] = sign * is
      return filled
    })
  }

  /** What is still missing, by column: the sum of the rows whose artificial unknown is in use. */
  #lacking(): Float64Array {
    const sum = new Float64Array(this.#unknowns + this.#rows.length + 1)
    for (const [at, row] of this.#rows.entries())
      if ((this.#basis[at] ?? 0) >= this.#unknowns)
        for (let column = 0; column < sum.length; column++)
          sum[column] = (sum[column] ?? 0) + (row[column] ?? 0)
    return sum
  }

  #pivot(at: number, column: number): void {
    const row = this.#rows[at] as Float64Array
    const by = row[column] ?? 1
    for (let each = 0; each < row.length; each++) row[each] = (row[each] ?? 0) / by
    for (const other of this.#rows) {
      const times = other[column] ?? 0
      if (other === row || Math.abs(times) < tiny) continue
      for (let each = 0; each < row.length; each++)
        other[each] = (other[each] ?? 0) - times * (row[each] ?? 0)
    }
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

  /** Values of the unknowns that fit all rows; null where there are none. */
  solved(): number[] | null {
    for (;;) {
      const lacking = this.#lacking()
      if ((lacking.at(-1) ?? 0) < tiny) break
      const column = lacking.subarray(0, this.#unknowns).findIndex((each) => each > tiny)
      const row = column < 0 ? -1 : this.#leaving(column)
      if (row < 0) return null
      this.#pivot(row, column)
    }
    const values = Array<number>(this.#unknowns).fill(0)
    for (const [at, column] of this.#basis.entries())
      if (column < this.#unknowns) values[column] = this.#rows[at]?.at(-1) ?? 0
    return values
  }
}

/**
 * Whole numbers, none below zero, that fit all equations; null where none was found. What is found fits exactly. It looks at
 * the corners of what is possible, so a system with whole numbers only between its corners counts as having none.
 */
export function wholeNumbers(equations: readonly Equation[]): Map<string, number> | null {
  const names = [...new Set(equations.flatMap(({ terms }) => [...terms.keys()]))]
  const columnOf = new Map(names.map((name, at) => [name, at]))
  const rows = equations.map(({ terms, is }) => ({
    columns: new Map([...terms].map(([name, factor]) => [columnOf.get(name) ?? 0, factor])),
    is,
  }))
  const solved = new Tableau(names.length, rows).solved()
  if (!solved) return null
  const values = new Map(names.map((name, at) => [name, Math.round(solved[at] ?? 0)]))
  const fits = equations.every(
    ({ terms, is }) =>
      [...terms].reduce((sum, [name, factor]) => sum + factor * (values.get(name) ?? 0), 0) === is,
  )
  return fits && [...values.values()].every((value) => value >= 0) ? values : null
}
