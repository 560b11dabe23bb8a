import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Database, Engine } from './database.ts'
import { distributeTables, refuseUnplanned } from './distribute.ts'
import { DatabaseFault } from './errors.ts'
import { patiently } from './patience.ts'
import type { TablePlan } from './plan.ts'
import { splitStatements } from './split-statements.ts'

export { distribute } from './distribute.ts'
export type { TablePlan } from './plan.ts'

/** One step of the schema. Its name never changes and its text neither, once it has been applied anywhere. */
export type Migration = { name: string; sql: string; tables: TablePlan[] }

/** The text of an applied migration is not the text the code has now. Write a new migration instead. */
export class MigrationChanged extends DatabaseFault {
  constructor(name: string) {
    super('platform.migration-changed', `Migration ${name} was changed after it was applied.`, { name })
  }
}

/** The database was used by a newer Rembug than this one. */
export class MigrationUnknown extends DatabaseFault {
  constructor(names: string[]) {
    const list = names.join(', ')
    const message = [
      `Basis data ini lebih baru daripada program (${list}): pasang Rembug yang sama baru atau lebih baru, atau pulihkan`,
      'cadangan dari sebelum pembaruan / The database has migrations unknown to this version: install a Rembug as new',
      'or newer, or restore the backup from before the upgrade.',
    ].join(' ')
    super('platform.migration-unknown', message, { names: list })
  }
}

/** A migration failed and left nothing behind. */
export class MigrationFailed extends DatabaseFault {
  constructor(name: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause)
    super('platform.migration-failed', `Migration ${name} failed: ${why}`, { name, why }, cause)
  }
}

// Any fixed number: who holds this advisory lock is the one migrator.
const migratorLock = 7_223_062_284

/**
 * Brings the schema up to date and returns the names applied now, in order. Each migration is one
 * transaction. Refuses, before changing anything, a database whose applied migrations differ from these.
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<string[]> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    await client.query(`select pg_advisory_lock(${migratorLock})`)
    const applied = await appliedMigrations(client)
    refuseDifference(applied, migrations)
    if (applied.size === 0) await makeRoom(client)
    const due = migrations.filter(({ name }) => !applied.has(name))
    const plan = planOf(migrations)
    for (const migration of due) {
      await patiently(database.pool, () => apply(client, migration, plan))
      await distributeTables(client, migration.tables)
    }
    if (due.length > 0) await closeWall(client, database.engine)
    // Again for all: the last run may have ended between a migration and its distribution.
    await distributeTables(client, plan)
    await client.query(`select pg_advisory_unlock(${migratorLock})`)
    return due.map(({ name }) => name)
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // Dropping the connection after an error gives the lock back whatever state it is in.
    client.release(broken)
  }
}

/** All planned tables of some migrations. Refuses a table that is planned twice. */
export function planOf(migrations: readonly Migration[]): TablePlan[] {
  const plan = migrations.flatMap(({ tables }) => tables)
  const seen = new Set<string>()
  for (const { table } of plan) {
    if (seen.has(table)) throw new DatabaseFault('platform.table-planned-twice', `${table} is planned twice.`)
    seen.add(table)
  }
  return plan
}

/** Names and digests of the migrations a database has, in the order applied; none in a new database. */
export async function appliedMigrations(client: pg.ClientBase): Promise<Map<string, string>> {
  const there = await client.query("select to_regclass('platform.migration') is not null as there")
  if (!there.rows[0].there) return new Map()
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from platform.migration order by applied_at, name',
  )
  return new Map(rows.map(({ name, sha256 }) => [name, sha256]))
}

async function makeRoom(client: pg.ClientBase): Promise<void> {
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
}

/** The digest by which a change is noticed. Windows line ends are not a change. */
export function migrationDigest(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')
}

/** After each migration: what the wall asks of whatever it made, and on an embedded engine the wall that fits one session. */
async function closeWall(client: pg.PoolClient, engine: Engine): Promise<void> {
  for (const step of [...(engine === 'embedded' ? ['wall_within'] : []), 'close_definers']) {
    const found = await client.query('select from pg_proc where oid = to_regprocedure($1)', [
      `platform.${step}()`,
    ])
    if (found.rowCount) await client.query(`select platform.${step}()`)
  }
}

function refuseDifference(applied: Map<string, string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  if (known.size < migrations.length) {
    throw new DatabaseFault('platform.migration-twice', 'Two migrations have the same name.')
  }
  const unknown = [...applied.keys()].filter((name) => !known.has(name))
  if (unknown.length > 0) throw new MigrationUnknown(unknown)
  for (const { name, sql } of migrations) {
    const digest = applied.get(name)
    if (digest !== undefined && digest !== migrationDigest(sql)) throw new MigrationChanged(name)
  }
}

async function apply(client: pg.PoolClient, migration: Migration, plan: readonly TablePlan[]): Promise<void> {
  const { name, sql } = migration
  try {
    await client.query('begin')
    // Citus needs both, the other engines take them for placeholders: a transaction may touch
    // distributed and then reference tables, and a new table may have foreign keys to both kinds.
    await client.query("set local citus.multi_shard_modify_mode = 'sequential'")
    await client.query('set local citus.enable_local_reference_table_foreign_keys = off')
    for (const statement of splitStatements(sql)) await client.query(statement)
    if (client.getTransactionStatus() !== 'T') throw new Error('it ends its own transaction')
    await refuseUnplanned(client, plan)
    await client.query('insert into platform.migration (name, sha256) values ($1, $2)', [
      name,
      migrationDigest(sql),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw new MigrationFailed(name, error)
  }
}
