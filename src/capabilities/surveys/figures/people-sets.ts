// Figures of one survey as sets of those who answered: the same people are the same cell, in whichever table they are counted.
// So what a skipped question, a worked-out answer or a measure tells of another question's answer is seen from the people
// themselves, and not from how the form was written. Pure.
import { suppressed, type Tables, workedOut } from '../../../kernel/suppression.ts'

/** Who stands in it, by place in the list of those who answered, rising. */
export type Members = readonly number[]

const mixed = (value: number, seed: number): number => {
  let h = Math.imul(value + 1, 0x9e3779b1) ^ seed
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A name that two sets share when they hold the same people. */
function keyOf(members: Members): string {
  let [a, b] = [0, 0]
  for (const member of members) {
    a = (a ^ mixed(member, 0x51ed270b)) >>> 0
    b = (b ^ mixed(member, 0x2545f491)) >>> 0
  }
  return `${members.length}:${a.toString(36)}:${b.toString(36)}`
}

type Partition = { parts: readonly string[]; partOf: Int16Array; some: readonly Members[] }

/** Members of each part that are looked at first: most tables have nothing to do with each other, and so few show it. */
const looked = 16

/** Of the second try. Without what joins it is done with a tenth of this, or not at all. */
const effortForRest = 3e8

export class PeopleSets {
  readonly everybody: string
  readonly #size: number
  readonly #k: number
  readonly #cells = new Map<string, number>()
  readonly #members = new Map<string, Members>()
  readonly #sums: { whole: string; parts: readonly string[] }[] = []
  readonly #partitions: Partition[] = []
  readonly #shown = new Set<string>()
  readonly #tellingZero = new Set<string>()
  /** Counts of few that say nothing of anybody: who left a question out, patterns that nobody is shown. */
  readonly #harmless = new Set<string>()
  readonly #meant = new Set<string>()
  readonly #last = new Set<string>()
  /** What is told of nobody, and joins what is given up first. */
  readonly #joining = new Set<string>()

  constructor(size: number, k: number) {
    this.#size = size
    this.#k = k
    this.everybody = this.#cell(
      Array.from({ length: size }, (_, at) => at),
      'everybody',
    )
    this.#shown.add(this.everybody)
  }

  #cell(members: Members, name: string): string {
    const id = members.length === 0 ? `none ${name}` : keyOf(members)
    this.#cells.set(id, members.length)
    this.#members.set(id, members)
    return id
  }

  /** A figure that would be shown. Gives its cell. */
  show(members: Members, name: string): string {
    const id = this.#cell(members, name)
    this.#shown.add(id)
    this.#meant.add(id)
    return id
  }

  /** Those of `whole` that are not in `part`. `telling`: that there is nobody would say the same of all. */
  besides(whole: string, part: string, name: string, telling = false): string {
    const inside = new Set(this.#members.get(part))
    const id = this.#cell(
      (this.#members.get(whole) ?? []).filter((each) => !inside.has(each)),
      name,
    )
    if (telling) this.#tellingZero.add(id)
    this.#meant.add(id)
    this.#sums.push({ whole, parts: [part, id] })
    return id
  }

  /** Who was not asked it or left it out. */
  without(part: string, name: string): void {
    const inside = new Set(this.#members.get(part))
    const id = this.#cell(
      Array.from({ length: this.#size }, (_, at) => at).filter((at) => !inside.has(at)),
      name,
    )
    this.#harmless.add(id)
    this.#sums.push({ whole: this.everybody, parts: [part, id] })
  }

  /** Given up before nothing at all is told. */
  last(cells: readonly string[]): void {
    for (const cell of cells) if (cell !== this.everybody) this.#last.add(cell)
  }

  /** Plans something, and gives the cells that it shows besides. */
  planned<Plan>(plan: () => Plan): { plan: Plan; shown: string[] } {
    const before = this.#shown.size
    return { plan: plan(), shown: [...this.#shown].slice(before) }
  }

  /** A cell that is no set of its own: where two tables meet, what has a pattern. */
  plain(name: string, count: number, as: 'shown' | 'joining' | 'telling' | 'worked'): string {
    this.#cells.set(name, count)
    if (as === 'shown') this.#shown.add(name)
    if (as === 'joining') {
      this.#harmless.add(name)
      this.#joining.add(name)
    }
    if (as === 'telling') this.#tellingZero.add(name)
    return name
  }

  add(whole: string, parts: readonly string[]): void {
    this.#sums.push({ whole, parts })
  }

  /** These are apart from each other: another table is held against them. */
  apart(parts: readonly string[]): void {
    const partOf = new Int16Array(this.#size).fill(-1)
    for (const [at, part] of parts.entries())
      for (const member of this.#members.get(part) ?? []) partOf[member] = at
    const some = parts.map((part) => (this.#members.get(part) ?? []).slice(0, looked))
    this.#partitions.push({ parts, partOf, some })
  }

  /** Where a shown set is made of whole parts of another table, but for one at most, whoever knows the form knows the sum. */
  #link(set: string, inside: Uint8Array, { parts, partOf, some }: Partition): void {
    const members = this.#members.get(set) ?? []
    if (members.length < this.#k || parts.includes(set)) return
    const cut = (few: Members) => few.some((each) => inside[each]) && few.some((each) => !inside[each])
    if (some.filter(cut).length > 1) return
    const counts = new Int32Array(parts.length)
    for (const member of members) {
      const part = partOf[member] ?? -1
      if (part < 0) return
      counts[part] = (counts[part] ?? 0) + 1
    }
    const sizeOf = (part: number) => this.#cells.get(parts[part] ?? '') ?? 0
    const touched = [...parts.keys()].filter((part) => counts[part])
    const whole = touched.filter((part) => counts[part] === sizeOf(part))
    const [only, ...more] = touched.filter((part) => counts[part] !== sizeOf(part))
    if (more.length > 0) return
    const named = whole.map((part) => parts[part] ?? '')
    const piece = members.filter((member) => partOf[member] === only)
    if (only === undefined) this.#sums.push({ whole: set, parts: named })
    else if (Math.min(piece.length, sizeOf(only) - piece.length) < this.#k) {
      const id = this.#cell(piece, '')
      const rest = this.besides(parts[only] ?? '', id, `${set} ${only}`)
      this.#meant.add(id)
      this.#meant.add(rest)
      this.#sums.push({ whole: set, parts: [...named, id] })
    }
  }

  /** The cells that are not told. `effort`: of the first try. */
  hidden(effort?: number): ReadonlySet<string> {
    for (const set of [...this.#shown]) {
      const inside = new Uint8Array(this.#size)
      for (const member of this.#members.get(set) ?? []) inside[member] = 1
      for (const each of this.#partitions) this.#link(set, inside, each)
    }
    const harmless = new Set([...this.#harmless].filter((id) => !this.#meant.has(id)))
    const tables: Tables = {
      ...{ cells: this.#cells, sums: this.#sums, shown: this.#shown, harmless },
      ...{ always: new Set([this.everybody]), tellingZero: this.#tellingZero },
    }
    const hidden = suppressed(tables, this.#k, effort)
    return this.#last.size > 0 && hidden.size >= this.#shown.size - 1
      ? (this.#withoutLast(tables) ?? hidden)
      : hidden
  }

  /**
   * Nothing of what is given up first, and as much of the rest as then may be told; null where whoever knows the rest could work
   * out any of it after all. What only joins that which is not told is left out of the sums: they are soon done.
   */
  #withoutLast(tables: Tables): ReadonlySet<string> | null {
    const shown = new Set([...this.#shown].filter((cell) => !this.#last.has(cell)))
    const sums = this.#sums.filter(({ parts }) => !parts.some((part) => this.#joining.has(part)))
    const fewer = { ...tables, shown, sums }
    const hidden = suppressed(fewer, this.#k, effortForRest)
    const known = workedOut(fewer, hidden)
    const isFound = (cell: string) => this.count(cell) > 0 && known.has(cell)
    return [...this.#last].some(isFound) ? null : new Set([...hidden, ...this.#last])
  }

  count(id: string): number {
    return this.#cells.get(id) ?? 0
  }
}
