// Rules of tokens, pure. A token is its person at one door: it never opens more than they may see at that moment.
import { rolesAt } from '../../../kernel/place-code.ts'
import { type Refusal, reasons, refuse } from '../../../kernel/refusal.ts'
import type { Holding, Role } from '../../../kernel/role.ts'
import { surveyKeepers } from '../survey.ts'
import { personalReaders, rowReaders } from '../tables/selection.ts'
import { tokensMost } from './token.ts'

const some = (roles: readonly Role[], wanted: readonly Role[]): boolean =>
  roles.some((role) => wanted.includes(role))

/** Whether these roles at its place still see all that a token was issued for. */
export const mayRead = (roles: readonly Role[], { personal }: { personal: boolean }): boolean =>
  some(roles, rowReaders) && (!personal || some(roles, personalReaders))

/** Whether it goes on with the roles that are left. */
export const staysWith = (left: readonly Holding[], token: { place: string; personal: boolean }): boolean =>
  mayRead(rolesAt(left, token.place), token)

type Issuing = { personal: boolean }
type Standing = { surveyHere: boolean; running: number; secretKnown: boolean; roles: readonly Role[] }

export function whyNotIssue({ personal }: Issuing, standing: Standing): Refusal[] {
  const { surveyHere, running, secretKnown, roles } = standing
  return reasons(
    !surveyHere && refuse('surveys.not-here', {}, 'survey'),
    personal && !some(roles, personalReaders) && refuse('surveys.may-not-take-personal', {}, 'personal'),
    running >= tokensMost && refuse('surveys.token-most', { most: tokensMost }),
    secretKnown && refuse('surveys.token-secret-known', {}, 'secret'),
  )
}

/** Whoever made it ends it; so does who answers for the surveys of the village. */
export const mayEnd = (roles: readonly Role[], own: boolean): boolean => own || some(roles, surveyKeepers)

export function whyNotEnd(
  token: { account: string; endedAt: string | null } | undefined,
  actor: { account: string; roles: readonly Role[] },
): Refusal[] {
  if (!token) return [refuse('surveys.no-such-token', {}, 'id')]
  if (!mayEnd(actor.roles, token.account === actor.account)) return [refuse('surveys.token-not-yours')]
  return token.endedAt === null ? [] : [refuse('surveys.token-ended')]
}

/** Where a read came from, roughly: the network, not the machine. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  const four = /^(\d+\.\d+\.\d+)\.\d+$/.exec(plain)
  if (four) return `${four[1]}.x`
  const head = plain.split('::', 1)[0] ?? ''
  return `${head.split(':').slice(0, 3).join(':')}::x`
}

const loopback = /^(127\.|::1$|::ffff:127\.)/
const isOwn = (url: string): boolean => /^(localhost|127\.[\d.]+|\[::1\])$/.test(new URL(url).hostname)

/**
 * Whether a secret may travel as this request did: encrypted, or from the machine itself to a server that serves nobody else.
 * Behind a proxy the server believes its word for https only where TRUST_PROXY names it.
 */
export const travelsSafely = (
  { protocol, ip }: { protocol: string; ip: string },
  publicUrl: string,
): boolean => protocol === 'https' || (isOwn(publicUrl) && loopback.test(ip))
