import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { once, openMemory } from './embedded.ts'
import { DataFolderInUse } from './errors.ts'
import { lockFolder } from './lock.ts'
import { type Migration, migrate } from './migrate.ts'
import { type Database, openDatabase } from './open.ts'
import { watchStatements } from './statement-watch.ts'

/**
 * A migrated and empty database of its own for one test file; close it afterwards. Embedded and in memory,
 * or, with DATABASE_URL, a fresh one on that server.
 */
export async function testDatabase(migrations: readonly Migration[]): Promise<Database> {
  const database = await freshDatabase(migrations)
  watchStatements(database.pool, migrations)
  return database
}

async function freshDatabase(migrations: readonly Migration[]): Promise<Database> {
  const server = process.env.DATABASE_URL
  if (server) return await serverDatabase(server, migrations)
  const tar = await cachedTar(migrations)
  // A test that asks the pool inside a transaction should fail before its own time is up.
  return await openMemory({ tar, connectionTimeoutMillis: 10_000 })
}

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const cache = path.join(root, 'node_modules/.cache/rembug')
const tarsKept = 12

/** A tar of a migrated data folder, made once for each set of migrations and version of the engine. */
export async function cachedTar(migrations: readonly Migration[]): Promise<string> {
  const key = createHash('sha256').update(engineVersion())
  for (const { name, sql } of migrations) key.update(`\0${name}\0${sql}`)
  const file = path.join(cache, `${key.digest('hex').slice(0, 24)}.tar`)
  if (touched(file)) return file
  // Two test workers often want the same tar: one makes it, the other waits.
  const work = `${file}.making`
  fs.mkdirSync(work, { recursive: true })
  const lock = await waitForLock(work)
  try {
    if (!touched(file)) await makeTar(file, migrations)
  } finally {
    await lock.release()
  }
  return file
}

async function makeTar(file: string, migrations: readonly Migration[]): Promise<void> {
  const bare = migrations.length === 0 ? undefined : await cachedTar([])
  const database = await openMemory(bare === undefined ? {} : { tar: bare })
  try {
    await migrate(database, migrations)
    await database.pool.query('checkpoint')
    fs.writeFileSync(`${file}.${process.pid}`, await database.dump())
    // Renamed when whole: nobody ever reads half a tar.
    fs.renameSync(`${file}.${process.pid}`, file)
  } finally {
    await database.close()
  }
  dropOldTars()
}

function touched(file: string): boolean {
  try {
    fs.utimesSync(file, new Date(), new Date())
    return true
  } catch {
    return false
  }
}

function dropOldTars(): void {
  const tars = fs.readdirSync(cache).filter((name) => name.endsWith('.tar'))
  const byAge = tars
    .map((name) => ({ name, used: fs.statSync(path.join(cache, name)).mtimeMs }))
    .sort((one, other) => other.used - one.used)
  for (const { name } of byAge.slice(tarsKept)) fs.rmSync(path.join(cache, name), { force: true })
}

async function waitForLock(folder: string) {
  for (;;) {
    try {
      return await lockFolder(folder)
    } catch (error) {
      if (!(error instanceof DataFolderInUse)) throw error
      await new Promise((later) => setTimeout(later, 50))
    }
  }
}

function engineVersion(): string {
  const about = path.join(root, 'node_modules/@electric-sql/pglite/package.json')
  return (JSON.parse(fs.readFileSync(about, 'utf8')) as { version: string }).version
}

// Any fixed number. Roles belong to the whole server, so two tests must not create them at once.
const creatingLock = 5_811_300_127

async function serverDatabase(server: string, migrations: readonly Migration[]): Promise<Database> {
  const name = `rembug_test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const url = new URL(server)
  url.pathname = `/${name}`
  const drop = async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
  try {
    await admin.query(`select pg_advisory_lock(${creatingLock})`)
    await admin.query(`create database ${name} template template0`)
    const database = await openDatabase({ dataFolder: '', databaseUrl: url.href, poolSize: 4 })
    await migrate(database, migrations)
    await admin.query(`select pg_advisory_unlock(${creatingLock})`)
    const close = once(() => database.close().then(drop))
    return { ...database, close }
  } catch (error) {
    await drop()
    throw error
  }
}
