// The platform's own routes.
import * as z from 'zod/mini'
import { isPlaceCode } from '../../../kernel/place-code.ts'
import { Refused, refuseField } from '../../../kernel/refusal.ts'
import type { Route } from '../capability.ts'
import type { Feed } from '../feed.ts'
import { keptPattern } from '../kept-heads.ts'

const cursorPattern = /^(\d{1,15}(\|[a-z.-]{1,60}\|[0-9a-f-]{36})?)?$/

export function feedRoute(feed: Feed): Route {
  return {
    method: 'GET',
    url: '/api/feed',
    roles: feed.roles(),
    summary:
      'The rows of one place after a cursor (query: place, after), with tombstones and control totals. kept: a head that it gave.',
    handler: async (request, reply, actor) => {
      const { place = '', after = '', kept = '' } = request.query as Partial<Record<string, string>>
      if (!isPlaceCode(place)) throw new Refused([refuseField('place', 'platform.not-a-place')])
      if (!cursorPattern.test(after)) throw new Refused([refuseField('after', 'platform.malformed')])
      if (kept !== '' && !keptPattern.test(kept))
        throw new Refused([refuseField('kept', 'platform.malformed')])
      if (!actor) throw new Error('the feed has no public roles')
      return reply.send(await feed.page(actor, place, after, kept))
    },
  }
}

/** Described here, served by the command door. */
export function syncRoute(): Route {
  return {
    method: 'POST',
    url: '/api/sync',
    roles: ['account'],
    summary: 'Takes up to 100 commands of an outbox, in order; each is judged by its own roles and place.',
    input: z.strictObject({ commands: z.array(z.unknown()) }),
    handler: async () => null,
  }
}

export function openApiRoute(document: () => unknown): Route {
  return {
    method: 'GET',
    url: '/api/openapi.json',
    roles: ['public'],
    summary: 'This document.',
    handler: async (_request, reply) => reply.send(document()),
  }
}
