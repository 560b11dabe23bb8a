// The outbox: commands wait here, sealed, in the order they were made, until the server has them. Nothing
// leaves it silently: an entry goes when the feed has caught up with it, or when a person throws it away.
import type { Envelope } from '../../../kernel/command.ts'
import { districtOf } from '../../../kernel/place-code.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { call, Unavailable, unavailable } from '../api.ts'
import { isOfTime, timeAnew } from '../clock.ts'
import type { FileEntry, OutboxEntry } from '../local/device-store.ts'
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
  files: readonly FileEntry[] = [],
  draft?: FromDraft,
): Promise<void> {
  const sealed = await sealJson(open.key, envelope)
  const { store } = open
  await store.transaction('rw', store.outbox, store.files, store.drafts, async () => {
    if (draft) {
      const own = store.files.where('command').equals(draft.id)
      await own.filter((file) => file.status === 'draft' && !draft.files.includes(file.id)).delete()
      await store.files
        .where('command')
        .equals(draft.id)
        .filter((file) => file.status === 'draft')
        .modify({ command: envelope.id, status: 'waiting' })
      await store.drafts.delete(draft.id)
    }
    await open.store.outbox.add({
      id: envelope.id,
      name: envelope.name,
      place: envelope.place,
      records: [...records],
      sealed,
      status: 'queued',
      seq: null,
      refusals: [],
      tries: 0,
      madeAt: envelope.at,
    })
    await open.store.files.bulkPut([...files])
  })
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
    await open.store.outbox.update(entry.n, {
      ...{ status: 'sent', seq: result.seq ?? null },
      ...{ refusals: [], reasons: null },
    })
  else
    await open.store.outbox.update(entry.n, {
      status: 'refused',
      refusals: [],
      reasons: await sealJson(open.key, result.errors ?? [{ code: 'platform.failed' }]),
    })
  return false
}

/** The entries of the outbox, oldest first, with their reasons opened. */
export async function readOutbox(open: Unlocked): Promise<OutboxEntry[]> {
  const entries = await open.store.outbox.orderBy('n').toArray()
  return Promise.all(
    entries.map(async (entry) =>
      entry.reasons
        ? { ...entry, refusals: await openJson<OutboxEntry['refusals']>(open.key, entry.reasons) }
        : entry,
    ),
  )
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
    const entries = await open.store.outbox.orderBy('n').toArray()
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

/** Puts a mended command back in the queue, under the same id: the server never remembered the refused one. */
export async function mend(open: Unlocked, n: number, input: unknown): Promise<void> {
  const entry = await open.store.outbox.get(n)
  if (!entry) return
  const envelope = await openJson<Envelope>(open.key, entry.sealed)
  const reasons = entry.reasons ? await openJson<OutboxEntry['refusals']>(open.key, entry.reasons) : []
  const mended = { ...envelope, ...(isOfTime(reasons) ? timeAnew(envelope.at) : {}), input }
  await open.store.outbox.update(n, {
    sealed: await sealJson(open.key, mended),
    status: 'queued',
    refusals: [],
    reasons: null,
  })
}

export async function envelopeOf(open: Unlocked, entry: OutboxEntry): Promise<Envelope> {
  return openJson<Envelope>(open.key, entry.sealed)
}

/** Throws one entry away, at a person's explicit wish; the photos it owned go with it. */
export async function discard(open: Unlocked, entry: OutboxEntry): Promise<void> {
  await open.store.transaction('rw', open.store.outbox, open.store.files, async () => {
    await open.store.outbox.delete(entry.n)
    await open.store.files.where('command').equals(entry.id).delete()
  })
}
