import { existsSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Migration } from './migrate.ts'
import { cachedTar } from './template-tar.ts'
import { testDatabase } from './testing.ts'

const migrations: Migration[] = [
  { name: 'cached', sql: 'create table cached (a int primary key)', tables: [] },
]

test('two that want the same cached database at once both get it whole', async () => {
  rmSync(await cachedTar(migrations))
  const [one, other] = await Promise.all([cachedTar(migrations), cachedTar(migrations)])
  expect(one).toBe(other)
  expect(existsSync(one)).toBe(true)
})

test('each test database is its own, and stands on its migrations', async () => {
  const [one, other] = await Promise.all([testDatabase(migrations), testDatabase(migrations)])
  await one.pool.query('insert into cached values (1)')
  expect((await other.pool.query('select count(*) as n from cached')).rows).toEqual([{ n: 0 }])
  expect((await one.pool.query('select name from platform.migration')).rows).toEqual([{ name: 'cached' }])
  await Promise.all([one.close(), other.close()])
})
