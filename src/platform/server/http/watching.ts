// Each request under its own number: counted, told to the journal as its pattern and how it ended, and known by name to
// what it does. Nothing that somebody typed stands there: no address with its ids and secrets, no body, no header.
import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Asker, locked } from '../capability.ts'
import { during } from '../running/doing.ts'
import { journal } from '../running/journal.ts'
import { count } from '../running/metrics.ts'

// Numbers of one start of the server: a name for the start and a count. A number that a client sends is not believed.
const start = randomBytes(4).toString('hex')
let last = 0
export function nextRequestId(): string {
  last += 1
  return `${start}-${last.toString(36)}`
}

/** The pattern that a route was declared with; all that nobody declared is one. */
export const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? 'none'

const account = Symbol('account')
type Known = FastifyRequest & { [account]?: string }

declare module 'fastify' {
  interface FastifyContextConfig {
    reads?: boolean | undefined
    forApps?: boolean | undefined
  }
}

/** Whether it only asks, whatever its method: its door says so (`Route.reads`). */
export const reads = ({ method, routeOptions }: FastifyRequest): boolean =>
  method === 'GET' || routeOptions.config.reads === true

type ActorOf = (request: FastifyRequest) => Promise<Asker>

/** The same question, which also notes who asked, as an opaque id, for the line in the journal. */
export function notingAccounts(actorOf: ActorOf): ActorOf {
  return async (request) => {
    const actor = await actorOf(request)
    if (actor && actor !== locked) (request as Known)[account] = actor.account
    return actor
  }
}

function tell(request: FastifyRequest, reply: FastifyReply): void {
  const { elapsedTime } = reply
  // A reply that was taken over writes to the socket itself.
  const { statusCode } = reply.raw
  const route = routeOf(request)
  count.request(request.method, route, statusCode, elapsedTime)
  if (!journal.telling) return
  journal.info('request', {
    request: request.id,
    method: request.method,
    route,
    status: statusCode,
    ms: Math.round(elapsedTime * 10) / 10,
    actor: (request as Known)[account],
    ...(journal.addresses ? { address: request.ip } : {}),
  })
}

/** To be called before any other hook: what is turned away early is counted as well. */
export function watchRequests(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) =>
    during(routeOf(request), (leave) => {
      // A command goes on: its sender asks again whether it was taken. What was only to be read has no reader any more.
      if (reads(request)) reply.raw.once('close', () => reply.raw.writableFinished || leave())
      done()
    }),
  )
  app.addHook('onResponse', (request, reply, done) => {
    tell(request, reply)
    done()
  })
}

/** A reply that somebody else writes to the end is told of as well; Fastify would not. */
export function watchTakenOver(request: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('close', () => tell(request, reply))
}

/** A request that failed by our mistake or the machine's: the reader is given its number, the journal its cause. */
export function tellFault(request: FastifyRequest, reply: FastifyReply, error: unknown): void {
  count.fault()
  reply.header('x-request-id', request.id)
  journal.error('request-failed', error, {
    request: request.id,
    method: request.method,
    route: routeOf(request),
  })
}
