import type pg from 'pg'

/** A server of a cluster, by its address, and whether it answers the first one. */
export type NodeState = { node: string; up: boolean }

/** The servers that keep rows, in a cluster of Citus; none where one server keeps all. */
export async function nodeStates(pool: pg.Pool): Promise<NodeState[]> {
  const citus = await pool.query("select from pg_extension where extname = 'citus'")
  if (citus.rowCount === 0) return []
  const { rows } = await pool.query<NodeState>(
    `select nodename || ':' || nodeport as node, citus_check_connection_to_node(nodename, nodeport) as up
     from pg_dist_node where noderole = 'primary' order by 1`,
  )
  return rows
}
