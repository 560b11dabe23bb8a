import type pg from 'pg'

/** Which engine answers: PGlite inside this process, or a PostgreSQL (or Citus) server. */
export type Engine = 'embedded' | 'postgres'

/** An open database. The pool is the ordinary one of `pg`, whichever engine is behind it. */
export type Database = {
  pool: pg.Pool
  /**
   * By the login that requests have, which owns nothing; `pool` is the owner's then. Absent where one session does both: on the
   * embedded engine, and for a verb that opens the database alone.
   */
  requests?: pg.Pool
  engine: Engine
  /** Whether a query would be answered now, and if not, why, in words for an administrator. */
  health(): Promise<{ ok: boolean; reason?: string }>
  /** Ends the statement that a connection's process at the server is at; the embedded engine has none to end. */
  cancel?: (processID: number) => Promise<void>
  /** Why the embedded engine refuses everything at the moment, if it does; asked without a question to it. */
  trouble?: () => Error | undefined
  close(): Promise<void>
}
