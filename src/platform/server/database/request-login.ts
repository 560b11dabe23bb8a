// Requests speak to PostgreSQL as a login of their own, which owns nothing and is a member of nothing but rembug_app: whatever
// slips into a statement there can become nobody else. Only migrations, backups and the doors of sign-in work as the owner.
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Database } from './database.ts'
import { answering, once } from './embedded.ts'
import { DatabaseFault } from './errors.ts'
import { askingPool, serverPool } from './open.ts'

/** Requests cannot be let in as anybody but the owner: nobody is served until that is mended. */
export class NoRequestLogin extends DatabaseFault {
  constructor(why: string, cause?: unknown) {
    const how =
      'DATABASE_APP_URL (docs/server.md, PostgreSQL) / requests need a login of their own that owns nothing: see DATABASE_APP_URL'
    super(
      'platform.no-request-login',
      `Permintaan butuh login sendiri di PostgreSQL yang tidak memiliki apa-apa: ${why}. Lihat ${how}`,
      { why },
      cause,
    )
  }
}

/** What a password of PostgreSQL is kept as (RFC 5803), so that it stands in no log of statements. */
export function scramVerifier(password: string, salt = randomBytes(16)): string {
  const rounds = 4096
  const salted = pbkdf2Sync(password, salt, rounds, 32, 'sha256')
  const mac = (text: string) => createHmac('sha256', salted).update(text).digest()
  const stored = createHash('sha256').update(mac('Client Key')).digest('base64')
  const server = mac('Server Key').toString('base64')
  return `SCRAM-SHA-256$${rounds}:${salt.toString('base64')}$${stored}:${server}`
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

/** One for each database; at most the 63 bytes that a name may have. */
export function loginFor(database: string): string {
  const name = `rembug_app_${database}`
  const short = createHash('sha256').update(database).digest('hex').slice(0, 24)
  return Buffer.byteLength(name) <= 63 ? name : `rembug_app_${short}`
}

const code = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '')
const said = (error: unknown) => (error instanceof Error ? error.message : String(error))
const isThere = '42710'
const refusedPassword = '28P01'
const refusedAtDoor = '28000'

async function setLogin(owner: pg.Pool, login: string, password: string): Promise<void> {
  const may = `login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '${scramVerifier(password)}'`
  const change = () => owner.query(`alter role ${quoted(login)} ${may}`)
  const there = await owner.query('select from pg_roles where rolname = $1', [login])
  try {
    if (there.rowCount) await change()
    // Two servers that start at once make it once.
    else
      await owner
        .query(`create role ${quoted(login)} ${may} in role rembug_app`)
        .catch((error: unknown) => (code(error) === isThere ? change() : Promise.reject(error)))
  } catch (error) {
    throw new NoRequestLogin(`${login}: ${said(error)}`, error)
  }
}

/** Nobody comes in who was not let in, and nobody makes tables that others might take for those of the house. */
async function shutOut(owner: pg.Pool, database: string, login: string): Promise<void> {
  const { rows } = await owner.query<{ open: boolean; makes: boolean; enters: boolean; own: boolean }>(
    `select has_database_privilege('public', oid, 'connect') or has_database_privilege('public', oid, 'temporary') as open,
       has_schema_privilege('public', 'public', 'create') as makes, has_database_privilege($2, oid, 'connect') as enters,
       pg_has_role(datdba, 'usage') as own
     from pg_database where datname = $1`,
    [database, login],
  )
  const { open, makes, enters, own } = rows[0] ?? {}
  // Whose the database is must do it; the doctor says so.
  if (!own) return
  if (makes) await owner.query('revoke create on schema public from public')
  if (open)
    await owner.query(
      `revoke connect, temporary on database ${quoted(database)} from public; grant connect on database ${quoted(database)} to rembug_app`,
    )
  else if (!enters) await owner.query(`grant connect on database ${quoted(database)} to rembug_app`)
}

type Standing = {
  database: string
  login: string
  mighty: boolean
  admitted: boolean
  others: string[]
  /** Settings that it has given itself, or was given. */
  bent: boolean
}

/** What a login is and belongs to, as it says itself. */
const standing = `select current_database() as database, session_user::text as login,
    r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication as mighty,
    exists (select from pg_auth_members m where m.member = r.oid and m.roleid = 'rembug_app'::regrole) as admitted,
    array(select m.roleid::regrole::text from pg_auth_members m
      where m.member in (r.oid, 'rembug_app'::regrole) and m.roleid <> 'rembug_app'::regrole) as others,
    exists (select from pg_db_role_setting s where s.setrole = r.oid) as bent
  from pg_roles r where r.rolname = session_user`

