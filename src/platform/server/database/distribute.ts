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
  if (!(await isCluster(client))) {
    return { distributed: [], message: 'No tables were distributed: this database has no Citus extension.' }
  }
  await openNodes(client)
  const waiting = await notYetDistributed(client, plan)
  if (waiting.length === 0) {
    await sendHome(client)
    return { distributed: [], message: await howSpread(client, plan) }
  }
  try {
    await client.query('begin')
    await client.query("set local citus.multi_shard_modify_mode = 'sequential'")
    await client.query('set local citus.enable_local_reference_table_foreign_keys = off')
    await client.query('set local citus.enable_unsafe_triggers = on')
    await spread(client, waiting)
    await sendHome(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
  const distributed = waiting.map(({ table }) => table)
  return { distributed, message: `Distributed ${distributed.join(', ')}.` }
}

async function isCluster(client: pg.ClientBase): Promise<boolean> {
  return (await client.query("select from pg_extension where extname = 'citus'")).rowCount === 1
}

/**
 * A table in nobody's plan would stay on the first node, and joins with it would fail one day: on a cluster the migration
 * that made it is refused. Elsewhere a test of the house says the same.
 */
export async function refuseUnplanned(client: pg.ClientBase, plan: readonly TablePlan[]): Promise<void> {
  if (!(await isCluster(client))) return
  const { rows } = await client.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|citus|columnar)'
       and n.nspname not in ('information_schema', 'public') and (n.nspname, c.relname) <> ('platform', 'migration')
       and c.oid <> all (array(select coalesce(to_regclass(name)::oid, 0::oid) from unnest($1::text[]) as p (name)))
     order by 1`,
    [plan.map(({ table }) => table)],
  )
  const names = rows.map(({ name }) => name).join(', ')
  if (names !== '') throw new Error(`no plan says how these tables are spread: ${names}`)
}

/**
 * What the nodes need once. Citus asks them as the role that a transaction has entered, so that role must be let in there
 * (who may, says pg_hba.conf of each); and the plan of a statement must be made for the district it names, not for any.
 */
async function openNodes(client: pg.ClientBase): Promise<void> {
  await client.query(`do $$ begin
    if exists (select from pg_roles where rolname = 'rembug_app' and not rolcanlogin) then
      alter role rembug_app login;
    end if;
    execute format('alter database %I set plan_cache_mode = force_custom_plan', current_database());
  end $$`)
  await client.query('set plan_cache_mode = force_custom_plan')
  // A policy that asks a table is refused there; see the migration that makes it.
  const wall = await client.query("select from pg_proc where oid = to_regprocedure('platform.plain_wall()')")
  if (wall.rowCount) await client.query('select platform.plain_wall()')
}

/** As the cluster itself has it: how many tables lie by district, and how many on every node. */
async function howSpread(client: pg.ClientBase, plan: readonly TablePlan[]): Promise<string> {
  const { rows } = await client.query<{ places: number; everywhere: number }>(
    `select count(*) filter (where partmethod = 'h')::int as places,
       count(*) filter (where partmethod = 'n')::int as everywhere
     from pg_dist_partition where logicalrelid = any (array(select to_regclass(name) from unnest($1::text[]) as p (name)))`,
    [plan.map(({ table }) => table)],
  )
  const { places = 0, everywhere = 0 } = rows[0] ?? {}
  const alone = plan.filter(({ kind }) => kind === 'local').length
  return `Of ${plan.length} tables ${places} lie by district, ${everywhere} on every node, ${alone} on the first node alone.`
}

async function notYetDistributed(client: pg.ClientBase, whole: readonly TablePlan[]): Promise<TablePlan[]> {
  const plan = whole.filter(({ kind }) => kind !== 'local')
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

/** Functions whose first argument is called home_district are from now on done by the node that keeps the district. */
async function sendHome(client: pg.ClientBase): Promise<void> {
  const anchor = await anchorTable(client)
  if (!anchor) return
  const { rows } = await client.query<{ name: string }>(
    `select p.oid::regprocedure::text as name from pg_proc p
     where p.proargnames[1] = 'home_district' and not exists (select from pg_dist_object d
       where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.distribution_argument_index is not null)`,
  )
  for (const { name } of rows)
    await client.query(
      "select create_distributed_function($1, 'home_district', colocate_with => $2, force_delegation => true)",
      [name, anchor],
    )
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
