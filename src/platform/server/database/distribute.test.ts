import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { kyselyOn } from '../db.ts'
import { platformMigrations } from '../migrations.ts'
import { lookInPlace } from '../transaction.testing.ts'
import type { Database } from './database.ts'
import { distribute } from './distribute.ts'
import { type Migration, migrate, planOf } from './migrate.ts'
import { testDatabase } from './testing.ts'

const first: Migration = {
  name: 'first',
  sql: `create schema v;
    create table v.region (code text primary key);
    create table v.house (district_code text not null, id int, region text references v.region, primary key (district_code, id));
    create table v.person (district_code text not null, id int, house int, primary key (district_code, id),
      constraint lives_in foreign key (district_code, house) references v.house);`,
  tables: [
    { table: 'v.person', kind: 'place' },
    { table: 'v.house', kind: 'place' },
    { table: 'v.region', kind: 'reference' },
  ],
}
const second: Migration = {
  name: 'second',
  sql: `create table v.dog (district_code text not null, id int, person int, primary key (district_code, id), foreign key (district_code, person) references v.person);
    create table v.account (id int primary key);
    create function v.feed_dog(home_district text, dog int) returns void language sql as 'select';`,
  tables: [
    { table: 'v.dog', kind: 'place' },
    { table: 'v.account', kind: 'local' },
  ],
}

let database: Database
afterEach(() => database?.close())

test('without Citus nothing is distributed, and it says so', async () => {
  database = await testDatabase([first])
  expect(await distribute(database, planOf([first]))).toEqual({
    distributed: [],
    message: 'No tables were distributed: this database has no Citus extension.',
  })
})

// Stands in for Citus: it has the same doors and writes down who went through them.
const mimic = `
  create table walked (step int generated always as identity, what text, keys_left int);
  create table pg_dist_object (classid oid, objid oid, distribution_argument_index int);
  create function create_distributed_function(f text, k text, colocate_with text, force_delegation boolean) returns void language sql as $$
    insert into pg_dist_object values ('pg_proc'::regclass, f::regprocedure, 0);
    insert into walked (what) select f || ' by ' || k || ' beside ' || colocate_with $$;
  create table pg_dist_partition (logicalrelid regclass, partmethod "char");
  create function create_reference_table(t text) returns void language sql as $$
    insert into pg_dist_partition values (t::regclass, 'n');
    insert into walked (what, keys_left) select 'reference ' || t, count(*) from pg_constraint where conrelid = t::regclass and contype = 'f' $$;
  create function create_distributed_table(t text, k text, colocate_with text) returns void language sql as $$
    insert into pg_dist_partition values (t::regclass, 'h');
    insert into walked (what, keys_left) select t || ' by ' || k || ' beside ' || colocate_with, count(*) from pg_constraint where conrelid = t::regclass and contype = 'f' $$;
  insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
    select 90001, 'citus', 10, oid, false, '0' from pg_namespace where nspname = 'public'`

test('reference tables go first, place tables lie beside each other, foreign keys come back, functions go home', async ({
  skip,
}) => {
  if (process.env.DATABASE_URL) skip('a stand-in for Citus is put into the embedded engine only')
  database = await testDatabase([])
  await database.pool.query(mimic)
  expect(await migrate(database, [first])).toEqual(['first'])
  expect(await migrate(database, [first, second])).toEqual(['second'])
  const { rows } = await database.pool.query('select what, keys_left from walked order by step')
  expect(rows).toEqual([
    { what: 'reference v.region', keys_left: 0 },
    { what: 'v.person by district_code beside default', keys_left: 0 },
    { what: 'v.house by district_code beside v.person', keys_left: 0 },
    { what: 'v.dog by district_code beside v.house', keys_left: 0 },
    { what: 'v.feed_dog(text,integer) by home_district beside v.house', keys_left: null },
  ])
  const keys = await database.pool.query("select conname from pg_constraint where contype = 'f' order by 1")
  expect(keys.rows.map(({ conname }) => conname)).toEqual([
    'dog_district_code_person_fkey',
    'house_region_fkey',
    'lives_in',
  ])
  expect((await distribute(database, planOf([first, second]))).message).toBe(
    'Of 5 tables 3 lie by district, 1 on every node, 1 on the first node alone.',
  )
})

test('on a cluster a migration that forgets a table in its plan is refused, and leaves nothing', async ({
  skip,
}) => {
  if (process.env.DATABASE_URL) skip('a stand-in for Citus is put into the embedded engine only')
  database = await testDatabase([])
  await database.pool.query(mimic)
  await migrate(database, [first])
  const forgetful = { ...second, tables: second.tables.slice(1) }
  await expect(migrate(database, [first, forgetful])).rejects.toThrow(
    'no plan says how these tables are spread: v.dog',
  )
  const { rows } = await database.pool.query("select to_regclass('v.dog') as dog")
  expect(rows).toEqual([{ dog: null }])
})

test('a cluster takes no policy that asks a table: there the wall believes the settings of a transaction', async ({
  skip,
}) => {
  if (process.env.DATABASE_URL) skip('a stand-in for Citus is put into the embedded engine only')
  database = await testDatabase([])
  await database.pool.query(mimic)
  await migrate(database, platformMigrations)
  const asking = 'select polname from pg_policy where pg_get_expr(polqual, polrelid) ~* $1'
  expect((await database.pool.query(asking, ['select'])).rows).toEqual([])
  const db = kyselyOn(database)
  for (const place of ['34.71.04.1001', '34.71.04.1002'])
    await lookInPlace(db, place, (tx) =>
      sql`insert into platform.head (district_code, village_code, seq, hash) values (${'34.71.04'}, ${place}, 1, '')`.execute(
        tx,
      ),
    )
  const seen = await lookInPlace(db, '34.71.04.1002', (tx) =>
    sql`select village_code as place from platform.head`.execute(tx),
  )
  expect(seen.rows).toEqual([{ place: '34.71.04.1002' }])
})
