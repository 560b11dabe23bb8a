// The grid of a chart: which rows and columns each kind has, and what may stand where they meet. Pure.
// The shapes are of the domain notes on PRA (social-and-kat 6.1, our design: to be verified); limits are what fits a phone.
import type { Chart, ChartKind, Told, Value } from './chart.ts'

/** What stands in a cell: a count on a scale, words, one of the two that meet, or whether they overlap. */
export type CellKind =
  | { of: 'scale'; min: number; max: number }
  | { of: 'words'; most: number }
  | { of: 'pair' }

export type Shape = {
  rows: { min: number; max: number }
  /** Columns that people name (years of a trend, criteria of a matrix), columns that are always the same, or the rows again. */
  columns: { named: 'year' | 'criterion'; min: number; max: number } | { fixed: readonly string[] } | 'rows'
  cell: CellKind
  /** What a row may be marked as. */
  marks?: readonly string[]
}

export const months = Array.from({ length: 12 }, (_, i) => `m${i + 1}`)
export const transectParts = ['landuse', 'soil', 'water', 'problems', 'potential'] as const
export const vennParts = ['size', 'closeness'] as const

export const shapes: Readonly<Record<ChartKind, Shape>> = {
  trend: {
    rows: { min: 1, max: 8 },
    columns: { named: 'year', min: 2, max: 10 },
    cell: { of: 'scale', min: 0, max: 10 },
  },
  calendar: {
    rows: { min: 1, max: 12 },
    columns: { fixed: months },
    cell: { of: 'scale', min: 0, max: 3 },
    marks: ['hunger', 'no-work'],
  },
  transect: {
    rows: { min: 1, max: 8 },
    columns: { fixed: transectParts },
    cell: { of: 'words', most: 300 },
  },
  matrix: {
    rows: { min: 2, max: 10 },
    columns: { named: 'criterion', min: 1, max: 8 },
    cell: { of: 'scale', min: 1, max: 5 },
  },
  pairwise: { rows: { min: 2, max: 10 }, columns: 'rows', cell: { of: 'pair' } },
  venn: { rows: { min: 1, max: 20 }, columns: { fixed: vennParts }, cell: { of: 'scale', min: 1, max: 5 } },
}

export type Line = { id: string; label: string; mark: string | null }
/** A chart as it is read: rows in their order, columns, and what stands where they meet. */
export type Grid = { kind: ChartKind; rows: readonly Line[]; columns: readonly Line[]; told: Told }

const under = (told: Told, part: string): [id: string, value: string][] =>
  Object.entries(told)
    .filter(([at]) => at.startsWith(`${part}.`))
    .map(([at, value]) => [at.slice(part.length + 1), String(value)])

const line = (told: Told, id: string, label: string): Line => {
  const mark = told[`mark.${id}`]
  return { id, label, mark: mark === undefined ? null : String(mark) }
}

export function gridOf({ kind, told }: Pick<Chart, 'kind' | 'told'>): Grid {
  const place = (id: string) => Number(told[`order.${id}`] ?? 0)
  const rows = under(told, 'row')
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([id, label]) => line(told, id, label))
  const { columns } = shapes[kind]
  if (columns === 'rows') return { kind, rows, columns: rows, told }
  if ('fixed' in columns)
    return { kind, rows, columns: columns.fixed.map((id) => ({ id, label: id, mark: null })), told }
  const named = under(told, 'column').map(([id, label]) => line(told, id, label))
  const byYear = (a: Line, b: Line) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1)
  const inOrder = (a: Line, b: Line) => place(a.id) - place(b.id) || (a.id < b.id ? -1 : 1)
  return { kind, rows, columns: named.sort(columns.named === 'year' ? byYear : inOrder), told }
}

/** Where two meet; of a pair the same place whichever is asked first. */
export const cellAt = (row: string, column: string): string => `cell.${row}.${column}`
export const pairAt = (a: string, b: string): string => (a < b ? cellAt(a, b) : cellAt(b, a))

export const valueAt = ({ told }: Pick<Grid, 'told'>, row: string, column: string): Value =>
  told[cellAt(row, column)] ?? null
export const numberAt = (grid: Pick<Grid, 'told'>, row: string, column: string): number | null => {
  const found = valueAt(grid, row, column)
  return typeof found === 'number' ? found : null
}

/** Every two of the rows once, in the order in which they are asked. */
export const pairsOf = <T>(rows: readonly T[]): [a: T, b: T][] =>
  rows.flatMap((a, i) => rows.slice(i + 1).map((b): [T, T] => [a, b]))

/** Places that have to be filled, and those that are: what is still open is said. Of a calendar a month may well be empty, a row not. */
export function filledOf(grid: Grid): { filled: number; all: number } {
  const { kind, rows, columns, told } = grid
  const cells = (row: Line) => columns.map((column) => cellAt(row.id, column.id))
  const places =
    kind === 'pairwise'
      ? pairsOf(rows).map(([a, b]) => [pairAt(a.id, b.id)])
      : kind === 'calendar'
        ? rows.map(cells)
        : rows.flatMap((row) => cells(row).map((at) => [at]))
  return {
    filled: places.filter((any) => any.some((at) => told[at] !== undefined)).length,
    all: places.length,
  }
}
