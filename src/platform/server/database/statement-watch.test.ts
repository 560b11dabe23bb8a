// The house is held to the rules of a cluster by every test database, on whichever engine the tests run.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginBatch, beginPlaces, enterPlaces } from '../batch.ts'
import { type Db, kyselyOn, type Tx } from '../db.ts'
import { platformMigrations } from '../migrations.ts'
import { lookInPlace } from '../transaction.testing.ts'
import { inPlace, nobody } from '../transaction.ts'
import type { Database } from './open.ts'
import { atOnce, writesOnly } from './swift-pool.ts'
import { testDatabase } from './testing.ts'

const place = '34.71.04.1001'
let database: Database
let db: Db

beforeAll(async () => {
  database = await testDatabase(platformMigrations)
  db = kyselyOn(database)
})
afterAll(() => database.close())

const wholeFeed = sql`select id from platform.feed where village_code = ${place}`
const ownFeed = sql`select id from platform.feed where district_code = ${'34.71.04'} and village_code = ${place}`
const fault = 'platform.feed without a constant for its district: select id from platform.feed'

/** The ways in which the house enters a place. */
const ways: Record<string, (tx: Tx) => Promise<unknown>> = {
  'a command': (tx) => beginBatch(tx, place, nobody),
  'a batch of one place': (tx) => beginPlaces(tx, [place], nobody),
  'a batch of several': (tx) => beginPlaces(tx, [place, '34.71.04.1002'], nobody),
  'one place after another': (tx) => enterPlaces(tx, [place], nobody),
}

test.each(Object.entries(ways))('%s is refused a statement that names no district', async (_way, enter) => {
  const asking = (statement: typeof wholeFeed) =>
    db.transaction().execute(async (tx) => {
      await enter(tx)
      return statement.execute(tx)
    })
  await expect(asking(wholeFeed)).rejects.toThrow(fault)
  expect((await asking(ownFeed)).rows).toEqual([])
})

test('a question is refused it too, and so is what travels with others without being waited for', async () => {
  await expect(inPlace(db, place, nobody, (tx) => wholeFeed.execute(tx))).rejects.toThrow(fault)
  const unasked = (mark: string) => sql`${sql.raw(mark)}update platform.feed set gone = true`
  const own = sql`${sql.raw(atOnce)}update platform.feed set gone = true where district_code = ${'34.71.04'} and village_code = ${place}`
  for (const first of [[], [own]])
    for (const mark of [writesOnly, atOnce]) {
      const changing = inPlace(db, place, nobody, async (tx) => {
        for (const each of [...first, unasked(mark)]) await each.execute(tx)
        return ownFeed.execute(tx)
      })
      await expect(changing).rejects.toThrow('platform.feed without a constant for its district')
    }
})

test('what a test asks by itself is free, and the next who enters is watched again', async () => {
  expect((await lookInPlace(db, place, (tx) => wholeFeed.execute(tx))).rows).toEqual([])
  await expect(inPlace(db, place, nobody, (tx) => wholeFeed.execute(tx))).rejects.toThrow(fault)
  expect((await database.pool.query('select id from platform.feed')).rows).toEqual([])
})
