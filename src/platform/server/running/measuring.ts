// What the process and the platform tell to /metrics by themselves, and when that begins: with the server, not with a verb
// of the command line.
import { sql } from 'kysely'
import { collectDefaultMetrics, Gauge } from 'prom-client'
import { nation } from '../../../kernel/place-code.ts'
import type { Database } from '../database/database.ts'
import type { Migration } from '../database/migrate.ts'
import { migrationState } from '../database/migration-state.ts'
import { manyDistricts } from '../database/plan.ts'
import type { Db } from '../db.ts'
import { inPlace, nobody } from '../transaction.ts'
import { lastBackup } from './backup-stamp.ts'
import type { Health } from './health.ts'
import { addReadings, type Reading, rarely, registry } from './metrics.ts'
import { roomOf } from './probes.ts'

const minute = 60_000

/** Connections of the pool, and who waits for one. Read without a question to the database. */
function poolReadings({ pool: owner, requests, engine, trouble }: Database): Reading[] {
  const pools = [owner, ...(requests ? [requests] : [])]
  const sum = (of: (pool: (typeof pools)[0]) => number) => pools.reduce((so, pool) => so + of(pool), 0)
  const connections: Reading = {
    name: 'rembug_pool_connections',
    help: 'Connections to the database, of requests and of its owner: in use, idle, and who waits for one.',
    label: 'state',
    read: async () => ({
      busy: sum((pool) => pool.totalCount - pool.idleCount),
      idle: sum((pool) => pool.idleCount),
      waiting: sum((pool) => pool.waitingCount),
    }),
  }
  if (engine !== 'embedded') return [connections]
  return [
    connections,
    {
      name: 'rembug_engine_up',
      help: 'Whether the thread of the embedded engine works.',
      read: async () => (trouble?.() ? 0 : 1),
    },
  ]
}

/** What is in the database, for the whole nation; asked once in five minutes, however often somebody looks. */
function storedReadings(db: Db): Reading[] {
  const stored = rarely(5 * minute, () =>
    inPlace(db, nation, nobody, async (tx) => {
      const chains = await sql<{ places: number; entries: number }>`${sql.raw(manyDistricts)}
        select count(*)::int as places, coalesce(sum(seq), 0)::float as entries from platform.head`.execute(
        tx,
      )
      const files = await sql<{ files: number; bytes: number }>`${sql.raw(manyDistricts)}
        select count(*)::int as files, coalesce(sum(bytes), 0)::float as bytes from platform.file
        where stored_at is not null`.execute(tx)
      return { ...chains.rows[0], ...files.rows[0] } as Record<
        'places' | 'entries' | 'files' | 'bytes',
        number
      >
    }),
  )
  const of = (name: string, help: string, key: 'places' | 'entries' | 'files' | 'bytes'): Reading => ({
    ...{ name, help },
    read: async () => (await stored())[key],
  })
  return [
    of('rembug_chains', 'Places that have a chain in the log.', 'places'),
    of('rembug_chain_entries', 'Entries of all chains, by their heads.', 'entries'),
    of('rembug_files', 'Files whose bytes have come.', 'files'),
    of('rembug_files_bytes', 'Bytes of those files.', 'bytes'),
  ]
}

function migrationReadings(database: Database, migrations: readonly Migration[]): Reading[] {
  const state = rarely(minute, () => migrationState(database.pool, migrations))
  return [
    {
      name: 'rembug_migrations',
      help: 'Migrations of the schema: applied, pending, unknown to this version, changed since.',
      label: 'state',
      read: async () => {
        const { applied, pending, unknown, changed } = await state()
        return { applied, pending: pending.length, unknown: unknown.length, changed: changed.length }
      },
    },
  ]
}

function folderReadings(dataFolder: string): Reading[] {
  return [
    {
      name: 'rembug_disk_free_bytes',
      help: 'Room on the disk of the data folder.',
      read: async () => roomOf(dataFolder).free,
    },
    {
      name: 'rembug_backup_age_seconds',
      help: 'Age of the last backup made by `rembug backup`; absent where there was none.',
      read: async () => {
        const stamp = lastBackup(dataFolder)
        return stamp === null ? null : (Date.now() - Date.parse(stamp.made)) / 1000
      },
    },
  ]
}

function healthReadings(health: Health): Reading[] {
  return [
    {
      name: 'rembug_part_up',
      help: 'Each part of the house: 1 well, 0.5 with a warning, 0 at fault.',
      label: 'part',
      read: async () => {
        const weight = { well: 1, warning: 0.5, fault: 0 }
        const { parts } = await health.report()
        return Object.fromEntries(parts.map(({ part, condition }) => [part, weight[condition]]))
      },
    },
  ]
}

export type Measured = {
  database: Database
  db: Db
  dataFolder: string
  health: Health
  migrations: readonly Migration[]
  version: string
}

let measures = false

/** Begins to measure; to be called once, when a server starts. `more` comes from capabilities. */
export function beginMeasuring(house: Measured, more: readonly Reading[]): void {
  const { database, version } = house
  if (!measures) collectDefaultMetrics({ register: registry })
  measures = true
  const name = 'rembug_build_info'
  registry.removeSingleMetric(name)
  new Gauge({
    name,
    help: 'Always 1; the labels tell which Rembug answers, on which engine.',
    labelNames: ['version', 'engine'],
    registers: [registry],
  })
    .labels(version, database.engine)
    .set(1)
  addReadings([
    ...poolReadings(database),
    ...storedReadings(house.db),
    ...migrationReadings(database, house.migrations),
    ...folderReadings(house.dataFolder),
    ...healthReadings(house.health),
    ...more,
  ])
}
