// The HTTP server: the doors for commands, queries, the feed and files, and the web app itself.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fastifyCookie from '@fastify/cookie'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import type { Texts } from '../../../kernel/text.ts'
import type { Asker, ServerCapability, Services } from '../capability.ts'
import { isFull, isPassing, isTooLong } from '../database/errors.ts'
import type { Database } from '../database/open.ts'
import { Feed } from '../feed.ts'
import { Intake } from '../intake.ts'
import { isBadData } from '../intake-faults.ts'
import { KnownPlaces } from '../known-places.ts'
import { Health } from '../running/health.ts'
import { platformProbes } from '../running/probes.ts'
import { watchRoutes } from '../running/watch-routes.ts'
import { Tasks } from '../tasks.ts'
import { countedAddress } from './address.ts'
import { readBodies } from './bodies.ts'
import { commandRoutes } from './commands.ts'
import { fileRoutes, removeBytes } from './file-routes.ts'
import { mount } from './mounting.ts'
import { openApi } from './openapi.ts'
import { feedRoute, openApiRoute, syncRoute } from './own-routes.ts'
import { type Sentences, sendProblem, sentencesFrom } from './problem.ts'
import { queryRoutes } from './queries.ts'
import { pagePolicy, securityHeaders } from './security-headers.ts'
import { watchBodies } from './slow-bodies.ts'
import { nextRequestId, notingAccounts, tellFault, watchRequests } from './watching.ts'

export type ServerParts = {
  services: Services
  database: Database
  capabilities: readonly ServerCapability[]
  catalogue: Texts
  /** Who is asking, from the session cookie and its half; null when nobody is signed in. */
  actorOf: (request: FastifyRequest) => Promise<Asker>
  /** Folder of the built web app; left out in tests of the API alone. */
  webRoot?: string
  trustProxy?: string | undefined
  version: string
  https?: { cert: Buffer; key: Buffer }
  /** The parts of the house; without it those of the platform alone. */
  health?: Health
  metricsToken?: string | undefined
}

/**
 * Milliseconds. `connectionTimeout` is idle time: a byte that comes or is taken begins it anew, so a long file to a slow
 * phone goes on. `requestTimeout` is from the first byte of a request to its last: 10 MB over 2G; an upload by tus that
 * is longer is cut off and goes on where it was.
 */
const patience = { connectionTimeout: 120_000, requestTimeout: 15 * 60_000 }
/** What comes beyond is hung up on at once; a proxy in front needs a few. */
const connectionsMost = 2000
const generalLimit = {
  ...{ global: true, max: 3000, timeWindow: 60_000 },
  keyGenerator: (request: FastifyRequest) => countedAddress(request.ip),
}
const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses a changing request that another site made a signed-in browser send. */
function fromElsewhere(request: FastifyRequest): boolean {
  if (safe.has(request.method)) return false
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') return true
  const origin = request.headers.origin
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host)
}

/** What only phones' apps send and read; a browser's headers would be a third of the answer. */
const forAppsAlone = (request: FastifyRequest) => request.routeOptions.config.forApps === true

/** What no door takes. A name that stands twice in an address is two values where every door reads one. */
function turnedAway(request: FastifyRequest): { status: number; code: string } | null {
  if (fromElsewhere(request)) return { status: 403, code: 'platform.wrong-origin' }
  const twice = Object.values(request.query as object).some(Array.isArray)
  return twice ? { status: 400, code: 'platform.malformed' } : null
}

function statusOf(error: { statusCode?: number; code?: string }): { status: number; code: string } {
  if (isTooLong(error)) return { status: 503, code: 'platform.took-too-long' }
  if (isFull(error)) return { status: 507, code: 'platform.disk-full' }
  if (isPassing(error)) return { status: 503, code: 'platform.unavailable' }
  if (isBadData(error)) return { status: 400, code: 'platform.malformed' }
  if (error.statusCode === 413) return { status: 413, code: 'platform.too-large' }
  if (error.statusCode === 429) return { status: 429, code: 'platform.too-many' }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500)
    return { status: error.statusCode, code: 'platform.malformed' }
  return { status: 500, code: 'platform.failed' }
}

const comeAgainSeconds = 10

function fail(sentence: Sentences) {
  return (
    error: Error & { statusCode?: number; code?: string },
    request: FastifyRequest,
    reply: FastifyReply,
  ) => {
    // A door may say which kind of no it is: 400 malformed, 401 not signed in, 429 too often.
    if (error instanceof Refused)
      return sendProblem(
        reply,
        (error as { statusCode?: number }).statusCode ?? 422,
        error.refusals,
        sentence,
      )
    const { status, code } = statusOf(error)
    // What was ended because its reader had left is nobody's fault.
    const ended = isTooLong(error) && reply.raw.destroyed
    if (status >= 500 && !ended) tellFault(request, reply, error)
    if (status === 503) reply.header('retry-after', comeAgainSeconds)
    return sendProblem(reply, status, [refuse(code)], sentence)
  }
}

