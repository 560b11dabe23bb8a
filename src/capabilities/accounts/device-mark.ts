// By what the server knows a browser again: a mark that it gave to it itself, beside what the browser calls itself. It can say
// that two came from one browser, and never that they did not: whoever empties a browser comes as a new one.
import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Services } from '../../platform/server/capability.ts'
import { tokenHash } from './session-store.ts'
import type { Any } from './store.ts'

export const markCookie = 'rembug_device'
const keptSeconds = 400 * 86_400

const markIn = (request: FastifyRequest): string | null => {
  const mark = request.cookies?.[markCookie]
  return mark && /^[\w-]{43}$/.test(mark) ? mark : null
}

/** Of the browser that asks; null where it was never given one. */
export function markOf(request: FastifyRequest): Buffer | null {
  const mark = markIn(request)
  return mark ? tokenHash(mark) : null
}

/** The mark of this browser from now on, and how it is given to it. */
export function markFor(services: Services, request: FastifyRequest) {
  const mark = markIn(request) ?? randomBytes(32).toString('base64url')
  const cookie = { httpOnly: true, sameSite: 'lax', secure: services.secureCookies, path: '/' } as const
  return {
    mark: tokenHash(mark),
    give: (reply: FastifyReply) => void reply.setCookie(markCookie, mark, { ...cookie, maxAge: keptSeconds }),
  }
}

/** Where somebody takes a role up; without a mark, that of their own session there. `othersSession`: somebody is signed in there, and it is not they. */
export type Seat = { device: string; mark: Buffer | null; account: string; othersSession?: boolean }

/** Whether anybody else than the account has signed in on it. What the browser calls itself can only speak against it. */
export async function isDeviceUsed(
  tx: Any,
  { device, mark, account, othersSession }: Seat,
): Promise<boolean> {
  if (othersSession) return true
  const found = await sql`select 1 from accounts.device
    where account_id <> ${account} and (id = ${device} or mark = coalesce(${mark}::bytea,
      (select own.mark from accounts.device own where own.account_id = ${account} and own.id = ${device}))) limit 1`.execute(
    tx,
  )
  return found.rows.length > 0
}
