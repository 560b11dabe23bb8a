// A chart for a question, and a cross-table of two.
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { type Role, worksInVillage } from '../../../kernel/role.ts'
import { answer } from '../../../platform/server/capability.ts'
import type { AnswerType, Labels } from '../../../xlsform/model.ts'
import { chartAbove } from '../figures/figures-at.ts'
import { askedOf, openColumn, seesWho, selectedBy } from './asking.ts'
import { binStart, bucketFor, gatherDays, stepFor } from './bins.ts'
import {
  type Base,
  chartStore,
  type Dimension,
  type Group,
  type Looking,
  type Side,
  type Stats,
} from './charts-store.ts'
import type { Column, Table } from './columns.ts'
import { type Bar, type Chart, type Cross, type CrossHead, surveyChart, surveyCross } from './questions.ts'
import { conditionsOf } from './selection-store.ts'

const barsMost = 60
const valuesMost = 30
const daysMost = 20_000
const crossMost = 40
const pairsMost = 5000
/** Choices that nobody chose are drawn too, up to so many. */
const emptyMost = 40

type Kind = Chart['kind'] | 'either'
const kinds: Partial<Record<AnswerType, Kind>> = {
  select_one: 'choices',
  select_multiple: 'choices',
  rank: 'choices',
  acknowledge: 'choices',
  integer: 'numbers',
  decimal: 'numbers',
  range: 'numbers',
  date: 'days',
  dateTime: 'days',
  time: 'values',
  text: 'values',
  barcode: 'values',
  metadata: 'values',
  calculate: 'either',
  hidden: 'either',
}
const marks: Readonly<Record<string, 'state' | 'rt' | 'day'>> = {
  '@state': 'state',
  '@rt': 'rt',
  '@day': 'day',
}

/** The mark of that name. Figures by RT are for those who see in which RT each answer was given: crossed, they would tell. */
function markOf(question: string, roles: readonly Role[]) {
  if (question === '@rt' && !seesWho(roles))
    throw new Refused([refuse('surveys.personal-question', { question })])
  return Object.hasOwn(marks, question) ? marks[question] : undefined
}
const severalTypes: readonly AnswerType[] = ['select_multiple', 'rank']

type Question = { table: Table; column: Column; several: boolean; kind: Kind }

function questionOf(tables: readonly Table[], question: string): Question {
  const { table, column } = openColumn(tables, question)
  const dated = column.metadata && ['start', 'end', 'today'].includes(column.metadata)
  const kind = dated ? 'days' : kinds[column.type]
  if (!kind) throw new Refused([refuse('surveys.no-chart', { question, type: column.type })])
  return { table, column, several: severalTypes.includes(column.type), kind }
}

const labelOf = (column: Column, value: string | null): Labels | null =>
  column.choices.find((choice) => choice.name === value)?.label ?? null

/** In the order of the form, those never chosen too; then what is on no list. */
function choiceBars(column: Column, groups: readonly Group[]): Bar[] {
  const counts = new Map(groups.map((group) => [group.value, group.count]))
  const listed = column.choices
    .filter((choice) => column.choices.length <= emptyMost || counts.has(choice.name))
    .map(({ name, label }) => ({ value: name, label, count: counts.get(name) ?? 0 }))
  const names = new Set(column.choices.map((choice) => choice.name))
  const rest = groups.filter(({ value }) => value !== null && !names.has(value))
  const bars = [...listed, ...rest.map(({ value, count }) => ({ value, label: null, count }))]
  return column.choices.length > emptyMost ? bars.sort((a, b) => b.count - a.count) : bars
}

/** How many numbers each bar has, by its index: from the numbers, or from the database where those are too many. */
async function binned({ store, base }: Counting, question: Question, stats: Stats, step: number) {
  const counts = new Map<number, number>()
  const add = (index: number, count: number) => counts.set(index, (counts.get(index) ?? 0) + count)
  if (stats.each) for (const [number, count] of stats.each) add(Math.floor(number / step), count)
  else
    for (const { value, count } of await store.groups(base, question, barsMost * 2, { step }))
      if (value !== null) add(Number(value), count)
  return counts
}

function numberBars(counts: ReadonlyMap<number, number>, step: number, whole: boolean): Bar[] {
  const indexes = [...counts.keys()]
  const [low, high] = [Math.min(...indexes), Math.max(...indexes)]
  const bars: Bar[] = []
  for (let index = low; index <= high && bars.length < barsMost; index++) {
    const single = whole && step === 1
    const bar = { value: String(binStart(index, step)), label: null, count: counts.get(index) ?? 0 }
    bars.push(single ? bar : { ...bar, to: binStart(index + 1, step) })
  }
  return bars
}

