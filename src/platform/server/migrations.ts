import { readFileSync } from 'node:fs'
import type { Migration, TablePlan } from './database/migrate.ts'

/** Reads a migration that lies beside its capability; `tables` says how each table is spread at national scale. */
export function migrationFile(base: string, name: string, tables: readonly TablePlan[]): Migration {
  return { name, sql: readFileSync(new URL(`./migrations/${name}.sql`, base), 'utf8'), tables: [...tables] }
}

export const place = (...tables: string[]): TablePlan[] =>
  tables.map((table) => ({ table, kind: 'place', column: 'district_code' }))
export const reference = (...tables: string[]): TablePlan[] =>
  tables.map((table) => ({ table, kind: 'reference' }))
/** Kept by the first node alone. */
export const local = (...tables: string[]): TablePlan[] => tables.map((table) => ({ table, kind: 'local' }))

export const platformMigrations: readonly Migration[] = [
  migrationFile(
    import.meta.url,
    '2026-11-21-platform',
    place(
      'platform.log',
      'platform.log_salt',
      'platform.head',
      'platform.feed',
      'platform.person_key',
      'platform.view_log',
      'platform.file',
    ),
  ),
  migrationFile(import.meta.url, '2026-11-29-cluster', []),
  migrationFile(import.meta.url, '2026-11-29-platform-batch', []),
  migrationFile(import.meta.url, '2026-11-29-platform-append', []),
  migrationFile(import.meta.url, '2026-11-30-platform-file-device', []),
  migrationFile(import.meta.url, '2026-11-30-patience', []),
  migrationFile(import.meta.url, '2026-11-30-keyed-digests', local('platform.sealing')),
  migrationFile(import.meta.url, '2026-11-30-gone-heads', place('platform.gone_head')),
  migrationFile(import.meta.url, '2026-11-30-wall', local('platform.wall')),
  migrationFile(import.meta.url, '2026-11-30-wall-session', []),
  migrationFile(import.meta.url, '2026-11-30-wall-writes', []),
  migrationFile(import.meta.url, '2026-11-30-row-digests', local('platform.record_shape')),
  migrationFile(import.meta.url, '2026-11-30-wall-closed', []),
  migrationFile(import.meta.url, '2026-11-30-log-own-name', []),
  migrationFile(import.meta.url, '2026-11-30-command-plans', []),
  migrationFile(import.meta.url, '2026-11-30-wall-light', []),
  migrationFile(import.meta.url, '2026-11-30-append-lean', []),
  migrationFile(import.meta.url, '2026-11-30-wall-admit', []),
  migrationFile(import.meta.url, '2026-11-30-wall-within', []),
]
