// What this phone keeps for one account: sealed blocks of rows, the outbox, photos, and the wrapped key.
import Dexie, { type EntityTable } from 'dexie'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Sealed, Wrapped } from './seal.ts'

/** Rows of a place as they came from the feed, sealed a page at a time; later blocks win. */
export type Block = { n: number; place: string; sealed: Sealed }

export type Pin = {
  place: string
  name: string
  cursor: string
  seq: number
  grant: string
  syncedAt: string | null
}

export type OutboxStatus = 'queued' | 'sent' | 'refused'
export type OutboxEntry = {
  n: number
  id: string
  name: string
  place: string
  /** Opaque ids of the records it concerns. */
  records: string[]
  /** The envelope, sealed: it holds what the person typed. */
  sealed: Sealed
  status: OutboxStatus
  /** Sequence number at the place, once the server has it. */
  seq: number | null
  /** Reasons, when it was refused; in the store always empty, because they name people: see `reasons`. */
  refusals: (Refusal & { message?: string })[]
  /** The reasons, sealed. */
  reasons?: Sealed | null
  tries: number
  madeAt: string
}

export type FileEntry = {
  id: string
  place: string
  /** The command that owns the file: it is sent after that command was accepted. */
  command: string
  sealed: Sealed
  mediaType: string
  bytes: number
  sha256: string
  /** draft: it belongs to a draft, whose id stands in `command`, and goes nowhere yet. */
  status: 'draft' | 'waiting' | 'stored' | 'refused'
  uploadUrl: string | null
  tries: number
}

/** Something long that a person is still writing; it is on no server. */
export type DraftEntry = {
  id: string
  place: string
  /** Which screen it belongs to, as a command is named: 'surveys.submit'. */
  kind: string
  /** By the phone's clock, which may be years off: said to a person, never counted from. */
  savedAt: string
  /** When a sync first found it as it now stands, by the server's clock; it goes with every change. */
  seenAt?: string
  /** What a list of drafts shows of it, sealed. */
  head: Sealed
  /** All of it, sealed. */
  body: Sealed
}

export type Meta = { key: string; value: unknown }

export type DeviceStore = Dexie & {
  blocks: EntityTable<Block, 'n'>
  pins: EntityTable<Pin, 'place'>
  outbox: EntityTable<OutboxEntry, 'n'>
  files: EntityTable<FileEntry, 'id'>
  meta: EntityTable<Meta, 'key'>
  drafts: EntityTable<DraftEntry, 'id'>
}

/** `failures`: wrong PINs since the last right one. */
export type KeyRing = { byPin: Wrapped; byRecovery: Wrapped; failures: number }

export function deviceStore(account: string): DeviceStore {
  const store = new Dexie(`rembug-${account}`, { chromeTransactionDurability: 'strict' }) as DeviceStore
  store.version(1).stores({
    blocks: '++n, place',
    pins: 'place',
    outbox: '++n, &id, status, place',
    files: 'id, command, status, place',
    meta: 'key',
  })
  store.version(2).stores({ drafts: 'id, place' })
  return store
}

/** Asks the browser not to evict this site's data; what it answers is shown on the outbox screen. */
export async function keepForever(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false
}
