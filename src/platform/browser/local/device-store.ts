// What this phone keeps for one account: sealed rows and contents, and the wrapped key. Without the key all that can be read of
// it is how much there is: what has to be found again stands under a tag (decision 33).
import Dexie, { type EntityTable } from 'dexie'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Sealed, Tag, Wrapped } from './seal.ts'

/** Rows of a place as they came from the feed, sealed a page at a time; later blocks win. */
export type Block = { n: number; place: Tag; sealed: Sealed }

export type Pin = {
  place: string
  name: string
  cursor: string
  seq: number
  grant: string
  syncedAt: string | null
}
export type PinRow = { place: Tag; line: Sealed }

export type OutboxStatus = 'queued' | 'sent' | 'refused'
/** An entry as it is read; `line` of its row holds all of it but the envelope. */
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
  /** Reasons, when it was refused. */
  refusals: (Refusal & { message?: string })[]
  madeAt: string
}
export type OutboxRow = { n: number; id: Tag; line: Sealed; sealed: Sealed }

/** draft: it belongs to a draft, whose id stands in `command`, and goes nowhere yet. */
export type FileState = {
  /** The command that owns the file: it is sent after that command was accepted. */
  command: string
  status: 'draft' | 'waiting' | 'stored' | 'refused'
  uploadUrl: string | null
  tries: number
}
export type FileFacts = { id: string; place: string; mediaType: string; bytes: number; sha256: string }
export type FileEntry = FileFacts & FileState
/** `owner`: the draft or command. Its bytes lie in `contents`, so that a list of files reads none of them. */
export type FileRow = { id: Tag; owner: Tag; line: Sealed; state: Sealed }
export type Content = { id: Tag; sealed: Sealed }

/** Something long that a person is still writing; it is on no server. */
export type DraftFacts = {
  id: string
  place: string
  /** Which screen it belongs to, as a command is named: 'surveys.submit'. */
  kind: string
  /** By the phone's clock, which may be years off: said to a person, never counted from. */
  savedAt: string
}
/** `line` holds its facts and what a list of drafts shows of it, `body` all of it. */
export type DraftRow = {
  id: Tag
  place: Tag
  line: Sealed
  body: Sealed
  /** When a sync first found it as it now stands, by the server's clock; it goes with every change. */
  seen?: Sealed
}

export type Meta = { key: string; value: unknown }

export type DeviceStore = Dexie & {
  blocks: EntityTable<Block, 'n'>
  pins: EntityTable<PinRow, 'place'>
  outbox: EntityTable<OutboxRow, 'n'>
  files: EntityTable<FileRow, 'id'>
  contents: EntityTable<Content, 'id'>
  meta: EntityTable<Meta, 'key'>
  drafts: EntityTable<DraftRow, 'id'>
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
  // Rows of before stay as they are until the key is there: older-phone.ts.
  store.version(3).stores({ outbox: '++n, &id', files: 'id, owner', contents: 'id' })
  return store
}

/** Under which it is noted that nothing of an older app is left. */
export const [layoutKey, layout] = ['layout', 3] as const

/** A row of an older app has no line: that is what this one seals of it. */
export const isSealedRow = (row: object): boolean => 'line' in row

/** Asks the browser not to evict this site's data; what it answers is shown on the outbox screen. */
export async function keepForever(): Promise<boolean> {
  return (await navigator.storage?.persist?.()) ?? false
}
