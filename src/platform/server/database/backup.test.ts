import { afterEach, expect, test } from 'vitest'
import { backupHeader, dumpTables, restoreTables } from './backup.ts'
import type { Database } from './database.ts'
import { openMemory } from './embedded.ts'
import { type Migration, migrate } from './migrate.ts'
import { cachedTar } from './template-tar.ts'
import { testDatabase } from './testing.ts'

const schema: Migration = {
  name: 'schema',
  sql: `create schema "odd Name";
    create type mood as enum ('baik', 'kurang "baik"');
    create domain rupiah as bigint check (value >= 0);
    create table zone (code text primary key, parent text references zone);
    create table child (district_code text not null, id bigint generated always as identity, zone text not null references zone,
      primary key (district_code, id));
    create table a_first (k int primary key, child bigint, district_code text, foreign key (district_code, child) references child (district_code, id));
    create table "odd Name"."T ""x""" (
      "select" int primary key, big bigint, money rupiah, amount numeric, real float8, yes boolean, at timestamptz, clock timestamp,
      day date, span interval, bytes bytea, doc jsonb, raw json, words text[], grid int[][], bigs bigint[], id uuid, mood mood, moods mood[],
      range int4range, code char(3), name text, twice int generated always as ("select" * 2) stored);
    create table log (id int primary key);
    create table hen (id int primary key, egg int);
    create table egg (id int primary key, hen int references hen deferrable initially deferred);
    alter table hen add foreign key (egg) references egg;
    create sequence counter start 40;
    create function note() returns trigger language plpgsql as $$ begin insert into log values (new.k); return new; end $$;
    create trigger noted after insert on a_first for each row execute function note();
    create materialized view total as select count(*) as n from zone;`,
  tables: [],
}

const rows = `
  insert into zone values ('34', null), ('34.71', '34'), ('34.71.04', '34.71');
  update zone set parent = '34.71.04' where code = '34.71.04';
  insert into child (district_code, zone) select '34.71.04', '34.71' from generate_series(1, 3);
  insert into a_first values (1, 2, '34.71.04');
  insert into "odd Name"."T ""x""" values
    (1, 9223372036854775807, 12000000000000, 1.2300000000000000000000000000000001, 0.1 + 0.2::float8, true,
     '2012-02-29 23:59:59.123456+07', '2012-02-29 23:59:59.000001', '0044-03-15 BC', '1 mon 2 days 03:04:05.000006', '\\x000aff5c22',
     '{"b": 12345678901234567890.123, "a": "baris\\n\\"dua\\" \\\\u"}', E'{ "x":1,\\n "x":2 }', array['a,b', null, '', 'null', E'"\\\\\\n'],
     '{{1,2},{3,4}}', '{-9223372036854775808}', '018f0000-0000-7000-8000-000000000001', 'kurang "baik"', '{baik,"kurang \\"baik\\""}',
     '[1,10)', 'ab', E'Pak \\u00e9 \\U0001F33E\\ttab'),
    (2, null, null, 'NaN', '-Infinity', false, 'infinity', '-infinity', 'infinity', null, '', 'null', 'null', '{}', null, null, null, null, null, 'empty', '', '');
  begin; insert into egg values (1, 1); insert into hen values (1, 1); commit;
  select nextval('counter'), nextval('counter');`

const open: Database[] = []
afterEach(async () => {
  for (const database of open.splice(0)) await database.close()
})

async function embedded(migrations: Migration[]): Promise<Database> {
  const database = await openMemory({ tar: await cachedTar(migrations) })
  open.push(database)
  return database
}
async function onServer(migrations: Migration[]): Promise<Database> {
  const database = await testDatabase(migrations)
  open.push(database)
  return database
}

async function dump(database: Database): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  await dumpTables(database, (chunk) => void chunks.push(chunk))
  return Buffer.concat(chunks)
}
/** Hands a file over in pieces that cut lines and letters in two. */
async function* pieces(file: Buffer, size = 777): AsyncGenerator<Buffer> {
  for (let at = 0; at < file.length; at += size) yield file.subarray(at, at + size)
}

const everything = [
  'select * from zone order by 1',
  'select * from child order by 1, 2',
  'select * from a_first',
  'select id from log',
  'select n from total',
  'select to_json(t)::text as json from "odd Name"."T ""x""" t order by "select"',
  'select at::text, clock::text, real::text, bytes, raw::text, doc::text from "odd Name"."T ""x""" order by "select"',
  'select last_value, is_called from counter',
  'select * from hen, egg',
  "select conname, pg_get_constraintdef(oid) as def from pg_constraint where contype = 'f' order by 1",
]
async function contents(database: Database): Promise<unknown[]> {
  const client = await database.pool.connect()
  await client.query("set timezone = 'UTC'; refresh materialized view total")
  const found: unknown[] = []
  for (const sql of everything) found.push((await client.query(sql)).rows)
  await client.query('reset timezone')
  client.release()
  return found
}

