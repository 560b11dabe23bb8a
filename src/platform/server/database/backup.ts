import { createHash, type Hash } from 'node:crypto'
import type pg from 'pg'
import { type BackupTable, backupTables, fixTextForms, sequences } from './backup-catalogue.ts'
import { backupFormat, backupVersion } from './backup-lines.ts'
import { restoreInto } from './backup-restore.ts'
import type { Database } from './database.ts'
import { vacuumAnalyze } from './maintenance.ts'
import { appliedMigrations } from './migrate.ts'
import { patiently } from './patience.ts'

export { backupHeader } from './backup-lines.ts'

type Write = (chunk: Uint8Array) => Promise<void> | void

// Rows are fetched in batches of about this many bytes, so memory does not grow with the table.
const batchBytes = 1024 * 1024
const mostRows = 5000

/**
 * Writes all rows of all tables as one consistent picture, in a form that either engine can read back.
 * `beside` looks at the same picture. The embedded engine answers nobody else meanwhile. On Citus the picture may be torn between districts.
 */
export async function dumpTables(
  database: Database,
  write: Write,
  beside: (client: pg.ClientBase) => Promise<void> = () => Promise.resolve(),
): Promise<{ tables: number; rows: number }> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    const migrations = await appliedMigrations(client)
    await client.query('begin isolation level repeatable read read only')
    await fixTextForms(client)
    const out = new Out(write)
    const header = [...migrations].map(([name, sha256]) => ({ name, sha256 }))
    await out.line({ format: backupFormat, version: backupVersion, migrations: header })
    const tables = await backupTables(client)
    let rows = 0
    for (const table of tables) rows += await dumpTable(client, table, out)
    for (const sequence of await sequences(client)) await out.line(sequence)
    await beside(client)
    await out.trailer({ tables: tables.length, rows })
    await client.query('commit')
    return { tables: tables.length, rows }
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    client.release(broken)
  }
}

/**
 * Reads a backup into a migrated but empty database: all of it in one transaction, or nothing. Refuses
 * a database that holds rows (so migrations must not insert any), a backup of a newer or older schema
 * than the database has, and a file that is not whole. For an older backup, migrate only as far as
 * `backupHeader` says, restore, then migrate the rest.
 */
export async function restoreTables(
  database: Database,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ tables: number; rows: number }> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  let restored: { tables: number; rows: number }
  try {
    const applied = await appliedMigrations(client)
    await client.query('begin')
    await fixTextForms(client)
    restored = await patiently(database.pool, () => restoreInto(client, applied, chunks))
    await client.query('commit')
  } catch (error) {
    broken = error as Error
    throw error
  } finally {
    // Dropping the connection rolls back whatever was restored.
    client.release(broken)
  }
  await vacuumAnalyze(database)
  return restored
}

async function dumpTable(client: pg.ClientBase, table: BackupTable, out: Out): Promise<number> {
  const columns = table.columns.map(({ name }) => name)
  await out.line({ table: table.name, columns })
  const values = columns.map((column) => `${column}::text`).join(', ')
  await client.query(
    `declare backup_rows no scroll cursor for
     select array_to_json(array[${values}]::text[])::text as line from ${table.name}`,
  )
  let rows = 0
  for (let batch = 10; ; ) {
    const fetched = await client.query<{ line: string }>(`fetch ${batch} from backup_rows`)
    let characters = 0
    for (const { line } of fetched.rows) {
      characters += line.length
      await out.text(line)
    }
    rows += fetched.rows.length
    if (fetched.rows.length < batch) break
    batch = Math.min(mostRows, Math.max(1, Math.floor((batchBytes * batch) / Math.max(1, characters))))
  }
  await client.query('close backup_rows')
  await out.line({ rows })
  return rows
}

/** Gathers lines into chunks of a fair size and keeps the digest of all that was written. */
class Out {
  readonly #write: Write
  readonly #digest: Hash = createHash('sha256')
  #lines: string[] = []
  #characters = 0

  constructor(write: Write) {
    this.#write = write
  }

  async line(value: object): Promise<void> {
    await this.text(JSON.stringify(value))
  }

  async text(line: string): Promise<void> {
    this.#lines.push(line, '\n')
    this.#characters += line.length
    if (this.#characters > 256 * 1024) await this.#flush()
  }

  async trailer(counts: { tables: number; rows: number }): Promise<void> {
    await this.#flush()
    await this.line({ sha256: this.#digest.digest('hex'), ...counts })
    await this.#write(Buffer.from(this.#lines.join('')))
  }

  async #flush(): Promise<void> {
    const chunk = Buffer.from(this.#lines.join(''))
    this.#lines = []
    this.#characters = 0
    this.#digest.update(chunk)
    await this.#write(chunk)
  }
}
