// The digest of a file or of an original says what is in it to whoever can guess that: a card of a family has few values that
// a neighbour would not know. So what is kept is a digest of the digest under a key of the vault. It holds what comes against
// what was announced as before, and tells a thief of the database nothing.
import type { Vault } from './vault.ts'

type Key = Pick<Vault, 'digest'>

/** As it stands in rows and in the log, of a SHA-256 in hex; that it is keyed can be seen. */
export const keyedDigest = (vault: Key, sha256: string): string =>
  `v1:${vault.digest('file', sha256).toString('base64url')}`

/** Of the original of a submission. */
export const originalDigest = (vault: Key, sha256: Buffer): Buffer =>
  vault.digest('original', sha256.toString('hex'))

/** The name under which inputs tell of a file that comes, wherever it stands in them (kernel/fields.ts). */
const named = 'sha256'

function holdsOne(value: unknown): boolean {
  if (value === null || typeof value !== 'object') return false
  if (Array.isArray(value)) return value.some(holdsOne)
  for (const key in value) {
    const item = (value as Record<string, unknown>)[key]
    if ((key === named && typeof item === 'string') || holdsOne(item)) return true
  }
  return false
}

/** The same value with every digest of a file keyed. Commands are given it, so that no capability keeps a plain one. */
export function withKeyedDigests<T>(vault: Key, value: T): T {
  if (!holdsOne(value)) return value
  const keyed = (key: string, item: unknown): unknown =>
    key === named && typeof item === 'string' ? keyedDigest(vault, item) : withKeyedDigests(vault, item)
  const copy = Array.isArray(value)
    ? value.map((item) => keyed('', item))
    : Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, keyed(key, item)]))
  return copy as T
}
