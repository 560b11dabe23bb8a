// Whether the database has the schema that this code speaks to. A server migrates when it starts; afterwards another
// server on the same database may have gone ahead.
import type { Database } from '../database/database.ts'
import type { Migration } from '../database/migrate.ts'
import { type MigrationState, migrationState } from '../database/migration-state.ts'
import { type Finding, fault, type Probe, well } from './health.ts'
import { rarely } from './metrics.ts'

export function judgeMigrations({ applied, pending, unknown, changed }: MigrationState): Finding {
  const facts = { applied, pending: pending.length, unknown: unknown.length, changed: changed.length }
  if (unknown.length > 0)
    return fault(
      [
        `Basis data lebih baru daripada program ini: ${unknown.join(', ')}.`,
        `The database is newer than this Rembug: ${unknown.join(', ')}.`,
      ],
      [
        'Pasang Rembug yang sama baru atau lebih baru; untuk mundur, pulihkan cadangan dari sebelum pembaruan.',
        'Install a Rembug as new or newer; to go back, restore the backup from before the upgrade.',
      ],
      facts,
    )
  if (changed.length > 0)
    return fault(
      [
        `Migrasi berubah setelah diterapkan: ${changed.join(', ')}.`,
        `Migrations were changed after they were applied: ${changed.join(', ')}.`,
      ],
      [
        'Kembalikan kode yang asli (git status, git checkout).',
        'Bring the original code back (git status, git checkout).',
      ],
      facts,
    )
  if (pending.length > 0)
    return fault(
      [`Belum diterapkan: ${pending.join(', ')}.`, `Not applied yet: ${pending.join(', ')}.`],
      ['Nyalakan ulang server, atau: rembug migrate.', 'Restart the server, or: rembug migrate.'],
      facts,
    )
  return well([`${applied} migrasi diterapkan.`, `${applied} migrations applied.`], facts)
}

const minute = 60_000

/** Asked once a minute, and of the embedded engine once: nobody else can change its schema. */
export function migrationsProbe(database: Database, migrations: readonly Migration[]): Probe {
  const every = database.engine === 'embedded' ? Number.POSITIVE_INFINITY : minute
  const state = rarely(every, () => migrationState(database.pool, migrations))
  return {
    part: 'migrations',
    vital: false,
    needsDatabase: true,
    look: async () => judgeMigrations(await state()),
  }
}