const summaryOf = ({ min, max, mean, median, sum }: Stats): Chart['summary'] =>
  min === null || max === null || mean === null || median === null || sum === null
    ? null
    : { min, max, mean, median, sum }

type Counting = { store: ReturnType<typeof chartStore>; base: Base; roles: readonly Role[] }

const lookingFor = (kind: Kind): Looking =>
  kind === 'numbers' ? 'typed' : kind === 'either' ? 'written' : 'none'

/** Of a question with one answer each, the counts themselves say how many were asked. */
function saidBy(groups: readonly Group[]) {
  const asked = groups.reduce((sum, group) => sum + group.count, 0)
  const said = groups.filter((group) => group.value !== null)
  return { asked, answered: said.reduce((sum, group) => sum + group.count, 0), said }
}

const dayCounts = (groups: readonly Group[]) =>
  new Map(groups.flatMap(({ value, count }) => (value === null ? [] : [[value, count] as const])))

async function daysChart({ store, base }: Counting, question: Question): Promise<Chart> {
  const groups = await store.groups(base, question, daysMost, { length: 10 })
  const { asked, answered } = saidBy(groups)
  const bars = gatherDays(dayCounts(groups)).map((bar) => ({ ...bar, label: null }))
  return {
    kind: 'days',
    bars,
    asked,
    answered,
    several: false,
    cut: groups.length === daysMost,
    summary: null,
  }
}

async function choicesChart({ store, base }: Counting, question: Question): Promise<Chart> {
  const { column, several } = question
  const groups = await store.groups(base, question, daysMost)
  const { said, ...once } = saidBy(groups)
  const { asked, answered } = several ? await store.stats(base, question, 'none') : once
  const bars = choiceBars(column, said)
  const cut = bars.length > barsMost
  return { kind: 'choices', bars: bars.slice(0, barsMost), asked, answered, several, cut, summary: null }
}

async function questionChart(counting: Counting, question: Question): Promise<Chart> {
  if (question.kind === 'days') return daysChart(counting, question)
  if (question.kind === 'choices') return choicesChart(counting, question)
  const { store, base } = counting
  const stats = await store.stats(base, question, lookingFor(question.kind))
  const { asked, answered } = stats
  const numeric = stats.numbers > 0 && (question.kind === 'numbers' || stats.numbers === answered)
  const about = { asked, answered, several: false, cut: false, summary: null }
  if (numeric) {
    const step = stepFor(stats.min ?? 0, stats.max ?? 0, stats.whole)
    const counts = await binned(counting, question, stats, step)
    return {
      ...about,
      kind: 'numbers',
      bars: numberBars(counts, step, stats.whole),
      summary: summaryOf(stats),
    }
  }
  if (question.kind === 'numbers') return { ...about, kind: 'numbers', bars: [] }
  const groups = await store.groups(base, question, valuesMost + 2)
  const bars = groups.filter(({ value }) => value !== null).map((group) => ({ ...group, label: null }))
  return { ...about, kind: 'values', bars: bars.slice(0, valuesMost), cut: bars.length > valuesMost }
}

async function markChart({ store, base }: Counting, mark: 'state' | 'rt' | 'day'): Promise<Chart> {
  const groups = await store.groups(base, { mark }, daysMost)
  const { asked, answered } = saidBy(groups)
  const all = mark === 'day' ? gatherDays(dayCounts(groups)) : groups.filter(({ value }) => value !== null)
  const bars = all.map((bar) => ({ ...bar, label: null })).slice(0, mark === 'rt' ? 300 : 120)
  const kind = mark === 'day' ? 'days' : 'choices'
  return { kind, bars, asked, answered, several: false, cut: bars.length < all.length, summary: null }
}

const chart = answer(surveyChart, async ({ input, ...reading }) => {
  if (!worksInVillage(reading.roles)) return chartAbove(reading, input)
  const { roles, ...at } = reading
  const { survey, tables } = await askedOf(at, input.survey)
  const conditions = conditionsOf(selectedBy(input, tables, roles), tables, at.place)
  const counting = { store: chartStore(at), base: { survey: survey.id, conditions, tables }, roles }
  const mark = markOf(input.question, roles)
  if (mark) return markChart(counting, mark)
  return questionChart(counting, questionOf(tables, input.question))
})

type CrossSide = Side & {
  head: (value: string | null) => Omit<CrossHead, 'total'>
  order: (value: string | null) => number
}

