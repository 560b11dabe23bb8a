import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { portabilityIssues } from './lint.ts'
import type { TablePlan } from './plan.ts'
import { testDatabase } from './testing.ts'

let database: Database
beforeAll(async () => {
  database = await testDatabase([])
})
afterAll(() => database.close())

const place = (table: string, column?: string): TablePlan => ({
  table,
  kind: 'place',
  ...(column ? { column } : {}),
})
const reference = (table: string): TablePlan => ({ table, kind: 'reference' })
const good = `
  create table region (code text primary key, parent text references region);
  create table house (district_code text not null, id uuid, region text references region, primary key (district_code, id));
  create table person (district_code text not null, id uuid, house uuid,
    primary key (district_code, id), foreign key (district_code, house) references house);`
const goodPlan = [reference('region'), place('house'), place('person')]

/** What the lint says of a schema that is made for the question and taken away again. */
async function issues(sql: string, plan: TablePlan[]): Promise<string[]> {
  await database.pool.query(`drop schema if exists public cascade; create schema public; ${sql}`)
  return (await portabilityIssues(database, plan)).map(({ table, message }) => `${table}: ${message}`)
}

test('a schema that keeps the rules has no issues', async () => {
  expect(await issues(good, goodPlan)).toEqual([])
})

const bites: [string, string, TablePlan[], string][] = [
  ['a planned table that is not there', '', [place('ghost')], 'ghost: in the plan but not in the database'],
  ['a table nobody planned', 'create table stray (a int)', [], "stray: in no migration's plan"],
  [
    'a place table without its place',
    'create table a (id int)',
    [place('a')],
    'a: no NOT NULL column district_code',
  ],
  [
    'a place that may be missing',
    'create table a (district_code text)',
    [place('a')],
    'a: no NOT NULL column district_code',
  ],
  [
    'a place that is computed',
    'create table a (v text, d text not null generated always as (left(v, 8)) stored)',
    [place('a', 'd')],
    'a: distribution column is generated',
  ],
  [
    'a key without the place',
    'create table a (district_code text not null, id int primary key)',
    [place('a')],
    'a: unique or exclusion index without district_code: a_pkey',
  ],
  [
    'a foreign key that leaves the place out',
    'create table a (district_code text not null, id int, unique (district_code, id), u int unique); create table b (district_code text not null, a int references a (u))',
    [place('a'), place('b')],
    'b: foreign key without (district_code -> district_code) to distributed a: b_a_fkey',
  ],
  [
    'a reference table that leans on a place table',
    'create table a (district_code text not null primary key); create table r (a text references a)',
    [place('a'), reference('r')],
    'r: foreign key from reference table to distributed a: r_a_fkey',
  ],
  [
    'a place table that leans on what only the first node has',
    'create table l (id int primary key); create table a (district_code text not null, l int references l)',
    [place('a'), { table: 'l', kind: 'local' }],
    'a: foreign key between a local table and one that is spread: a_l_fkey',
  ],
  [
    'what only the first node has, leaning on what every node has',
    'create table r (id int primary key); create table l (r int references r)',
    [reference('r'), { table: 'l', kind: 'local' }],
    'l: foreign key between a local table and one that is spread: l_r_fkey',
  ],
  [
    'rows of a village on the first node alone',
    'create table l (district_code text not null, village_code text not null)',
    [{ table: 'l', kind: 'local' }],
    "l: a village's rows in a local table",
  ],
  [
    'a foreign key to a table outside the plan',
    'create table l (id int primary key); create table a (district_code text not null, l int references l)',
    [place('a')],
    'a: foreign key to a table outside the plan: a_l_fkey -> l',
  ],
  [
    'a place that a deletion would empty',
    'create table a (district_code text not null primary key); create table b (district_code text not null references a on delete set null)',
    [place('a'), place('b')],
    'b: ON DELETE or UPDATE SET NULL or DEFAULT including district_code: b_district_code_fkey',
  ],
  [
    'a statement trigger with a transition table',
    'create table a (district_code text not null); create function f() returns trigger language plpgsql as $$ begin return null; end $$; create trigger t after insert on a referencing new table as n for each statement execute function f()',
    [place('a')],
    'a: statement trigger with transition table: t',
  ],
  [
    'a trigger that notifies',
    "create table a (district_code text not null); create function f() returns trigger language plpgsql as $$ begin perform pg_notify('x', ''); return new; end $$; create trigger t after insert on a for each row execute function f()",
    [place('a')],
    'a: trigger function uses NOTIFY, TG_TABLE_NAME or TG_RELID: f',
  ],
  [
    'a policy that reads a table',
    'create table a (district_code text not null); create policy p on a using (exists (select from pg_class))',
    [place('a')],
    'a: row-level policy with a sub-select: p',
  ],
]

test.each(bites)('it bites: %s', async (_what, sql, plan, expected) => {
  expect(await issues(sql, plan)).toContain(expected)
})

test('it bites what PostgreSQL 15 does not know', async ({ skip }) => {
  const { rows } = await database.pool.query("select current_setting('server_version_num')::int as version")
  if (rows[0].version < 180_000) skip('this server does not know it either')
  const sql =
    'create table r (id uuid default uuidv7(), n int, twice int generated always as (n * 2) virtual)'
  expect(await issues(sql, [reference('r')])).toEqual([
    'r: default uses uuidv7(), unknown to PostgreSQL 15: id',
    'r: virtual generated column, unknown to PostgreSQL 15: twice',
  ])
})
