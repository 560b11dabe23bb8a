// The last statement of every change: entries into the chained log of their places, and the feed.
import { sql } from 'kysely'
import { districtOf } from '../../kernel/place-code.ts'
import { manyDistricts } from './database/plan.ts'
import { writesOnly } from './database/swift-pool.ts'
import { poolOf, type Tx } from './db.ts'
import type { LogEntry } from './log.ts'
import type { RecordDigests } from './record-rows.ts'

/**
 * An entry with its place in the chain; `previous` is the hash of the one before. The last of a place is given the digests of the
 * records that are told, and its hash then covers them (`platform.append`): of one that is not the last, `hash` is what it will be.
 */
export type Linked = { entry: LogEntry; salt: Buffer | null; previous: Buffer; hash: Buffer }
/** A record that was changed; `silent`: the feed is not told of it. */
export type Told = {
  place: string
  collection: string
  id: string
  seq: number
  gone: boolean
  silent?: boolean
}

/** How the records of a database are digested, by the pool of its owner; told when the house is opened (digesting-records.ts). */
export const digestsOf = new WeakMap<ReturnType<typeof poolOf>, RecordDigests>()

/** Whether one server keeps all places: there a statement may ask for those of several districts. */
export const onOneServer = (tx: Tx): boolean => digestsOf.has(poolOf(tx))

const column =
  <T>(rows: readonly T[]) =>
  <V>(read: (row: T) => V): V[] =>
    rows.map(read)

/**
 * Adds the entries, of each place in their order, and tells the feed; nobody waits for the answer. On a cluster all must
 * be of one district, whose node does it (see the migration); elsewhere they may be of several.
 */
export async function append(
  tx: Tx,
  now: Date,
  linked: readonly Linked[],
  told: readonly Told[],
): Promise<void> {
  const of = column(linked)
  const feed = column(told)
  const bytes = (read: (row: Linked) => Buffer) => Buffer.concat(of(read))
  const json = (read: (entry: LogEntry) => unknown) => JSON.stringify(of(({ entry }) => read(entry)))
  const salted = linked.flatMap(({ salt }, n) => (salt === null ? [] : [{ salt, at: n + 1 }]))
  const lasts = new Map(linked.map(({ entry }, n) => [entry.place, n + 1]))
  const touched = digestsOf.get(poolOf(tx))?.of(told) ?? null
  // Where there are digests there is no cluster.
  const marks = touched ? writesOnly + manyDistricts : writesOnly
  // What is one text or one value for all of them would be escaped and read anew for each as elements of an array.
  await sql`${sql.raw(marks)}select platform.append(${districtOf(linked[0]?.entry.place ?? '')},
    ${of(({ entry }) => entry.place)}::text[], ${of(({ entry }) => entry.seq)}::bigint[],
    ${of(({ entry }) => entry.id)}::uuid[], ${of(({ entry }) => entry.name)}::text[],
    ${of(({ entry }) => entry.version)}::int[], ${of(({ entry }) => entry.actor)}::uuid[],
    ${of(({ entry }) => entry.device)}::text[], ${of(({ entry }) => entry.doneAt)}::timestamptz[], ${now}::timestamptz,
    ${json(({ records }) => records)}::jsonb, ${json(({ fields }) => fields)}::jsonb, ${json(({ answer }) => answer)}::jsonb,
    ${bytes(({ entry }) => Buffer.from(entry.bodyDigest, 'hex'))}::bytea, ${bytes(({ previous }) => previous)}::bytea,
    ${bytes(({ hash }) => hash)}::bytea, ${salted.map(({ at }) => at)}::int[],
    ${Buffer.concat(salted.map(({ salt }) => salt))}::bytea, ${[...lasts.values()]}::int[],
    ${feed(({ place }) => place)}::text[], ${feed(({ collection }) => collection)}::text[],
    ${feed(({ id }) => id)}::uuid[], ${feed(({ seq }) => seq)}::bigint[], ${feed(({ gone }) => gone)}::boolean[],
    ${feed(({ silent = false }) => silent)}::boolean[], ${touched}::jsonb)`.execute(tx)
}