function refuseMighty(found: Standing | undefined, database: string, owner: string): void {
  if (!found) throw new NoRequestLogin('?')
  const { login, mighty, admitted, others } = found
  if (found.database !== database) throw new NoRequestLogin(`${login}: ${found.database}, not ${database}`)
  if (login === owner || mighty) throw new NoRequestLogin(`${login} may do more than requests`)
  if (!admitted) throw new NoRequestLogin(`grant rembug_app to ${quoted(login)}`)
  if (others.length > 0) throw new NoRequestLogin(`${login} is a member of ${others.join(', ')}`)
}

type Opened = { pool: pg.Pool; standing: Standing | undefined }

/** Settings that a login has given itself go first of all: they would bend whatever is asked next. */
async function tryPool(config: pg.PoolConfig): Promise<Opened> {
  const straight = '-c statement_timeout=0 -c default_transaction_read_only=off'
  const client = new pg.Client({ ...config, options: straight, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const found = (await client.query<Standing>(standing)).rows[0]
    const all = 'alter role current_user'
    if (found?.bent)
      await client.query(`${all} reset all; ${all} in database ${quoted(found.database)} reset all`)
    return { pool: serverPool(config), standing: found }
  } finally {
    await client.end()
  }
}

/** By the owner's address, and where its socket lets only the user of its own name in, by the network of this machine. */
async function openAs(config: pg.PoolConfig): Promise<{ opened: Opened; config: pg.PoolConfig }> {
  try {
    return { opened: await tryPool(config), config }
  } catch (error) {
    if (code(error) !== refusedAtDoor || !config.host?.startsWith('/')) throw error
    const local = { ...config, host: '127.0.0.1' }
    return { opened: await tryPool(local), config: local }
  }
}

async function openOwnLogin(database: Database, config: pg.PoolConfig, login: string) {
  const { rows } = await database.pool.query<{ secret: Buffer }>(
    'select login_secret as secret from platform.wall',
  )
  const password = createHash('sha256')
    .update('login')
    .update(rows[0]?.secret ?? '')
    .digest('hex')
  const there = await database.pool.query('select from pg_roles where rolname = $1', [login])
  if (!there.rowCount) await setLogin(database.pool, login, password)
  const as = { ...config, user: login, password }
  try {
    return await openAs(as)
  } catch (error) {
    // A database of that name was here before, or was restored.
    if (code(error) !== refusedPassword) throw new NoRequestLogin(said(error), error)
    await setLogin(database.pool, login, password)
    return await openAs(as).catch((again: unknown) => Promise.reject(new NoRequestLogin(said(again), again)))
  }
}

/** Where the owner's address leads to, with all that the environment adds to it. */
function placeOf(databaseUrl: string): pg.PoolConfig & { database: string; user: string } {
  const { host, port, database = '', user = '', ssl } = new pg.Client({ connectionString: databaseUrl })
  return { host, port, database, user, ...(ssl ? { ssl: ssl as pg.PoolConfig['ssl'] } : {}) }
}

/**
 * The same database with connections for requests, by a login that is made for it where there is none; by `appUrl` where an
 * administrator has made one. Refuses a login that could become anybody else (NoRequestLogin). Ask it after the migrations. The
 * embedded engine has one session and no logins.
 */
export async function withRequests(
  database: Database,
  settings: { databaseUrl?: string | undefined; appUrl?: string | undefined; poolSize?: number },
): Promise<Database> {
  const { databaseUrl, appUrl, poolSize: max = 10 } = settings
  if (database.engine === 'embedded' || !databaseUrl) return database
  const owner = placeOf(databaseUrl)
  const { opened, config } = appUrl
    ? {
        opened: await tryPool({ connectionString: appUrl, max }).catch((error: unknown) =>
          Promise.reject(new NoRequestLogin(said(error), error)),
        ),
        config: { connectionString: appUrl },
      }
    : await openOwnLogin(database, { ...owner, max }, loginFor(owner.database))
  const asking = askingPool(config)
  const close = once(async () => {
    await asking.end()
    await opened.pool.end()
    await database.close()
  })
  try {
    refuseMighty(opened.standing, owner.database, owner.user)
    await shutOut(database.pool, owner.database, opened.standing?.login ?? '')
  } catch (error) {
    await asking.end()
    await opened.pool.end()
    throw error
  }
  const cancel = async (processID: number) => {
    await asking.query('select pg_cancel_backend($1)', [processID]).catch(() => undefined)
  }
  return { ...database, requests: opened.pool, health: () => answering(asking), cancel, close }
}
