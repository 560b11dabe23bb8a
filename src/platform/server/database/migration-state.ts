// Which migrations a database has, beside those that this Rembug knows. Reads only.
import type pg from 'pg'
import { appliedMigrations, type Migration, migrationDigest } from './migrate.ts'

export type MigrationState = {
  applied: number
  /** Known here and not applied there: applied when the server starts. */
  pending: string[]
  /** Applied there by a newer Rembug. */
  unknown: string[]
  /** Applied there with another text. */
  changed: string[]
}

export async function migrationState(
  pool: pg.Pool,
  migrations: readonly Migration[],
): Promise<MigrationState> {
  const client = await pool.connect()
  try {
    const applied = await appliedMigrations(client)
    const names = new Set(migrations.map(({ name }) => name))
    const known = migrations.filter(({ name }) => applied.has(name))
    return {
      applied: applied.size,
      pending: migrations.filter(({ name }) => !applied.has(name)).map(({ name }) => name),
      unknown: [...applied.keys()].filter((name) => !names.has(name)),
      changed: known
        .filter(({ name, sql }) => applied.get(name) !== migrationDigest(sql))
        .map(({ name }) => name),
    }
  } finally {
    client.release()
  }
}
