// When the house is opened: which rows make up a record is held against the tables there are, and records whose tables have changed
// since, or that an older Rembug wrote, are digested as they stand, by an entry in the log of their place.
import type pg from 'pg'
import { nation } from '../../kernel/place-code.ts'
import { digestsOf } from './append.ts'
import { appendAsServer } from './batch.ts'
import type { Database } from './database/database.ts'
import type { Db, Tx } from './db.ts'
import { asBefore, RecordDigests, type RecordRows, type Shape, shapeOf } from './record-rows.ts'
import { inScope, nobody, scopeOf } from './transaction.ts'
import type { Vault } from './vault.ts'
import { digestedEver, digestingAnew, knownAt, placesOf, recordsAt } from './verify-records.ts'

const atOnce = 500

type Shaped = { record: RecordRows; shape: Shape; before: Shape | null }

const same = (a: Shape, b: Shape | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/** How each is digested now, and how it was before. */
async function shapesOf(client: pg.ClientBase, records: readonly RecordRows[]): Promise<Shaped[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select n.nspname || '.' || c.relname as table, a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as name
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attnum > 0 and not a.attisdropped and n.nspname || '.' || c.relname = any ($1) order by 1, a.attname`,
    [records.flatMap(({ parts }) => parts.map(({ table }) => table))],
  )
  const columns = Map.groupBy(rows, ({ table }) => table)
  const of = (table: string) => (columns.get(table) ?? []).map(({ name }) => name)
  const stored = await client.query<{ collection: string; shape: string }>(
    'select collection, shape from platform.record_shape',
  )
  const before = new Map(stored.rows.map(({ collection, shape }) => [collection, JSON.parse(shape) as Shape]))
  return records.map((record) => ({
    record,
    shape: shapeOf(record, of),
    before: before.get(record.collection) ?? null,
  }))
}

/** Those that are digested as they were when the house was last open: a restore may hold no others against their log. */
export async function digestedAsNow(
  { pool }: Pick<Database, 'pool'>,
  records: readonly RecordRows[],
): Promise<RecordRows[]> {
  const client = await pool.connect()
  try {
    const shaped = await shapesOf(client, records)
    return shaped.filter(({ shape, before }) => same(shape, before)).map(({ record }) => record)
  } finally {
    client.release()
  }
}

/** From here on entries carry digests; null on a cluster, where they carry none. */
async function beginDigesting(
  { pool }: Pick<Database, 'pool'>,
  records: readonly RecordRows[],
): Promise<Shaped[] | null> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query("select from pg_extension where extname = 'citus'")
    if (rows.length > 0) return null
    const shaped = await shapesOf(client, records)
    const columns = new Map(shaped.flatMap(({ shape }) => Object.entries(shape.columns)))
    const namesOf = (table: string) => (columns.get(table) ?? []).map((each) => each.split(' ')[0] ?? '')
    digestsOf.set(pool, new RecordDigests(records, namesOf))
    return shaped
  } finally {
    client.release()
  }
}

type Digesting = { record: RecordRows; held: RecordRows | null; first: boolean }

/** Which records of the place stand as its log says of them, by what it was told before; those that do not stay as they are found. */
async function toDigest(tx: Tx, place: string, all: readonly Digesting[]) {
  const asked = all.map(({ record, held }) => held ?? record)
  const [known, found] = [await knownAt(tx, place), await recordsAt(tx, place, asked)]
  const how = new Map(all.map((each) => [each.record.collection, each]))
  return found.filter(({ collection, id, digest }) => {
    const { held = null, first = false } = how.get(collection) ?? {}
    const told = known.digestOf(collection, id)
    return told === undefined ? first : held === null || told === digest
  })
}

/** One entry for so many records, each in a transaction of its own; nobody's phone has to hear of it. */
async function digestPlace(db: Db, vault: Vault, place: string, all: readonly Digesting[]): Promise<number> {
  const found = await inScope(db, scopeOf(place), nobody, (tx) => toDigest(tx, place, all))
  // What could not be held against the log says so itself.
  const unheld = all
    .filter(({ held, first }) => held === null && !first)
    .map(({ record }) => record.collection)
  for (let from = 0; from < found.length; from += atOnce) {
    const changes = found
      .slice(from, from + atOnce)
      .map(({ collection, id }) => ({ collection, id, silent: true }))
    const now = new Date()
    await db
      .transaction()
      .execute((tx) => appendAsServer({ tx, vault, place, now }, digestingAnew, { unheld }, changes))
  }
  return found.length
}

/** Done at each start; gives how many records were digested anew. */
export async function digestRecords(
  database: Pick<Database, 'pool'>,
  db: Db,
  vault: Vault,
  records: readonly RecordRows[],
): Promise<number> {
  const shaped = await beginDigesting(database, records)
  const anew = shaped?.filter(({ shape, before }) => !same(shape, before)) ?? []
  if (anew.length === 0) return 0
  const changed = anew.map(({ record }) => record)
  const { places, ever } = await inScope(db, scopeOf(nation), nobody, async (tx) => ({
    places: await placesOf(tx, changed),
    ever: await digestedEver(tx),
  }))
  const all = anew.map(({ record, shape, before }) => ({
    record,
    held: asBefore(record, before ?? shape, shape),
    first: !ever.has(record.collection),
  }))
  let digested = 0
  for (const place of places) digested += await digestPlace(db, vault, place, all)
  // Last: whoever is stopped before begins again, and records digested twice do no harm.
  await database.pool.query(
    `insert into platform.record_shape (collection, shape) select * from unnest($1::text[], $2::text[])
     on conflict (collection) do update set shape = excluded.shape`,
    [changed.map(({ collection }) => collection), anew.map(({ shape }) => JSON.stringify(shape))],
  )
  return digested
}
