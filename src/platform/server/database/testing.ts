import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { once, openMemory } from './embedded.ts'
import { type Migration, migrate } from './migrate.ts'
import { type Database, openDatabase } from './open.ts'
import { watchStatements } from './statement-watch.ts'
import { cachedTar, compiledEngine } from './template-tar.ts'

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
  return await openMemory({ tar, wasm: await compiledEngine(), connectionTimeoutMillis: 10_000 })
}

// Any fixed number. Roles belong to the whole server, so two tests must not create them at once.
const creatingLock = 5_811_300_127

/** A database that holds these migrations and nothing else, made once on a server and copied for each test file. */
async function migratedTemplate(admin: pg.Client, server: URL, migrations: readonly Migration[]) {
  const key = createHash('sha256')
  for (const { name, sql } of migrations) key.update(`\0${name}\0${sql}`)
  const name = `rembug_template_${key.digest('hex').slice(0, 16)}`
  const found = await admin.query('select from pg_database where datname = $1', [name])
  if (found.rowCount) return name
  const making = `${name}_making`
  await admin.query(`drop database if exists ${making} with (force)`)
  await admin.query(`create database ${making} template template0`)
  const database = await openDatabase({ dataFolder: '', databaseUrl: on(server, making) })
  await migrate(database, migrations).finally(() => database.close())
  // Renamed when whole, as the tar is.
  await admin.query(`alter database ${making} rename to ${name}`)
  return name
}

const on = (server: URL, name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href

async function serverDatabase(server: string, migrations: readonly Migration[]): Promise<Database> {
  const name = `rembug_test_${randomBytes(6).toString('hex')}`
  const admin = new pg.Client({ connectionString: server })
  await admin.connect()
  const url = new URL(server)
  const drop = async () => {
    const gone = `drop database if exists ${name}`
    // Whoever is no superuser may not end an autovacuum by force; the server does that itself when asked without.
    await admin.query(`${gone} with (force)`).catch(() => admin.query(gone))
    await admin.end()
  }
  try {
    await admin.query(`select pg_advisory_lock(${creatingLock})`)
    const template = await migratedTemplate(admin, url, migrations)
    await admin.query(`create database ${name} template ${template}`)
    await admin.query(`select pg_advisory_unlock(${creatingLock})`)
    const database = await openDatabase({ dataFolder: '', databaseUrl: on(url, name), poolSize: 4 })
    const close = once(() => database.close().then(drop))
    return { ...database, close }
  } catch (error) {
    await drop()
    throw error
  }
}
