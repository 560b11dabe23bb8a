// Looks at the database itself: settings, roles, walls, migrations.
import { appliedMigrations } from '../../../platform/server/database/migrate.ts'
import { migrationState } from '../../../platform/server/database/migration-state.ts'
import type { Database } from '../../../platform/server/database/open.ts'
import type { Finding } from '../../../platform/server/running/health.ts'
import { judgeMigrations } from '../../../platform/server/running/migrations-probe.ts'
import { allMigrations } from '../../server/open.ts'
import {
  type DatabaseRole,
  type Entrance,
  judgeBallast,
  judgeLock,
  judgePostgres,
  judgeRoles,
  judgeWalls,
  settingsAsked,
} from './judge-database.ts'
import { ballastBytes, isHeld } from './look-at-machine.ts'
import type { Patient } from './patient.ts'

const opened = ({ database }: Patient): Database => {
  if (!database) throw new Error('no database')
  return database
}

export async function lookAtMigrations(patient: Patient): Promise<Finding> {
  return judgeMigrations(await migrationState(opened(patient).pool, allMigrations))
}

/** Settings of the server; of the embedded engine, its ballast and its lock. */
export async function lookAtEngine(patient: Patient): Promise<Finding[]> {
  const { pool, engine } = opened(patient)
  const { dataFolder } = patient.settings
  if (engine === 'embedded') {
    const held = await isHeld(dataFolder)
    // A doctor who opened the house itself holds it too.
    return [judgeBallast(ballastBytes(dataFolder)), judgeLock(true, held)]
  }
  const { rows } = await pool.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [settingsAsked],
  )
  return [judgePostgres(Object.fromEntries(rows.map(({ name, setting }) => [name, setting])))]
}

export async function lookAtRoles(patient: Patient): Promise<Finding> {
  const { pool, engine } = opened(patient)
  const { rows } = await pool.query<DatabaseRole & { own: boolean }>(
    `select rolname as name, rolsuper as superuser, rolbypassrls as bypassrls, rolname = current_user as own
     from pg_roles where rolname in ('rembug_app', current_user)`,
  )
  const app = rows.find(({ name }) => name === 'rembug_app') ?? null
  const own = rows.find((row) => row.own) as DatabaseRole
  const entrance = await pool.query<Entrance>(
    `select has_database_privilege('public', current_database(), 'connect, temporary') as open,
       exists (select from pg_roles r where r.rolcanlogin and r.rolname <> current_user and exists (select from pg_auth_members m
         join pg_roles app on app.oid = m.roleid and app.rolname = 'rembug_app' where m.member = r.oid)) as login`,
  )
  return judgeRoles(app, own, engine, entrance.rows[0] ?? { login: false, open: true })
}

export async function lookAtWalls(patient: Patient): Promise<Finding> {
  const { rows } = await opened(patient).pool.query<{ name: string; walled: boolean }>(
    `select format('%I.%I', n.nspname, c.relname) as name, c.relrowsecurity and c.relforcerowsecurity as walled
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'village_code' and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
     order by 1`,
  )
  return judgeWalls(
    rows.filter(({ walled }) => !walled).map(({ name }) => name),
    rows.length,
  )
}

/** Whether there is a schema to look into at all. */
export async function hasSchema(patient: Patient): Promise<boolean> {
  const client = await opened(patient).pool.connect()
  try {
    return (await appliedMigrations(client)).size > 0
  } finally {
    client.release()
  }
}
