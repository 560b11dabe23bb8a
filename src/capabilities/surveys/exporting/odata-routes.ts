// OData 4.0 for Power BI, Excel and R: the service, its metadata, and pages of 250 by cursor. An Atom of old is not spoken. Who asks
// says so by a session, or by a token (decision 36).
import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idPattern } from '../../../kernel/id.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Actor, Route, Services } from '../../../platform/server/capability.ts'
import { headOf } from '../../../platform/server/feed.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import type { Table } from '../tables/columns.ts'
import { rowReaders } from '../tables/selection.ts'
import { inStates, receivedAt, thisOne } from '../tables/selection-store.ts'
import { tokenDoor } from '../tokens/asking.ts'
import { type Gate, gateOf, no, personalIn } from './gate.ts'
import { fieldsOf, metadataOf, type Rendering } from './odata.ts'
import { askingOf, type Token, tokenText } from './odata-asking.ts'
import { namesOf } from './odata-names.ts'
import { alongOf, countOf, gather, type Work } from './odata-page.ts'

const contextOf = ({ origin, place, survey }: Gate) => `${origin}/api/surveys/${place}/${survey.id}/odata`

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
  const asked = createHash('sha256')
    .update(`${gate.account} ${gate.token?.id} ${request.url}`)
    .digest('base64url')
    .slice(0, 16)
  const tag = `W/"${head}-${asked}"`
  reply.header('etag', tag)
  return request.headers['if-none-match'] === tag
}

type Named = {
  /** As the address says it. */
  path: string
  table: Table
  /** Of one submission alone. */
  only: string | null
}
const keyed = /^(Submissions)\('uuid:([0-9a-f-]{36})'\)$/

/** A set, one submission of it (`Submissions('uuid:…')`), or the members of that one, as who opens a cell of Excel asks for them. */
function namedIn(gate: Gate, request: FastifyRequest): Named {
  const { set, way } = request.params as { set: string; way?: string }
  const { sets, ways } = namesOf(gate.tables)
  const [, name = set, only = null] = keyed.exec(set) ?? []
  const around = gate.tables.find((each) => sets.get(each.path) === name)
  const table = way ? gate.tables.find((each) => ways.get(each.path) === way) : around
  const path = way ? `${set}/${way}` : set
  if (!table || !around || (only !== null && !idPattern.test(only)))
    throw no(404, refuse('surveys.odata-unsupported', { part: path.slice(0, 100) }))
  if (way && (only === null || table.parent !== around.path))
    throw no(404, refuse('surveys.odata-unsupported', { part: path.slice(0, 100) }))
  return { path, table, only }
}

function wishOf(gate: Gate, { table, only }: Named, params: Record<string, string>): Omit<Work, 'tx'> {
  const personal = personalIn(gate, params.personal)
  const asking = askingOf(params)
  if ('code' in asking) throw no(501, asking)
  const along = alongOf(gate.tables, table, asking.expand)
  if (typeof along === 'string') throw no(501, refuse('surveys.odata-unsupported', { part: along }))
  const one = only === null ? [] : [thisOne(only)]
  const states = asking.states ? [inStates(asking.states)] : []
  const conditions = [...one, ...states, ...receivedAt(asking.instants)]
  return { gate, asking, along, conditions, personal }
}

async function sendSet(gate: Gate, request: FastifyRequest, reply: FastifyReply) {
  if ((request.params as { set: string }).set === '') return sendService(gate)
  const named = namedIn(gate, request)
  const { path, table, only } = named
  const params = paramsOf(request)
  const wish = wishOf(gate, named, params)
  const { asking, personal } = wish
  if (await unchanged(gate, request, reply)) return reply.status(304).send()
  const rendering: Rendering = {
    tables: gate.tables,
    fields: new Map(gate.tables.map((each) => [each.path, fieldsOf(gate.tables, each, personal)])),
    ...{ select: asking.select, village: gate.village, versions: gate.versions },
  }
  return inPlace(gate.services.db, gate.place, gate.account, async (tx) => {
    const work = { ...wish, tx }
    const { entities, next } = await gather(work, table, rendering)
    const context = `${contextOf(gate)}/$metadata#${path}`
    if (only !== null && table.path === '') {
      if (!entities[0]) throw no(404, refuse('surveys.odata-unsupported', { part: path }))
      return { '@odata.context': `${contextOf(gate)}/$metadata#Submissions/$entity`, ...entities[0] }
    }
    const count = asking.count && only === null ? await countOf(work, table) : null
    return {
      '@odata.context': context,
      ...(count === null ? {} : { '@odata.count': count }),
      ...(next ? { '@odata.nextLink': linkTo(gate, path, params, next) } : {}),
      value: entities,
    }
  })
}

/** Only the number, as a text. Refuses (501) where it would look through too many. */
async function sendCount(gate: Gate, request: FastifyRequest, reply: FastifyReply) {
  const named = namedIn(gate, request)
  const wish = wishOf(gate, named, paramsOf(request))
  const count = await inPlace(gate.services.db, gate.place, gate.account, (tx) =>
    named.only === null ? countOf({ ...wish, tx }, named.table) : Promise.resolve(null),
  )
  if (count === null) throw no(501, refuse('surveys.odata-unsupported', { part: '$count' }))
  return reply.type('text/plain; charset=utf-8').send(String(count))
}

function sendService(gate: Gate) {
  return {
    '@odata.context': `${contextOf(gate)}/$metadata`,
    value: [...namesOf(gate.tables).sets.values()].map((name) => ({ name, kind: 'EntitySet', url: name })),
  }
}

export function odataRoutes(services: Services): Route[] {
  const url = '/api/surveys/:place/:survey/odata'
  const asks = tokenDoor(services)
  const route = (
    path: string,
    summary: string,
    answer: (gate: Gate, request: FastifyRequest, reply: FastifyReply) => unknown,
  ): Route => ({
    method: 'GET',
    url: url + path,
    roles: [...rowReaders],
    // Counted by its own door, for each reader and not for all who stand behind one line.
    perMinute: 'unlimited',
    asks,
    summary: `${summary} By a session, or by a token of the survey over https (Basic).`,
    handler: async (request, reply, actor) => {
      const gate = await gateOf(services, request, actor as Actor)
      reply.header('odata-version', '4.0').type('application/json; odata.metadata=minimal; charset=utf-8')
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
      'A page of an entity set: $top, $skip, $count, $filter on submissionDate and reviewState, $select, $expand, $skiptoken. Refuses (501) what it does not understand.',
      sendSet,
    ),
    route(
      '/:set/:way',
      "The members of one submission, as Submissions('uuid:…')/member; as an entity set.",
      sendSet,
    ),
    route('/:set/$count', 'How many an entity set has, with the same $filter.', sendCount),
  ]
}
