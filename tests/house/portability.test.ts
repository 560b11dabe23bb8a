// One schema for the embedded database, for PostgreSQL and for the nation; and a second wall around every village.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverCapabilities } from '../../src/apps/server/capabilities.ts'
import type { Database } from '../../src/platform/server/database/database.ts'
import { portabilityIssues } from '../../src/platform/server/database/lint.ts'
import { splitStatements } from '../../src/platform/server/database/split-statements.ts'
import { testDatabase } from '../../src/platform/server/database/testing.ts'
import { place, platformMigrations, reference } from '../../src/platform/server/migrations.ts'
import { tableFaults, tablesOf } from './tables.ts'

const migrations = [...platformMigrations, ...serverCapabilities.flatMap((part) => part.migrations)]
const plan = migrations.flatMap(({ tables }) => tables)
let database: Database

beforeAll(async () => {
  database = await testDatabase(migrations)
}, 120_000)
afterAll(() => database.close())

test('every migration is there, and the schema would be taken by every engine', async () => {
  expect(migrations.length).toBeGreaterThan(serverCapabilities.length)
  expect(await portabilityIssues(database, plan)).toEqual([])
})

test('every table is spread by plan, and no row of a village is seen from outside of it', async () => {
  const tables = await tablesOf(database)
  expect(tableFaults(tables, plan)).toEqual([])
  expect(new Set(plan.map(({ table }) => table)).size).toBe(plan.length)
  // Nothing to look at would be nothing to find.
  expect(tables.filter(({ ofVillage }) => ofVillage).length).toBeGreaterThan(20)
})

// What no entry of the log speaks of, and why.
const unproven: Readonly<Record<string, string>> = {
  'people.alarm': 'raised by looking, which is no command',
  'programmes.district_total': 'counted from enrolments, which are proven',
  'surveys.visited':
    'which submission says first that a home was reached: reckoned from submissions, which are proven',
}

test('every table of a village belongs to a record that the log proves, or it is said why not', () => {
  const proven = new Set(
    serverCapabilities.flatMap(({ records = [] }) =>
      records.flatMap(({ parts }) => parts.map(({ table }) => table)),
    ),
  )
  const own = serverCapabilities.flatMap(({ migrations: some }) => some.flatMap(({ tables }) => tables))
  const others = own
    .filter(({ table, kind }) => kind === 'place' && !proven.has(table))
    .map(({ table }) => table)
  expect(others.sort()).toEqual(Object.keys(unproven).sort())
})

test('every part of a record is found by its own index, however many records its village has', async () => {
  const parts = serverCapabilities.flatMap(({ records = [] }) => records.flatMap((each) => each.parts))
  const { rows } = await database.pool.query<{ table: string; columns: string[] }>(
    `select i.indrelid::regclass::text as table, array(select a.attname::text from unnest(i.indkey) with ordinality as k (attnum, n)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum order by k.n) as columns
     from pg_index i where i.indpred is null and i.indexprs is null`,
  )
  const scans = parts.filter(({ table, of, place: own, alone }) => {
    // Of an expression the planner is not asked here: such tables are small.
    if (!/^[a-z_]+$/.test(of)) return false
    const before = alone ? [] : ['district_code', 'village_code', own]
    return !rows.some(
      (index) =>
        index.table === table &&
        index.columns.includes(of) &&
        index.columns.slice(0, index.columns.indexOf(of)).every((column) => before.includes(column)),
    )
  })
  expect(scans.map(({ table, of }) => `${table} by ${of}`)).toEqual([])
})

test('what works with the rights of the owner takes its names from nowhere else, and is for requests alone', async () => {
  const { rows } = await database.pool.query(
    `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where p.prosecdef and n.nspname !~ '^pg_' and (p.proconfig is distinct from '{"search_path=pg_catalog, pg_temp"}'
       or has_function_privilege('public', p.oid, 'execute')) order by 1`,
  )
  expect(rows).toEqual([])
})

