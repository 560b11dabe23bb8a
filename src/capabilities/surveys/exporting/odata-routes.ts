// OData 4.0 for Power BI, Excel and R: the service, its metadata, and pages of 250 by cursor. An Atom of old is not spoken.
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { districtOf } from '../../../kernel/place-code.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Actor, Route, Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { headOf } from '../../../platform/server/feed.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { logViews } from '../../../platform/server/view-log.ts'
import type { Sealed } from '../store-submission.ts'
import { countedBy, countMost } from '../tables/asking.ts'
import { chartStore } from '../tables/charts-store.ts'
import type { Table } from '../tables/columns.ts'
import { pageStore } from '../tables/page-store.ts'
import { rowReaders } from '../tables/selection.ts'
import { inStates, receivedAt, type Sql } from '../tables/selection-store.ts'
import { type Gate, gateOf, no, personalIn } from './gate.ts'
import { type Line, linesOf, type Sheet } from './layout.ts'
import { entityOf, fieldsOf, metadataOf, type Rendering } from './odata.ts'
import { type Asking, askingOf, odataPage, type Token, tokenText } from './odata-asking.ts'
import { namesOf } from './odata-names.ts'
import type { Row } from './reading.ts'

/** Milliseconds after which a page of a repeat that few have is sent as it is, with the way on. */
const patience = 1000
const batch = 250
/** Tenfold of what files are: a survey of 20,000 is read in 80 pages, one behind the other. */
const pagesPerMinute = 300

type Work = { gate: Gate; tx: Tx; asking: Asking; conditions: readonly Sql[]; personal: boolean }
type Gathered = { entities: Record<string, unknown>[]; next: Token | null }

const contextOf = ({ services, place, survey }: Gate) =>
  `${services.publicUrl}/api/surveys/${place}/${survey.id}/odata`

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
      { what: 'surveys.odata', subjects: walked.rows.map((row) => row.id) },
    ])
  const rows = walked.rows.map((row) => ({ ...row, sealed: null, opened: opened.get(row.id) ?? null }))
  return { rows, ended: walked.ended }
}

/** An entity with its members inside it. */
function expanded(gate: Gate, row: Row, rendering: Rendering): Record<string, unknown> {
  const sheets = bare(gate.tables)
  const { ways } = namesOf(gate.tables)
  const wayTo = ({ path }: Table) => ways.get(path) ?? ''
  const known = new Map<string, Record<string, unknown>>()
  linesOf(sheets)(row, (at, line) => {
    const { table } = sheets[at] as Sheet
    const inner = table.path === rootPath ? rendering : { ...rendering, select: null }
    const entity = entityOf(table, line, inner)
    for (const each of gate.tables) if (each.parent === table.path) entity[wayTo(each)] = []
    known.set(line.key, entity)
    const around = known.get(line.parent)?.[wayTo(table)]
    if (Array.isArray(around)) around.push(entity)
  })
  return known.get(`uuid:${row.id}`) ?? {}
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
  const start = { seq: 0, told: 0, left: top }
  if (skip === 0 || table.path !== rootPath || conditions.length > 0) return start
  const at = { tx, place: gate.place, district: districtOf(gate.place) }
  const passed = await pageStore(at).passed(gate.survey.id, skip)
  return passed === null ? null : { ...start, seq: passed, told: 1 }
}

/** Lines to leave out where no index can skip them. */
const skipped = ({ asking, conditions }: Work, table: Table): number =>
  asking.token || (table.path === rootPath && conditions.length === 0) ? 0 : asking.skip

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

async function gather(work: Work, table: Table, rendering: Rendering): Promise<Gathered> {
  const { gate, asking } = work
  const begin = await beginning(work, table)
  if (!begin) return { entities: [], next: null }
  const size = Math.min(odataPage, begin.left ?? odataPage)
  const entities: Record<string, unknown>[] = []
  let skip = skipped(work, table)
  let reached = { seq: begin.seq, told: begin.told }
  const next = () => onFrom(begin, reached, entities.length)
  const render = (row: Row, line: Line) =>
    asking.expand ? expanded(gate, row, rendering) : entityOf(table, line, rendering)
  const steps = linesAfter(work, table, begin, size)
  for (let step = await steps.next(); ; step = await steps.next()) {
    if (step.done) return { entities, next: step.value === 'late' ? next() : null }
    const { row, line, told } = step.value
    if (skip === 0 && entities.length === size) return { entities, next: next() }
    if (skip === 0) entities.push(render(row, line))
    else skip -= 1
    reached = { seq: row.seq, told }
  }
}

