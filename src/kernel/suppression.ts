// Which figures of a table are not told, so that nobody is known by them. Counts of few (1 to k - 1) are hidden, and so is as
// much beside them as keeps them from being worked out of sums, complements and the other tables of the same people. Pure, and
// the same for the same counts: decided once, never for one reader. The method and its sources: decision 0031.
import { type Effort, type Equation, wholeNumbers } from './linear.ts'

/** Cells by name with their counts. `whole` is always the sum of `parts`, and whoever reads the tables knows so. */
export type Tables = {
  cells: ReadonlyMap<string, number>
  sums: readonly { whole: string; parts: readonly string[] }[]
  /** Cells that would be told; the others are only worked out: a complement, what two tables differ in. */
  shown: ReadonlySet<string>
  /** Told whatever comes: how many were asked at all is known anyway. */
  always?: ReadonlySet<string>
  /** Cells that would tell of a whole group by being empty: that everybody answered alike. */
  tellingZero?: ReadonlySet<string>
  /** Counts of few that say nothing of anybody, as who left a question out. */
  harmless?: ReadonlySet<string>
}

/** Smallest number of people that a figure may be of. */
export const smallestDefault = 5
export const smallestBounds = { min: 3, max: 20 } as const

export const isSmall = (count: number, k: number): boolean => count > 0 && count < k

type Known = ReadonlyMap<string, number>

/** The sums with what is told put in; unknowns that a single sum gives away are told too, until none is left. */
function worked({ cells, sums }: Tables, told: ReadonlySet<string>): { known: Known; left: Equation[] } {
  const known = new Map([...told].map((cell) => [cell, cells.get(cell) ?? 0]))
  let open = sums
  for (let before = -1; before !== known.size; ) {
    before = known.size
    const rest: typeof sums = open.filter(({ whole, parts }) => {
      const unknown = [whole, ...parts].filter((cell) => !known.has(cell))
      // Parts of nothing are none.
      const none = known.get(whole) === 0 ? unknown : unknown.slice(0, unknown.length === 1 ? 1 : 0)
      for (const cell of none) known.set(cell, cells.get(cell) ?? 0)
      return unknown.length > none.length
    })
    open = rest
  }
  return { known, left: open.map((sum) => equationOf(sum, known)) }
}

function equationOf({ whole, parts }: Tables['sums'][number], known: Known): Equation {
  const terms = new Map<string, number>()
  let is = 0
  for (const [cell, factor] of [[whole, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
    const value = known.get(cell)
    if (value === undefined) terms.set(cell, (terms.get(cell) ?? 0) + factor)
    else is -= factor * value
  }
  return { terms, is }
}

/** The equations that hang together with a cell. */
function around(cell: string, equations: readonly Equation[]): Equation[] {
  const reached = new Set([cell])
  const found = new Set<Equation>()
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const each of equations) {
      if (found.has(each) || ![...each.terms.keys()].some((name) => reached.has(name))) continue
      found.add(each)
      for (const name of each.terms.keys()) reached.add(name)
    }
  }
  return [...found]
}

const byName = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/**
 * Sums that are made to keep figures that might be told; after so many, what is still in doubt is hidden. About three seconds on a
 * thread of its own; with ten times as many 25 households and 60 questions were still in doubt after a minute.
 */
const effortMost = 1e9

class Suppressing {
  readonly #tables: Tables
  readonly #k: number
  readonly #sensitive: readonly string[]
  readonly hidden = new Set<string>()
  /** The more is hidden, the more is possible: what could be anything stays so. */
  readonly #safe = new Set<string>()
  /** What was found to be possible of a cell, alone or on the way to another: that it is none, that it is `k`. */
  readonly #maybeNone = new Set<string>()
  readonly #maybeMany = new Set<string>()
  readonly #effort: Effort
  constructor(tables: Tables, k: number, effort: number) {
    this.#effort = { left: effort }
    this.#tables = tables
    this.#k = k
    this.#sensitive = [...tables.cells]
      .filter(([cell]) => !tables.harmless?.has(cell))
      .filter(([cell, count]) => isSmall(count, k) || (count === 0 && tables.tellingZero?.has(cell)))
      .map(([cell]) => cell)
      .sort(byName)
    for (const cell of this.#sensitive) if (this.#mayHide(cell)) this.hidden.add(cell)
  }

  #mayHide(cell: string): boolean {
    const { shown, always } = this.#tables
    return shown.has(cell) && !always?.has(cell)
  }

  #told(): Set<string> {
    return new Set([...this.#tables.shown].filter((cell) => !this.hidden.has(cell)))
  }

  /** Whether, for all that is told, the cell may be none, and may be `k`. */
  #isProtected(cell: string, equations: readonly Equation[]): boolean {
    if (this.#effort.left < 0) return false
    const near = around(cell, equations)
    const possible = (value: number, found: Set<string>) => {
      if (found.has(cell)) return true
      const values = wholeNumbers([...near, { terms: new Map([[cell, 1]]), is: value }], this.#effort)
      for (const [name, is] of values ?? []) {
        if (is === 0) this.#maybeNone.add(name)
        if (is === this.#k) this.#maybeMany.add(name)
      }
      return values !== null
    }
    return near.length > 0 && possible(0, this.#maybeNone) && possible(this.#k, this.#maybeMany)
  }

  /** Hides one more figure for a cell that could be worked out; false where nothing near is left to hide. */
  #hideFor(cell: string): boolean {
    const { cells, sums } = this.#tables
    const count = (name: string) => cells.get(name) ?? 0
    const need = this.#k - count(cell)
    const near = new Set([cell])
    for (let before = -1; before !== near.size; ) {
      before = near.size
      const touching = sums.filter(({ whole, parts }) => [whole, ...parts].some((each) => near.has(each)))
      const choices = [...new Set(touching.flatMap(({ whole, parts }) => [...parts, whole]))]
        .filter((each) => this.#mayHide(each) && !this.hidden.has(each))
        // The smallest that is large enough to hide behind; where none is, the largest.
        .sort(
          (a, b) =>
            Number(count(a) < need) - Number(count(b) < need) ||
            this.#order(count(a), count(b), need) ||
            byName(a, b),
        )
      const [choice] = choices
      if (choice !== undefined) {
        this.hidden.add(choice)
        return true
      }
      for (const { whole, parts } of touching) for (const each of [whole, ...parts]) near.add(each)
    }
    return false
  }

  #order = (a: number, b: number, need: number): number => (a >= need ? a - b : b - a)

  run(): ReadonlySet<string> {
    for (let mended = true; mended; ) {
      mended = false
      const { known, left } = worked(this.#tables, this.#told())
      for (const cell of this.#sensitive) {
        if (this.#safe.has(cell)) continue
        if (!known.has(cell) && this.#isProtected(cell, left)) this.#safe.add(cell)
        else mended = this.#hideFor(cell) || mended
      }
    }
    return this.hidden
  }
}

/**
 * The shown cells that are not told. For every count of 1 to `k` - 1, shown or worked out, there are then two ways in which all
 * that is told holds: one in which it is none, and one in which it is `k`; where too few were asked for that, nothing is told but `always`.
 */
export const suppressed = (tables: Tables, k: number, effort = effortMost): ReadonlySet<string> =>
  new Suppressing(tables, k, effort).run()

/** What is told, and what a single sum gives away beside it. */
export const workedOut = (tables: Tables, hidden: ReadonlySet<string>): Known =>
  worked(tables, new Set([...tables.shown].filter((cell) => !hidden.has(cell)))).known
