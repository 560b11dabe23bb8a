// The doors for who watches the server: health in public words, health with its parts, and the figures for Prometheus.
import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Route } from '../capability.ts'
import type { Health } from './health.ts'
import { count, registry } from './metrics.ts'

const loopback = /^(?:::ffff:)?127\.|^::1$/
const localHost = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i
const forwarding = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/**
 * Whether somebody on this machine asks this server itself. What came through a proxy of this machine comes from anywhere;
 * and a page in a browser of this machine that was led here by a false name (DNS rebinding) asks for that name.
 */
export function isLocal(request: Pick<FastifyRequest, 'socket' | 'headers'>): boolean {
  const { headers, socket } = request
  return (
    loopback.test(socket.remoteAddress ?? '') &&
    localHost.test(headers.host ?? '') &&
    headers['sec-fetch-site'] === undefined &&
    forwarding.every((name) => headers[name] === undefined)
  )
}

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Compared as digests of one length, so that the time taken tells nothing of the token. */
function bears(request: Pick<FastifyRequest, 'headers'>, token: string): boolean {
  const [, said = ''] = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(request.headers.authorization ?? '') ?? []
  return timingSafeEqual(digest(said), digest(token))
}

type Door = { token: string | undefined }

/** With a token whoever bears it, and nobody else; without one whoever asks on this machine. */
export function mayWatch(request: Pick<FastifyRequest, 'socket' | 'headers'>, { token }: Door): boolean {
  return token === undefined ? isLocal(request) : bears(request, token)
}

function guarded(door: Door, work: (reply: FastifyReply) => Promise<unknown>): Route['handler'] {
  return async (request, reply) => {
    if (mayWatch(request, door)) return work(reply)
    count.denied()
    // As if there were no such door: that there is one is nobody's business.
    return reply.status(404).send({ code: 'platform.not-found', message: '', errors: [] })
  }
}

const guessesPerMinute = 60

/** Health and figures. `parts` and `/metrics` open to the token, or to this machine where there is none. */
export function watchRoutes(health: Health, version: string, door: Door): Route[] {
  const open = { method: 'GET', roles: ['public'] } as const
  return [
    {
      ...open,
      url: '/api/health',
      summary:
        'Whether the server is ready: 200 when it is, 503 when not; each part by name, and no more of it.',
      handler: async (_request, reply) => {
        const { ready, parts } = await health.report()
        const named = parts.map(({ part, condition }) => ({ part, ok: condition !== 'fault' }))
        return reply.status(ready ? 200 : 503).send({ ready, version, parts: named })
      },
    },
    {
      ...open,
      url: '/api/health/live',
      summary: 'Whether the process answers at all; asks nothing of the database.',
      handler: async (_request, reply) => reply.send({ live: true }),
    },
    {
      ...open,
      url: '/api/health/parts',
      perMinute: guessesPerMinute,
      summary: 'How each part is, in words, and what to do. For who watches: a token, or this machine only.',
      handler: guarded(door, async (reply) => {
        const { ready, parts } = await health.report()
        return reply.status(ready ? 200 : 503).send({ ready, version, parts })
      }),
    },
    {
      ...open,
      url: '/metrics',
      perMinute: guessesPerMinute,
      summary:
        'Figures for Prometheus, without personal data. For who watches: a token, or this machine only.',
      handler: guarded(door, async (reply) =>
        reply
          .header('cache-control', 'no-store')
          .type(registry.contentType)
          .send(await registry.metrics()),
      ),
    },
  ]
}
