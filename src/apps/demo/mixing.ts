// The demonstration never mixes with real data: it enters only its own data folder and, on a server, only a
// database that is empty or its own; and a real house does not open a demonstration's.
import { sql } from 'kysely'
import type pg from 'pg'
import { DatabaseFault } from '../../platform/server/database/errors.ts'
import { openDatabase } from '../../platform/server/database/open.ts'
import type { Db } from '../../platform/server/db.ts'
import type { Settings } from '../../platform/server/settings.ts'
import { markAccount } from './accounts.ts'

async function holdsOthers(pool: pg.Pool): Promise<boolean> {
  const known = await pool.query(`select to_regclass('accounts.account') is not null as ours, exists (
    select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')) as filled`)
  if (!known.rows[0].ours) return known.rows[0].filled
  const found = await pool.query(
    'select exists (select from accounts.account) as filled, exists (select from accounts.account where id = $1) as demo',
    [markAccount],
  )
  return found.rows[0].filled && !found.rows[0].demo
}

/** Refuses to put a demonstration into a database that holds anything else. Asked before anything is migrated. */
export async function refuseRealData({ databaseUrl, dataFolder }: Settings): Promise<void> {
  if (!databaseUrl) return
  const database = await openDatabase({ dataFolder, databaseUrl, poolSize: 1 })
  try {
    if (!(await holdsOthers(database.pool))) return
  } finally {
    await database.close()
  }
  throw new DatabaseFault(
    'platform.not-a-demo',
    'Basis data ini sudah berisi; contoh hanya masuk ke basis data kosong / this database is not empty, and a demonstration goes into an empty one only. Nothing was changed.',
  )
}

/** Refuses to run a real house on the data of a demonstration. */
export async function refuseDemoData(db: Db): Promise<void> {
  const found = await sql`select from accounts.account where id = ${markAccount}`.execute(db)
  if (found.rows.length === 0) return
  throw new DatabaseFault(
    'platform.is-a-demo',
    'Ini data contoh; jalankan dengan --demo, atau pakai folder data lain / this is the data of a demonstration: start with --demo, or use another data folder.',
  )
}
