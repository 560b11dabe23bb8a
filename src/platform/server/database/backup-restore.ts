import { createHash } from 'node:crypto'
import type pg from 'pg'
import {
  type BackupTable,
  backupTables,
  firstWithRows,
  foreignKeys,
  keysAgainstOrder,
  type Sequence,
} from './backup-catalogue.ts'
import {
  BackupDamaged,
  type BackupHeader,
  type BackupTrailer,
  linesOf,
  parseHeader,
  parseLine,
} from './backup-lines.ts'
import { DatabaseFault } from './errors.ts'

type Line = { table: string; columns: string[] } | { rows: number } | Sequence | BackupTrailer

// Rows go to the engine in batches of about this many bytes.
const batchBytes = 1024 * 1024

/** Restores within the caller's transaction; an error means the caller must roll back. */
export async function restoreInto(
  client: pg.ClientBase,
  applied: ReadonlyMap<string, string>,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ tables: number; rows: number }> {
  const tables = await backupTables(client)
  const filled = await firstWithRows(client, tables)
  if (filled !== undefined) {
    throw new DatabaseFault('platform.database-not-empty', `${filled} already holds rows.`, { table: filled })
  }
  const undo = await standAside(client, tables)
  const reader = new Reader(client, tables)
  const digest = createHash('sha256')
  let headerSeen = false
  for await (const line of linesOf(chunks)) {
    if (reader.trailer) throw new BackupDamaged('something follows its end')
    if (!headerSeen) refuseOtherSchema(parseHeader(line), applied)
    else await reader.take(line)
    headerSeen = true
    if (!reader.trailer) digest.update(line).update('\n')
  }
  if (!reader.trailer) throw new BackupDamaged('its end is missing')
  if (reader.trailer.sha256 !== digest.digest('hex')) throw new BackupDamaged('its digest does not agree')
  if (reader.trailer.rows !== reader.rows || reader.trailer.tables !== reader.tables) {
    throw new BackupDamaged('its counts do not agree')
  }
  await undo()
  return { tables: reader.tables, rows: reader.rows }
}

function refuseOtherSchema({ migrations }: BackupHeader, applied: ReadonlyMap<string, string>): void {
  const newer = migrations.filter(({ name, sha256 }) => applied.get(name) !== sha256).map(({ name }) => name)
  if (newer.length > 0) {
    const names = newer.join(', ')
    throw new DatabaseFault('platform.backup-newer', `The backup was made with other migrations: ${names}.`, {
      names,
    })
  }
  const known = new Set(migrations.map(({ name }) => name))
  const missing = [...applied.keys()].filter((name) => !known.has(name)).join(', ')
  if (missing !== '') {
    const message = `The backup is older than the database: it lacks ${missing}.`
    throw new DatabaseFault('platform.backup-older', message, { names: missing })
  }
}

/**
 * Takes triggers and such foreign keys out of the way as would stop rows from arriving in this order.
 * Returns what puts them back; putting back a key checks every row.
 */
async function standAside(
  client: pg.ClientBase,
  tables: readonly BackupTable[],
): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; back: string }>(
    `select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as name,
       case t.tgenabled when 'A' then 'enable always' when 'R' then 'enable replica' else 'enable' end as back
     from pg_trigger t
     where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0 and t.tgrelid = any ($1::text[]::regclass[])`,
    [tables.map(({ name }) => name)],
  )
  const keys = keysAgainstOrder(tables, await foreignKeys(client))
  for (const { table, name } of rows) await client.query(`alter table ${table} disable trigger ${name}`)
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  return async () => {
    // A table with checks put off to the end of the transaction cannot be altered.
    await client.query('set constraints all immediate')
    for (const { table, name, definition } of keys) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    }
    for (const { table, name, back } of rows)
      await client.query(`alter table ${table} ${back} trigger ${name}`)
  }
}

/** Takes a backup line by line and keeps count. */
class Reader {
  readonly #client: pg.ClientBase
  readonly #known: Map<string, BackupTable>
  #table: { name: string; insert: string; rows: number } | undefined
  #batch: Buffer[] = []
  #bytes = 0
  tables = 0
  rows = 0
  trailer: BackupTrailer | undefined

  constructor(client: pg.ClientBase, known: readonly BackupTable[]) {
    this.#client = client
    this.#known = new Map(known.map((table) => [table.name, table]))
  }

  async take(line: Buffer): Promise<void> {
    const bracket = 0x5b
    if (line[0] === bracket) return await this.#row(line)
    const found = parseLine<Line>(line)
    if ('sha256' in found) this.trailer = found
    else if ('table' in found) this.#startTable(found.table, found.columns)
    else if ('sequence' in found) await this.#sequence(found)
    else await this.#endTable(found.rows)
  }

  async #row(line: Buffer): Promise<void> {
    if (!this.#table) throw new BackupDamaged('a row belongs to no table')
    // The line may be a view of a chunk that is used again.
    this.#batch.push(Buffer.from(line))
    this.#bytes += line.length
    if (this.#bytes >= batchBytes) await this.#flush()
  }

  #startTable(name: string, columns: string[]): void {
    const table = this.#known.get(name)
    if (this.#table || !table) throw new BackupDamaged(`it holds a table that does not belong here: ${name}`)
    const values = columns.map((column, index) => {
      const type = table.columns.find((one) => one.name === column)?.type
      if (type === undefined) throw new BackupDamaged(`${name} has no column ${column}`)
      return `(line ->> ${index})::${type}`
    })
    const insert = `insert into ${name} (${columns.join(', ')}) overriding system value
      select ${values.join(', ')} from json_array_elements($1::json) as lines (line)`
    this.#table = { name, insert, rows: 0 }
  }

  async #flush(): Promise<void> {
    if (!this.#table || this.#batch.length === 0) return
    await this.#client.query(this.#table.insert, [`[${this.#batch.join(',')}]`])
    this.#table.rows += this.#batch.length
    this.#batch = []
    this.#bytes = 0
  }

  async #endTable(expected: number): Promise<void> {
    await this.#flush()
    const table = this.#table
    if (!table) throw new BackupDamaged('a table ends that never began')
    const { rows } = await this.#client.query(`select count(*)::int as count from ${table.name}`)
    if (table.rows !== expected || rows[0].count !== expected) {
      throw new BackupDamaged(`${table.name} should have ${expected} rows`)
    }
    this.tables += 1
    this.rows += expected
    this.#table = undefined
  }

  async #sequence({ sequence, last, called }: Sequence): Promise<void> {
    await this.#client.query('select setval($1::regclass, $2::bigint, $3)', [sequence, last, called])
  }
}
