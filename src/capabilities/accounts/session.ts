// Who is asking: the session cookie, read on every request and kept for seconds only.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Asker, locked, type Services } from '../../platform/server/capability.ts'
import { type SecondFactorState, secondFactorState } from './rules.ts'
import { absoluteMs, isHalf, type LiveRow, liveRow, noteSeen, type Standing } from './session-store.ts'
import { heldAs, vouchedAs } from './store.ts'

export const cookieName = 'rembug_session'
const halfHeader = 'x-rembug-half'
const keptMs = 30_000
const keptMost = 20_000
const seenEveryMs = 5 * 60_000
/** After a change nothing of the account is kept for so long: the change may not be committed yet. */
const unsettledMs = 10_000

export type Live = { row: LiveRow; actor: Actor; secondFactor: SecondFactorState }

const kept = new Map<string, { live: Live; until: number }>()
const unsettled = new Map<string, number>()

/** To be called in every transaction that changes what an account may do, or ends its sessions. */
export function forgetAccount(account: string): void {
  const now = Date.now()
  unsettled.set(account, now + unsettledMs)
  for (const [other, until] of unsettled) if (until < now) unsettled.delete(other)
  for (const [token, entry] of kept) if (entry.live.row.account === account) kept.delete(token)
}

function keep(token: string, live: Live): void {
  const now = Date.now()
  if ((unsettled.get(live.row.account) ?? 0) > now) return
  if (kept.size >= keptMost) kept.clear()
  kept.set(token, { live, until: now + keptMs })
}

/** What somebody may act by now, and what becomes of that without a second factor. */
export function actingBy(row: Standing, now: Date) {
  const held = row.holdings.map((holding) => ({ ...heldAs(holding), since: new Date(holding.since) }))
  const secondFactor = secondFactorState(row.secondFactorSince !== null, held, row.graceUntil, now)
  // An officer who owes the second factor may do nothing but enrol it.
  return { secondFactor, holdings: secondFactor.overdue ? [] : row.holdings.map(vouchedAs) }
}

export function liveOf(row: LiveRow, now: Date): Live {
  const { secondFactor, holdings } = actingBy(row, now)
  const actor: Actor = {
    account: row.account,
    name: row.name,
    holdings,
    session: row.session,
    device: row.device,
    sharing: row.sharing,
  }
  return { row, actor, secondFactor }
}

export function sessionToken(request: FastifyRequest): string | undefined {
  return request.cookies?.[cookieName]
}

/** The open session of a request, read from the database; null when there is none. */
export async function readLive(
  services: Services,
  request: FastifyRequest,
  now = new Date(),
): Promise<Live | null> {
  const token = sessionToken(request)
  const row = token ? await liveRow(services.owner, token, now) : null
  return row ? liveOf(row, now) : null
}

/** Whether the request also carries the half of its session, as an open phone's do. */
export const hasHalf = ({ headers }: FastifyRequest, { row }: Live): boolean =>
  isHalf(headers[halfHeader], row.halfHash)

/**
 * Who is asking, or null when nobody is signed in, or when the page says it asks in the name of somebody else
 * than the browser's session: on a shared phone one person's outbox must not go out under another's name.
 * `locked` without the half of the session. What it says is at most 30 seconds old.
 */
export async function actorOf(services: Services, request: FastifyRequest): Promise<Asker> {
  const live = await sessionOf(services, request)
  const asking = request.headers['x-rembug-account']
  if (!live || (asking !== undefined && asking !== live.row.account)) return null
  if (!hasHalf(request, live)) return locked
  const now = new Date()
  if (now.getTime() - live.row.seenAt.getTime() > seenEveryMs) {
    live.row.seenAt = now
    await noteSeen(services.owner, live.row, now)
  }
  return live.actor
}

async function sessionOf(services: Services, request: FastifyRequest): Promise<Live | null> {
  const token = sessionToken(request)
  if (!token) return null
  const found = kept.get(token)
  if (found && found.until > Date.now()) return found.live
  kept.delete(token)
  const live = await readLive(services, request)
  if (live) keep(token, live)
  return live
}

export function setCookie(services: Services, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: services.secureCookies,
    path: '/',
    maxAge: absoluteMs / 1000,
  })
}

export function clearCookie(services: Services, reply: FastifyReply): void {
  reply.clearCookie(cookieName, {
    httpOnly: true,
    sameSite: 'lax',
    secure: services.secureCookies,
    path: '/',
  })
}
