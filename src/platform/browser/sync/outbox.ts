// The outbox: commands wait here, sealed, in the order they were made, until the server has them. Nothing
// leaves it silently: an entry goes when the feed has caught up with it, or when a person throws it away.
import type { Envelope } from '../../../kernel/command.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { call, Unavailable, unavailable } from '../api.ts'
import { isOfTime, timeAnew } from '../clock.ts'
import { isSealedRow, type OutboxEntry } from '../local/device-store.ts'
import {
  type Copy,
  commandTag,
  draftTag,
  dropFilesOf,
  fileState,
  fileTag,
  openEntry,
  outboxLine,
  outboxRow,
  type SealedFile,
} from '../local/rows.ts'
import { openJson, sealJson } from '../local/seal.ts'
import type { Unlocked } from './session.ts'

const batchMost = 50
const delivered = new Set(['done', 'before'])
/** Answers that mean "try again later", not "mend this". */
const laterStatuses = new Set(['held'])

type SyncResult = {
  id: string
  status: string
  code?: string
  seq?: number
  errors?: (Refusal & { message?: string })[]
}

/** How far a round of sending is: of what may go now, what the server has answered. */
export type Sending = { sent: number; of: number }

/** The draft that a command was made from, and which of its files go with it. */
export type FromDraft = { id: string; files: readonly string[] }

/**
 * Adds a command with the files it owns, and takes its draft away: all of it happens on the phone, or none of it.
 * Files of the draft that the command does not name go with the draft.
 */
export async function addToOutbox(
  open: Unlocked,
  envelope: Envelope,
  records: readonly string[],
  files: readonly SealedFile[] = [],
  draft?: FromDraft,
): Promise<void> {
  const { store, key } = open
  const { id, name, place, at } = envelope
  const facts = { id, name, place, records: [...records], madeAt: at }
  const row = await outboxRow(
    key,
    { ...facts, status: 'queued', seq: null, refusals: [] },
    await sealJson(key, envelope),
  )
  const from = draft && (await draftTag(key, draft.id))
  const going = new Set<string>(await Promise.all((draft?.files ?? []).map((file) => fileTag(key, file))))
  const owner = await fileState(key, { command: id, status: 'waiting', uploadUrl: null, tries: 0 })
  await store.transaction('rw', store.outbox, store.files, store.contents, store.drafts, async () => {
    if (from) {
      await dropFilesOf(store, from, going)
      await store.files.where('owner').equals(from).modify(owner)
      await store.drafts.delete(from)
    }
    await store.outbox.add(row)
    await store.files.bulkPut(files.map((file) => file.row))
    await store.contents.bulkPut(files.map((file) => file.content))
  })
}

/** Keeps what is known anew of an entry; nothing, where it is gone by now. The envelope is left alone where it is not what changed. */
async function note(
  { store, key }: Unlocked,
  entry: OutboxEntry,
  change: Partial<OutboxEntry>,
): Promise<void> {
  const { sealed } = change
  const line = await outboxLine(key, { ...entry, ...change })
  await store.outbox.update(entry.n, sealed ? { line, sealed } : { line })
}

/** What may go now: everything queued, less what touches a record that waits for mending, or to be sent `later`. */
export function sendable(
  entries: readonly OutboxEntry[],
  later: (entry: OutboxEntry) => boolean = () => false,
): OutboxEntry[] {
  const stuck = new Set<string>()
  const free: OutboxEntry[] = []
  for (const entry of entries) {
    const blocked = later(entry) || entry.records.some((record) => stuck.has(record))
    if (entry.status === 'refused' || (entry.status === 'queued' && blocked))
      for (const record of entry.records) stuck.add(record)
    else if (entry.status === 'queued') free.push(entry)
  }
  return free
}

/**
 * What was not taken because of its time gets another, once by itself: the server has stored nothing of it, so nothing
 * is done twice. True where it goes again at once.
 */
async function retimed(open: Unlocked, entry: OutboxEntry, result: SyncResult): Promise<boolean> {
  const envelope = isOfTime(result.errors) && (await envelopeOf(open, entry))
  if (!envelope || envelope.clock) return false
  const sealed = await sealJson(open.key, { ...envelope, ...timeAnew(envelope.at) })
  await open.store.outbox.update(entry.n, { sealed })
  return true
}

