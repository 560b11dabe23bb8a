// Many changes of one place in one transaction, each with its own entry in the chained log: what Intake does for one
// command, done for what comes in by the hundred. The entries are like any other; `rembug verify` sees no difference.
import { type RawBuilder, sql } from 'kysely'
import type { Command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { districtOf } from '../../kernel/place-code.ts'
import { append, type Linked, type Told } from './append.ts'
import { writesOnly } from './database/swift-pool.ts'
import type { Tx } from './db.ts'
import { bodyDigest, chainStart, entryHash, type LogEntry, loggable } from './log.ts'
import { nobody, scopeOf, sealed } from './transaction.ts'
import type { Vault } from './vault.ts'

/** One change, as if its actor had given this command. */
export type BatchEntry = {
  command: Pick<Command<never>, 'name' | 'version' | 'personal' | 'secret'>
  input: unknown
  actor: string
  device: string
  doneAt: Date
  answer: Record<string, unknown>
  /** Records that it changed; they go to the feed and, as ids, to the log. */
  changes: readonly { collection: string; id: string; silent?: boolean }[]
}

/** Where the chain of the place stands; nobody else adds to it until the transaction ends. */
export type ChainHead = { seq: number; hash: Buffer }

/** Locks the place, enters its row-level scope and reads the head of its chain. The first statement of a batch. */
export async function beginBatch(tx: Tx, place: string, actor: string): Promise<ChainHead> {
  const opened = await sql<{ head_seq: number | null; head_hash: Buffer | null }>`
    select head_seq, head_hash from platform.begin_command(${place}, ${districtOf(place)}, ${newId()}, ${sealed(scopeOf(place), actor)})`.execute(
    tx,
  )
  return { seq: opened.rows[0]?.head_seq ?? 0, hash: opened.rows[0]?.head_hash ?? chainStart }
}

/** A lock that did not come within `patience`. */
export const isBusy = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '55P03'

/**
 * Enters the row-level scope of several places and locks them; gives those that it got. One that somebody else is at work in
 * is left out, so that it keeps nobody waiting. A single one is waited for, at most `patience` ms where that is given:
 * then the next statement that is waited for throws (`isBusy`).
 */
export async function beginPlaces(
  tx: Tx,
  places: readonly string[],
  actor: string,
  patience: number | null = null,
): Promise<string[]> {
  const key = sql`hashtextextended(u.place, 7302)` // The lock of platform.begin_command.
  const asked = sql`unnest(${[...places]}::text[]) as u (place)`
  const limit = (ms: number) => sql`platform.patience(${ms}::int)`
  const [one, ...others] = places
  if (one !== undefined && others.length === 0 && patience === null) {
    // Before the scope, which ends a statement that takes too long: this wait has no end.
    await sql`${sql.raw(writesOnly)}select pg_advisory_xact_lock(${key}) from ${asked}`.execute(tx)
    await enterAll(tx, places, actor)
    return [one]
  }
  // What comes behind a seal goes by its name, and is not read anew each time.
  await enterAll(tx, places, actor)
  if (one !== undefined && others.length === 0) {
    await sql`${sql.raw(writesOnly)}select ${limit(patience ?? 0)}, pg_advisory_xact_lock(${key}), ${limit(0)} from ${asked}`.execute(
      tx,
    )
    return [one]
  }
  const got = sql<{ place: string }>`select u.place from ${asked} where pg_try_advisory_xact_lock(${key})`
  return (await got.execute(tx)).rows.map(({ place }) => place)
}

/** The scope of all of them, and plans that are made once: the statements of a batch are the same each time. */
async function enterAll(tx: Tx, places: readonly string[], actor: string): Promise<void> {
  const scope = places.map(scopeOf).join(',')
  await sql`${sql.raw(writesOnly)}select platform.enter_batch(${sealed(scope, actor)})`.execute(tx)
}

/** Enters the row-level scope of these places: of several that are locked, each before what is done in it. */
export async function enterPlaces(tx: Tx, places: readonly string[], actor: string): Promise<void> {
  const scope = places.map(scopeOf).join(',')
  await sql`${sql.raw(writesOnly)}select platform.enter(${sealed(scope, actor)})`.execute(tx)
}

export type ChainHeads = Readonly<Record<string, { seq: number; hash: string }>> | null

/** A column: the heads of the chains of these places, after `beginPlaces`. `district` is that of a row `u`. Read with `headOf`. */
export function chainHeads(district: RawBuilder<string>, places: readonly string[]): RawBuilder<ChainHeads> {
  return sql<ChainHeads>`(select jsonb_object_agg(u.place,
      jsonb_build_object('seq', h.seq, 'hash', encode(h.hash, 'hex')))
    from unnest(${[...places]}::text[]) as u (place)
    cross join lateral (select seq, hash from platform.head
      where district_code = ${district} and village_code = u.place limit 1) h)`
}

export function headOf(heads: ChainHeads, place: string): ChainHead {
  const head = heads?.[place]
  return head ? { seq: head.seq, hash: Buffer.from(head.hash, 'hex') } : { seq: 0, hash: chainStart }
}

/** The sequence number that the command which is at work will have; for a handler that stores it. */
export async function nextSeq(tx: Tx, place: string): Promise<number> {
  const found = await sql<{ seq: number }>`select seq from platform.head
    where district_code = ${districtOf(place)} and village_code = ${place}`.execute(tx)
  return (found.rows[0]?.seq ?? 0) + 1
}

function link(
  vault: Vault,
  place: string,
  seq: number,
  previous: Buffer,
  given: BatchEntry,
  now: Date,
): Linked {
  const { name, version, personal, secret } = given.command
  const id = newId()
  const kept = loggable(vault, id, given.input, personal, secret)
  const at = given.doneAt.toISOString()
  const entry: LogEntry = {
    ...{ place, seq, id, name, version },
    actor: given.actor,
    device: given.device,
    doneAt: given.doneAt,
    receivedAt: now,
    records: [...new Set(given.changes.map(({ id }) => id))].sort(),
    fields: kept.fields ?? {},
    answer: given.answer,
    bodyDigest: bodyDigest(vault, { name, version, place, at, input: given.input }).toString('hex'),
  }
  return { entry, salt: kept.salt, previous, hash: entryHash(previous, entry) }
}

/** What is added to the chain of a place. */
export type Addition = { place: string; head: ChainHead; entries: readonly BatchEntry[] }

/** Chains the entries of each place in order and tells the feed; the last statement of a batch before its commit. */
export async function appendBatch(
  { tx, vault, now }: { tx: Tx; vault: Vault; now: Date },
  additions: readonly Addition[],
): Promise<void> {
  const linked: Linked[] = []
  const changed = new Map<string, Told>()
  for (const { place, head, entries } of additions) {
    let previous = head.hash
    for (const [n, each] of entries.entries()) {
      const seq = head.seq + n + 1
      const next = link(vault, place, seq, previous, each, now)
      previous = next.hash
      linked.push(next)
      for (const change of each.changes)
        changed.set(`${place} ${change.collection} ${change.id}`, { ...change, place, seq, gone: false })
    }
  }
  if (linked.length > 0) await append(tx, now, linked, [...changed.values()])
}

/** What the server itself does at a place, in nobody's name; the last of its transaction. */
export async function appendAsServer(
  { tx, vault, place, now }: { tx: Tx; vault: Vault; place: string; now: Date },
  name: Command<never>['name'],
  input: object,
  changes: BatchEntry['changes'] = [],
): Promise<void> {
  const head = await beginBatch(tx, place, nobody)
  const deed = { command: { name, version: 1 }, input, actor: nobody, device: 'server', doneAt: now }
  await appendBatch({ tx, vault, now }, [{ place, head, entries: [{ ...deed, answer: {}, changes }] }])
}
