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
