// POST /api/queries/<name> {place, …}: reads, inside the place, with role and place checked first. A query that takes nothing
// anybody types is answered by GET too.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { today } from '../../../kernel/day.ts'
import { districtOf, nation, rolesAt, zoneOf } from '../../../kernel/place-code.ts'
import { type Refusal, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { Role } from '../../../kernel/role.ts'
import type { Actor, Asker, QueryHandler } from '../capability.ts'
import type { Db, Tx } from '../db.ts'
import { type Issued, listIssued } from '../issued.ts'
import { placeFits } from '../known-places.ts'
import { boundAt, NotYourTask, type Tasks } from '../tasks.ts'
import { inScope, nobody, scopeFor } from '../transaction.ts'
import type { Vault } from '../vault.ts'
import { logViews, type View } from '../view-log.ts'
import { issuesToRefusals } from '../wellformed.ts'
import { withWorkFirst } from '../work-first.ts'
import { json, publicMost } from './bodies.ts'
import { guarded, signIn, whoAsks } from './mounting.ts'
import { type Sentences, sendProblem } from './problem.ts'
import { isTyped } from './typed.ts'

type Parts = {
  db: Db
  vault: Vault
  sentence: Sentences
  actorOf: (request: FastifyRequest) => Promise<Asker>
  handlers: readonly QueryHandler[]
  tasks: Tasks
  issued: readonly Issued[]
}

type Asked = { place: string; roles: readonly Role[]; input: never }
type Refusing = { status: number; refusals: readonly Refusal[] }

const mayAsk = ({ query }: QueryHandler, roles: readonly Role[]): boolean =>
  query.roles.some((role) => role === 'public' || role === 'account' || roles.includes(role))

function check(
  handler: QueryHandler,
  actor: Actor | null,
  params: Record<string, unknown>,
): Asked | Refusing {
  const { query } = handler
  const { place: asked, ...rest } = params
  const place = query.scope === 'self' || query.scope === 'nation' ? nation : String(asked ?? '')
  if (!placeFits(query.scope, place))
    return { status: 400, refusals: [refuseField('place', 'platform.wrong-place')] }
  const roles = actor ? rolesAt(actor.holdings, place) : []
  if (!mayAsk(handler, roles)) return { status: 403, refusals: [refuse('platform.forbidden')] }
  const parsed = query.input.safeParse(rest)
  if (!parsed.success) return { status: 400, refusals: issuesToRefusals(parsed.error.issues) }
  return { place, roles, input: parsed.data as never }
}

type Counting = { asking: Actor | null; roles: readonly Role[]; bound: boolean }

/** Who asks, with the roles that count for what is asked about; refuses where none is left that may. */
async function counting(
  { tasks }: Parts,
  handler: QueryHandler,
  tx: Tx,
  actor: Actor | null,
  { place, roles, input }: Asked,
): Promise<Counting> {
  const bound = boundAt(actor, place, handler.query.scope === 'self')
  if (!actor || !bound) return { asking: actor, roles, bound: false }
  const mustBe = handler.query.scope === 'village'
  const { holdings, no } = await tasks.judge({ tx, place }, actor, input, { mustBe })
  if (!no) return { asking: actor, roles, bound }
  const left = rolesAt(holdings, place)
  if (!mayAsk(handler, left)) throw new NotYourTask([no])
  return { asking: { ...actor, holdings }, roles: left, bound }
}

async function run(parts: Parts, handler: QueryHandler, actor: Actor | null, asked: Asked): Promise<unknown> {
  const { place, input } = asked
  const account = actor?.account ?? nobody
  const scope = scopeFor(handler.query.scope, place, actor?.holdings ?? [], asked.roles.length > 0)
  const ask = async (tx: Tx) => {
    const views: View[] = []
    const viewed = (what: string, subjects: readonly string[]) => void views.push({ what, subjects })
    const day = today(zoneOf(place === nation ? '34' : place))
    const { asking, roles, bound } = await counting(parts, handler, tx, actor, asked)
    const result = await handler.work({
      input,
      place,
      district: districtOf(place),
      actor: asking,
      roles,
      tx,
      today: day,
      vault: parts.vault,
      viewed,
      issued: (of) => listIssued(parts.issued, tx, of, new Date()),
    })
    await logViews(tx, place, account, views)
    if (!asking || !bound) return result
    const { left, no } = await parts.tasks.cut({ tx, place }, asking, handler.query.roles, result)
    if (no) throw new NotYourTask([no])
    return left
  }
  return withWorkFirst(
    () => inScope(parts.db, scope, account, ask),
    (look) => inScope(parts.db, scope, account, look),
  )
}

type Fields = Record<string, string>

/** What a body asks with, as an address would say it; null where it says more than an address could. */
function fieldsOf(body: unknown): Fields | null {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return null
  const fields = Object.entries(body)
  const plain = fields.every(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
  return plain ? Object.fromEntries(fields.map(([name, value]) => [name, String(value)])) : null
}

export function queryRoutes(app: FastifyInstance, parts: Parts): void {
  const handlers = new Map(parts.handlers.map((handler) => [handler.query.name as string, handler]))
  const typed = new Set(parts.handlers.filter(({ query }) => isTyped(query)))
  const asked = (request: FastifyRequest) => handlers.get((request.params as { name: string }).name)
  const against = (actor: Actor | null, request: FastifyRequest) => {
    const handler = asked(request)
    if (!handler) return { status: 404, code: 'platform.unknown-query' }
    if (request.method !== 'POST' && typed.has(handler))
      return { status: 405, code: 'platform.asked-by-address' }
    return actor || handler.query.roles.includes('public') ? null : signIn
  }
  app.route({
    method: ['GET', 'POST'],
    url: '/api/queries/:name',
    bodyLimit: publicMost,
    config: { reads: true },
    onRequest: guarded(parts, { accepts: json, against }),
    handler: async (request, reply) => {
      const [handler, actor] = [asked(request) as QueryHandler, whoAsks(request)]
      const given = request.method === 'POST' ? fieldsOf(request.body) : (request.query as Fields)
      if (!given) return sendProblem(reply, 400, [refuse('platform.malformed')], parts.sentence)
      const checked = check(handler, actor, given)
      if ('refusals' in checked) return sendProblem(reply, checked.status, checked.refusals, parts.sentence)
      return reply.send(await run(parts, handler, actor, checked))
    },
  })
}