async function roundTrip(from: Database, to: Database): Promise<void> {
  await from.pool.query(rows)
  const file = await dump(from)
  expect(await restoreTables(to, pieces(file))).toEqual({ tables: 7, rows: 12 })
  expect(await contents(to)).toEqual(await contents(from))
  // Serial numbers go on where they stopped, triggers and keys are awake again.
  const { rows: next } = await to.pool.query(
    "insert into child (district_code, zone) values ('x', '34') returning id",
  )
  expect(next).toEqual([{ id: 4 }])
  await to.pool.query('insert into a_first (k) values (2)')
  expect((await to.pool.query('select id from log order by id')).rows).toEqual([{ id: 1 }, { id: 2 }])
  await expect(to.pool.query("insert into zone values ('1', '2')")).rejects.toMatchObject({ code: '23503' })
}

test('a backup restores every value exactly', async () => {
  await roundTrip(await embedded([schema]), await embedded([schema]))
})

test('a backup of the embedded engine restores on a server', async ({ skip }) => {
  if (!process.env.DATABASE_URL) skip('DATABASE_URL is not given')
  await roundTrip(await embedded([schema]), await onServer([schema]))
})

test('a backup of a server restores in the embedded engine', async ({ skip }) => {
  if (!process.env.DATABASE_URL) skip('DATABASE_URL is not given')
  await roundTrip(await onServer([schema]), await embedded([schema]))
})

const simple: Migration = {
  name: 'simple',
  sql: 'create table t (id int primary key, text text)',
  tables: [],
}
const filling = "insert into t select n, repeat('x', 200) from generate_series(1, 20000) n"

test('many rows go through in pieces', async () => {
  const from = await embedded([simple])
  await from.pool.query(filling)
  let biggest = 0
  const chunks: Uint8Array[] = []
  const counted = await dumpTables(from, (chunk) => {
    biggest = Math.max(biggest, chunk.length)
    chunks.push(chunk)
  })
  expect(counted).toEqual({ tables: 1, rows: 20_000 })
  expect(biggest).toBeLessThan(1024 * 1024)
  const to = await embedded([simple])
  expect(await restoreTables(to, pieces(Buffer.concat(chunks), 65_536))).toEqual(counted)
})

test('a backup that was cut short or altered is refused and leaves nothing', async () => {
  const from = await embedded([simple])
  await from.pool.query(filling)
  const file = await dump(from)
  const to = await embedded([simple])
  const altered = Buffer.from(file)
  altered[altered.indexOf('xxxx')] = 0x79
  const text = file.toString()
  const spoiled = [
    file.subarray(0, file.length / 2),
    file.subarray(0, file.lastIndexOf('{"sha256"')),
    altered,
    Buffer.from(text.replace('["2",', '["20001",')),
    Buffer.concat([file, Buffer.from('{"rows":0}\n')]),
    Buffer.from('not a backup'),
    Buffer.alloc(0),
  ]
  for (const bad of spoiled) {
    await expect(restoreTables(to, pieces(bad, 100_000))).rejects.toMatchObject({
      code: 'platform.backup-damaged',
    })
    expect((await to.pool.query('select count(*) as n from t')).rows).toEqual([{ n: 0 }])
  }
})

test('a database that holds rows is not restored into', async () => {
  const database = await embedded([simple])
  await database.pool.query("insert into t values (1, '')")
  const file = await dump(database)
  await expect(restoreTables(database, pieces(file))).rejects.toMatchObject({
    code: 'platform.database-not-empty',
    facts: { table: 'public.t' },
  })
})

test('a backup of another version is refused, and its header says how far to migrate', async () => {
  const later: Migration = { name: 'later', sql: 'alter table t add note text', tables: [] }
  const newer = await dump(await embedded([simple, later]))
  const older = await dump(await embedded([simple]))
  const refused = (database: Database, file: Buffer) =>
    restoreTables(database, pieces(file)).catch(({ code }) => code)
  expect(await refused(await embedded([simple]), newer)).toBe('platform.backup-newer')
  const target = await embedded([simple, later])
  expect(await refused(target, older)).toBe('platform.backup-older')
  expect((await backupHeader(pieces(older))).migrations.map(({ name }) => name)).toEqual(['simple'])
  const fresh = await embedded([simple])
  await restoreTables(fresh, pieces(older))
  expect(await migrate(fresh, [simple, later])).toEqual(['later'])
})

test('a role that does not see every row makes no backup', async () => {
  const database = await embedded([simple])
  await database.pool.query(`
    alter table t enable row level security; alter table t force row level security;
    create policy mine on t using (id = 1);
    create role lesser; grant select on t to lesser; grant all on schema platform to lesser;
    grant all on all tables in schema platform to lesser; set role lesser`)
  await expect(dump(database)).rejects.toMatchObject({
    code: 'platform.backup-needs-bypassrls',
    facts: { table: 'public.t' },
  })
})
