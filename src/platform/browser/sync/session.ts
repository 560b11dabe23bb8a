// The open session of this phone: whose local copy it is, and the key that opens it. The key is only in
// memory: a reload, a kill, or a quarter of an hour away locks the phone again.
import type { Holding } from '../../../kernel/role.ts'
import { type DeviceStore, deviceStore, type KeyRing, keepForever } from '../local/device-store.ts'
import {
  newDeviceKey,
  randomBytes,
  unwrapByPin,
  unwrapByRecovery,
  wrapByPin,
  wrapByRecovery,
} from '../local/seal.ts'

export type Account = { id: string; name: string; user: string; holdings: Holding[] }
export type Unlocked = { account: Account; store: DeviceStore; key: CryptoKey; device: string }

const accountsKey = 'rembug-accounts'
const deviceKeyName = 'rembug-device'

/** The id of this device, made once; it names the phone in the log and in the list of devices. */
export function deviceId(): string {
  let id = localStorage.getItem(deviceKeyName)
  if (!id) {
    id = `d-${[...randomBytes(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
    localStorage.setItem(deviceKeyName, id)
  }
  return id
}

/** The accounts that have a local copy on this phone, the latest first. */
export function knownAccounts(): Account[] {
  try {
    return JSON.parse(localStorage.getItem(accountsKey) ?? '[]') as Account[]
  } catch {
    return []
  }
}

export function rememberAccount(account: Account): void {
  const others = knownAccounts().filter((known) => known.id !== account.id)
  localStorage.setItem(accountsKey, JSON.stringify([account, ...others]))
}

export function forgetAccount(id: string): void {
  localStorage.setItem(accountsKey, JSON.stringify(knownAccounts().filter((known) => known.id !== id)))
}

const toHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

async function ringOf(store: DeviceStore): Promise<KeyRing | null> {
  return ((await store.meta.get('keys'))?.value as KeyRing | undefined) ?? null
}

export async function hasPin(account: string): Promise<boolean> {
  const store = deviceStore(account)
  const ring = await ringOf(store)
  store.close()
  return ring !== null
}

/** Makes the device key and wraps it by a new PIN; gives the recovery key, for the server to keep. */
export async function choosePin(
  account: Account,
  pin: string,
): Promise<{ unlocked: Unlocked; recovery: string }> {
  const store = deviceStore(account.id)
  const key = await newDeviceKey()
  const recovery = randomBytes(32)
  const ring: KeyRing = {
    byPin: await wrapByPin(key, pin),
    byRecovery: await wrapByRecovery(key, recovery),
    failures: 0,
    lockedUntil: 0,
  }
  await store.meta.put({ key: 'keys', value: ring })
  await keepForever()
  rememberAccount(account)
  return { unlocked: { account, store, key, device: deviceId() }, recovery: toHex(recovery) }
}

export type UnlockResult = { unlocked: Unlocked } | { wrong: true; waitSeconds: number }

/** Opens the local copy. Each wrong PIN after the third doubles the wait, up to an hour; nothing is ever wiped. */
export async function unlockWithPin(account: Account, pin: string, now = Date.now()): Promise<UnlockResult> {
  const store = deviceStore(account.id)
  const ring = await ringOf(store)
  if (!ring) throw new Error('no PIN was chosen on this device')
  if (ring.lockedUntil > now) return { wrong: true, waitSeconds: Math.ceil((ring.lockedUntil - now) / 1000) }
  const key = await unwrapByPin(ring.byPin, pin)
  if (key) {
    await store.meta.put({ key: 'keys', value: { ...ring, failures: 0, lockedUntil: 0 } })
    return { unlocked: { account, store, key, device: deviceId() } }
  }
  const failures = ring.failures + 1
  const waitSeconds = failures < 3 ? 0 : Math.min(3600, 15 * 2 ** (failures - 3))
  await store.meta.put({ key: 'keys', value: { ...ring, failures, lockedUntil: now + waitSeconds * 1000 } })
  return { wrong: true, waitSeconds }
}

/** A forgotten PIN: with the recovery key from the server a new PIN is set, and unsent work is kept. */
export async function resetPin(account: Account, recoveryHex: string, pin: string): Promise<Unlocked | null> {
  const store = deviceStore(account.id)
  const ring = await ringOf(store)
  const key = ring ? await unwrapByRecovery(ring.byRecovery, fromHex(recoveryHex)) : null
  if (!ring || !key) return null
  await store.meta.put({
    key: 'keys',
    value: { ...ring, byPin: await wrapByPin(key, pin), failures: 0, lockedUntil: 0 },
  })
  return { account, store, key, device: deviceId() }
}
