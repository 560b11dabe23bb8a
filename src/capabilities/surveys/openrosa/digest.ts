// HTTP Digest (RFC 2617: MD5, qop auth) for phones that are given a name and a password instead of a secret address.
// The password is the device's own random secret and never a person's.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Vault } from '../../../platform/server/vault.ts'
import { deviceRealm } from './device.ts'

const nonceMs = 5 * 60_000
const noncesMost = 20_000

const md5 = (text: string) => createHash('md5').update(text).digest('hex')
const sameText = (one: string, other: string) => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Characters; what Digest asks for is a tenth of it. */
const headerMost = 4_000

/** The parts of an Authorization header: name=value or name="value". */
export function digestParts(header: string): Record<string, string> {
  const parts: Record<string, string> = {}
  if (header.length > headerMost) return parts
  // Each look goes on where the last ended, so that a header costs as much as it is long.
  const next = /[\s,]*([a-z]{1,20})=(?:"((?:[^"\\]|\\.)*)"|([^\s,]*))/iy
  next.lastIndex = 'Digest '.length
  for (let found = next.exec(header); found; found = next.exec(header)) {
    const [, name = '', quoted, plain = ''] = found
    parts[name.toLowerCase()] = quoted === undefined ? plain : quoted.replaceAll(/\\(.)/g, '$1')
  }
  return parts
}

export type Judged = 'right' | 'wrong' | 'stale'

export class Digest {
  readonly #vault: Vault
  /** Counters that were used with a nonce: each counts once. */
  readonly #used = new Map<string, Set<number>>()
  constructor(vault: Vault) {
    this.#vault = vault
  }

  #sign(body: string): string {
    return this.#vault.digest('surveys.nonce', body).subarray(0, 12).toString('base64url')
  }

  #nonce(now: number): string {
    const body = `${now.toString(36)}.${randomBytes(6).toString('base64url')}`
    return `${body}.${this.#sign(body)}`
  }

  challenge(stale: boolean, now = Date.now()): string {
    return `Digest realm="${deviceRealm}", domain="/odk/", qop="auth", algorithm=MD5, nonce="${this.#nonce(now)}"${stale ? ', stale=true' : ''}`
  }

  #age(nonce: string, now: number): number | null {
    const [at = '', salt = '', sign = ''] = nonce.split('.')
    return sameText(sign, this.#sign(`${at}.${salt}`)) ? now - Number.parseInt(at, 36) : null
  }

  /** Whether this counter is new; a nonce that was forgotten is old. */
  #fresh(nonce: string, count: number): boolean {
    const used = this.#used.get(nonce) ?? new Set()
    if (used.has(count)) return false
    const oldest = this.#used.keys().next().value
    if (this.#used.size >= noncesMost && oldest !== undefined) this.#used.delete(oldest)
    this.#used.set(nonce, used.add(count))
    return true
  }

  /** Judges an answer to a challenge; `ha1` is MD5(user:realm:password). */
  judge(parts: Record<string, string>, ha1: string, method: string, url: string, now = Date.now()): Judged {
    const { nonce = '', uri = '', qop, nc = '', cnonce = '', response = '', realm } = parts
    const age = this.#age(nonce, now)
    const address = uri.replace(/^https?:\/\/[^/]+/, '')
    if (age === null || realm !== deviceRealm || address !== url) return 'wrong'
    const ha2 = md5(`${method}:${uri}`)
    const middle = qop === undefined ? nonce : `${nonce}:${nc}:${cnonce}:${qop}`
    if ((qop ?? 'auth') !== 'auth' || !sameText(md5(`${ha1}:${middle}:${ha2}`), response.toLowerCase()))
      return 'wrong'
    // The secret is right: an old nonce, or one used before, is a reason to try anew and not to ask the person.
    const count = qop === undefined ? 0 : Number.parseInt(nc, 16)
    return age > nonceMs || age < 0 || !this.#fresh(nonce, count) ? 'stale' : 'right'
  }
}
