import type pg from 'pg'
import type { Database } from './database.ts'
import { placeColumn, type TablePlan } from './plan.ts'

export type Distributed = { distributed: string[]; message: string }

/**
 * Spreads the planned tables over a Citus cluster, those that are not spread yet; safe to repeat.
 * On any other engine it does nothing and says so.
 */
export async function distribute(database: Database, plan: readonly TablePlan[]): Promise<Distributed> {
  const client = await database.pool.connect()
  try {
    return await distributeTables(client, plan)
  } finally {
    client.release()
  }
}

/** The same on a connection of the caller's, outside any transaction. */
export async function distributeTables(
  client: pg.ClientBase,
  plan: readonly TablePlan[],
): Promise<Distributed> {
  const citus = await client.query("select from pg_extension where extname = 'citus'")
  if (citus.rowCount === 0) {
    return { distributed: [], message: 'No tables were distributed: this database has no Citus extension.' }
  }
  const waiting = await notYetDistributed(client, plan)
  if (waiting.length === 0) return { distributed: [], message: 'All planned tables are distributed.' }
  try {
    await client.query('begin')
    await client.query("set local citus.multi_shard_modify_mode = 'sequential'")
    await client.query('set local citus.enable_local_reference_table_foreign_keys = off')
    await client.query('set local citus.enable_unsafe_triggers = on')
    await spread(client, waiting)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
  const distributed = waiting.map(({ table }) => table)
  return { distributed, message: `Distributed ${distributed.join(', ')}.` }
}

async function notYetDistributed(client: pg.ClientBase, plan: readonly TablePlan[]): Promise<TablePlan[]> {
  const { rows } = await client.query<{ name: string }>(
    `select planned.name from unnest($1::text[]) as planned (name)
     where not exists (select from pg_dist_partition where logicalrelid = planned.name::regclass)`,
    [plan.map(({ table }) => table)],
  )
  const names = new Set(rows.map(({ name }) => name))
  return plan.filter(({ table }) => names.has(table))
}

/** Foreign keys go first and come back last: Citus wants parents before children, and takes no circle. */
async function spread(client: pg.ClientBase, waiting: TablePlan[]): Promise<void> {
  const names = waiting.map(({ table }) => table)
  const keys = await dropForeignKeys(client, names)
  for (const { table, kind } of waiting) {
    if (kind === 'reference') await client.query('select create_reference_table($1)', [table])
  }
  let anchor = await anchorTable(client)
  for (const one of waiting) {
    if (one.kind === 'reference') continue
    const parameters = [one.table, placeColumn(one), anchor ?? 'default']
    await client.query('select create_distributed_table($1, $2, colocate_with => $3)', parameters)
    anchor ??= one.table
  }
  for (const key of keys) await client.query(key)
}

/** A table that is spread already; all others are laid beside it. */
async function anchorTable(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string }>(
    "select logicalrelid::text as name from pg_dist_partition where partmethod = 'h' order by logicalrelid limit 1",
  )
  return rows[0]?.name
}

async function dropForeignKeys(client: pg.ClientBase, tables: string[]): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and conparentid = 0 and conrelid = any ($1::text[]::regclass[])
     order by conrelid, conname`,
    [tables],
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return rows.map(
    ({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`,
  )
}
