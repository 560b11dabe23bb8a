import { createHash, createHmac, pbkdf2Sync } from 'node:crypto'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kyselyOn } from '../db.ts'
import { platformMigrations } from '../migrations.ts'
import { inPlace, nobody } from '../transaction.ts'
import { migrate } from './migrate.ts'
import { type Database, openDatabase } from './open.ts'
import { loginFor, NoRequestLogin, scramVerifier, withRequests } from './request-login.ts'
import { create, drop, on, reach, type Servers } from './testing-servers.ts'

test('a password goes to the server as what proves it, not as itself', () => {
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64')
  // The example of RFC 7677, with its 4096 rounds.
  const salted = pbkdf2Sync('pencil', salt, 4096, 32, 'sha256')
  const key = createHmac('sha256', salted).update('Client Key').digest()
  const stored = createHash('sha256').update(key).digest('base64')
  expect(scramVerifier('pencil', salt)).toBe(
    `SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$${stored}:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=`,
  )
})

test('a name that PostgreSQL would cut is made short by us, differently for each database', () => {
  const long = 'x'.repeat(60)
  expect(loginFor('rembug')).toBe('rembug_app_rembug')
  expect(Buffer.byteLength(loginFor(`${long}1`))).toBeLessThan(64)
  expect(loginFor(`${long}1`)).not.toBe(loginFor(`${long}2`))
})

describe.runIf(process.env.DATABASE_URL)('on PostgreSQL', () => {
  const name = `rembug_test_login_${process.pid}`
  const login = loginFor(name)
  let servers: Servers
  let url = ''
  beforeEach(async () => {
    servers = await reach(process.env.DATABASE_URL as string, false)
    await create(servers, name)
    url = on(servers.first.url, name)
    const owned = await openDatabase({ dataFolder: '', databaseUrl: url })
    await migrate(owned, platformMigrations)
    await owned.close()
  })
  afterEach(async () => {
    await drop(servers, name)
    await servers.end()
  })
  const opened = async (settings: { appUrl?: string } = {}): Promise<Database> => {
    const owned = await openDatabase({ dataFolder: '', databaseUrl: url, poolSize: 2 })
    try {
      return await withRequests(owned, { databaseUrl: url, poolSize: 2, ...settings })
    } catch (error) {
      await owned.close()
      throw error
    }
  }

  test('a login is made, enters places and owns nothing; a second start finds it, also when its password was changed', async () => {
    const first = await opened()
    const who = await first.requests?.query('select session_user::text as name')
    expect(who?.rows).toEqual([{ name: login }])
    await inPlace(kyselyOn(first), '34.71.04.1001', nobody, async () => undefined)
    await expect(first.requests?.query('create table public.t ()')).rejects.toMatchObject({
      code: '42501',
    })
    await first.requests?.query(`alter role current_user set statement_timeout = '1ms'`)
    await first.close()
    await servers.first.admin.query(`alter role "${login}" password 'lain'`)
    const second = await opened()
    expect((await second.requests?.query('show statement_timeout'))?.rows).toEqual([
      { statement_timeout: '0' },
    ])
    await second.close()
  })

  test('whoever was not let in stays outside of the database, and nobody makes temporary tables in it', async () => {
    const database = await opened()
    const { rows } = await database.pool.query(
      `select has_database_privilege('public', current_database(), 'connect') as enters,
         has_database_privilege('public', current_database(), 'temporary') as makes`,
    )
    expect(rows).toEqual([{ enters: false, makes: false }])
    await database.close()
  })

  test.each([
    ['the owner itself', () => url, /may do more/],
    [
      'one that nobody admitted',
      () => Object.assign(new URL(url), { username: 'rembug_test_other' }).href,
      /grant rembug_app/,
    ],
    [
      'one whom nobody knows',
      () => Object.assign(new URL(url), { username: 'rembug_nobody' }).href,
      /rembug_nobody/,
    ],
  ])('requests are refused by %s', async (_who, address, why) => {
    await servers.first.admin.query('create role rembug_test_other login').catch(() => undefined)
    const refused = opened({ appUrl: address() })
    await expect(refused).rejects.toThrow(NoRequestLogin)
    await expect(refused).rejects.toThrow(why)
    await servers.first.admin.query('drop role rembug_test_other')
  })

  test('a statement of a request is ended when its asker leaves, also by a login of its own', async () => {
    const database = await opened()
    const client = (await database.requests?.connect()) as pg.PoolClient & { processID: number }
    const slow = client.query('select pg_sleep(20)')
    slow.catch(() => undefined)
    await database.cancel?.(client.processID)
    await expect(slow).rejects.toMatchObject({ code: '57014' })
    client.release()
    await database.close()
  })
})
