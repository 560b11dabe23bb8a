import pg from 'pg'
import type { Database } from './database.ts'
import { answering, calmPool, type EmbeddedSettings, once, openFolder } from './embedded.ts'
import { columnTypes } from './types.ts'

export type { Database, Engine } from './database.ts'

export type DatabaseSettings = {
  /** Where the embedded database lives. Not used when there is a URL. */
  dataFolder: string
  databaseUrl?: string
  /** Connections to a server. The embedded engine has exactly one, whatever is asked. */
  poolSize?: number
  embedded?: EmbeddedSettings
}

/**
 * Opens the database: the server at `databaseUrl` when given, else the embedded one in `dataFolder`.
 * Refuses a folder that another process holds (DataFolderInUse), a network share, and a server that
 * does not answer.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const { databaseUrl, poolSize = 10, dataFolder, embedded } = settings
  return databaseUrl ? await openServer(databaseUrl, poolSize) : await openFolder(dataFolder, embedded)
}

async function openServer(connectionString: string, max: number): Promise<Database> {
  const pool = serverPool({ connectionString, max })
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  const asking = askingPool({ connectionString })
  const close = once(async () => {
    await asking.end()
    await pool.end()
  })
  const cancel = async (processID: number) => {
    await asking.query('select pg_cancel_backend($1)', [processID]).catch(() => undefined)
  }
  return { pool, engine: 'postgres', health: () => answering(asking), cancel, close }
}

/** Connections to a server, as all of the house has them. */
export function serverPool(config: pg.PoolConfig): pg.Pool {
  return calmPool(
    new pg.Pool({
      ...config,
      connectionTimeoutMillis: 10_000,
      // A server whose machine has vanished says nothing more: the system asks after it.
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      // What a statement left behind in a session, such as a lock, ends with it.
      maxLifetimeSeconds: 900,
      types: columnTypes,
      pipeline: true,
    } as pg.PoolConfig),
  )
}

/** For health, and to end statements: a pool whose connections are all at work, or hang, would say nothing of the server behind it. */
export function askingPool(config: pg.PoolConfig): pg.Pool {
  const patience = { connectionTimeoutMillis: 1000, query_timeout: 1000 }
  return calmPool(new pg.Pool({ ...config, max: 1, idleTimeoutMillis: 30_000, ...patience }))
}
