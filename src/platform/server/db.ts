import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type { Database } from './database/open.ts'
import { swiftPool } from './database/swift-pool.ts'
import { type SlowLimits, watchedPool } from './running/watched-pool.ts'

/** The database with no table in sight: each store names the tables it owns with `withTables`. */
export type NoTables = Record<never, never>
export type Db = Kysely<NoTables>
export type Tx = Transaction<NoTables>

const usual: SlowLimits = { statement: 500, transaction: 5000 }

/** What takes longer than `limits` (milliseconds) stands in the journal. */
export function kyselyOn(database: Database, limits = usual): Db {
  const pool = watchedPool(swiftPool(database.pool), limits, database.cancel)
  return new Kysely<NoTables>({ dialect: new PostgresDialect({ pool: pool as never }) })
}
