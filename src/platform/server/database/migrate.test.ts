import { afterEach, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { MigrationChanged, MigrationFailed, MigrationUnknown, migrate } from './migrate.ts'
import { testDatabase } from './testing.ts'

const people = {
  name: 'people',
  sql: 'create schema people; create table people.person (id int primary key);',
  tables: [],
}
const places = {
  name: 'places',
  sql: 'create schema places;\r\ncreate table places.place (code text primary key);',
  tables: [],
}

let database: Database
afterEach(() => database.close())

const names = async () =>
  (await database.pool.query('select name from platform.migration order by name')).rows.map(
    ({ name }) => name,
  )

test('each migration is applied once, in order', async () => {
  database = await testDatabase([])
  expect(await migrate(database, [people])).toEqual(['people'])
  expect(await migrate(database, [people, places])).toEqual(['places'])
  expect(await migrate(database, [people, places])).toEqual([])
  expect(await names()).toEqual(['people', 'places'])
})

test('Windows line ends are not a change; anything else in an applied migration is, and nothing is done', async () => {
  database = await testDatabase([places])
  expect(await migrate(database, [{ ...places, sql: places.sql.replaceAll('\r\n', '\n') }])).toEqual([])
  const error = await migrate(database, [{ ...places, sql: `${places.sql} ` }, people]).catch(
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(MigrationChanged)
  expect(error).toMatchObject({ code: 'platform.migration-changed', facts: { name: 'places' } })
  expect(await names()).toEqual(['places'])
})

test('a database of a newer version is refused', async () => {
  database = await testDatabase([people, places])
  const error = await migrate(database, [people]).catch((reason) => reason)
  expect(error).toBeInstanceOf(MigrationUnknown)
  expect(error).toMatchObject({ code: 'platform.migration-unknown', facts: { names: 'places' } })
})

test('a migration that fails leaves nothing behind and those before it stay', async () => {
  database = await testDatabase([])
  const broken = { name: 'broken', sql: 'create table half (a int); select 1 / 0', tables: [] }
  await expect(migrate(database, [people, broken])).rejects.toThrow(MigrationFailed)
  expect(await names()).toEqual(['people'])
  const half = await database.pool.query("select to_regclass('half') as half")
  expect(half.rows).toEqual([{ half: null }])
})

test('a migration may not end its own transaction', async () => {
  database = await testDatabase([])
  await expect(
    migrate(database, [{ name: 'early', sql: 'create table a (); commit', tables: [] }]),
  ).rejects.toThrow('it ends its own transaction')
})

test('two migrators at once apply each migration once', async () => {
  database = await testDatabase([])
  const applied = await Promise.all([
    migrate(database, [people, places]),
    migrate(database, [people, places]),
  ])
  expect(applied.flat().sort()).toEqual(['people', 'places'])
})

test('a table is planned once', async () => {
  database = await testDatabase([])
  const tables = [{ table: 'people.person', kind: 'reference' as const }]
  const again = { name: 'again', sql: 'select 1', tables }
  await expect(migrate(database, [{ ...people, tables }, again])).rejects.toThrow('planned twice')
})
