import { createHash, randomBytes } from 'node:crypto'
import { once, openMemory } from './embedded.ts'
import { type Migration, migrate } from './migrate.ts'
import { type Database, openDatabase } from './open.ts'
import { withRequests } from './request-login.ts'
import { watchStatements } from './statement-watch.ts'
import { cachedTar, compiledEngine } from './template-tar.ts'
import { copy, create, drop, on, reach, rename, type Servers } from './testing-servers.ts'

/**
 * A migrated and empty database of its own for one test file; close it afterwards. Embedded and in memory, or, with
 * DATABASE_URL, a fresh one on that server; with CITUS_URL on each server of that cluster.
 */
export async function testDatabase(migrations: readonly Migration[]): Promise<Database> {
  const database = await freshDatabase(migrations)
  watchStatements(database.pool, migrations)
  if (database.requests) watchStatements(database.requests, migrations)
  return database
}

async function freshDatabase(migrations: readonly Migration[]): Promise<Database> {
  const cluster = process.env.CITUS_URL
  const server = cluster ?? process.env.DATABASE_URL
  if (server) return await serverDatabase(await reach(server, cluster !== undefined), migrations)
  const tar = await cachedTar(migrations)
  // A test that asks the pool inside a transaction should fail before its own time is up.
  return await openMemory({ tar, wasm: await compiledEngine(), connectionTimeoutMillis: 10_000 })
}

// Any fixed number. Roles belong to the whole server, so two tests must not create them at once.
const creatingLock = 5_811_300_127

/** A database that holds these migrations and nothing else, made once on a server and copied for each test file. */
async function migratedTemplate(servers: Servers, migrations: readonly Migration[]) {
  const key = createHash('sha256')
  for (const { name, sql } of migrations) key.update(`\0${name}\0${sql}`)
  const name = `rembug_template_${key.digest('hex').slice(0, 16)}`
  const found = await servers.first.admin.query('select from pg_database where datname = $1', [name])
  if (found.rowCount) return name
  const making = `${name}_making`
  await drop(servers, making)
  await create(servers, making)
  const database = await openDatabase({ dataFolder: '', databaseUrl: on(servers.first.url, making) })
  await migrate(database, migrations).finally(() => database.close())
  // Renamed when whole, as the tar is.
  await rename(servers, making, name)
  return name
}

const wall = '2026-11-30-wall'
const requestLogin = 'rembug_test_requests'

/** All test databases of a server are asked by one login. */
async function requestUrl({ first }: Servers, name: string): Promise<string> {
  const there = await first.admin.query('select from pg_roles where rolname = $1', [requestLogin])
  const app = await first.admin.query("select from pg_roles where rolname = 'rembug_app'")
  if (!there.rowCount && app.rowCount)
    await first.admin.query(`create role ${requestLogin} login password '${requestLogin}' in role rembug_app`)
  return Object.assign(new URL(on(first.url, name)), { username: requestLogin, password: requestLogin }).href
}

async function serverDatabase(servers: Servers, migrations: readonly Migration[]): Promise<Database> {
  const name = `rembug_test_${randomBytes(6).toString('hex')}`
  const { admin, url } = servers.first
  const leave = async () => {
    await drop(servers, name)
    await servers.end()
  }
  try {
    await admin.query(`select pg_advisory_lock(${creatingLock})`)
    await copy(servers, await migratedTemplate(servers, migrations), name)
    const appUrl = await requestUrl(servers, name)
    await admin.query(`select pg_advisory_unlock(${creatingLock})`)
    const own = { databaseUrl: on(url, name), poolSize: 4 }
    const owned = await openDatabase({ dataFolder: '', ...own })
    const walled = migrations.some((migration) => migration.name === wall)
    const database = walled ? await withRequests(owned, { ...own, appUrl }) : owned
    return { ...database, close: once(() => database.close().then(leave)) }
  } catch (error) {
    await leave()
    throw error
  }
}
