// Who asks at the door of OData: a session as everywhere, or a token by Basic. One is never read beside the other: with a secret in
// the request its cookie counts for nothing, so what was issued for one survey opens that survey alone.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idPattern } from '../../../kernel/id.ts'
import { districtOf, isVillage, rolesAt } from '../../../kernel/place-code.ts'
import { Refused, refuse } from '../../../kernel/refusal.ts'
import { type Actor, locked, type Route, type Services } from '../../../platform/server/capability.ts'
import { Counted } from '../../../platform/server/running/counted.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { actorBehind } from '../../accounts/door.ts'
import { Guesses } from '../openrosa/guesses.ts'
import { mayRead, networkOf, travelsSafely } from './rules.ts'
import { digestOf, type Reader, tokenStore } from './store-token.ts'
import { tokenPattern } from './token.ts'

const challenge = 'Basic realm="Rembug OData", charset="UTF-8"'
/** Of one reader in a minute: a survey of 20,000 is read in 80 pages, one behind the other. */
const readsMost = 300
/** A use is noted so often, and whenever it comes from another network. */
const notedEveryMs = 5 * 60_000
const seenMost = 10_000

export type ByToken = Pick<Reader, 'id' | 'personal'>
const tokens = new WeakMap<FastifyRequest, ByToken>()
/** The token that a request came with; null of a session. */
export const tokenOf = (request: FastifyRequest): ByToken | null => tokens.get(request) ?? null

const no = (statusCode: number, code: string): Refused =>
  Object.assign(new Refused([refuse(code)]), { statusCode })

/** The password that Basic carries (RFC 7617), where it looks like a secret of ours; the user name says nothing. */
function secretIn(header: string): string | null {
  const said = /^basic /i.test(header) ? Buffer.from(header.slice(6).trim(), 'base64').toString() : ''
  const secret = said.slice(said.indexOf(':') + 1)
  return tokenPattern.test(secret) ? secret : null
}

type Place = { place: string; survey: string }

class Door {
  readonly #services: Services
  readonly #guesses = new Guesses()
  readonly #reads = new Counted(60_000)
  /** Digests of secrets that were right once, with their survey: they come in past strangers behind the same line. */
  readonly #seen = new Set<string>()
  constructor(services: Services) {
    this.#services = services
  }

  readonly asks: NonNullable<Route['asks']> = async (request, reply, bySession) => {
    const { authorization } = request.headers
    const asker =
      authorization === undefined ? await bySession() : await this.#byToken(request, reply, authorization)
    // Excel asks for a name and a password where it is told to; a locked app is told to unlock.
    if (asker === null && this.#safe(request)) reply.header('www-authenticate', challenge)
    if (asker !== null && asker !== locked && this.#reads.count(asker.session) > readsMost)
      throw this.#tooMany(reply)
    return asker
  }

  #safe = (request: FastifyRequest) => travelsSafely(request, this.#services.publicUrl)

  #tooMany(reply: FastifyReply): Refused {
    reply.header('retry-after', '60')
    return no(429, 'platform.too-many')
  }

  async #byToken(request: FastifyRequest, reply: FastifyReply, header: string): Promise<Actor> {
    if (!this.#safe(request)) throw no(403, 'surveys.token-https')
    const refused = (code: string) => {
      reply.header('www-authenticate', challenge)
      return no(401, code)
    }
    const secret = secretIn(header)
    const { place = '', survey = '' } = request.params as Partial<Place>
    const at = isVillage(place) && idPattern.test(survey) ? { place, survey } : null
    const key = digestOf(`${place} ${survey} ${secret}`).toString('base64')
    if (!this.#seen.has(key) && this.#guesses.tooMany(request.ip)) throw this.#tooMany(reply)
    const token = secret && at ? await this.#find(at, secret, request.ip) : null
    if (!token) {
      this.#guesses.wrong(request.ip)
      throw refused('surveys.token-unknown')
    }
    if (this.#seen.size >= seenMost) this.#seen.clear()
    this.#seen.add(key)
    const actor =
      token.endedAt === null && token.expiresAt > new Date()
        ? await actorBehind(this.#services, { account: token.account, thing: token.id })
        : null
    if (!actor) throw refused('surveys.token-over')
    if (!mayRead(rolesAt(actor.holdings, place), token)) throw no(403, 'platform.forbidden')
    tokens.set(request, token)
    return actor
  }

  /** The token, and its use noted. One question for every secret: whether there is such a survey makes no difference. */
  #find({ place, survey }: Place, secret: string, address: string): Promise<Reader | null> {
    return inPlace(this.#services.db, place, nobody, async (tx) => {
      const store = tokenStore({ tx, place, district: districtOf(place) })
      const token = await store.bySecret(survey, secret)
      const [now, from] = [new Date(), networkOf(address)]
      const works = token && token.endedAt === null && token.expiresAt > now
      const long = now.getTime() - (token?.usedAt?.getTime() ?? 0) > notedEveryMs
      if (works && (long || token.usedFrom !== from)) await store.noteUse(token.id, from, now)
      return token
    })
  }
}

export const tokenDoor = (services: Services): NonNullable<Route['asks']> => new Door(services).asks
