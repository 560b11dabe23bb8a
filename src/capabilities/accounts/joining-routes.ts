// The doors by which an account begins, and comes back; each counts tries at guessing its code.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../../kernel/refusal.ts'
import type { Actor, Route, Services } from '../../platform/server/capability.ts'
import { countedAddress } from '../../platform/server/http/address.ts'
import { counted } from './attempt-store.ts'
import { markOf } from './device-mark.ts'
import { acceptForm, lookForm, resetForm, setupForm } from './form.ts'
import type { HashCost } from './hashing.ts'
import { joinAsMe, joinAsNew, look, reset, setUp } from './joining.ts'
import { readLive } from './session.ts'
import { signedIn } from './session-routes.ts'
import { countOrWait, enter, parsed } from './sign-in.ts'
import { anyAdmin } from './store.ts'

/**
 * Counts a try at guessing a code. Only what was wrong is counted: a right code has 60 bits or more, is guessed by nobody, and
 * is held up by nobody who guesses behind the same address.
 */
async function guessing<T>(
  services: Services,
  kind: 'setup' | 'invitation' | 'reset',
  request: FastifyRequest,
  reply: FastifyReply,
  work: (now: Date) => Promise<T>,
): Promise<T> {
  const now = new Date()
  try {
    return await work(now)
  } catch (error) {
    const guessed = error instanceof Refused && error.refusals.some(({ code }) => guesses.has(code))
    const key = counted(services.vault, 'code', kind, countedAddress(request.ip))
    if (guessed) await countOrWait(services.db, [key], reply, now)
    throw error
  }
}
const guesses = new Set(['accounts.code-not-valid', 'accounts.set-up-already'])

async function accept(
  services: Services,
  cost: HashCost,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | null,
) {
  const form = parsed(acceptForm, request.body)
  const mark = markOf(request)
  return guessing(services, 'invitation', request, reply, async (now) => {
    if (form.as === 'me') {
      const me = signedIn(actor)
      await joinAsMe(services, form.code, me, mark, now)
      return { account: { id: me.account } }
    }
    // Its cookie is enough here, without the half: it only speaks against whoever joins.
    const seat = { mark, othersSession: (await readLive(services, request)) !== null }
    const account = await joinAsNew(services, form.code, form, seat, cost, now)
    return enter(services, { account, device: form.device, deviceName: form.deviceName }, request, reply)
  })
}

function setupRoutes(services: Services, cost: HashCost): Route[] {
  return [
    {
      method: 'GET',
      url: '/api/setup',
      roles: ['public'],
      summary: 'Whether the first administrator is still to be made.',
      handler: async (_request, reply) => reply.send({ open: !(await anyAdmin(services.db)) }),
    },
    {
      method: 'POST',
      url: '/api/setup',
      roles: ['public'],
      summary: 'Makes the first administrator with the one-time token of the set-up link, and signs them in.',
      input: setupForm,
      perMinute: 30,
      bodyLimit: 4096,
      handler: async (request, reply) => {
        const form = parsed(setupForm, request.body)
        const account = await guessing(services, 'setup', request, reply, (now) =>
          setUp(services, cost, form, now),
        )
        const { device, deviceName } = form
        return reply.send(await enter(services, { account, device, deviceName }, request, reply))
      },
    },
  ]
}

export function joiningRoutes(services: Services, cost: HashCost): Route[] {
  return [
    ...setupRoutes(services, cost),
    {
      method: 'POST',
      url: '/api/invitations/look',
      roles: ['public'],
      summary: 'What an invitation is for; its code is in the body, never in an address.',
      input: lookForm,
      perMinute: 60,
      bodyLimit: 1024,
      handler: async (request, reply) => {
        const { code } = parsed(lookForm, request.body)
        return reply.send(
          await guessing(services, 'invitation', request, reply, (now) => look(services, code, now)),
        )
      },
    },
    {
      method: 'POST',
      url: '/api/invitations/accept',
      roles: ['public'],
      summary:
        'Accepts an invitation: as a new account, which is signed in, or as the account that is signed in. Works once.',
      input: acceptForm,
      perMinute: 60,
      bodyLimit: 4096,
      handler: async (request, reply, actor) =>
        reply.send(await accept(services, cost, request, reply, actor)),
    },
    {
      method: 'POST',
      url: '/api/password/reset',
      roles: ['public'],
      summary:
        'Sets a new password with the code that an officer handed over. Works once; signs the account out everywhere.',
      input: resetForm,
      perMinute: 30,
      bodyLimit: 4096,
      handler: async (request, reply) => {
        const form = parsed(resetForm, request.body)
        return reply.send(
          await guessing(services, 'reset', request, reply, (now) => reset(services, cost, form, now)),
        )
      },
    },
  ]
}
