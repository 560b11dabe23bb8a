import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type { Database } from './database/open.ts'
import { swiftPool } from './database/swift-pool.ts'
import { type SlowLimits, watchedPool } from './running/watched-pool.ts'

/** The database with no table in sight: each store names the tables it owns with `withTables`. */
export type NoTables = Record<never, never>
export type Db = Kysely<NoTables>
export type Tx = Transaction<NoTables>

/**
 * Put before a statement that reads many districts on purpose: on a cluster every node then answers for its own. All
 * other statements name the district of each village table as a constant, which one node answers.
 */
export const manyDistricts = '/* many districts */ '

const usual: SlowLimits = { statement: 500, transaction: 5000 }

/** What takes longer than `limits` (milliseconds) stands in the journal. */
export function kyselyOn(database: Database, limits = usual): Db {
  const pool = watchedPool(swiftPool(database.pool), limits)
  return new Kysely<NoTables>({ dialect: new PostgresDialect({ pool: pool as never }) })
}
