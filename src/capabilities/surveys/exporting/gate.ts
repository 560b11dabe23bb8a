// Who may take what: role AND place, checked here because these doors are plain routes.
import type { FastifyRequest } from 'fastify'
import type * as z from 'zod/mini'
import { idPattern } from '../../../kernel/id.ts'
import { districtOf, isVillage, rolesAt } from '../../../kernel/place-code.ts'
import { type Refusal, Refused, refuse } from '../../../kernel/refusal.ts'
import type { Role } from '../../../kernel/role.ts'
import type { Actor, Services } from '../../../platform/server/capability.ts'
import { inPlace } from '../../../platform/server/transaction.ts'
import { issuesToRefusals } from '../../../platform/server/wellformed.ts'
import { localPlacesOf } from '../../places/door.ts'
import type { LocalPlace } from '../../places/local-place.ts'
import { askedAt } from '../asked-at.ts'
import { type Asked, askedOf, mayPersonal, seesWho, selectedBy } from '../tables/asking.ts'
import { versionsOf } from '../tables/forms-store.ts'
import type { Selection } from '../tables/selection.ts'
import { rowReaders } from '../tables/selection.ts'
import { type ByToken, tokenOf } from '../tokens/asking.ts'
import { fileWordsOf } from './file-choices.ts'

export const no = (statusCode: number, ...refusals: Refusal[]): Refused =>
  Object.assign(new Refused(refusals), { statusCode })

export type Gate = Asked & {
  services: Services
  /** The address of the server by which it was asked. */
  origin: string
  place: string
  account: string
  roles: readonly Role[]
  village: boolean
  /** What asks in its person's name; null of a session. */
  token: ByToken | null
  versions: ReadonlyMap<string, string>
}

/** The survey in the address, for somebody with a role at its place. */
export async function gateOf(services: Services, request: FastifyRequest, actor: Actor): Promise<Gate> {
  const { place = '', survey = '' } = request.params as { place?: string; survey?: string }
  if (!isVillage(place) || !idPattern.test(survey)) throw no(404, refuse('surveys.not-here'))
  const roles = rolesAt(actor.holdings, place)
  if (!roles.some((role) => (rowReaders as readonly Role[]).includes(role)))
    throw no(403, refuse('platform.forbidden'))
  const { account } = actor
  return inPlace(services.db, place, account, async (tx) => {
    const asked = await askedOf({ tx, place, district: districtOf(place) }, survey).catch(
      (error: unknown) => {
        throw error instanceof Refused ? no(404, ...error.refusals) : error
      },
    )
    const versions = await versionsOf(tx, [...asked.survey.versions, asked.survey.form])
    const token = tokenOf(request)
    const origin = askedAt(request, services.publicUrl)
    return { ...asked, services, origin, place, account, roles, village: seesWho(roles), token, versions }
  })
}

export function parsed<T>(schema: z.ZodMiniType<T>, from: unknown): T {
  const read = schema.safeParse(from)
  if (!read.success) throw no(400, ...issuesToRefusals(read.error.issues))
  return read.data
}

/**
 * Whether the personal answers go along: where they are asked for, and with a token that was issued for them, whose program knows
 * of no wish in an address. Refuses (403) who asks for them and may not.
 */
export function personalIn(gate: Gate, asked: string | undefined): boolean {
  const { token } = gate
  if (asked !== 'yes' && (asked !== undefined || !token?.personal)) return false
  if (token && !token.personal) throw no(403, refuse('surveys.token-open-only'))
  if (!mayPersonal(gate.roles)) throw no(403, refuse('surveys.may-not-take-personal'))
  return true
}

export const selectionIn = (gate: Gate, fields: Parameters<typeof selectedBy>[0]): Selection =>
  selectedBy(fields, gate.tables, gate.roles)

const nameOf = ({ kind, number, name }: LocalPlace): string =>
  name ?? `${kind.toUpperCase()} ${number === null ? '' : String(number).padStart(3, '0')}`.trim()

/** What the RT of a village are called: "RT 002 / RW 001". */
export async function rtNames({ services, place, account }: Gate): Promise<Map<string, string>> {
  const places = await inPlace(services.db, place, account, (tx) =>
    localPlacesOf({ tx, place, district: districtOf(place) }),
  )
  return new Map(
    [...places.values()].map((own) => {
      const around = own.parent ? places.get(own.parent) : undefined
      return [own.id, around ? `${nameOf(own)} / ${nameOf(around)}` : nameOf(own)]
    }),
  )
}

/** The words of choices that lie in files of the survey's forms. */
export const wordsInFiles = ({ services, place, account, survey, tables }: Gate) =>
  inPlace(services.db, place, account, (tx) =>
    fileWordsOf(tx, [...new Set([...survey.versions, survey.form])], tables),
  )
