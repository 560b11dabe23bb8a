import type pg from 'pg'

/** Which engine answers: PGlite inside this process, or a PostgreSQL (or Citus) server. */
export type Engine = 'embedded' | 'postgres'

/** An open database. The pool is the ordinary one of `pg`, whichever engine is behind it. */
export type Database = {
  pool: pg.Pool
  engine: Engine
  /** Whether a query would be answered now, and if not, why, in words for an administrator. */
  health(): Promise<{ ok: boolean; reason?: string }>
  /** Why the embedded engine refuses everything at the moment, if it does; asked without a question to it. */
  trouble?: () => Error | undefined
  close(): Promise<void>
}