/** Counts of repeats by village, kept as long as nothing there changes: a reader asks for them with every page. */
const counted = new Map<string, { head: number; count: number }>()

/** Null, so that no count is told, where it would look through too many. */
async function countOf(work: Work, table: Table): Promise<number | null> {
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

function linkTo(gate: Gate, set: string, params: Readonly<Record<string, string>>, next: Token): string {
  const address = new URLSearchParams(params)
  for (const name of ['$top', '$skip']) address.delete(name)
  address.set('$skiptoken', tokenText(next))
  return `${contextOf(gate)}/${set}?${address}`
}

const paramsOf = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.query as Record<string, unknown>).map(([name, value]) => [name, String(value)]),
  )

/** Answers 304 when nothing at the place has changed since the asker had this page. */
async function unchanged(gate: Gate, request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
  const head = await inPlace(gate.services.db, gate.place, gate.account, (tx) => headOf(tx, gate.place))
  const asked = createHash('sha256').update(`${gate.account} ${request.url}`).digest('base64url').slice(0, 16)
  const tag = `W/"${head}-${asked}"`
  reply.header('etag', tag)
  return request.headers['if-none-match'] === tag
}

async function sendSet(gate: Gate, request: FastifyRequest, reply: FastifyReply) {
  const { set } = request.params as { set: string }
  const { sets } = namesOf(gate.tables)
  const table = gate.tables.find((each) => sets.get(each.path) === set)
  if (!table) throw no(404, refuse('surveys.odata-unsupported', { part: set.slice(0, 100) }))
  const params = paramsOf(request)
  const personal = personalIn(gate, params.personal)
  const asking = askingOf(params)
  if ('code' in asking) throw no(501, asking)
  if (await unchanged(gate, request, reply)) return reply.status(304).send()
  const conditions = [...(asking.states ? [inStates(asking.states)] : []), ...receivedAt(asking.instants)]
  const rendering: Rendering = {
    tables: gate.tables,
    fields: new Map(gate.tables.map((each) => [each.path, fieldsOf(gate.tables, each, personal)])),
    ...{ select: asking.select, expand: asking.expand, village: gate.village, versions: gate.versions },
  }
  return inPlace(gate.services.db, gate.place, gate.account, async (tx) => {
    const work = { gate, tx, asking, conditions, personal }
    const { entities, next } = await gather(work, table, rendering)
    const count = asking.count ? await countOf(work, table) : null
    return {
      '@odata.context': `${contextOf(gate)}/$metadata#${set}`,
      ...(count === null ? {} : { '@odata.count': count }),
      ...(next ? { '@odata.nextLink': linkTo(gate, set, params, next) } : {}),
      value: entities,
    }
  })
}

function sendService(gate: Gate) {
  return {
    '@odata.context': `${contextOf(gate)}/$metadata`,
    value: [...namesOf(gate.tables).sets.values()].map((name) => ({ name, kind: 'EntitySet', url: name })),
  }
}

export function odataRoutes(services: Services): Route[] {
  const url = '/api/surveys/:place/:survey/odata'
  const route = (
    path: string,
    summary: string,
    answer: (gate: Gate, request: FastifyRequest, reply: FastifyReply) => unknown,
  ): Route => ({
    method: 'GET',
    url: url + path,
    roles: [...rowReaders],
    perMinute: pagesPerMinute,
    summary,
    handler: async (request, reply, actor) => {
      const gate = await gateOf(services, request, actor as Actor)
      reply.header('odata-version', '4.0')
      return answer(gate, request, reply)
    },
  })
  return [
    route('', 'OData 4.0 service document of a survey.', sendService),
    route(
      '/$metadata',
      'OData 4.0 metadata (EDMX): the submissions and each repeat.',
      (gate, request, reply) => {
        const personal = personalIn(gate, paramsOf(request).personal)
        return reply
          .header('content-type', 'application/xml')
          .send(metadataOf(gate.tables, gate.formId, personal))
      },
    ),
    route(
      '/:set',
      'A page of an entity set: $top, $skip, $count, $filter on submissionDate and reviewState, $select, $expand=*, $skiptoken. Refuses (501) what it does not understand.',
      sendSet,
    ),
  ]
}
