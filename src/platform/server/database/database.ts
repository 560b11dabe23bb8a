import type pg from 'pg'

/** Which engine answers: PGlite inside this process, or a PostgreSQL (or Citus) server. */
export type Engine = 'embedded' | 'postgres'

/** An open database. The pool is the ordinary one of `pg`, whichever engine is behind it. */
export type Database = {
  pool: pg.Pool
  engine: Engine
  /** Whether a query would be answered now, and if not, why, in words for an administrator. */
  health(): Promise<{ ok: boolean; reason?: string }>
  close(): Promise<void>
}
