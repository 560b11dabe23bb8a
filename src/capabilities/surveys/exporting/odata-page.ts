// Pages of an OData set: from a cursor on, in the order in which submissions came, with what they opened noted.
import { districtOf } from '../../../kernel/place-code.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { headOf } from '../../../platform/server/feed.ts'
import { logViews } from '../../../platform/server/view-log.ts'
import type { Sealed } from '../store-submission.ts'
import { countedBy, countMost } from '../tables/asking.ts'
import { chartStore } from '../tables/charts-store.ts'
import type { Table } from '../tables/columns.ts'
import { pageStore } from '../tables/page-store.ts'
import type { Sql } from '../tables/selection-store.ts'
import type { Gate } from './gate.ts'
import { type Line, linesOf, type Sheet } from './layout.ts'
import { entityOf, type Rendering } from './odata.ts'
import { type Asking, type Expand, odataPage, type Select, type Token } from './odata-asking.ts'
import { namesOf } from './odata-names.ts'
import type { Row } from './reading.ts'

/** Milliseconds after which a page of a repeat that few have is sent as it is, with the way on. */
const patience = 1000
const batch = 250

type Along = ReadonlyMap<string, Select>
export type Work = {
  gate: Gate
  tx: Tx
  asking: Asking
  /** Tables whose members come along. */
  along: Along
  conditions: readonly Sql[]
  personal: boolean
}
type Gathered = { entities: Record<string, unknown>[]; next: Token | null }

const rootPath = ''
/** The tables as sheets without columns: lines are wanted, not cells. */
const bare = (tables: readonly Table[]): Sheet[] => tables.map((table) => ({ table, name: '', picks: [] }))

async function rowsAfter(
  work: Work,
  from: number | null,
  limit: number,
): Promise<{ rows: Row[]; ended: boolean }> {
  const { gate, tx, conditions, personal } = work
  const { place, services, survey } = gate
  const district = districtOf(place)
  const walked = await pageStore({ tx, place, district }).walk({
    ...{ survey: survey.id, conditions, direction: 'up', from, limit, sealed: personal },
    patience: Number.POSITIVE_INFINITY,
  })
  const sealed = new Map(walked.rows.flatMap((row) => (row.sealed ? [[row.id, row.sealed]] : [])))
  const opened = personal ? await services.vault.openMany<Sealed>(tx, district, place, sealed) : new Map()
  if (personal)
    await logViews(tx, place, gate.account, [
      {
        what: gate.token ? 'surveys.odata-token' : 'surveys.odata',
        subjects: walked.rows.map((row) => row.id),
      },
    ])
  const rows = walked.rows.map((row) => ({ ...row, sealed: null, opened: opened.get(row.id) ?? null }))
  return { rows, ended: walked.ended }
}

const everything = { select: null, expand: '*' } as const

/** By path, the tables whose members come along, and what is wanted of each; or the name of a way that is none. */
export function alongOf(tables: readonly Table[], { path }: Table, expand: Expand | null): Along | string {
  const { ways } = namesOf(tables)
  const along = new Map<string, Select>()
  const open: [path: string, wanted: Expand][] = expand ? [[path, expand]] : []
  for (const [from, wanted] of open) {
    const inner = tables.filter(({ parent }) => parent === from)
    const paths = new Map(inner.map((each) => [ways.get(each.path) ?? '', each.path]))
    const wishes = wanted === '*' ? [...paths.keys()].map((way) => [way, everything] as const) : wanted
    for (const [way, wish] of wishes) {
      const to = paths.get(way)
      if (to === undefined) return way
      along.set(to, wish.select)
      if (wish.expand) open.push([to, wish.expand])
    }
  }
  return along
}

/** An entity of a table with the members that come along inside it. */
function expanded({ gate, along }: Work, { row, line }: Step, table: Table, rendering: Rendering) {
  const { ways } = namesOf(gate.tables)
  const wayTo = ({ path }: Table) => ways.get(path) ?? ''
  const sheets = bare(gate.tables)
  const known = new Map<string, Record<string, unknown>>()
  const make = (of: Table, each: Line, select: Select) => {
    const entity = entityOf(of, each, { ...rendering, select })
    for (const inner of gate.tables)
      if (inner.parent === of.path && along.has(inner.path)) entity[wayTo(inner)] = []
    known.set(each.key, entity)
    return entity
  }
  const whole = make(table, line, rendering.select)
  linesOf(sheets)(row, (at, each) => {
    const of = (sheets[at] as Sheet).table
    const around = along.has(of.path) ? known.get(each.parent)?.[wayTo(of)] : undefined
    if (Array.isArray(around)) around.push(make(of, each, along.get(of.path) ?? null))
  })
  return whole
}

