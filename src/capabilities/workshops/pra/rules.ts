// Why a chart cannot be kept as it was drawn or changed. Pure: the phone asks while people work, the server before it stores.
import { type Day, isDay } from '../../../kernel/day.ts'
import { type Refusal, reasons, refuseField } from '../../../kernel/refusal.ts'
import type { ChangeChart, Chart, ChartKind, StartChart, Told, ToldChange } from './chart.ts'
import { type CellKind, cellAt, type Grid, gridOf, type Line, months, pairAt, shapes } from './grid-rules.ts'

/** Written texts of a chart and how long each may be. */
const texts = { title: 120, facilitator: 120, group: 120, source: 300, note: 600 } as const
const firstYear = 1900

const plain = (label: string) => label.trim().toLowerCase().replace(/\s+/g, ' ')
const twice = (lines: readonly Line[]): Line | undefined =>
  lines.find(({ label }, i) => lines.findIndex((each) => plain(each.label) === plain(label)) < i)

function whyNotHead(told: Told, today: Day): Refusal[] {
  const { on, women = 0, men = 0, consensus } = told
  const long = Object.entries(texts).find(([name, most]) => String(told[name] ?? '').length > most)
  return reasons(
    told.title === undefined && refuseField('title', 'workshops.chart-no-title'),
    told.facilitator === undefined && refuseField('facilitator', 'workshops.chart-no-facilitator'),
    long && refuseField(long[0], 'workshops.chart-long', { most: long[1] }),
    (typeof on !== 'string' || !isDay(on)) && refuseField('on', 'workshops.chart-day'),
    typeof on === 'string' && isDay(on) && on > today && refuseField('on', 'workshops.day-ahead'),
    (typeof women !== 'number' || typeof men !== 'number' || women + men === 0) &&
      refuseField('women', 'workshops.chart-nobody'),
    consensus !== undefined &&
      consensus !== 'yes' &&
      consensus !== 'no' &&
      refuseField('consensus', 'workshops.chart-value'),
  )
}

const isYear = (label: string, today: Day) =>
  /^\d{4}$/.test(label) && Number(label) >= firstYear && label <= today.slice(0, 4)

function whyNotLines({ kind, rows, columns }: Grid, today: Day): Refusal[] {
  const shape = shapes[kind]
  const named = typeof shape.columns === 'object' && 'named' in shape.columns ? shape.columns : null
  const [row, column] = [twice(rows), named ? twice(columns) : undefined]
  const odd = named?.named === 'year' && columns.find(({ label }) => !isYear(label, today))
  const long = [...rows, ...(named ? columns : [])].find(({ label }) => label.length > 60)
  return reasons(
    rows.length < shape.rows.min &&
      refuseField('rows', shape.rows.min > 1 ? 'workshops.one-option' : 'workshops.no-rows'),
    rows.length > shape.rows.max && refuseField('rows', 'workshops.rows-full', { most: shape.rows.max }),
    named &&
      columns.length < named.min &&
      refuseField('columns', 'workshops.few-columns', { least: named.min }),
    named &&
      columns.length > named.max &&
      refuseField('columns', 'workshops.columns-full', { most: named.max }),
    row && refuseField('rows', 'workshops.row-twice', { name: row.label }),
    column && refuseField('columns', 'workshops.row-twice', { name: column.label }),
    odd && refuseField('columns', 'workshops.not-a-year', { name: odd.label }),
    long && refuseField('rows', 'workshops.chart-long', { most: 60 }),
  )
}

const fits = (cell: CellKind, value: string | number): boolean => {
  if (cell.of === 'scale')
    return typeof value === 'number' && Number.isInteger(value) && value >= cell.min && value <= cell.max
  return cell.of === 'words' && typeof value === 'string' && value.length <= cell.most
}

/** What may stand at a place of a chart: of a pair one of the two, of a Venn diagram a mark that they overlap. */
function fitsAt(grid: Grid, row: string, column: string, value: string | number): boolean {
  const rows = new Set(grid.rows.map(({ id }) => id))
  const pair =
    rows.has(row) && rows.has(column) && pairAt(row, column) === cellAt(row, column) && row !== column
  if (grid.kind === 'pairwise') return pair && (value === row || value === column)
  if (grid.kind === 'venn' && pair) return value === 1
  const here = rows.has(row) && grid.columns.some(({ id }) => id === column)
  return here && fits(shapes[grid.kind].cell, value)
}

type Place = { part: string; row: string; column: string; value: string | number }

