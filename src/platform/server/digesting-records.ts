// When the house is opened: the database is told which rows make up a record, and records whose tables have changed since, or that
// an older Rembug wrote, are digested as they stand, by an entry in the log of their place.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { nation } from '../../kernel/place-code.ts'
import { appendBatch, beginBatch } from './batch.ts'
import type { Database } from './database/database.ts'
import type { Db } from './db.ts'
import { functionsOf, type RecordRows, shapeOf } from './record-rows.ts'
import { inScope, nobody, scopeOf } from './transaction.ts'
import type { Vault } from './vault.ts'
import { placesOf, recordsAt } from './verify-records.ts'

const atOnce = 500

type Shaped = { record: RecordRows; shape: string }

/** How each is digested now. */
async function shapesOf(client: pg.ClientBase, records: readonly RecordRows[]): Promise<Shaped[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select n.nspname || '.' || c.relname as table, a.attname || ' ' || format_type(a.atttypid, a.atttypmod) as name
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attnum > 0 and not a.attisdropped and n.nspname || '.' || c.relname = any ($1) order by 1, a.attname`,
    [records.flatMap(({ parts }) => parts.map(({ table }) => table))],
  )
  const columns = Map.groupBy(rows, ({ table }) => table)
  const of = (table: string) => (columns.get(table) ?? []).map(({ name }) => name)
  return records.map((record) => ({ record, shape: shapeOf(record, of) }))
}

/** Those that are digested otherwise than before. On a cluster none is, and `known` says so. */
async function tellDatabase(
  { pool }: Pick<Database, 'pool'>,
  records: readonly RecordRows[],
): Promise<Shaped[]> {
  const client = await pool.connect()
  try {
    const text = functionsOf(records)
    const mark = createHash('sha256').update(text).digest('hex')
    const { rows } = await client.query<{ mark: string | null; cluster: boolean; shapes: object | null }>(
      `select obj_description('platform.records_now(text[], text[], uuid[])'::regprocedure) as mark,
         exists (select from pg_extension where extname = 'citus') as cluster,
         (select jsonb_object_agg(collection, shape) from platform.record_shape) as shapes`,
    )
    const [found] = rows
    if (found?.cluster) return []
    if (found?.mark !== mark)
      await client.query(`begin; ${text} comment on function platform.records_now is '${mark}'; commit`)
    const before = new Map(Object.entries(found?.shapes ?? {}))
    const shaped = await shapesOf(client, records)
    return shaped.filter(({ record, shape }) => before.get(record.collection) !== shape)
  } finally {
    client.release()
  }
}

/** One entry for so many records, each in a transaction of its own; nobody's phone has to hear of it. */
async function digestPlace(db: Db, vault: Vault, place: string, records: readonly RecordRows[]) {
  const found = await inScope(db, scopeOf(place), nobody, (tx) => recordsAt(tx, place, records))
  for (let from = 0; from < found.length; from += atOnce) {
    const changes = found
      .slice(from, from + atOnce)
      .map(({ collection, id }) => ({ collection, id, silent: true }))
    const now = new Date()
    await db.transaction().execute(async (tx) => {
      const head = await beginBatch(tx, place, nobody)
      const command = { name: 'platform.digest-records', version: 1 } as const
      const entry = { command, input: {}, actor: nobody, device: 'server', doneAt: now, answer: {}, changes }
      await appendBatch({ tx, vault, now }, [{ place, head, entries: [entry] }])
    })
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
  const anew = await tellDatabase(database, records)
  if (anew.length === 0) return 0
  const changed = anew.map(({ record }) => record)
  let digested = 0
  const places = await inScope(db, scopeOf(nation), nobody, (tx) => placesOf(tx, changed))
  for (const place of places) digested += await digestPlace(db, vault, place, changed)
  // Last: whoever is stopped before begins again, and records digested twice do no harm.
  await database.pool.query(
    `insert into platform.record_shape (collection, shape) select * from unnest($1::text[], $2::text[])
     on conflict (collection) do update set shape = excluded.shape`,
    [changed.map(({ collection }) => collection), anew.map(({ shape }) => shape)],
  )
  return digested
}
