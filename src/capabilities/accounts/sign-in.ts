// Signing in. Every path costs the same and says the same until the password was right: nobody learns here
// whether an account exists.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { type Refusal, Refused, refuse } from '../../kernel/refusal.ts'
import type { Services } from '../../platform/server/capability.ts'
import type { Db } from '../../platform/server/db.ts'
import { countedAddress } from '../../platform/server/http/address.ts'
import { nobody } from '../../platform/server/transaction.ts'
import type { Vault } from '../../platform/server/vault.ts'
import { issuesToRefusals } from '../../platform/server/wellformed.ts'
import { type Counted, counted, countTry, takeTryBack } from './attempt-store.ts'
import { plainCode, recoveryLength } from './code.ts'
import { markFor } from './device-mark.ts'
import type { SignedIn, SignInAnswer, SignInForm, WhoAmI } from './form.ts'
import { dummyHash, type HashCost, hashPassword, isOutdated, passwordFits } from './hashing.ts'
import { identityOf } from './password.ts'
import { stepOf } from './second-factor.ts'
import { forgetAccount, type Live, liveOf, sessionToken, setCookie } from './session.ts'
import {
  type Credential,
  credentialFor,
  endSession,
  isRecoveryCode,
  liveRow,
  openSession,
  setPasswordHash,
  useRecoveryCode,
  useStep,
} from './session-store.ts'
import { vouchedAs } from './store.ts'

/** A no with a status of its own. */
export function no(status: number, ...refusals: readonly Refusal[]): Refused {
  return Object.assign(new Refused(refusals), { statusCode: status })
}

export function parsed<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const read = schema.safeParse(body)
  if (read.success) return read.data
  throw no(400, ...issuesToRefusals(read.error.issues))
}

/** Refuses with the seconds to wait when there were too many wrong tries. */
export async function countOrWait(
  db: Db,
  keys: readonly Counted[],
  reply: FastifyReply,
  now: Date,
): Promise<void> {
  const seconds = await countTry(db, keys, now)
  if (seconds === 0) return
  reply.header('retry-after', String(seconds))
  throw no(429, refuse('accounts.wait', { seconds }))
}

/** What shows the owner before the password does: their own phone, or a code from their paper. */
type Shown = 'device' | 'recovery-code' | null

/** A code from the paper has 50 bits and is guessed by nobody, so whoever has one is held up by no stranger's tries. */
async function shownBy(
  { db, vault }: Services,
  found: Credential | null,
  { code = '' }: SignInForm,
): Promise<Shown> {
  if (found?.knownDevice) return 'device'
  if (plainCode(code).length !== recoveryLength) return null
  const account = found?.account ?? nobody
  const known = await isRecoveryCode(db, account, recoveryDigest(vault, account, code))
  return known ? 'recovery-code' : null
}

function keysFor(vault: Vault, form: SignInForm, ip: string, shown: Shown): Counted[] {
  const name = JSON.stringify(identityOf(form.user))
  const address = countedAddress(ip)
  // A device that signed in before is judged by itself: strangers cannot make it wait.
  if (shown) return [counted(vault, 'pair', shown, name, shown === 'device' ? form.device : '')]
  return [
    counted(vault, 'pair', name, address),
    counted(vault, 'address', address),
    counted(vault, 'name', name),
  ]
}

const recoveryDigest = (vault: Vault, account: string, code: string): Buffer =>
  vault.digest('accounts:recovery-code', `${account}:${plainCode(code)}`)

/** Judges a code of the authenticator app, or one of the recovery codes; a right one is used up. */
export async function secondFactorFits(
  services: Services,
  of: { account: string; totp: Buffer; totpStep: number },
  code: string,
  now: Date,
): Promise<boolean> {
  const { db, vault } = services
  const secret = vault.openGlobal<string>('second-factor', of.account, of.totp)
  const step = stepOf(secret, code.replace(/\s/g, ''), of.totpStep, now)
  if (step !== null) return useStep(db, of.account, step)
  return useRecoveryCode(db, of.account, recoveryDigest(vault, of.account, code), now)
}

async function judge(
  services: Services,
  found: Credential,
  form: SignInForm,
  reply: FastifyReply,
  now: Date,
): Promise<'in' | 'second-factor'> {
  if (!found.totp) return 'in'
  if (!form.code) return 'second-factor'
  // Who has the password, but not the owner's phone, cannot make the owner wait.
  const own = found.knownDevice ? [form.device] : []
  const key = counted(services.vault, 'secondFactor', found.account, ...own)
  await countOrWait(services.db, [key], reply, now)
  const fits = await secondFactorFits(services, { ...found, totp: found.totp }, form.code, now)
  if (!fits) throw no(401, refuse('accounts.wrong-second-factor', {}, 'code'))
  await takeTryBack(services.db, [key], now)
  return 'in'
}

export async function signIn(
  services: Services,
  form: SignInForm,
  request: FastifyRequest,
  reply: FastifyReply,
  cost: HashCost,
): Promise<SignInAnswer> {
  const { db, vault } = services
  const now = new Date()
  const identity = identityOf(form.user)
  const user = 'user' in identity ? identity.user : ''
  const phone = 'phone' in identity ? identity.phone : ''
  const found = await credentialFor(db, user, phone, form.device)
  const keys = keysFor(vault, form, request.ip, await shownBy(services, found, form))
  await countOrWait(db, keys, reply, now)
  const fits = await passwordFits(found?.passwordHash ?? (await dummyHash(cost)), form.password)
  if (!fits || !found || found.disabled) throw no(401, refuse('accounts.wrong-sign-in'))
  const verdict = await judge(services, found, form, reply, now)
  await takeTryBack(db, keys, now)
  if (verdict === 'second-factor') return { needsSecondFactor: true }
  if (isOutdated(found.passwordHash, cost))
    await setPasswordHash(db, found.account, await hashPassword(form.password, cost), now)
  return enter(
    services,
    { account: found.account, device: form.device, deviceName: form.deviceName },
    request,
    reply,
  )
}

/** Opens a session for an account that has just shown who it is, and sets the cookie. */
export async function enter(
  services: Services,
  who: { account: string; device: string; deviceName: string },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<SignedIn> {
  const now = new Date()
  // A new token at every sign-in; the one the browser came with is worth nothing any more.
  await leave(services, request, now)
  const { mark, give } = markFor(services, request)
  const seat = { ...who, mark }
  const { token, half, hasRecovery } = await services.db
    .transaction()
    .execute((tx) => openSession(tx, seat, now))
  setCookie(services, reply, token)
  give(reply)
  const row = await liveRow(services.db, token, now)
  if (!row) throw no(401, refuse('accounts.wrong-sign-in'))
  return { ...whoAmI(liveOf(row, now), hasRecovery), half }
}

/** Ends the session that a request came with, if any. */
export async function leave(services: Services, request: FastifyRequest, now: Date): Promise<void> {
  const token = sessionToken(request)
  const account = token ? await endSession(services.db, token, now) : null
  if (account) forgetAccount(account)
}

export function whoAmI({ row, secondFactor }: Live, hasDeviceRecovery?: boolean): WhoAmI {
  const holdings = row.holdings.map(vouchedAs)
  return {
    account: { id: row.account, name: row.name, user: row.user, holdings },
    device: row.device,
    secondFactor,
    offers: row.offers,
    ...(hasDeviceRecovery === undefined ? {} : { hasDeviceRecovery }),
  }
}
