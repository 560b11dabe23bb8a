// What the swift pool promises, on whichever engine the tests run.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Db, kyselyOn } from '../db.ts'
import type { Database } from './open.ts'
import { atOnce, writesOnly } from './swift-pool.ts'
import { testDatabase } from './testing.ts'

let database: Database
let db: Db

beforeAll(async () => {
  database = await testDatabase([])
  db = kyselyOn(database)
  await sql`create table public.cow (id int primary key, name text not null)`.execute(db)
})
afterAll(() => database.close())

const silently = (id: number) =>
  sql`${sql.raw(writesOnly)} insert into public.cow (id, name) values (${id}, ${`Sapi ${id}`})`
const count = async () =>
  (await sql<{ n: number }>`select count(*)::int as n from public.cow`.execute(db)).rows[0]?.n

it('stores what was written without waiting when the transaction commits', async () => {
  await db.transaction().execute(async (tx) => {
    await silently(1).execute(tx)
    await silently(2).execute(tx)
  })
  expect(await count()).toBe(2)
})

it('shows a later statement of the transaction what was written without waiting', async () => {
  const seen = await db.transaction().execute(async (tx) => {
    await silently(3).execute(tx)
    return sql<{ name: string }>`select name from public.cow where id = 3`.execute(tx)
  })
  expect(seen.rows).toEqual([{ name: 'Sapi 3' }])
})

it('throws the error itself, and stores nothing, when such a write fails at the end', async () => {
  const failing = db.transaction().execute(async (tx) => {
    await sql`insert into public.cow (id, name) values (10, 'Sapi 10')`.execute(tx)
    await silently(1).execute(tx)
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect(await count()).toBe(3)
})

it('has the server begin at once with what more is put together behind', async () => {
  const ahead = (id: number) =>
    sql`${sql.raw(atOnce)} insert into public.cow (id, name) values (${id}, ${`Sapi ${id}`}) returning id`
  await db.transaction().execute(async (tx) => {
    await silently(30).execute(tx)
    await ahead(31).execute(tx)
    await silently(32).execute(tx)
    await ahead(33).execute(tx)
  })
  const seen = await db.transaction().execute(async (tx) => {
    await ahead(34).execute(tx)
    return sql<{ id: number }>`select id from public.cow where id > ${29} order by id`.execute(tx)
  })
  expect(seen.rows.map(({ id }) => id)).toEqual([30, 31, 32, 33, 34])
  // Texts without values, a rule's no, and an error that comes before anybody waits for it.
  await db.transaction().execute(async (tx) => {
    await ahead(35).execute(tx)
    expect((await sql`select 1 as one`.execute(tx)).rows).toEqual([{ one: 1 }])
  })
  const stopped = db.transaction().execute(async (tx) => {
    await ahead(36).execute(tx)
    throw new Error('a rule said no')
  })
  await expect(stopped).rejects.toThrow('a rule said no')
  for (const last of [ahead(37), sql`select 1 as one`, sql`select id from public.cow where id = ${1}`]) {
    const failing = db.transaction().execute(async (tx) => {
      await ahead(35).execute(tx)
      await new Promise((later) => setTimeout(later, 20))
      await last.execute(tx)
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    const left = db.transaction().execute(async (tx) => {
      await ahead(35).execute(tx)
      throw new Error('a rule said no')
    })
    await expect(left).rejects.toThrow('a rule said no')
  }
  await sql`delete from public.cow where id >= 30`.execute(db)
  expect(await count()).toBe(3)
})

it('keeps the order of what is asked side by side, and of a rollback', async () => {
  const ahead = (id: number) =>
    sql`${sql.raw(atOnce)} insert into public.cow (id, name) values (${id}, 'Sapi')`
  const told = await db.transaction().execute(async (tx) => {
    await ahead(60).execute(tx)
    return Promise.all([
      sql<{ is: string }>`select 'plain' as is`.execute(tx),
      ahead(61).execute(tx),
      sql<{ is: string }>`select ${'given'}::text as is`.execute(tx),
    ])
  })
  expect(told.map(({ rows }) => rows)).toEqual([[{ is: 'plain' }], [], [{ is: 'given' }]])
  const stopped = db.transaction().execute(async (tx) => {
    await ahead(62).execute(tx)
    throw new Error('a rule said no')
  })
  await expect(stopped).rejects.toThrow('a rule said no')
  expect((await sql`delete from public.cow where id >= ${60} returning id`.execute(db)).rows).toHaveLength(2)
})

it('refuses what comes to a connection that was given back', async () => {
  let late: Promise<unknown> = Promise.resolve()
  await db.transaction().execute(async (tx) => {
    late = new Promise((done) => setTimeout(done, 20)).then(() => silently(70).execute(tx))
    late.catch(() => undefined)
  })
  await expect(late).rejects.toThrow()
  expect(await count()).toBe(3)
})

it('throws the first error when statements follow one that failed', async () => {
  const failing = db.transaction().execute(async (tx) => {
    await silently(1).execute(tx)
    await sql`select name from public.cow where id = ${1}`.execute(tx)
  })
  await expect(failing).rejects.toMatchObject({ code: '23505' })
  expect(await count()).toBe(3)
})

it('goes on working after errors, rollbacks and many repetitions of one text', async () => {
  for (let n = 0; n < 20; n++) {
    const thrown = db.transaction().execute(async (tx) => {
      await silently(100 + n).execute(tx)
      throw new Error('a rule said no')
    })
    await expect(thrown).rejects.toThrow('a rule said no')
    await db.transaction().execute((tx) => silently(200 + n).execute(tx))
  }
  expect(await count()).toBe(23)
})

it('survives a table that changes under a prepared statement', async () => {
  const all = () => sql<{ id: number }>`select * from public.cow where id = ${1}`.execute(db)
  for (let n = 0; n < 6; n++) await all()
  await database.pool.query('alter table public.cow add column born date')
  const first = await all().catch((error: { code: string }) => error.code)
  if (typeof first === 'string') expect(first).toBe('0A000')
  // The pool of a server may have prepared it on several connections: each notices once.
  for (let n = 0; n < 4; n++) await all().catch(() => undefined)
  expect((await all()).rows).toEqual([{ id: 1, name: 'Sapi 1', born: null }])
})