/** True where it goes again in this round. */
async function noteResult(
  open: Unlocked,
  entry: OutboxEntry,
  result: SyncResult | undefined,
): Promise<boolean> {
  if (!result || laterStatuses.has(result.status)) return false
  if (await retimed(open, entry, result)) return true
  if (delivered.has(result.status))
    await note(open, entry, { status: 'sent', seq: result.seq ?? null, refusals: [] })
  else
    await note(open, entry, { status: 'refused', refusals: result.errors ?? [{ code: 'platform.failed' }] })
  return false
}

/** The entries of the outbox, oldest first. */
export async function readOutbox({ store, key }: Copy): Promise<OutboxEntry[]> {
  const rows = (await store.outbox.orderBy('n').toArray()).filter(isSealedRow)
  return Promise.all(rows.map((row) => openEntry(key, row)))
}

/** The server's word on each; where it could reach none of their places now, all of them are to come again. */
async function sendBatch(open: Unlocked, batch: readonly OutboxEntry[]): Promise<Map<string, SyncResult>> {
  const commands = await Promise.all(batch.map((entry) => openJson<Envelope>(open.key, entry.sealed)))
  const { results } = await call<{ results: SyncResult[] }>('POST', '/api/sync', { commands }).catch(
    (error: unknown) => {
      if (!(error instanceof Unavailable)) throw error
      return { results: batch.map(({ id }): SyncResult => ({ id, status: 'held', code: unavailable })) }
    },
  )
  return new Map(results.map((result) => [result.id, result]))
}

/** Notes the server's word on each; what does not go again in this round is `held`, and its place `away` where that is why. */
async function noteResults(
  open: Unlocked,
  batch: readonly OutboxEntry[],
  results: ReadonlyMap<string, SyncResult>,
  held: Set<string>,
  away: Set<string>,
): Promise<void> {
  let again = false
  for (const entry of batch) {
    const result = results.get(entry.id)
    if (await noteResult(open, entry, result)) again = true
    // What was held behind one that goes again goes with it.
    else if (!result || (laterStatuses.has(result.status) && !(again && result.code === 'platform.held')))
      held.add(entry.id)
    if (result?.code === unavailable) away.add(districtOf(entry.place))
  }
}

/**
 * Sends what may go, a batch at a time; a district that cannot be reached now keeps no other waiting. Gives the places of
 * what the server could not take yet. Throws Offline or Problem(401) when the line or the session is gone.
 */
export async function sendOutbox(
  open: Unlocked,
  onChange: (sending: Sending) => Promise<void>,
): Promise<string[]> {
  let sent = 0
  const held = new Set<string>()
  const away = new Set<string>()
  const later = ({ id, place }: OutboxEntry) => held.has(id) || away.has(districtOf(place))
  for (;;) {
    const entries = await readOutbox(open)
    const free = sendable(entries, later)
    const batch = free.slice(0, batchMost)
    if (batch.length === 0) return sendable(entries).map((entry) => entry.place)
    if (sent === 0) await onChange({ sent, of: free.length })
    const results = await sendBatch(open, batch)
    await noteResults(open, batch, results, held, away)
    const of = sent + free.length
    sent += batch.length
    await onChange({ sent, of })
  }
}

/** Drops what is sent: nothing changes that any more. */
export async function dropSent(open: Copy, which: (entry: OutboxEntry) => boolean): Promise<void> {
  const sent = (await readOutbox(open)).filter((entry) => entry.status === 'sent' && which(entry))
  await open.store.outbox.bulkDelete(sent.map(({ n }) => n))
}

/** Puts a mended command back in the queue, under the same id: the server never remembered the refused one. */
export async function mend(open: Unlocked, n: number, input: unknown): Promise<void> {
  const row = await open.store.outbox.get(n)
  if (!row) return
  const entry = await openEntry(open.key, row)
  const envelope = await envelopeOf(open, entry)
  const mended = { ...envelope, ...(isOfTime(entry.refusals) ? timeAnew(envelope.at) : {}), input }
  await note(open, entry, { sealed: await sealJson(open.key, mended), status: 'queued', refusals: [] })
}

export async function envelopeOf(open: Unlocked, entry: OutboxEntry): Promise<Envelope> {
  return openJson<Envelope>(open.key, entry.sealed)
}

/** Throws one entry away, at a person's explicit wish; the photos it owned go with it. */
export async function discard(open: Unlocked, entry: OutboxEntry): Promise<void> {
  const { store, key } = open
  const owner = await commandTag(key, entry.id)
  await store.transaction('rw', store.outbox, store.files, store.contents, async () => {
    await store.outbox.delete(entry.n)
    await dropFilesOf(store, owner)
  })
}
