// The second factor: offered, confirmed by its first code, given up again; and the paper of recovery codes.
import { refuse } from '../../kernel/refusal.ts'
import type { Actor, Route, Services } from '../../platform/server/capability.ts'
import type { Tx } from '../../platform/server/db.ts'
import { counted, takeTryBack } from './attempt-store.ts'
import { newCode, recoveryLength, showCode } from './code.ts'
import { confirmForm, proofForm } from './form.ts'
import { newSecondFactor, stepOf } from './second-factor.ts'
import { forgetAccount, readLive } from './session.ts'
import { proveAgain, signedIn } from './session-routes.ts'
import {
  dropSecondFactor,
  endSessions,
  offerSecondFactor,
  ownCredential,
  replaceRecoveryCodes,
  takeSecondFactor,
} from './session-store.ts'
import { countOrWait, no, parsed } from './sign-in.ts'

const codesOnPaper = 10

async function freshCodes(services: Services, tx: Tx, account: string): Promise<string[]> {
  const codes = Array.from({ length: codesOnPaper }, () => newCode(recoveryLength))
  const hashes = codes.map((code) => services.vault.digest('accounts:recovery-code', `${account}:${code}`))
  await replaceRecoveryCodes(tx, account, hashes)
  return codes.map(showCode)
}

async function offer(services: Services, actor: Actor, user: string) {
  const { secret, uri } = newSecondFactor(user)
  await offerSecondFactor(
    services.db,
    actor.account,
    services.vault.sealGlobal('second-factor', actor.account, secret),
  )
  return { secret, uri }
}

async function confirm(services: Services, actor: Actor, code: string) {
  const now = new Date()
  const { offered, totpStep } = await ownCredential(services.db, actor.account)
  if (!offered) throw no(422, refuse('accounts.nothing-offered'))
  const secret = services.vault.openGlobal<string>('second-factor', actor.account, offered)
  // A new secret has no used steps; the older one's are no reason to refuse it.
  const step = stepOf(secret, code.replace(/\s/g, ''), 0, now)
  if (step === null) return null
  forgetAccount(actor.account)
  return services.db.transaction().execute(async (tx) => {
    await takeSecondFactor(tx, actor.account, offered, Math.max(step, totpStep), now)
    await endSessions(tx, { account: actor.account, butSession: actor.session }, now, false)
    return { recoveryCodes: await freshCodes(services, tx, actor.account) }
  })
}

const enrolRoute = (services: Services): Route => ({
  method: 'POST',
  url: '/api/second-factor',
  roles: ['account'],
  summary:
    'Offers a new second factor: its secret, also as the address an authenticator app scans. It counts once confirmed.',
  input: proofForm,
  perMinute: 30,
  bodyLimit: 4096,
  handler: async (request, reply, asking) => {
    const actor = signedIn(asking)
    const own = await proveAgain(services, actor.account, parsed(proofForm, request.body), reply)
    return reply.send(await offer(services, actor, own.user))
  },
})

const confirmRoute = (services: Services): Route => ({
  method: 'POST',
  url: '/api/second-factor/confirm',
  roles: ['account'],
  summary:
    'Confirms the offered second factor by its first code; answers ten recovery codes, shown once. Signs out everywhere else.',
  input: confirmForm,
  perMinute: 30,
  bodyLimit: 1024,
  handler: async (request, reply, asking) => {
    const actor = signedIn(asking)
    const { code } = parsed(confirmForm, request.body)
    const now = new Date()
    const key = counted(services.vault, 'own', 'confirm', actor.account)
    await countOrWait(services.db, [key], reply, now)
    const confirmed = await confirm(services, actor, code)
    if (!confirmed) throw no(422, refuse('accounts.wrong-second-factor', {}, 'code'))
    await takeTryBack(services.db, [key], now)
    return reply.send(confirmed)
  },
})

const codesRoute = (services: Services): Route => ({
  method: 'POST',
  url: '/api/second-factor/recovery-codes',
  roles: ['account'],
  summary: 'New recovery codes; the old ones are worth nothing any more.',
  input: proofForm,
  perMinute: 30,
  bodyLimit: 4096,
  handler: async (request, reply, asking) => {
    const actor = signedIn(asking)
    const own = await proveAgain(services, actor.account, parsed(proofForm, request.body), reply)
    if (!own.totp) throw no(422, refuse('accounts.nothing-offered'))
    const recoveryCodes = await services.db
      .transaction()
      .execute((tx) => freshCodes(services, tx, actor.account))
    return reply.send({ recoveryCodes })
  },
})

const dropRoute = (services: Services): Route => ({
  method: 'DELETE',
  url: '/api/second-factor',
  roles: ['account'],
  summary: 'Gives the second factor up. Refused for officers, who may only replace it.',
  input: proofForm,
  perMinute: 30,
  bodyLimit: 4096,
  handler: async (request, reply, asking) => {
    const actor = signedIn(asking)
    const form = parsed(proofForm, request.body)
    const live = await readLive(services, request)
    if (live?.secondFactor.required) throw no(422, refuse('accounts.second-factor-required'))
    await proveAgain(services, actor.account, form, reply)
    forgetAccount(actor.account)
    await services.db.transaction().execute((tx) => dropSecondFactor(tx, actor.account))
    return reply.send({ dropped: true })
  },
})

export function secondFactorRoutes(services: Services): Route[] {
  return [enrolRoute(services), confirmRoute(services), codesRoute(services), dropRoute(services)]
}