test('what puts statements together from text is closed to requests, also what a later migration brings', async () => {
  const open = async () =>
    (
      await database.pool.query<{ name: string }>(
        `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
         where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and p.prosrc ~* '\\mexecute\\M'
           and has_function_privilege('rembug_app', p.oid, 'execute')`,
      )
    ).rows.map(({ name }) => name)
  expect(await open()).toEqual([])
  await database.pool.query(
    'create function platform.later(said text) returns void language plpgsql as $$ begin execute said; end $$',
  )
  expect(await open()).toEqual(['platform.later(text)'])
  await database.pool.query('select platform.close_definers()')
  expect(await open()).toEqual([])
})

test('the role of requests owns nothing, makes nothing anywhere and is a member of nothing', async () => {
  const { rows } = await database.pool.query(
    `select 'owns ' || c.oid::regclass as what from pg_class c where c.relowner = 'rembug_app'::regrole
     union all select 'owns ' || p.oid::regprocedure from pg_proc p where p.proowner = 'rembug_app'::regrole
     union all select 'makes in ' || n.nspname from pg_namespace n where has_schema_privilege('rembug_app', n.oid, 'create')
     union all select 'is in ' || m.roleid::regrole from pg_auth_members m where m.member = 'rembug_app'::regrole
     union all select 'may ' || r.rolname from pg_roles r where r.rolname = 'rembug_app'
       and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb)`,
  )
  expect(rows).toEqual([])
})

test('without a wall requests write these national tables alone, and do no more there than this', async () => {
  const { rows } = await database.pool.query<{ name: string; may: string }>(
    `select n.nspname || '.' || c.relname as name,
       array_to_string(array(select lower(p) || case when has_table_privilege('rembug_app', c.oid, p) then '' else ' of columns' end
         from unnest('{SELECT,INSERT,UPDATE,DELETE}'::text[]) with ordinality as u (p, at)
         where has_table_privilege('rembug_app', c.oid, p) or (p <> 'DELETE' and has_any_column_privilege('rembug_app', c.oid, p))
         order by at), ', ') as may
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and (not c.relrowsecurity or exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive and p.polcmd <> 'r'
         and strpos(concat(pg_get_expr(p.polqual, c.oid), pg_get_expr(p.polwithcheck, c.oid)), 'platform.scope()') = 0))
     order by 1`,
  )
  expect(
    Object.fromEntries(rows.filter(({ may }) => may !== '').map(({ name, may }) => [name, may])),
  ).toEqual({
    // Names of people are shown at their deeds in every place; a phone number only to whose it is.
    'accounts.account': 'select of columns, update of columns',
    'accounts.device': 'select, update of columns',
    // What is over in these stays over.
    'accounts.reset_code': 'select, insert, update of columns',
    'accounts.session': 'select, update of columns',
    'places.region': 'select',
    'places.region_edition': 'select',
    // Put in at its place; ended from wherever its owner's stay ends.
    'surveys.device': 'select, insert, update of columns',
  })
})

test('a careless migration is noticed', async () => {
  const made = (name: string, columns: string, more = '') =>
    `create table careless.${name} (${columns}); ${more}`
  const row = 'district_code text not null, village_code text not null, id uuid not null'
  const tables = [...place('careless.open', 'careless.odd', 'careless.gone'), ...reference('careless.leak')]
  const sql = [
    'create schema careless; grant usage on schema careless to rembug_app;',
    made('open', `${row}, primary key (district_code, id)`),
    made('odd', `${row}, primary key (id)`, `select platform.protect('careless.odd');`),
    made('gone', `${row}, primary key (district_code, id)`, 'drop table careless.gone;'),
    made('leak', `${row}, primary key (district_code, id)`),
    made('forgotten', 'id uuid primary key'),
  ].join('\n')
  await database.pool.query(sql)
  expect(tableFaults(await tablesOf(database), [...plan, ...tables])).toEqual([
    'careless.forgotten: in no plan',
    "careless.leak: a village's rows in a reference table",
    'careless.odd: its key begins with id',
    'careless.open: no wall around its villages',
    'careless.gone: planned, not made',
  ])
  expect((await portabilityIssues(database, [...plan, ...tables])).length).toBeGreaterThan(0)
})

test('every migration of the house is taken apart without losing a word', () => {
  const bare = (sql: string) =>
    sql
      .replace(/;\s*(?=\n|$)/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  for (const { sql } of migrations)
    expect(bare(splitStatements(sql).join('\n'))).toBe(bare(sql.replace(/\n--[^\n]*\s*$/, '')))
})
