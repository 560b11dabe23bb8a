import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../database/open.ts'
import { writesOnly } from '../database/swift-pool.ts'
import { testDatabase } from '../database/testing.ts'
import { type Db, kyselyOn } from '../db.ts'
import { during } from './doing.ts'
import { openJournal } from './journal.ts'

let database: Database
let db: Db
const lines: { event: string; ms: number; doing?: string; statement?: string; statements?: string[] }[] = []
const typed = 'Siti Aminah'
const pause = (ms: number) => new Promise((later) => setTimeout(later, ms))
const told = (event: string) => lines.filter((line) => line.event === event)

beforeAll(async () => {
  database = await testDatabase([])
  // Wide enough apart for a busy machine: what is quick stays below both.
  db = kyselyOn(database, { statement: 300, transaction: 700 })
  openJournal(
    { level: 'info', form: 'json', addresses: false },
    { write: (line) => void lines.push(JSON.parse(line)) },
  )
})
beforeEach(() => void lines.splice(0))
afterAll(() => database.close())

test('a slow statement is told with its text, what it was done for, and none of its values', async () => {
  await during('/api/queries/:name', () => sql`select pg_sleep(0.4), ${typed}::text as name`.execute(db))
  expect(told('statement-slow')).toHaveLength(1)
  const [line] = told('statement-slow')
  expect(line?.statement).toBe('select pg_sleep(0.4), $1::text as name')
  expect(line?.doing).toBe('/api/queries/:name')
  expect(line?.ms).toBeGreaterThanOrEqual(390)
  expect(JSON.stringify(lines)).not.toContain(typed)
})

test('one that fails slowly is told as well', async () => {
  await expect(sql`select pg_sleep(0.4), 1 / (random() * 0)::int`.execute(db)).rejects.toThrow()
  expect(told('statement-slow')).toHaveLength(1)
})

test('what was sent ahead and is slow is named with the statement that had to wait for it', async () => {
  await db.transaction().execute(async (tx) => {
    await sql`${sql.raw(writesOnly)}select pg_sleep(0.4)`.execute(tx)
    await sql`select 1`.execute(tx)
  })
  expect(JSON.stringify(told('statement-slow'))).toContain('pg_sleep(0.4)')
})

test('a transaction that stays open is told while it does, and when it ends with what it did', async () => {
  await during('surveys.submit', () =>
    db.transaction().execute(async (tx) => {
      await sql`select 1 as one`.execute(tx)
      await pause(2100)
      expect(told('transaction-open')).toHaveLength(1)
    }),
  )
  const [line] = told('transaction-long')
  expect(line).toMatchObject({ doing: 'surveys.submit', statements: ['select 1 as one', 'commit'] })
  expect(told('transaction-open')).toHaveLength(1)
})

test('one that is rolled back is told too, and a connection is as good as before', async () => {
  const failing = db.transaction().execute(async () => {
    await pause(800)
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(told('transaction-long')).toHaveLength(1)
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})

// The embedded engine has one session in this process, and a watchdog instead.
test.skipIf(!process.env.DATABASE_URL)('a question whose asker has left is ended at the server', async () => {
  const asked = during('/api/queries/:name', (leave) => {
    setTimeout(leave, 300)
    return sql`select pg_sleep(30)`.execute(db)
  })
  await expect(asked).rejects.toMatchObject({ code: '57014' })
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})
