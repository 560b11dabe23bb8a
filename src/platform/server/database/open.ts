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
  const pool = calmPool(
    new pg.Pool({
      connectionString,
      max,
      connectionTimeoutMillis: 10_000,
      types: columnTypes,
      pipeline: true,
    } as pg.PoolConfig),
  )
  try {
    await pool.query('select 1')
  } catch (error) {
    await pool.end()
    throw error
  }
  return { pool, engine: 'postgres', health: () => answering(pool), close: once(() => pool.end()) }
}
