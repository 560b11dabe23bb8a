// The doors of sign-in: who am I, in, out, own password, this device and its recovery key.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { refuse, refuseIfAny } from '../../kernel/refusal.ts'
import type { Actor, Route, Services } from '../../platform/server/capability.ts'
import { counted, takeTryBack } from './attempt-store.ts'
import { changePasswordForm, deviceForm, signInForm, whoAmIShape } from './form.ts'
import { type HashCost, hashPassword, passwordFits } from './hashing.ts'
import { whyNotPassword } from './password.ts'
import { clearCookie, forgetAccount, hasHalf, readLive } from './session.ts'
import {
  endSessions,
  type OwnCredential,
  ownCredential,
  sealedRecovery,
  setPasswordHash,
  storeRecovery,
} from './session-store.ts'
import { countOrWait, leave, no, parsed, secondFactorFits, signIn, whoAmI } from './sign-in.ts'

/** The recovery key is given only to somebody who has just shown their password. */
const freshMs = 5 * 60_000

export function signedIn(actor: Actor | null): Actor {
  if (!actor) throw no(401, refuse('platform.sign-in'))
  return actor
}

/** Asks for the password again, and for the second factor when there is one; wrong tries slow down. */
export async function proveAgain(
  services: Services,
  account: string,
  proof: { password: string; code?: string | undefined },
  reply: FastifyReply,
): Promise<OwnCredential> {
  const now = new Date()
  const key = counted(services.vault, 'own', account)
  await countOrWait(services.db, [key], reply, now)
  const own = await ownCredential(services.db, account)
  if (!(await passwordFits(own.passwordHash, proof.password)))
    throw no(422, refuse('accounts.wrong-password', {}, 'password'))
  if (own.totp) {
    if (!proof.code) throw no(422, refuse('accounts.code-needed', {}, 'code'))
    const fits = await secondFactorFits(
      services,
      { account, totp: own.totp, totpStep: own.totpStep },
      proof.code,
      now,
    )
    if (!fits) throw no(422, refuse('accounts.wrong-second-factor', {}, 'code'))
  }
  await takeTryBack(services.db, [key], now)
  return own
}

async function changePassword(
  services: Services,
  cost: HashCost,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor,
) {
  const form = parsed(changePasswordForm, request.body)
  const now = new Date()
  const key = counted(services.vault, 'own', actor.account)
  await countOrWait(services.db, [key], reply, now)
  const own = await ownCredential(services.db, actor.account)
  if (!(await passwordFits(own.passwordHash, form.current)))
    throw no(422, refuse('accounts.wrong-password', {}, 'current'))
  await takeTryBack(services.db, [key], now)
  refuseIfAny(whyNotPassword(form.password, { user: own.user, phone: own.phone ?? undefined }))
  const hash = await hashPassword(form.password, cost)
  forgetAccount(actor.account)
  await services.db.transaction().execute(async (tx) => {
    await setPasswordHash(tx, actor.account, hash, now)
    await endSessions(tx, { account: actor.account, butSession: actor.session }, now, false)
  })
  return { changed: true }
}

async function recoveryKey(services: Services, request: FastifyRequest) {
  const live = await readLive(services, request)
  if (!live) throw no(401, refuse('platform.sign-in'))
  const { row } = live
  if (Date.now() - row.createdAt.getTime() > freshMs) throw no(403, refuse('accounts.sign-in-again'))
  const sealed = await sealedRecovery(services.db, row.account, row.device)
  if (!sealed) throw no(404, refuse('accounts.no-recovery-key'))
  return {
    recovery: services.vault.openGlobal<string>('device-recovery', `${row.account}:${row.device}`, sealed),
  }
}

async function keepDevice(services: Services, request: FastifyRequest, actor: Actor) {
  const form = parsed(deviceForm, request.body)
  const bound = `${actor.account}:${actor.device}`
  const sealed = form.recovery ? services.vault.sealGlobal('device-recovery', bound, form.recovery) : null
  await storeRecovery(services.db, actor.account, actor.device, form.name, sealed, new Date())
  return { kept: true }
}

function signingRoutes(services: Services, cost: HashCost): Route[] {
  return [
    {
      method: 'POST',
      url: '/api/session',
      roles: ['public'],
      summary:
        'Signs in by user name or phone number, password, and a second factor where there is one. Sets the session cookie, and answers its half, once: what the app sends with each request (x-rembug-half).',
      input: signInForm,
      perMinute: 120,
      bodyLimit: 4096,
      handler: async (request, reply) =>
        reply.send(await signIn(services, parsed(signInForm, request.body), request, reply, cost)),
    },
    {
      method: 'GET',
      url: '/api/session',
      roles: ['public'],
      summary:
        'Who I am; account is null when nobody is signed in, and without the half of the session, which is then said to be locked.',
      cookieAlone: 'The lock screen asks whether there is a session; without its half it hears nothing more.',
      output: whoAmIShape,
      handler: async (request, reply) => {
        const live = await readLive(services, request)
        if (!live) return reply.send({ account: null })
        return reply.send(hasHalf(request, live) ? whoAmI(live) : { account: null, locked: true })
      },
    },
    {
      method: 'DELETE',
      url: '/api/session',
      roles: ['public'],
      summary: 'Signs out. The local copy of the device stays, locked by its PIN.',
      cookieAlone: 'Whoever has forgotten the PIN may still sign out.',
      handler: async (request, reply) => {
        await leave(services, request, new Date())
        clearCookie(services, reply)
        return reply.send({ account: null })
      },
    },
  ]
}

export function sessionRoutes(services: Services, cost: HashCost): Route[] {
  return [
    ...signingRoutes(services, cost),
    {
      method: 'POST',
      url: '/api/password',
      roles: ['account'],
      summary: 'Changes my password and signs me out everywhere else.',
      input: changePasswordForm,
      perMinute: 30,
      bodyLimit: 4096,
      handler: async (request, reply, actor) =>
        reply.send(await changePassword(services, cost, request, reply, signedIn(actor))),
    },
    {
      method: 'PUT',
      url: '/api/device',
      roles: ['account'],
      summary: 'Names this device and keeps the recovery key of its local copy, sealed.',
      input: deviceForm,
      bodyLimit: 4096,
      handler: async (request, reply, actor) =>
        reply.send(await keepDevice(services, request, signedIn(actor))),
    },
    {
      method: 'GET',
      url: '/api/device/recovery',
      roles: ['account'],
      summary:
        'The recovery key of this device, in the five minutes after signing in on it, unless it was reported lost.',
      perMinute: 30,
      handler: async (request, reply) => reply.send(await recoveryKey(services, request)),
    },
  ]
}
