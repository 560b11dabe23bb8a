// One schema for the embedded database, for PostgreSQL and for the nation; and a second wall around every village.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serverCapabilities } from '../../src/apps/server/capabilities.ts'
import type { Database } from '../../src/platform/server/database/database.ts'
import { portabilityIssues } from '../../src/platform/server/database/lint.ts'
import { testDatabase } from '../../src/platform/server/database/testing.ts'
import { platformMigrations } from '../../src/platform/server/migrations.ts'

const migrations = [...platformMigrations, ...serverCapabilities.flatMap((part) => part.migrations)]
const plan = migrations.flatMap(({ tables }) => tables)
const placed = plan.filter(({ kind }) => kind === 'place').map(({ table }) => table)

type Table = {
  name: string
  secured: boolean
  forced: boolean
  policies: number
  of_village: boolean
  columns: string[]
}
let database: Database
let tables: Table[]

beforeAll(async () => {
  database = await testDatabase(migrations)
  const { rows } = await database.pool.query<Table>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'village_code') as of_village,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.place) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
    order by 1`)
  tables = rows
}, 120_000)
afterAll(() => database.close())

test('every migration is there, and the schema would be taken by every engine', async () => {
  expect(migrations.length).toBeGreaterThan(serverCapabilities.length)
  expect(await portabilityIssues(database, plan)).toEqual([])
})

test('every table says how it is spread over the nation, once', () => {
  // The list of migrations itself is kept by the ground the migrations stand on.
  const own = new Set(['platform.migration'])
  const names = tables.map(({ name }) => name)
  expect(names.filter((name) => !plan.some(({ table }) => table === name) && !own.has(name))).toEqual([])
  expect(plan.map(({ table }) => table).filter((name) => !names.includes(name))).toEqual([])
  expect(new Set(plan.map(({ table }) => table)).size).toBe(plan.length)
  expect(placed.length).toBeGreaterThan(20)
})

test('no row of a village is seen from outside of it, not even by the owner of the tables', () => {
  const open = tables.filter(
    ({ name, secured, forced, policies }) => placed.includes(name) && !(secured && forced && policies > 0),
  )
  expect(open.map(({ name }) => name)).toEqual([])
})

test('what belongs to a village is kept with its district', () => {
  const strays = tables.filter(({ name, of_village }) => of_village && !placed.includes(name))
  expect(strays.map(({ name }) => name)).toEqual([])
  const keys = tables.filter(({ name, columns }) => placed.includes(name) && columns[0] !== 'district_code')
  expect(keys.map(({ name, columns }) => `${name} (${columns.join(', ')})`)).toEqual([])
})
