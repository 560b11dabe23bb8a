import { Kysely, PostgresAdapter, PostgresDialect, type Transaction } from 'kysely'
import type pg from 'pg'
import type { Database } from './database/open.ts'
import { sealKeys } from './database/seal.ts'
import { swiftPool } from './database/swift-pool.ts'
import { type SlowLimits, watchedPool } from './running/watched-pool.ts'

/** The database with no table in sight: each store names the tables it owns with `withTables`. */
export type NoTables = Record<never, never>
export type Db = Kysely<NoTables>
export type Tx = Transaction<NoTables>

const usual: SlowLimits = { statement: 500, transaction: 5000 }

/**
 * The database as requests have it, or as its owner does. What takes longer than `limits` (milliseconds) stands in the journal.
 */
export function kyselyOn(database: Database, limits = usual, as: 'request' | 'owner' = 'request'): Db {
  const [connections, cancel] =
    as === 'owner' ? [database.pool] : [database.requests ?? database.pool, database.cancel]
  const pool = watchedPool(
    swiftPool(connections, () => sealKeys(database), as === 'owner'),
    limits,
    cancel,
  )
  const dialect = new PostgresDialect({ pool: pool as never })
  dialect.createAdapter = () => new OwnAdapter(database.pool)
  return new Kysely<NoTables>({ dialect })
}

class OwnAdapter extends PostgresAdapter {
  readonly pool: pg.Pool
  constructor(pool: pg.Pool) {
    super()
    this.pool = pool
  }
}

/** The pool of the owner of the database that a transaction is in: what is remembered of a database is remembered by it. */
export const poolOf = (tx: Tx): pg.Pool => (tx.getExecutor().adapter as OwnAdapter).pool
