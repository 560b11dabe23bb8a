// What a backup holds, read from the catalogue: every ordinary table of every schema that is not the system's.
import type pg from 'pg'
import { DatabaseFault } from './errors.ts'

export type BackupColumn = { name: string; type: string }
export type BackupTable = { name: string; columns: BackupColumn[] }
export type ForeignKey = { table: string; parent: string; name: string; definition: string }

// Extensions bring their own tables along; a partition is read and written through its parent.
const ownTables = `
  select c.oid, format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    -- The keys of the wall are made anew with each database, and lie in no backup.
    and not (n.nspname = 'platform' and c.relname in ('migration', 'wall'))
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`

/** Tables with their stored columns, parents before children; a circle is cut where it is met. */
export async function backupTables(client: pg.ClientBase): Promise<BackupTable[]> {
  // With an empty search path the catalogue writes the schema into every type's name.
  await client.query("set local search_path = ''")
  await refuseHiddenRows(client)
  const { rows } = await client.query<BackupTable>(`
    select own.name, json_agg(
      json_build_object('name', quote_ident(a.attname), 'type', format_type(a.atttypid, a.atttypmod))
      order by a.attnum) as columns
    from (${ownTables}) own
    join pg_attribute a on a.attrelid = own.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by own.name order by own.name`)
  await client.query('reset search_path')
  return parentsFirst(rows, await foreignKeys(client))
}

/** A backup through a row-level policy would lack rows and not say so. */
async function refuseHiddenRows(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select own.name from (${ownTables}) own where row_security_active(own.oid) order by 1 limit 1`,
  )
  const table = rows[0]?.name
  if (table === undefined) return
  throw new DatabaseFault(
    'platform.backup-needs-bypassrls',
    `A row-level policy hides rows of ${table}. Grant BYPASSRLS to the role that makes backups.`,
    { table },
  )
}

export async function foreignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select child.name as table, parent.name as parent, quote_ident(c.conname) as name,
      pg_get_constraintdef(c.oid) as definition
    from pg_constraint c
    join (${ownTables}) child on child.oid = c.conrelid
    join (${ownTables}) parent on parent.oid = c.confrelid
    where c.contype = 'f' and c.conparentid = 0
    order by 1, 3`)
  return rows
}

function parentsFirst(tables: BackupTable[], keys: ForeignKey[]): BackupTable[] {
  const byName = new Map(tables.map((table) => [table.name, table]))
  const ordered: BackupTable[] = []
  const met = new Set<string>()
  const visit = (table: BackupTable) => {
    if (met.has(table.name)) return
    met.add(table.name)
    for (const key of keys) {
      const parent = key.table === table.name ? byName.get(key.parent) : undefined
      if (parent) visit(parent)
    }
    ordered.push(table)
  }
  for (const table of tables) visit(table)
  return ordered
}

/** Foreign keys that rows cannot satisfy while they arrive in this order: to the table itself or round a circle. */
export function keysAgainstOrder(tables: readonly BackupTable[], keys: readonly ForeignKey[]): ForeignKey[] {
  const place = new Map(tables.map(({ name }, index) => [name, index]))
  return keys.filter(({ table, parent }) => (place.get(parent) ?? 0) >= (place.get(table) ?? 0))
}

export type Sequence = { sequence: string; last: string; called: boolean }

export async function sequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    -- What a crash may reset is in no backup.
    where c.relkind = 'S' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`)
  const found: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query(`select last_value::text as last, is_called as called from ${name}`)
    found.push({ sequence: name, ...state.rows[0] })
  }
  return found
}

/** The first of the tables that holds a row, if any does. */
export async function firstWithRows(
  client: pg.ClientBase,
  tables: readonly BackupTable[],
): Promise<string | undefined> {
  for (const { name } of tables) {
    const { rows } = await client.query(`select exists (select 1 from ${name}) as filled`)
    if (rows[0].filled) return name
  }
  return undefined
}

/** One text form of every value on every engine, whatever the server's own settings. */
export async function fixTextForms(client: pg.ClientBase): Promise<void> {
  await client.query(`
    set local timezone = 'UTC';
    set local datestyle = 'ISO, YMD';
    set local intervalstyle = 'postgres';
    set local extra_float_digits = 1;
    set local bytea_output = 'hex';
    set local row_security = off;
    set local citus.multi_shard_modify_mode = 'sequential';
    set local citus.enable_unsafe_triggers = on`)
}
