// Which device is asking: by the secret in its address, by Digest, or over https by Basic.
import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { idPattern } from '../../../kernel/id.ts'
import type { Services } from '../../../platform/server/capability.ts'
import type { Tx } from '../../../platform/server/db.ts'
import { inPlace, nobody } from '../../../platform/server/transaction.ts'
import { deviceRealm } from './device.ts'
import { Digest, digestParts } from './digest.ts'
import { Guesses } from './guesses.ts'
import { forgetSenders, keepSender, keptSender } from './kept-senders.ts'
import { Turned } from './replies.ts'
import { digestPurpose, tokenDigest } from './store-device.ts'
import { type Sender, senderById, senderByToken } from './store-senders.ts'

const seenMost = 10_000

const basicParts = (header: string): string => Buffer.from(header.slice(6), 'base64').toString()

/** The device that a header says it is. */
function userOf(header: string): string {
  const user = /^basic /i.test(header) ? basicParts(header).split(':', 1)[0] : digestParts(header).username
  return (user ?? '').toLowerCase()
}

export class Senders {
  readonly #services: Services
  readonly #digest: Digest
  readonly #guesses = new Guesses()
  /** Devices that were right once, by what they are found by. */
  readonly #seen = new Set<string>()
  constructor(services: Services) {
    this.#services = services
    this.#digest = new Digest(services.vault)
  }

  #ask(find: (tx: Tx) => Promise<Sender | null>): Promise<Sender | null> {
    return inPlace(this.#services.db, null, nobody, find)
  }

  /**
   * From memory for a while when that is enough: a submission asks once more under the lock of its place whether the
   * device may still send.
   */
  async #find(key: string, kept: boolean, find: (tx: Tx) => Promise<Sender | null>): Promise<Sender | null> {
    const found = kept ? keptSender(key) : null
    if (found) return found
    const sender = await this.#ask(find)
    if (sender?.revoked) forgetSenders([sender.id])
    else if (sender) {
      if (this.#seen.size >= seenMost) this.#seen.clear()
      this.#seen.add(key)
      keepSender(key, sender)
    }
    return sender
  }

  /** Holds a stranger off where too many were wrong; a device that was here before comes in past them. */
  #watch(request: FastifyRequest, key: string): void {
    if (this.#seen.has(key)) return
    if (this.#guesses.tooMany(request.ip)) throw new Turned(429, 'surveys.odk-too-often')
  }

  /** By the secret in the address. A wrong one is 403, so that no app asks for a name and a password. */
  async byToken(request: FastifyRequest, kept: boolean): Promise<Sender> {
    const { token = '' } = request.params as { token?: string }
    const sha256 = tokenDigest(token)
    const key = sha256.toString('base64')
    this.#watch(request, key)
    const sender = await this.#find(key, kept, (tx) => senderByToken(tx, sha256))
    if (!sender) {
      this.#guesses.wrong(request.ip)
      throw new Turned(403, 'surveys.odk-forbidden')
    }
    if (sender.revoked) throw new Turned(403, 'surveys.device-ended')
    return sender
  }

  /** By name and secret; else a challenge. */
  async byName(request: FastifyRequest, reply: FastifyReply, kept: boolean): Promise<Sender> {
    const header = request.headers.authorization ?? ''
    this.#watch(request, userOf(header))
    const judged = /^digest /i.test(header)
      ? await this.#byDigest(request, header, kept)
      : /^basic /i.test(header) && request.protocol === 'https'
        ? await this.#byBasic(header, kept)
        : null
    if (judged !== null && judged !== 'stale' && judged !== 'wrong') {
      if (judged.revoked) throw new Turned(403, 'surveys.device-ended')
      return judged
    }
    if (judged === 'wrong') this.#guesses.wrong(request.ip)
    const basic = request.protocol === 'https' ? [`Basic realm="${deviceRealm}", charset="UTF-8"`] : []
    reply.header('www-authenticate', [this.#digest.challenge(judged === 'stale'), ...basic])
    throw new Turned(401, 'surveys.odk-sign-in')
  }

  #named(user: string, kept: boolean): Promise<Sender | null> {
    const id = user.toLowerCase()
    return idPattern.test(id) ? this.#find(id, kept, (tx) => senderById(tx, id)) : Promise.resolve(null)
  }

  async #byDigest(
    request: FastifyRequest,
    header: string,
    kept: boolean,
  ): Promise<Sender | 'wrong' | 'stale'> {
    const parts = digestParts(header)
    const sender = await this.#named(parts.username ?? '', kept)
    if (!sender) return 'wrong'
    const ha1 = this.#services.vault.openGlobal<string>(digestPurpose, sender.id, sender.digestSealed)
    const judged = this.#digest.judge(parts, ha1, request.method, request.raw.url ?? '')
    return judged === 'right' ? sender : judged
  }

  async #byBasic(header: string, kept: boolean): Promise<Sender | 'wrong'> {
    const said = basicParts(header)
    const cut = said.indexOf(':')
    const sender = cut < 0 ? null : await this.#named(said.slice(0, cut), kept)
    return sender && timingSafeEqual(tokenDigest(said.slice(cut + 1)), sender.tokenSha256) ? sender : 'wrong'
  }
}
