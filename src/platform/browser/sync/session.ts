// The open session of this phone: whose local copy it is, and the key that opens it. The key is only in
// memory: a reload, a kill, or a quarter of an hour away locks the phone again.
import { askAs } from '../api.ts'
import {
  type DeviceStore,
  deviceStore,
  type KeyRing,
  keepForever,
  layout,
  layoutKey,
} from '../local/device-store.ts'
import { type Account, olderAccount, rememberAccount } from '../local/known-accounts.ts'
import { PinTries } from '../local/pin-tries.ts'
import type { Copy } from '../local/rows.ts'
import {
  newDeviceKey,
  openJson,
  randomBytes,
  type Sealed,
  sealJson,
  unwrapByPin,
  unwrapByRecovery,
  wrapByPin,
  wrapByRecovery,
} from '../local/seal.ts'
import { closeSmall, openSmall } from '../local/small-things.ts'
import { forgetTyped } from '../use-filters.ts'

export type Unlocked = {
  account: Account
  store: DeviceStore
  key: CryptoKey
  device: string
  /** Of the session at the server, beside its cookie; null where this phone has to sign in (once more). */
  half: string | null
}

const deviceKeyName = 'rembug-device'
const ringKey = 'keys'

/** The id of this device, made once; it names the phone in the log and in the list of devices. */
export function deviceId(): string {
  let id = localStorage.getItem(deviceKeyName)
  if (!id) {
    id = `d-${[...randomBytes(12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
    localStorage.setItem(deviceKeyName, id)
  }
  return id
}

const toHex = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
const fromHex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

async function ringOf(store: DeviceStore): Promise<KeyRing | null> {
  return ((await store.meta.get(ringKey))?.value as KeyRing | undefined) ?? null
}

export async function hasPin(account: string): Promise<boolean> {
  const store = deviceStore(account)
  const ring = await ringOf(store)
  store.close()
  return ring !== null
}

/** Who has just signed in, and the half of their session, until a PIN seals both. */
let fresh: { account: Account; half: string } | null = null

/** Somebody has just signed in; what is asked before their PIN is typed is asked in their name. */
export function noteSignedIn(account: Account, half: string): void {
  fresh = { account, half }
  askAs({ account: account.id, half })
}

const halfKey = 'half'

/** The half of the session as it lies sealed on this phone. Another tab may have put a newer one there. */
async function keptHalf({ store, key }: Pick<Unlocked, 'store' | 'key'>): Promise<string | null> {
  const kept = await store.meta.get(halfKey)
  return kept ? openJson<string>(key, kept.value as Sealed) : null
}

/** Seals the half of a new session beside the copy that is open, and asks by it from now on. */
export async function keepHalf(open: Omit<Unlocked, 'half'>, half: string): Promise<void> {
  await open.store.meta.put({ key: halfKey, value: await sealJson(open.key, half) })
  actAs({ ...open, half })
}

/** From now on this page asks in the name of whose copy is open. */
export function actAs({ account, half, ...open }: Unlocked): void {
  askAs({ account: account.id, half, renew: () => keptHalf(open) })
}

const accountKey = 'account'

/** Seals who this is beside their copy; what this phone shows of them while it is locked stays as it is. */
export async function keepAccount({ store, key }: Copy, account: Account): Promise<void> {
  await store.meta.put({ key: accountKey, value: await sealJson(key, account) })
  rememberAccount(account)
}

async function keptAccount({ store, key }: Copy): Promise<Account | null> {
  const kept = await store.meta.get(accountKey)
  return kept ? openJson<Account>(key, kept.value as Sealed) : null
}

/** Whose copy this is, open and with every row in it sealed. */
async function opened(id: string, store: DeviceStore, key: CryptoKey): Promise<Unlocked> {
  const copy = { store, key }
  const signedIn = fresh?.account.id === id ? fresh : null
  const kept = await keptAccount(copy)
  const account = signedIn?.account ?? kept ?? olderAccount(id)
  if (!account) throw new Error('nobody knows whose copy this is')
  // Not part of the first load: it is of use behind a PIN alone.
  const { ifRoom, takeIn } = await import('../local/older-phone.ts')
  await takeIn(copy, async () => (account === kept ? rememberAccount(account) : keepAccount(copy, account)))
  await openSmall(copy)
  const open = { ...copy, account, device: deviceId() }
  if (signedIn) await ifRoom(() => keepHalf(open, signedIn.half))
  fresh = null
  const unlocked = { ...open, half: signedIn?.half ?? (await keptHalf(open)) }
  actAs(unlocked)
  return unlocked
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
  }
  await store.meta.bulkPut([
    { key: ringKey, value: ring },
    { key: layoutKey, value: layout },
  ])
  await keepForever()
  await keepAccount({ store, key }, account)
  return { unlocked: await opened(account.id, store, key), recovery: toHex(recovery) }
}

export type UnlockResult = { unlocked: Unlocked } | { wrong: true; waitSeconds: number }
const tries = new PinTries()

/** Seconds until a PIN is judged again: after a wrong one, and after the app was opened anew meanwhile. */
export async function pinWait(account: string): Promise<number> {
  const store = deviceStore(account)
  const ring = await ringOf(store)
  store.close()
  return tries.left(account, ring?.failures ?? 0)
}

/** Opens the local copy, one try at a time over all tabs. Wrong PINs make one wait (pin-tries.ts); nothing is ever wiped. */
export async function unlockWithPin(account: string, pin: string): Promise<UnlockResult> {
  const store = deviceStore(account)
  const ring = async () => {
    const found = await ringOf(store)
    if (!found) throw new Error('no PIN was chosen on this device')
    return found
  }
  const count = {
    read: async () => (await ring()).failures,
    write: async (failures: number) => {
      await store.meta.put({ key: ringKey, value: { ...(await ring()), failures } })
    },
  }
  const tried = await navigator.locks.request(`rembug-pin-${account}`, () =>
    tries.judge(account, count, async () => unwrapByPin((await ring()).byPin, pin)),
  )
  if ('opened' in tried) return { unlocked: await opened(account, store, tried.opened) }
  store.close()
  return { wrong: true, ...tried }
}

/** The phone is locked: this page asks in nobody's name, and forgets what was looked for and where. */
export function closed(): void {
  askAs(undefined)
  closeSmall()
  forgetTyped()
}

/** A forgotten PIN: with the recovery key from the server a new PIN is set, and unsent work is kept. */
export async function resetPin(account: string, recoveryHex: string, pin: string): Promise<Unlocked | null> {
  const store = deviceStore(account)
  const ring = await ringOf(store)
  const key = ring ? await unwrapByRecovery(ring.byRecovery, fromHex(recoveryHex)) : null
  if (!ring || !key) return null
  await store.meta.put({ key: ringKey, value: { ...ring, byPin: await wrapByPin(key, pin), failures: 0 } })
  return opened(account, store, key)
}
