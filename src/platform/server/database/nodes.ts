import { sql } from 'kysely'
import type pg from 'pg'
import type { Db, Tx } from '../db.ts'

/** A server of a cluster, by its address, and whether it answers the first one. */
export type NodeState = { node: string; up: boolean }

/**
 * The servers that keep rows, in a cluster of Citus; none where one server keeps all. Asked as the role that villages'
 * rows are read under: one that lets only the owner in keeps its villages waiting as well.
 */
export async function nodeStates(pool: pg.Pool): Promise<NodeState[]> {
  const citus = await pool.query("select from pg_extension where extname = 'citus'")
  if (citus.rowCount === 0) return []
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local role rembug_app')
    const { rows } = await client.query<NodeState>(
      `select nodename || ':' || nodeport as node, citus_check_connection_to_node(nodename, nodeport) as up
       from pg_dist_node where noderole = 'primary' order by 1`,
    )
    return rows
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
  }
}

/** Whether several servers keep the rows. */
export async function isCluster(db: Db | Tx): Promise<boolean> {
  const found = await sql`select from pg_extension where extname = 'citus'`.execute(db)
  return found.rows.length > 0
}

/** These districts by the server that keeps them; null where one server keeps all. */
export async function districtsByNode(db: Db | Tx, districts: readonly string[]): Promise<string[][] | null> {
  if (!(await isCluster(db))) return null
  const { rows } = await sql<{ districts: string[] }>`select array_agg(d.code) as districts
    from unnest(${[...districts]}::text[]) as d (code),
      lateral (select get_shard_id_for_distribution_column('platform.log', d.code) as shardid) s
      join pg_dist_placement p using (shardid) group by p.groupid`.execute(db)
  return rows.map((row) => row.districts)
}
