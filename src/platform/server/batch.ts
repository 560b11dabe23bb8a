// Many changes of one place in one transaction, each with its own entry in the chained log: what Intake does for one
// command, done for what comes in by the hundred. The entries are like any other; `rembug verify` sees no difference.
import { type RawBuilder, sql } from 'kysely'
import type { Command } from '../../kernel/command.ts'
import { newId } from '../../kernel/id.ts'
import { districtOf } from '../../kernel/place-code.ts'
import { manyDistricts } from './database/plan.ts'
import { writesOnly } from './database/swift-pool.ts'
import type { Tx } from './db.ts'
import { bodyDigest, chainStart, entryHash, type LogEntry, loggable } from './log.ts'
import { scopeOf } from './transaction.ts'
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
  changes: readonly { collection: string; id: string }[]
}

/** Where the chain of the place stands; nobody else adds to it until the transaction ends. */
export type ChainHead = { seq: number; hash: Buffer }

/** Locks the place, enters its row-level scope and reads the head of its chain. The first statement of a batch. */
export async function beginBatch(tx: Tx, place: string, actor: string): Promise<ChainHead> {
  const opened = await sql<{ head_seq: number | null; head_hash: Buffer | null }>`
    select head_seq, head_hash from platform.begin_command(${place}, ${districtOf(place)}, ${newId()}, ${scopeOf(place)}, ${actor})`.execute(
    tx,
  )
  return { seq: opened.rows[0]?.head_seq ?? 0, hash: opened.rows[0]?.head_hash ?? chainStart }
}

/**
 * Locks several places and enters their row-level scope; gives those that it got. One that somebody else is at work in
 * is left out, so that it keeps nobody waiting; a single one is waited for.
 */
export async function beginPlaces(tx: Tx, places: readonly string[], actor: string): Promise<string[]> {
  const key = sql`hashtextextended(u.place, 7302)` // The lock of platform.begin_command.
  const asked = sql`unnest(${[...places]}::text[]) as u (place)`
  let held = [...places]
  if (places.length === 1)
    await sql`${sql.raw(writesOnly)}select pg_advisory_xact_lock(${key}) from ${asked}`.execute(tx)
  else {
    const got = await sql<{
      place: string
    }>`select u.place from ${asked} where pg_try_advisory_xact_lock(${key})`
    held = (await got.execute(tx)).rows.map(({ place }) => place)
  }
  if (held.length > 0) await enterAll(tx, held, actor)
  return held
}

/** The scope of all of them, and plans that are made once: the statements of a batch are the same each time. */
async function enterAll(tx: Tx, places: readonly string[], actor: string): Promise<void> {
  const scope = places.map(scopeOf).join(',')
  await sql`${sql.raw(writesOnly)}select platform.enter_batch(${scope}, ${actor})`.execute(tx)
}

/** Enters the row-level scope of these places: of several that are locked, each before what is done in it. */
export async function enterPlaces(tx: Tx, places: readonly string[], actor: string): Promise<void> {
  const scope = places.map(scopeOf).join(',')
  await sql`${sql.raw(writesOnly)}select platform.enter(${scope}, ${actor})`.execute(tx)
}

export type ChainHeads = Readonly<Record<string, { seq: number; hash: string }>> | null

