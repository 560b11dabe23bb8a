// What is told of a survey above its village: how many gave each answer to each question, and what its measure comes to, as
// counts from which nobody is known. Everything else that is told (shares, means) is worked out of the counts that are told.

import { stepFor } from '../tables/bins.ts'
import type { Column } from '../tables/columns.ts'
import type { Bar, Chart } from '../tables/questions.ts'
import type { PeopleSets } from './people-sets.ts'
import { isTold } from './told.ts'

export type Answers = Readonly<Record<string, unknown>>

/** A bar that is drawn if its cell is told. */
type Drawn = { cell: string; bar: Omit<Bar, 'count'> }
export type Planned = {
  column: Column
  answered: string
  bars: readonly Drawn[]
  kind: 'choices' | 'numbers'
}

const wordsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)]

function byWord(rows: readonly Answers[], { key }: Column): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [at, row] of rows.entries())
    for (const word of new Set(wordsIn(row[key]))) {
      const known = found.get(word)
      if (known) known.push(at)
      else found.set(word, [at])
    }
  return found
}

const rising = (members: readonly number[]): number[] => [...members].sort((a, b) => a - b)

type Span = { from: number; to: number; members: number[] }

/** Ranges of numbers, joined with their neighbours until each holds `k`: the first and the last are open at their end. */
export function spansOf(numbers: readonly (readonly [at: number, value: number])[], k: number): Span[] {
  const values = numbers.map(([, value]) => value)
  const step = stepFor(Math.min(...values), Math.max(...values), values.every(Number.isInteger))
  const bins = Map.groupBy(numbers, ([, value]) => Math.floor(value / step))
  const spans: Span[] = []
  for (const [bin, some] of [...bins].sort(([a], [b]) => a - b)) {
    const members = some.map(([at]) => at)
    const last = spans.at(-1)
    const [from, to] = [bin * step, (bin + 1) * step]
    if (last && last.members.length < k)
      spans.splice(-1, 1, { ...last, to, members: [...last.members, ...members] })
    else spans.push({ from: last?.to ?? from, to, members })
  }
  const [small, before] = [spans.at(-1), spans.at(-2)]
  if (small && before && small.members.length < k)
    spans.splice(-2, 2, { from: before.from, to: small.to, members: [...before.members, ...small.members] })
  return spans
}

function numbers(sets: PeopleSets, rows: readonly Answers[], column: Column, k: number): Planned {
  const read = rows.flatMap((row, at) => {
    const value = Number(row[column.key])
    return row[column.key] === undefined || Number.isNaN(value) ? [] : [[at, value] as const]
  })
  const answered = sets.show(
    read.map(([at]) => at),
    column.key,
  )
  sets.without(answered, column.key)
  const spans = read.length === 0 ? [] : spansOf(read, k)
  const bars = spans.map(({ from, to, members }, at): Drawn => {
    const ends = { ...(at === 0 ? { first: true } : {}), ...(at === spans.length - 1 ? { last: true } : {}) }
    const cell = sets.show(rising(members), `${column.key} ${from}`)
    return { cell, bar: { value: String(from), label: null, to, ...ends } }
  })
  sets.add(
    answered,
    bars.map(({ cell }) => cell),
  )
  sets.apart(bars.map(({ cell }) => cell))
  return { column, answered, bars, kind: 'numbers' }
}

function choices(sets: PeopleSets, rows: readonly Answers[], column: Column): Planned {
  const words = byWord(rows, column)
  const all = rising([...new Set([...words.values()].flat())])
  const answered = sets.show(all, column.key)
  sets.without(answered, column.key)
  const listed = new Set(column.choices.map(({ name }) => name))
  const names = [...listed, ...[...words.keys()].filter((word) => !listed.has(word)).sort()]
  const bars = names.map((name): Drawn => {
    const label = column.choices.find((choice) => choice.name === name)?.label ?? null
    return { cell: sets.show(words.get(name) ?? [], `${column.key} ${name}`), bar: { value: name, label } }
  })
  const several = column.type === 'select_multiple'
  for (const { cell, bar } of bars)
    if (sets.count(cell) > 0) {
      const others = sets.besides(answered, cell, `${column.key} not ${bar.value}`, true)
      if (several) sets.apart([cell, others])
    }
  if (!several) {
    sets.add(
      answered,
      bars.map(({ cell }) => cell),
    )
    sets.apart(bars.map(({ cell }) => cell))
  }
  return { column, answered, bars, kind: 'choices' }
}

/** The charts of these questions, still to be told. */
export const plannedCharts = (
  sets: PeopleSets,
  rows: readonly Answers[],
  columns: readonly Column[],
  k: number,
) =>
  columns
    .filter(isTold)
    .map((column) =>
      ['integer', 'decimal', 'range'].includes(column.type)
        ? numbers(sets, rows, column, k)
        : choices(sets, rows, column),
    )

/** A chart as it is told: null stands for a figure that is hidden. */
export function chartTold(
  { column, answered, bars, kind }: Planned,
  sets: PeopleSets,
  hidden: ReadonlySet<string>,
): Chart {
  const say = (cell: string) => (hidden.has(cell) ? null : sets.count(cell))
  return {
    kind,
    bars: bars.map(({ cell, bar }) => ({ ...bar, count: say(cell) })),
    ...{ asked: sets.count(sets.everybody), answered: say(answered) },
    ...{ several: column.type === 'select_multiple', cut: false, summary: null },
  }
}