/** The side of a cross-table: its values gathered as its chart gathers them. */
async function sideOf({ store, base, roles }: Counting, question: string): Promise<CrossSide> {
  const mark = markOf(question, roles)
  const plain = (value: string | null) => ({ value, label: null })
  if (mark) return { dimension: { mark }, head: plain, order: () => 0 }
  const asked = questionOf(base.tables, question)
  const { column } = asked
  const stats =
    asked.kind === 'numbers' || asked.kind === 'either'
      ? await store.stats(base, asked, lookingFor(asked.kind))
      : null
  if (stats && stats.numbers > 0 && (asked.kind === 'numbers' || stats.numbers === stats.answered)) {
    const step = stepFor(stats.min ?? 0, stats.max ?? 0, stats.whole)
    const single = stats.whole && step === 1
    const head = (value: string | null) => {
      const named = { value: value === null ? null : String(binStart(Number(value), step)), label: null }
      return single || value === null ? named : { ...named, to: binStart(Number(value) + 1, step) }
    }
    return { dimension: asked, shorten: { step }, head, order: (value) => Number(value ?? Number.MAX_VALUE) }
  }
  if (asked.kind === 'days') {
    const groups = await store.groups(base, asked, daysMost, { length: 10 })
    const days = groups.flatMap(({ value }) => value ?? []).sort()
    const bucket = bucketFor(days[0] ?? '', days.at(-1) ?? '')
    const shorten = { length: { day: 10, month: 7, year: 4 }[bucket] }
    return { dimension: asked, shorten, head: plain, order: () => 0 }
  }
  const places = new Map(column.choices.map((choice, index) => [choice.name, index]))
  return {
    dimension: asked,
    head: (value) => ({ value, label: labelOf(column, value) }),
    order: (value) => (value === null ? Number.MAX_SAFE_INTEGER : (places.get(value) ?? 1e6)),
  }
}

const tableOf = (dimension: Dimension) => ('table' in dimension ? dimension.table.path : '')

/** One repeat may lie within the other; side by side there is no member that has both. */
function refuseApart(rows: Dimension, columns: Dimension): void {
  const [a, b] = [tableOf(rows), tableOf(columns)]
  const within = (outer: string, inner: string) =>
    outer === '' || inner === outer || inner.startsWith(`${outer}/`)
  if (!within(a, b) && !within(b, a)) throw new Refused([refuse('surveys.cross-two-repeats')])
}

function totals(pairs: readonly { count: number }[], keys: readonly (string | null)[]) {
  const sums = new Map<string | null, number>()
  for (const [index, pair] of pairs.entries()) {
    const key = keys[index] ?? null
    sums.set(key, (sums.get(key) ?? 0) + pair.count)
  }
  return sums
}

/** The most frequent values, in the order of their list or range; else by name, no answer last. */
function headsOf(sums: ReadonlyMap<string | null, number>, side: CrossSide): (string | null)[] {
  return [...sums]
    .sort((a, b) => b[1] - a[1])
    .slice(0, crossMost)
    .map(([value]) => value)
    .sort((a, b) => side.order(a) - side.order(b) || (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
}

const several = (side: Side) => 'several' in side.dimension && side.dimension.several

const cross = answer(surveyCross, async ({ input, roles, ...at }): Promise<Cross> => {
  const { survey, tables } = await askedOf(at, input.survey)
  const conditions = conditionsOf(selectedBy(input, tables, roles), tables, at.place)
  const counting = { store: chartStore(at), base: { survey: survey.id, conditions, tables }, roles }
  const rows = await sideOf(counting, input.rows)
  const columns = await sideOf(counting, input.columns)
  refuseApart(rows.dimension, columns.dimension)
  const pairs = await counting.store.pairs(counting.base, rows, columns, pairsMost)
  const byRow = totals(
    pairs,
    pairs.map((pair) => pair.a),
  )
  const byColumn = totals(
    pairs,
    pairs.map((pair) => pair.b),
  )
  const across = headsOf(byColumn, columns)
  const cells = new Map(pairs.map((pair) => [JSON.stringify([pair.a, pair.b]), pair.count]))
  return {
    rows: headsOf(byRow, rows).map((value) => ({
      ...rows.head(value),
      total: byRow.get(value) ?? 0,
      cells: across.map((other) => cells.get(JSON.stringify([value, other])) ?? 0),
    })),
    columns: across.map((value) => ({ ...columns.head(value), total: byColumn.get(value) ?? 0 })),
    total: pairs.reduce((sum, pair) => sum + pair.count, 0),
    several: several(rows) || several(columns),
    cut: byRow.size > crossMost || byColumn.size > crossMost || pairs.length === pairsMost,
  }
})

export const chartQueries = [chart, cross]