/** Whether what stands at a place may stand there, by the part of the chart that its name begins with. */
const placed: Readonly<Record<string, (grid: Grid, at: Place) => boolean>> = {
  cell: (grid, { row, column, value }) => fitsAt(grid, row, column, value),
  mark: (grid, { row, value }) =>
    grid.rows.some(({ id }) => id === row) && (shapes[grid.kind].marks ?? []).includes(String(value)),
  order: ({ rows, columns }, { row, value }) =>
    [...rows, ...columns].some(({ id }) => id === row) && typeof value === 'number',
  column: ({ kind }) => {
    const { columns } = shapes[kind]
    return typeof columns === 'object' && 'named' in columns
  },
}
const fieldAt: Readonly<Record<string, string>> = { mark: 'rows', order: 'rows', column: 'columns' }

/** What is out of place, once for each field. */
function whyNotPlaces(grid: Grid): Refusal[] {
  const found = new Map<string, Refusal>()
  for (const [at, value] of Object.entries(grid.told)) {
    const [part = '', row = '', column = ''] = at.split('.')
    if (placed[part]?.(grid, { part, row, column, value }) ?? true) continue
    const nameless = part === 'cell' && !grid.rows.some(({ id }) => id === row)
    const outside = part === 'cell' && grid.kind === 'calendar' && !months.includes(column)
    const field = fieldAt[part] ?? 'cells'
    const refusal = nameless
      ? refuseField('rows', 'workshops.row-nameless')
      : outside
        ? refuseField(field, 'workshops.month-outside')
        : refuseField(field, 'workshops.chart-value')
    found.set(`${field} ${refusal.code}`, refusal)
  }
  return [...found.values()]
}

/** Every reason against a chart that says this. */
export function whyNotTold(kind: ChartKind, told: Told, today: Day): Refusal[] {
  const grid = gridOf({ kind, told })
  return reasons(...whyNotHead(told, today), ...whyNotLines(grid, today), ...whyNotPlaces(grid))
}

export const toldOf = (entries: StartChart['told']): Told =>
  Object.fromEntries(entries.map(({ at, to }) => [at, to]))

export const whyNotStartChart = (input: StartChart, today: Day): Refusal[] =>
  reasons(
    new Set(input.told.map(({ at }) => at)).size < input.told.length &&
      refuseField('cells', 'workshops.chart-value'),
    ...whyNotTold(input.kind, toldOf(input.told), today),
  )

/** What a chart says after these changes. */
export function withChanges(told: Told, changes: readonly ToldChange[]): Told {
  const next = new Map(Object.entries(told))
  for (const { at, to } of changes)
    if (to === null) next.delete(at)
    else next.set(at, to)
  return Object.fromEntries(next)
}

/** Places that somebody else filled otherwise meanwhile. The same word from both is no clash. */
export const clashesOf = (told: Told, changes: readonly ToldChange[]): ToldChange[] =>
  changes.filter(({ at, was, to }) => (told[at] ?? null) !== was && (told[at] ?? null) !== to)

export function whyNotChangeChart(chart: Chart, input: ChangeChart, today: Day): Refusal[] {
  const clashes = clashesOf(chart.told, input.changes)
  if (chart.withdrawn) return [refuseField('chart', 'workshops.chart-withdrawn')]
  if (clashes.length > 0)
    return clashes.map(({ at, to }) =>
      refuseField('cells', 'workshops.chart-clash', { at, yours: to ?? '', theirs: chart.told[at] ?? '' }),
    )
  return reasons(
    input.changes.length === 0 && input.photo === null && refuseField('cells', 'workshops.chart-same'),
    ...whyNotTold(chart.kind, withChanges(chart.told, input.changes), today),
  )
}

/** What a draft changes of the chart that it began from. */
export function changesBetween(before: Told, after: Told): ToldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return names.flatMap((at) => {
    const [was, to] = [before[at] ?? null, after[at] ?? null]
    return was === to ? [] : [{ at, was, to }]
  })
}

export const whyNotWithdrawChart = (chart: Pick<Chart, 'withdrawn'>): Refusal[] =>
  reasons(chart.withdrawn !== null && refuseField('chart', 'workshops.chart-withdrawn'))

/** Without a row or a column, and all that stands in it. */
export function without(told: Told, id: string): Told {
  const of = (at: string) => at.split('.').slice(1).includes(id)
  return Object.fromEntries(Object.entries(told).filter(([at]) => !of(at)))
}