/** The policy of the page as it lies there now: a build may lay another one under a running server. */
function policyOf(webRoot: string, policy: string): () => string {
  const page = join(webRoot, 'index.html')
  let known = { at: 0, policy }
  return () => {
    const at = statSync(page).mtimeMs
    if (at !== known.at) known = { at, policy: pagePolicy(policy, readFileSync(page, 'utf8')) }
    return known.policy
  }
}

async function serveWeb(
  app: FastifyInstance,
  webRoot: string,
  policy: string,
  sentence: Sentences,
): Promise<void> {
  const ofPage = policyOf(webRoot, policy)
  if (existsSync(webRoot)) {
    await app.register(fastifyStatic, {
      root: webRoot,
      cacheControl: false,
      // The build wrote the small copies; nothing is compressed while a phone waits.
      preCompressed: true,
      setHeaders: (reply, path) => {
        const lasting = path.includes('/assets/')
        reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
        if (path.includes('index.html')) reply.header('content-security-policy', ofPage())
      },
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      !/\.[a-z][a-z0-9]*$/i.test(request.url.split('?')[0] ?? '')
    if (page && existsSync(webRoot)) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return sendProblem(reply, 404, [refuse('platform.not-found')], sentence)
  })
}

/** What stands before every door. */
function standBefore(app: FastifyInstance, headers: Record<string, string>, sentence: Sentences): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!forAppsAlone(request)) reply.headers(headers)
    const no = turnedAway(request)
    if (no) return sendProblem(reply, no.status, [refuse(no.code)], sentence)
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}

export async function createServer(parts: ServerParts): Promise<FastifyInstance> {
  const { services, capabilities } = parts
  const sentence = sentencesFrom(parts.catalogue)
  const health = parts.health ?? new Health(platformProbes(parts.database, services.dataFolder))
  const actorOf = notingAccounts(parts.actorOf)
  const app = Fastify({
    // The journal is told by hooks of ours (watching.ts): one line a request, and nothing that somebody typed.
    logger: false,
    genReqId: nextRequestId,
    bodyLimit: 1_000_000,
    ...patience,
    trustProxy: parts.trustProxy ?? false,
    ...(parts.https ? { https: parts.https } : {}),
  }) as unknown as FastifyInstance
  app.server.maxConnections = connectionsMost
  app.setErrorHandler(fail(sentence))
  watchRequests(app)
  watchBodies(app, Boolean(parts.trustProxy))
  readBodies(app)
  await app.register(fastifyCookie)
  await app.register(fastifyRateLimit, generalLimit)
  const headers = securityHeaders(services.secureCookies)
  standBefore(app, headers, sentence)
  const commands = capabilities.flatMap((capability) => capability.commands ?? [])
  const queries = capabilities.flatMap((capability) => capability.queries ?? [])
  const followers = capabilities.flatMap((capability) => capability.follows ?? [])
  const sources = capabilities.flatMap((capability) => capability.feed ?? [])
  const givers = capabilities.flatMap((capability) => capability.tasks ?? [])
  const tasks = new Tasks(services.vault, sources, givers)
  const remove = (place: string, file: string) => removeBytes(services.dataFolder, place, file)
  const issued = capabilities.flatMap((capability) => capability.issued ?? [])
  const places = new KnownPlaces(services.db, capabilities)
  const intake = new Intake(services.db, services.vault, commands, followers, tasks, remove, issued, places)
  const feed = new Feed(services.db, services.vault, sources, tasks)
  commandRoutes(app, { intake, sentence, handlers: commands, actorOf })
  queryRoutes(app, { ...services, sentence, handlers: queries, actorOf, tasks, issued })
  const routes = [
    ...watchRoutes(health, parts.version, { token: parts.metricsToken }),
    feedRoute(feed),
    ...(await fileRoutes(services, Object.assign({}, ...capabilities.map((each) => each.fileReaders)))),
    ...capabilities.flatMap((capability) => capability.routes?.(services) ?? []),
  ]
  const document = openApi({
    commands,
    queries,
    routes: [...routes, syncRoute(), openApiRoute(() => ({}))],
    version: parts.version,
  })
  for (const route of [...routes, openApiRoute(() => document)])
    mount(app, route, { actorOf, sentence, db: services.db, tasks })
  await serveWeb(app, parts.webRoot ?? '', headers['content-security-policy'] ?? '', sentence)
  return app
}
