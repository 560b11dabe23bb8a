// A door: who asks is known, and what is sent is of a kind that it takes, before a byte of the body is read.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isPlaceCode, rolesAt } from '../../../kernel/place-code.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { type Actor, type Asker, locked, type Route } from '../capability.ts'
import type { Db } from '../db.ts'
import { boundAt, NotYourTask, type Tasks } from '../tasks.ts'
import { inPlace } from '../transaction.ts'
import { json, publicMost, takesType } from './bodies.ts'
import { type Sentences, sendProblem } from './problem.ts'
import { notingAccounts, reads } from './watching.ts'

export type Asking = { actorOf: (request: FastifyRequest) => Promise<Asker>; sentence: Sentences }
export type Mounting = Asking & { db: Db; tasks: Tasks }

const known = new WeakMap<FastifyRequest, Actor | null>()
/** Who asks, as the door found out. */
export const whoAsks = (request: FastifyRequest): Actor | null => known.get(request) ?? null

type No = { status: number; code: string } | null
export const signIn: No = { status: 401, code: 'platform.sign-in' }

/** Who asks, or null; and what a locked phone is told in place of "sign in". */
export function unlocked(asker: Asker): { actor: Actor | null; signIn: string } {
  return asker === locked
    ? { actor: null, signIn: 'platform.locked' }
    : { actor: asker, signIn: 'platform.sign-in' }
}

/** What stands at a door: the types of bodies it takes, why somebody (null: nobody known) may not come in, and its own way to say who asks. */
type Guard = {
  accepts: readonly string[]
  against: (actor: Actor | null, request: FastifyRequest) => No
  asks?: Route['asks']
}

export function guarded({ actorOf, sentence }: Asking, { accepts, against, asks }: Guard) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const here = asks ? notingAccounts((of) => asks(of, reply, () => actorOf(of))) : actorOf
    const { actor, signIn: code } = unlocked(await here(request))
    known.set(request, actor)
    const no = against(actor, request)
    if (no) return sendProblem(reply, no.status, [refuse(no === signIn ? code : no.code)], sentence)
    const sends = request.method !== 'GET' && request.method !== 'HEAD'
    if (sends && !takesType(accepts, request))
      return sendProblem(reply, 415, [refuse('platform.not-taken')], sentence)
    return undefined
  }
}

/** A door of JSON for everybody who is signed in; its handler asks for more. */
export const signedIn = (asking: Asking, unknown: (request: FastifyRequest) => string | null = () => null) =>
  guarded(asking, {
    accepts: json,
    against: (actor, request) => {
      if (!actor) return signIn
      const code = unknown(request)
      return code ? { status: 404, code } : null
    },
  })

/** Who asks, with the roles that count for the record that the address names; refuses where none of the route's is left. */
async function counting({ db, tasks }: Mounting, route: Route, request: FastifyRequest, actor: Actor) {
  const named = { ...(request.query as object), ...(request.params as object) } as Record<string, unknown>
  const { place } = named
  if (typeof place !== 'string' || !isPlaceCode(place) || !boundAt(actor, place)) return actor
  const { holdings, no } = await inPlace(db, place, actor.account, (tx) =>
    tasks.judge({ tx, place }, actor, named, { mustBe: reads(request) }),
  )
  if (no && !rolesAt(holdings, place).some((role) => route.roles.includes(role))) throw new NotYourTask([no])
  return no ? { ...actor, holdings } : actor
}

const whyNot =
  ({ roles }: Route) =>
  (actor: Actor | null): No => {
    if (roles.includes('public')) return null
    if (!actor) return signIn
    const may = roles.includes('account') || actor.holdings.some(({ role }) => roles.includes(role))
    return may ? null : { status: 403, code: 'platform.forbidden' }
  }

const limitOf = ({ perMinute }: Route) => {
  if (perMinute === 'unlimited') return { rateLimit: false as const }
  return perMinute === undefined ? {} : { rateLimit: { max: perMinute, timeWindow: 60_000 } }
}

export function mount(app: FastifyInstance, route: Route, mounting: Mounting): void {
  const bodyLimit = route.bodyLimit ?? (route.roles.includes('public') ? publicMost : undefined)
  app.route({
    method: route.method,
    url: route.url,
    ...(bodyLimit ? { bodyLimit } : {}),
    config: { forApps: route.forApps, reads: route.reads, ...limitOf(route) },
    onRequest: guarded(mounting, {
      ...{ accepts: route.accepts ?? json, against: whyNot(route), asks: route.asks },
    }),
    handler: async (request, reply) => {
      const actor = whoAsks(request)
      return route.handler(request, reply, actor && (await counting(mounting, route, request, actor)))
    },
  })
}
