// GET /api/queries/<name>?place=…: reads, inside the place, with role and place checked first.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { today } from '../../../kernel/day.ts'
import { districtOf, nation, rolesAt, zoneOf } from '../../../kernel/place-code.ts'
import { type Refusal, Refused, refuse, refuseField } from '../../../kernel/refusal.ts'
import type { Role } from '../../../kernel/role.ts'
import type { Actor, QueryHandler } from '../capability.ts'
import type { Db } from '../db.ts'
import { placeFits } from '../intake.ts'
import { inScope, nobody, scopeFor } from '../transaction.ts'
import type { Vault } from '../vault.ts'
import { logViews, type View } from '../view-log.ts'
import { issuesToRefusals } from '../wellformed.ts'
import { type Sentences, sendProblem } from './problem.ts'

type Parts = {
  db: Db
  vault: Vault
  sentence: Sentences
  actorOf: (request: FastifyRequest) => Promise<Actor | null>
  handlers: readonly QueryHandler[]
}

type Asked = { place: string; roles: readonly Role[]; input: never }
type Refusing = { status: number; refusals: readonly Refusal[] }

function check(
  handler: QueryHandler,
  actor: Actor | null,
  params: Record<string, unknown>,
): Asked | Refusing {
  const { query } = handler
  const { place: asked, ...rest } = params
  const place = query.scope === 'self' || query.scope === 'nation' ? nation : String(asked ?? '')
  if (!actor && !query.roles.includes('public'))
    return { status: 401, refusals: [refuse('platform.sign-in')] }
  if (!placeFits(query.scope, place))
    return { status: 400, refusals: [refuseField('place', 'platform.wrong-place')] }
  const roles = actor ? rolesAt(actor.holdings, place) : []
  const may =
    query.roles.includes('public') ||
    (actor && query.roles.includes('account')) ||
    roles.some((role) => query.roles.includes(role))
  if (!may) return { status: 403, refusals: [refuse('platform.forbidden')] }
  const parsed = query.input.safeParse(rest)
  if (!parsed.success) return { status: 400, refusals: issuesToRefusals(parsed.error.issues) }
  return { place, roles, input: parsed.data as never }
}

async function run(parts: Parts, handler: QueryHandler, actor: Actor | null, asked: Asked): Promise<unknown> {
  const { place, roles, input } = asked
  const account = actor?.account ?? nobody
  const scope = scopeFor(handler.query.scope, place, actor?.holdings ?? [], roles.length > 0)
  return inScope(parts.db, scope, account, async (tx) => {
    const views: View[] = []
    const viewed = (what: string, subjects: readonly string[]) => void views.push({ what, subjects })
    const day = today(zoneOf(place === nation ? '34' : place))
    const result = await handler.work({
      input,
      place,
      district: districtOf(place),
      actor,
      roles,
      tx,
      today: day,
      vault: parts.vault,
      viewed,
    })
    await logViews(tx, place, account, views)
    return result
  })
}

export function queryRoutes(app: FastifyInstance, parts: Parts): void {
  const handlers = new Map(parts.handlers.map((handler) => [handler.query.name as string, handler]))
  app.get('/api/queries/:name', async (request, reply) => {
    const handler = handlers.get((request.params as { name: string }).name)
    if (!handler) return sendProblem(reply, 404, [refuse('platform.unknown-query')], parts.sentence)
    const actor = await parts.actorOf(request)
    const asked = check(handler, actor, request.query as Record<string, unknown>)
    if ('refusals' in asked) return sendProblem(reply, asked.status, asked.refusals, parts.sentence)
    try {
      return await reply.send(await run(parts, handler, actor, asked))
    } catch (error) {
      if (error instanceof Refused) return sendProblem(reply, 422, error.refusals, parts.sentence)
      throw error
    }
  })
}
