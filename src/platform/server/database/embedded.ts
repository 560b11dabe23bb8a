import { fork } from 'node:child_process'
import events from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Database } from './database.ts'
import { Engine, type EngineSettings } from './engine.ts'
import type { Start } from './engine-messages.ts'
import { DiskFull, EngineStopped } from './errors.ts'
import { lockFolder } from './lock.ts'
import { Maintenance, type MaintenanceSettings } from './maintenance.ts'
import { setPatience } from './patience.ts'
import { refuseNetworkShare, Space, type SpaceSettings } from './space.ts'
import { columnTypes } from './types.ts'
import { diskFullMessage } from './wire.ts'

export type EmbeddedSettings = {
  /** A query without any answer for this long ends the engine, in milliseconds. */
  watchdogMillis?: number
  /** How long a caller waits for the one connection. Asking the pool inside a transaction ends here. */
  connectionTimeoutMillis?: number
  space?: SpaceSettings
  maintenance?: MaintenanceSettings
  /** A tar of an empty data folder to start from, which is quicker than a fresh one. */
  tar?: string
  /** The engine already compiled, for a process that opens many databases one after the other. */
  wasm?: WebAssembly.Module
  execArgv?: string[]
}

const minute = 60_000

/** Opens the embedded database in a folder, made if missing, and holds the folder until closed. */
export async function openFolder(folder: string, settings: EmbeddedSettings = {}): Promise<Database> {
  fs.mkdirSync(folder, { recursive: true })
  refuseNetworkShare(folder)
  const lock = await lockFolder(folder)
  try {
    const space = new Space(folder, settings.space)
    const data = path.join(folder, 'postgres')
    if (!fs.existsSync(data)) await makeFolder(data, space, settings.tar)
    // What the ballast is for: a disk that is full must not keep the database from opening.
    if (space.low()) space.dropBallast()
    const engine = new Engine({ ...engineSettings({ kind: 'folder', folder: data }, settings), space })
    await engine.open()
    space.fillBallast()
    const pool = embeddedPool(engine, settings.connectionTimeoutMillis)
    const maintenance = new Maintenance(pool, engine, path.join(folder, 'last-vacuum'), settings.maintenance)
    return {
      pool,
      engine: 'embedded',
      health: () => health(pool, engine, space),
      trouble: () => engine.trouble,
      close: once(async () => {
        maintenance.stop()
        try {
          await pool.end()
          await engine.close()
        } finally {
          await lock.release()
        }
      }),
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** Opens a throw-away database in memory, from a tar of a data folder when one is given. */
export async function openMemory(
  settings: EmbeddedSettings = {},
): Promise<Database & { dump: Engine['dump'] }> {
  const { tar, wasm } = settings
  const start: Start = { kind: 'memory', ...(tar ? { tar } : {}), ...(wasm ? { wasm } : {}) }
  const engine = new Engine(engineSettings(start, settings))
  await engine.open()
  const pool = embeddedPool(engine, settings.connectionTimeoutMillis)
  return {
    pool,
    engine: 'embedded',
    health: () => health(pool, engine),
    trouble: () => engine.trouble,
    dump: () => engine.dump(),
    close: once(async () => {
      await pool.end()
      await engine.close()
    }),
  }
}

function engineSettings(start: Start, settings: EmbeddedSettings): EngineSettings {
  const { watchdogMillis: patience = minute, execArgv } = settings
  return { start, patience, ...(execArgv === undefined ? {} : { execArgv }) }
}

/** Closing twice is closing once. */
export function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined
  return () => {
    closing ??= close()
    return closing
  }
}

async function makeFolder(folder: string, space: Space, tar: string | undefined): Promise<void> {
  if (space.low()) throw new DiskFull()
  // A process of its own: making a database needs a gigabyte, and of a thread's a third would stay with the server.
  const child = fork(
    fileURLToPath(new URL('./engine-maker.ts', import.meta.url)),
    [folder, ...(tar ? [tar] : [])],
    {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  )
  let said = ''
  child.stderr?.on('data', (text: Buffer) => {
    said += text.toString()
  })
  const [code] = (await events.once(child, 'close')) as [number | null]
  if (code !== 0) throw new EngineStopped(said.trim() || `making the database ended with ${code}`)
}

function embeddedPool(engine: Engine, connectionTimeoutMillis = 30_000): pg.Pool {
  class EmbeddedClient extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connection: new EmbeddedConnection(engine) } as pg.ClientConfig)
    }
  }
  const pool = new pg.Pool({
    Client: EmbeddedClient,
    // The engine is one session.
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis,
    types: columnTypes,
    user: 'postgres',
    database: 'postgres',
    // Without a host pg would read PGHOST and the like, and .pgpass.
    host: 'localhost',
    password: 'none',
    ssl: false,
  })
  setPatience(pool, (milliseconds, work) => engine.withPatience(milliseconds, work))
  return calmPool(pool)
}

class EmbeddedConnection extends pg.Connection {
  readonly #engine: Engine
  constructor(engine: Engine) {
    super({ stream: () => engine.connect() })
    this.#engine = engine
  }

  override emit(event: string | symbol, ...details: unknown[]): boolean {
    const error = details[0] as pg.DatabaseError | undefined
    if (event !== 'errorMessage' || error?.code !== '53100') return super.emit(event, ...details)
    if (error.message !== diskFullMessage) void this.#engine.meetFullDisk(error)
    return super.emit(event, new DiskFull(error))
  }
}

async function health(
  pool: pg.Pool,
  engine: Engine,
  space?: Space,
): Promise<{ ok: boolean; reason?: string }> {
  const trouble = engine.trouble
  if (trouble) return { ok: false, reason: trouble.message }
  if (space?.low()) return { ok: false, reason: new DiskFull().message }
  // While someone works, the watchdog judges the engine; waiting in line would say nothing new.
  if (pool.totalCount > pool.idleCount) return { ok: true }
  return await answering(pool)
}

/** A lost connection is told to whoever runs a query on it; without a listener it would end the process. */
export function calmPool(pool: pg.Pool): pg.Pool {
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

export async function answering(pool: pg.Pool): Promise<{ ok: boolean; reason?: string }> {
  try {
    await pool.query('select 1')
    return { ok: true }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}
