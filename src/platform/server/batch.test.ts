// A village in which somebody else is at work, asked for by a batch that has others to take along.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { beginPlaces, isBusy } from './batch.ts'
import type { Database } from './database/open.ts'
import { testDatabase } from './database/testing.ts'
import { type Db, kyselyOn } from './db.ts'
import { platformMigrations } from './migrations.ts'
import { inPlace, nobody } from './transaction.ts'

const [busy, calm] = ['34.71.04.1001', '34.71.04.1002'] as const
let database: Database
let db: Db

beforeAll(async () => {
  database = await testDatabase(platformMigrations)
  db = kyselyOn(database)
})
afterAll(() => database.close())

const taking = (places: readonly string[], patience: number | null) =>
  db.transaction().execute(async (tx) => {
    const held = await beginPlaces(tx, places, nobody, patience)
    const left = await sql<{ limit: string }>`select current_setting('lock_timeout') as limit`.execute(tx)
    return { held, limit: left.rows[0]?.limit }
  })

test('no statement inside a village goes on for longer than half a minute', async () => {
  const limit = await inPlace(db, calm, nobody, (tx) =>
    sql<{ limit: string }>`select current_setting('statement_timeout') as limit`.execute(tx),
  )
  expect(limit.rows).toEqual([{ limit: '30s' }])
})

test('a village that is free is taken, and its patience is over with its lock', async () => {
  expect(await taking([calm], 50)).toEqual({ held: [calm], limit: '0' })
  expect(await taking([calm], null)).toEqual({ held: [calm], limit: '0' })
})

test('one that somebody is at work in is left out, alone or beside others, or waited for', async (context) => {
  // The embedded engine does one transaction at a time.
  if (database.engine !== 'postgres') return context.skip()
  let waiting: Promise<unknown> = Promise.resolve()
  await db.transaction().execute(async (tx) => {
    await beginPlaces(tx, [busy], nobody)
    await sql`select 1 as one`.execute(tx)
    await expect(taking([busy], 50)).rejects.toSatisfy(isBusy)
    expect((await taking([busy, calm], null)).held).toEqual([calm])
    waiting = taking([busy], null)
  })
  expect(await waiting).toMatchObject({ held: [busy] })
})
