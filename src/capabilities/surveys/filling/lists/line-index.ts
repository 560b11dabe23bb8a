// An index of a long list: the lines whose columns are equal to what was answered, and of them those that hold a few letters.
import { readCsv } from '../../../../xlsform/lists/csv.ts'
import { matches, plain, type Searchable } from '../long-list.ts'

export type AskedLines = {
  /** Columns of what is stored and what is shown. */
  value: string
  label: string
  equal: readonly { column: string; is: string }[]
  /** A few letters of the label; '' for all. */
  typed: string
  /** So many lines are given at most. */
  most: number
  /** Which of these are among the lines, with their labels. */
  chosen: readonly string[]
}
export type Line = { value: string; label: string }
export type FoundLines = {
  /** How many have equal columns, and how many of those hold what was typed. */
  all: number
  matching: number
  lines: readonly Line[]
  chosen: readonly Line[]
}

const none: FoundLines = { all: 0, matching: 0, lines: [], chosen: [] }

export class LineIndex {
  readonly #columns: ReadonlyMap<string, readonly string[]>
  readonly #all: readonly number[]
  /** By the names of columns, the lines of each of their values together. */
  readonly #by = new Map<string, ReadonlyMap<string, readonly number[]>>()
  #searched: { label: string; lines: readonly number[]; list: Searchable<number> } | null = null

  constructor(text: string) {
    const { size, columns } = readCsv(text)
    this.#columns = columns
    this.#all = Array.from({ length: size }, (_, n) => n)
  }

  #grouped(names: readonly string[]): ReadonlyMap<string, readonly number[]> {
    const key = names.join('\n')
    const known = this.#by.get(key)
    if (known) return known
    const columns = names.map((name) => this.#columns.get(name) ?? [])
    const groups = new Map<string, number[]>()
    for (const line of this.#all) {
      const together = columns.map((cells) => cells[line]).join('\n')
      const group = groups.get(together)
      if (group) group.push(line)
      else groups.set(together, [line])
    }
    this.#by.set(key, groups)
    return groups
  }

  #equal(equal: AskedLines['equal']): readonly number[] {
    if (equal.length === 0) return this.#all
    if (equal.some(({ column }) => !this.#columns.has(column))) return []
    const together = equal.map(({ is }) => is).join('\n')
    return this.#grouped(equal.map(({ column }) => column)).get(together) ?? []
  }

  #searchable(lines: readonly number[], label: string, of: (line: number) => Line): Searchable<number> {
    if (this.#searched?.lines !== lines || this.#searched.label !== label) {
      const list = lines.map((line) => ({ choice: line, text: plain(of(line).label || of(line).value) }))
      this.#searched = { label, lines, list }
    }
    return this.#searched.list
  }

  find({ value, label, equal, typed, most, chosen }: AskedLines): FoundLines {
    const [values, labels] = [this.#columns.get(value), this.#columns.get(label)]
    if (!values) return none
    const of = (line: number): Line => ({ value: values[line] ?? '', label: labels?.[line] ?? '' })
    const lines = this.#equal(equal)
    const matching = typed.trim() === '' ? lines : matches(this.#searchable(lines, label, of), typed)
    const wanted = new Set(chosen)
    return {
      all: lines.length,
      matching: matching.length,
      lines: matching.slice(0, most).map(of),
      chosen: wanted.size === 0 ? [] : lines.filter((line) => wanted.has(values[line] ?? '')).map(of),
    }
  }
}
