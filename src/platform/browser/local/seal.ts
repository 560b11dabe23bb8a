// What lies on the phone is sealed with a key of this device (AES-256-GCM). The key itself is kept only
// wrapped: by the PIN, and by a recovery key that the server keeps, so that a forgotten PIN loses nothing.

const encoder = new TextEncoder()
const decoder = new TextDecoder()
/** PBKDF2 rounds; OWASP 2023 asks 600,000 for SHA-256. About a second on a cheap phone. */
const rounds = 600_000

export type Sealed = { nonce: Uint8Array; bytes: ArrayBuffer }
/** Stands where a row's id or place would stand, which are read by nobody without the key. */
export type Tag = string & { readonly tag: true }
export type Wrapped = { salt: Uint8Array; key: Sealed }

/** Whether it is the same sealing: what was sealed anew has another nonce, also of the same words. */
export const isSame = (one: Sealed | undefined, other: Sealed): boolean | undefined =>
  one?.nonce.every((byte, at) => byte === other.nonce[at])

export function randomBytes(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count))
}

export async function newDeviceKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt'])
}

export async function sealBytes(key: CryptoKey, plain: BufferSource): Promise<Sealed> {
  const nonce = randomBytes(12)
  return { nonce, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, plain) }
}

export async function openBytes(key: CryptoKey, sealed: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.nonce as BufferSource }, key, sealed.bytes)
}

/** What JSON cannot say would be sealed as an empty text, which nothing opens again: it is refused here, where who gave it is known. */
export async function sealJson(key: CryptoKey, value: unknown): Promise<Sealed> {
  const text = JSON.stringify(value)
  if (text === undefined) throw new TypeError(`nothing to seal: ${typeof value}`)
  return sealBytes(key, encoder.encode(text))
}

/** It lies there and does not open with this key, or says nothing: another look will find no more. */
export class Unopenable extends Error {}

export async function openJson<T>(key: CryptoKey, sealed: Sealed): Promise<T> {
  try {
    return JSON.parse(decoder.decode(await openBytes(key, sealed))) as T
  } catch (cause) {
    throw new Unopenable('sealed otherwise, or empty', { cause })
  }
}

const tagKeys = new WeakMap<CryptoKey, Promise<CryptoKey>>()

async function newTagKey(key: CryptoKey): Promise<CryptoKey> {
  const raw = await crypto.subtle.exportKey('raw', key)
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey'])
  const made = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: encoder.encode('rembug tags') }
  return crypto.subtle.deriveKey(made, base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign'])
}

/**
 * By what a row is found again: a digest (HMAC) under a key made from the one that the PIN opens. The same id or place has the
 * same tag on one copy, and nobody without its key can say which it is, or try whether it is one they know.
 */
export async function tagOf(key: CryptoKey, kind: string, value: string): Promise<Tag> {
  const known = tagKeys.get(key) ?? newTagKey(key)
  tagKeys.set(key, known)
  const digest = await crypto.subtle.sign('HMAC', await known, encoder.encode(`${kind} ${value}`))
  return btoa(String.fromCharCode(...new Uint8Array(digest, 0, 18))) as Tag
}

async function wrappingKey(
  secret: Uint8Array<ArrayBuffer>,
  salt: Uint8Array,
  iterations: number,
): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: salt as BufferSource, iterations },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

async function wrap(
  deviceKey: CryptoKey,
  secret: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<Wrapped> {
  const salt = randomBytes(16)
  const raw = await crypto.subtle.exportKey('raw', deviceKey)
  return { salt, key: await sealBytes(await wrappingKey(secret, salt, iterations), raw) }
}

async function unwrap(
  wrapped: Wrapped,
  secret: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey | null> {
  try {
    const raw = await openBytes(await wrappingKey(secret, wrapped.salt, iterations), wrapped.key)
    return await crypto.subtle.importKey('raw', raw, { name: 'AES-GCM' }, true, ['encrypt', 'decrypt'])
  } catch {
    return null // the wrong PIN: the seal does not open
  }
}

export const wrapByPin = (deviceKey: CryptoKey, pin: string) => wrap(deviceKey, encoder.encode(pin), rounds)
export const unwrapByPin = (wrapped: Wrapped, pin: string) => unwrap(wrapped, encoder.encode(pin), rounds)
/** The recovery key is 32 random bytes, so stretching it adds nothing. */
export const wrapByRecovery = (deviceKey: CryptoKey, recovery: Uint8Array<ArrayBuffer>) =>
  wrap(deviceKey, recovery, 1)
export const unwrapByRecovery = (wrapped: Wrapped, recovery: Uint8Array<ArrayBuffer>) =>
  unwrap(wrapped, recovery, 1)
