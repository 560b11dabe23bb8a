import fs from 'node:fs'
import type pg from 'pg'
import { patiently } from './patience.ts'

export type MaintenanceSettings = {
  /** A checkpoint follows activity after at most this long, in milliseconds. */
  checkpointMillis?: number
  /** ... or after this much write-ahead log, in bytes. */
  checkpointBytes?: number
  /** Time between two vacuums of a database in use, in milliseconds. */
  vacuumMillis?: number
  /** How often to look whether something is due, in milliseconds. */
  lookMillis?: number
}

type Worked = {
  walBytes: number
  trouble: Error | undefined
}

const minute = 60_000
const day = 24 * 60 * minute

/**
 * What a server's background processes would do and the embedded engine has none of: checkpoints, so the
 * write-ahead log stays small, and VACUUM ANALYZE, so the planner knows the tables.
 */
export class Maintenance {
  readonly #pool: pg.Pool
  readonly #engine: Worked
  readonly #stampFile: string
  readonly #settings: Required<MaintenanceSettings>
  readonly #timer: NodeJS.Timeout
  #checkpointAt = Date.now()
  #checkpointWal = 0
  #busy = false

  constructor(pool: pg.Pool, engine: Worked, stampFile: string, settings: MaintenanceSettings = {}) {
    this.#pool = pool
    this.#engine = engine
    this.#stampFile = stampFile
    this.#settings = {
      checkpointMillis: settings.checkpointMillis ?? 5 * minute,
      checkpointBytes: settings.checkpointBytes ?? 64 * 1024 * 1024,
      vacuumMillis: settings.vacuumMillis ?? day,
      lookMillis: settings.lookMillis ?? 10_000,
    }
    this.#timer = setInterval(() => void this.#look(), this.#settings.lookMillis).unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    if (this.#busy || this.#engine.trouble) return
    this.#busy = true
    try {
      if (this.#checkpointDue()) await this.#checkpoint()
      if (this.#vacuumDue()) await this.#vacuum()
    } catch {
      // The connection was busy for too long or is gone; the next look tries again, and health() tells.
    } finally {
      this.#busy = false
    }
  }

  #checkpointDue(): boolean {
    const wal = this.#engine.walBytes - this.#checkpointWal
    const { checkpointBytes, checkpointMillis } = this.#settings
    return wal >= checkpointBytes || (wal > 0 && Date.now() - this.#checkpointAt >= checkpointMillis)
  }

  async #checkpoint(): Promise<void> {
    await patiently(this.#pool, () => this.#pool.query('checkpoint'))
    // The checkpoint itself writes a little, which must not count as activity.
    this.#checkpointWal = this.#engine.walBytes
    this.#checkpointAt = Date.now()
  }

  #vacuumDue(): boolean {
    if (this.#engine.walBytes === 0) return false
    const last = fs.statSync(this.#stampFile, { throwIfNoEntry: false })
    // A new database is vacuumed after its first day, not in its first minute.
    if (last === undefined) fs.writeFileSync(this.#stampFile, '')
    return last !== undefined && Date.now() - last.mtimeMs >= this.#settings.vacuumMillis
  }

  async #vacuum(): Promise<void> {
    // First the stamp: a vacuum that fails is tried again in a day, not every ten seconds.
    fs.writeFileSync(this.#stampFile, new Date().toISOString())
    await vacuumAnalyze({ pool: this.#pool })
  }
}

/** Vacuums and analyses every table, one at a time so that others get in between. Call it after a big load. */
export async function vacuumAnalyze(database: { pool: pg.Pool }): Promise<void> {
  await patiently(database.pool, () => vacuumTables(database.pool))
}

async function vacuumTables(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition
       and n.nspname !~ '^pg_(toast|temp)' and n.nspname <> 'information_schema'
       and pg_has_role(c.relowner, 'usage')
     order by 1`,
  )
  for (const { name } of rows) await pool.query(`vacuum (analyze) ${name}`)
}