/** A column: the heads of the chains of these places of a district, after `beginPlaces`. Read with `headOf`. */
export function chainHeads(district: string, places: readonly string[]): RawBuilder<ChainHeads> {
  return sql<ChainHeads>`(select jsonb_object_agg(h.village_code,
      jsonb_build_object('seq', h.seq, 'hash', encode(h.hash, 'hex')))
    from unnest(${[...places]}::text[]) as u (place)
    join platform.head h on h.district_code = ${district} and h.village_code = u.place)`
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

type Linked = { entry: LogEntry; salt: Buffer | null; previous: Buffer; hash: Buffer }

function link(
  vault: Vault,
  place: string,
  seq: number,
  previous: Buffer,
  given: BatchEntry,
  now: Date,
): Linked {
  const { name, version, personal, secret } = given.command
  const kept = loggable(given.input, personal, secret)
  const at = given.doneAt.toISOString()
  const entry: LogEntry = {
    ...{ place, seq, name, version },
    id: newId(),
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
type Changed = { place: string; collection: string; id: string; seq: number }

/** Chains the entries of each place in order and tells the feed; the last statement of a batch before its commit. */
export async function appendBatch(
  { tx, vault, now }: { tx: Tx; vault: Vault; now: Date },
  additions: readonly Addition[],
): Promise<void> {
  const linked: Linked[] = []
  const heads: Linked[] = []
  const changed = new Map<string, Changed>()
  for (const { place, head, entries } of additions) {
    let previous = head.hash
    for (const [n, each] of entries.entries()) {
      const seq = head.seq + n + 1
      const next = link(vault, place, seq, previous, each, now)
      previous = next.hash
      linked.push(next)
      for (const { collection, id } of each.changes)
        changed.set(`${place} ${collection} ${id}`, { place, collection, id, seq })
    }
    if (entries.length > 0) heads.push(linked.at(-1) as Linked)
  }
  if (linked.length > 0) await write(tx, now, linked, heads, [...changed.values()])
}

const column =
  <T>(rows: readonly T[]) =>
  <V>(read: (row: T) => V): V[] =>
    rows.map(read)

async function write(
  tx: Tx,
  now: Date,
  linked: readonly Linked[],
  heads: readonly Linked[],
  changes: readonly Changed[],
): Promise<void> {
  const of = column(linked)
  const salted = linked.filter(({ salt }) => salt !== null)
  const salt = column(salted)
  const head = column(heads)
  const change = column(changes)
  await sql`${sql.raw(writesOnly)}${sql.raw(manyDistricts)}
    with logged as (
      insert into platform.log (district_code, village_code, seq, id, name, version, actor, device, done_at, received_at,
        records, fields, answer, body_digest, previous, hash)
      select u.district, u.place, u.seq, u.id, u.name, u.version, u.actor, u.device, u.done_at, ${now},
        p.records -> (u.n - 1)::int, p.fields -> (u.n - 1)::int, p.answers -> (u.n - 1)::int,
        substring(p.digests from u.n::int * 32 - 31 for 32), substring(p.previous from u.n::int * 32 - 31 for 32),
        substring(p.hashes from u.n::int * 32 - 31 for 32)
      from unnest(${of(({ entry }) => districtOf(entry.place))}::text[], ${of(({ entry }) => entry.place)}::text[],
        ${of(({ entry }) => entry.seq)}::bigint[], ${of(({ entry }) => entry.id)}::uuid[],
        ${of(({ entry }) => entry.name)}::text[], ${of(({ entry }) => entry.version)}::int[],
        ${of(({ entry }) => entry.actor)}::uuid[], ${of(({ entry }) => entry.device)}::text[],
        ${of(({ entry }) => entry.doneAt)}::timestamptz[]) with ordinality
        as u (district, place, seq, id, name, version, actor, device, done_at, n),
        -- One text for all of them: as elements of an array each would be escaped and parsed anew. Bytes likewise.
        (select ${JSON.stringify(of(({ entry }) => entry.records))}::jsonb as records,
          ${JSON.stringify(of(({ entry }) => entry.fields))}::jsonb as fields,
          ${JSON.stringify(of(({ entry }) => entry.answer))}::jsonb as answers,
          ${Buffer.concat(of(({ entry }) => Buffer.from(entry.bodyDigest, 'hex')))}::bytea as digests,
          ${Buffer.concat(of(({ previous }) => previous))}::bytea as previous,
          ${Buffer.concat(of(({ hash }) => hash))}::bytea as hashes) p returning 1
    ), salted as (
      insert into platform.log_salt (district_code, village_code, id, salt)
      select u.district, u.place, u.id, substring(p.salts from u.n::int * 32 - 31 for 32)
      from unnest(${salt(({ entry }) => districtOf(entry.place))}::text[], ${salt(({ entry }) => entry.place)}::text[],
        ${salt(({ entry }) => entry.id)}::uuid[]) with ordinality as u (district, place, id, n),
        (select ${Buffer.concat(salt((each) => each.salt as Buffer))}::bytea as salts) p returning 1
    ), headed as (
      insert into platform.head as h (district_code, village_code, seq, hash)
      select u.district, u.place, u.seq, substring(p.hashes from u.n::int * 32 - 31 for 32)
      from unnest(${head(({ entry }) => districtOf(entry.place))}::text[], ${head(({ entry }) => entry.place)}::text[],
        ${head(({ entry }) => entry.seq)}::bigint[]) with ordinality as u (district, place, seq, n),
        (select ${Buffer.concat(head(({ hash }) => hash))}::bytea as hashes) p
      on conflict (district_code, village_code) do update set seq = excluded.seq, hash = excluded.hash
    )
    insert into platform.feed (district_code, village_code, collection, id, seq, gone)
    select u.district, u.place, u.collection, u.id, u.seq, false
    from unnest(${change(({ place }) => districtOf(place))}::text[], ${change(({ place }) => place)}::text[],
      ${change(({ collection }) => collection)}::text[], ${change(({ id }) => id)}::uuid[],
      ${change(({ seq }) => seq)}::bigint[]) as u (district, place, collection, id, seq)
    on conflict (district_code, village_code, collection, id) do update set seq = excluded.seq, gone = excluded.gone`.execute(
    tx,
  )
}