function linesAt(gate: Gate, table: Table, row: Row): Line[] {
  const lines: Line[] = []
  const sheets = bare(gate.tables)
  linesOf(sheets)(row, (at, line) => {
    if (sheets[at]?.table.path === table.path) lines.push(line)
  })
  return lines
}

/** Where a page begins: behind the last one, or after what is skipped. */
async function beginning({ gate, tx, asking, conditions }: Work, table: Table): Promise<Token | null> {
  const { token, skip, top } = asking
  if (token) return token
  const start = { seq: 0, told: 0, left: top, skip: 0 }
  if (skip === 0) return start
  // Where no index can skip them they are left out one by one.
  if (table.path !== rootPath || conditions.length > 0) return { ...start, skip }
  const at = { tx, place: gate.place, district: districtOf(gate.place) }
  const passed = await pageStore(at).passed(gate.survey.id, skip)
  return passed === null ? null : { ...start, seq: passed, told: 1 }
}

type Step = { row: Row; line: Line; told: number }

/** The lines of a table from where a page begins, in order; ends with whether time was up before they were all told. */
async function* linesAfter(
  work: Work,
  table: Table,
  begin: Token,
  size: number,
): AsyncGenerator<Step, 'all' | 'late'> {
  let from = begin.seq - 1
  const started = performance.now()
  do {
    const { rows, ended } = await rowsAfter(work, from, table.path === rootPath ? size + 1 : batch)
    for (const row of rows) {
      const lines = linesAt(work.gate, table, row)
      for (let at = row.seq === begin.seq ? begin.told : 0; at < lines.length; at++)
        yield { row, line: lines[at] as Line, told: at + 1 }
    }
    if (ended) return 'all'
    from = rows.at(-1)?.seq ?? from
  } while (performance.now() - started < patience)
  return 'late'
}

/** Where the next page begins; null when the asker has as many as were wanted. */
function onFrom(begin: Token, reached: Omit<Token, 'left'>, given: number): Token | null {
  const left = begin.left === null ? null : begin.left - given
  return left === 0 ? null : { ...reached, left }
}

/** A page of a table. */
export async function gather(work: Work, table: Table, rendering: Rendering): Promise<Gathered> {
  const begin = await beginning(work, table)
  if (!begin) return { entities: [], next: null }
  const size = Math.min(odataPage, begin.left ?? odataPage)
  const entities: Record<string, unknown>[] = []
  let { skip } = begin
  let reached = { seq: begin.seq, told: begin.told }
  const next = () => onFrom(begin, { ...reached, skip }, entities.length)
  const render = (step: Step) =>
    work.along.size > 0 ? expanded(work, step, table, rendering) : entityOf(table, step.line, rendering)
  const steps = linesAfter(work, table, begin, size)
  for (let step = await steps.next(); ; step = await steps.next()) {
    if (step.done) return { entities, next: step.value === 'late' ? next() : null }
    const { row, told } = step.value
    if (skip === 0 && entities.length === size) return { entities, next: next() }
    if (skip === 0) entities.push(render(step.value))
    else skip -= 1
    reached = { seq: row.seq, told }
  }
}

/** Counts of repeats by village, kept as long as nothing there changes: a reader asks for them with every page. */
const counted = new Map<string, { head: number; count: number }>()

/** Null, so that no count is told, where it would look through too many. */
export async function countOf(work: Work, table: Table): Promise<number | null> {
  const { gate, tx, asking, conditions } = work
  const { survey, place, tables } = gate
  const at = { tx, place, district: districtOf(place) }
  if (table.path === rootPath && asking.instants.length === 0)
    return asking.states?.length === 0 ? 0 : countedBy(survey, asking.states ?? [])
  if (countedBy(survey, []) > countMost) return null
  const key = JSON.stringify([survey.id, table.path, asking.states, asking.instants])
  const head = await headOf(tx, place)
  const known = counted.get(key)
  if (known?.head === head) return known.count
  const count =
    table.path === rootPath
      ? await pageStore(at).count(survey.id, conditions)
      : await chartStore(at).members({ survey: survey.id, conditions, tables }, table)
  if (counted.size > 500) counted.clear()
  counted.set(key, { head, count })
  return count
}
