import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import type { Database } from './database/open.ts'
import { swiftPool } from './database/swift-pool.ts'

/** The database with no table in sight: each store names the tables it owns with `withTables`. */
export type NoTables = Record<never, never>
export type Db = Kysely<NoTables>
export type Tx = Transaction<NoTables>

export function kyselyOn(database: Database): Db {
  return new Kysely<NoTables>({ dialect: new PostgresDialect({ pool: swiftPool(database.pool) as never }) })
}
