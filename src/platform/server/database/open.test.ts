import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { openFolder } from './embedded.ts'
import { DataFolderInUse, DiskFull, EngineStopped } from './errors.ts'
import { vacuumAnalyze } from './maintenance.ts'
import { openDatabase } from './open.ts'
import { patiently } from './patience.ts'
import { cachedTar } from './template-tar.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rembug-open-'))
const small = { ballast: 1024 * 1024 }
const fresh = path.join(folder, 'fresh')

/** A copy of a new data folder, which is quicker than making one. */
function another(name: string): string {
  cpSync(fresh, path.join(folder, name), { recursive: true, filter: (file) => !file.endsWith('.sock') })
  return path.join(folder, name)
}

let database: Database

beforeAll(async () => {
  const made = await openFolder(fresh, { tar: await cachedTar([]), space: small })
  await made.close()
  database = await openFolder(another('data'), { space: small, connectionTimeoutMillis: 1000 })
  await database.pool.query('create table note (id bigint primary key, at timestamptz, day date, body bytea)')
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

test('values come back as what they are', async () => {
  const { rows } = await database.pool.query(
    `select 9007199254740991 as big, array[1, null]::bigint[] as bigs, date '2012-02-29' as day,
       array[date '2012-02-29'] as days, timestamptz '2012-02-29 00:00:00+07' as at, 1.50 as numeric, '\\x00ff'::bytea as bytes`,
  )
  expect(rows[0]).toEqual({
    big: 9007199254740991,
    bigs: [1, null],
    day: '2012-02-29',
    days: ['2012-02-29'],
    at: new Date('2012-02-28T17:00:00Z'),
    numeric: '1.50',
    bytes: Buffer.from([0, 255]),
  })
})

test('a bigint that a number cannot hold is refused, not rounded', async () => {
  await expect(database.pool.query('select 9007199254740993 as big')).rejects.toThrow(RangeError)
  expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('an error tells its SQLSTATE and leaves the connection usable', async () => {
  await database.pool.query('insert into note (id) values (1)')
  await expect(database.pool.query('insert into note (id) values ($1)', [1])).rejects.toMatchObject({
    code: '23505',
    constraint: 'note_pkey',
  })
  expect((await database.pool.query('select count(*) as n from note')).rows).toEqual([{ n: 1 }])
})

test('an answer of many megabytes arrives whole', async () => {
  const { rows } = await database.pool.query(
    "select n, repeat('x', 1000) as text from generate_series(1, 20000) n",
  )
  expect(rows).toHaveLength(20_000)
  expect(rows.every((row, index) => row.n === index + 1 && row.text.length === 1000)).toBe(true)
})

test('a connection dropped in the middle of its transaction leaves nothing to the next', async () => {
  const client = await database.pool.connect()
  await client.query(
    "begin; insert into note (id) values (77); set app.scope = '34'; set local role pg_monitor",
  )
  client.release(true)
  const { rows } = await database.pool.query(
    "select current_user as name, current_setting('app.scope', true) as scope, (select count(*) from note where id = 77) as n",
  )
  expect(rows[0]).toMatchObject({ name: 'postgres', n: 0 })
  expect(rows[0].scope || null).toBeNull()
})

test('asking the pool inside a transaction fails after a while instead of hanging', async () => {
  const client = await database.pool.connect()
  await expect(database.pool.query('select 1')).rejects.toThrow('timeout exceeded')
  client.release()
})

test('a folder is opened once, by whatever path', async () => {
  const other = path.join(folder, 'other-name')
  symlinkSync(path.join(folder, 'data'), other)
  const error = await openDatabase({ dataFolder: other }).catch((reason) => reason)
  expect(error).toBeInstanceOf(DataFolderInUse)
  expect(error.code).toBe('platform.data-folder-in-use')
})

test('a vacuum tells the planner how many rows there are', async () => {
  await vacuumAnalyze(database)
  const { rows } = await database.pool.query(
    "select reltuples >= 0 as known from pg_class where relname = 'note'",
  )
  expect(rows).toEqual([{ known: true }])
})

test('the write-ahead log is cut by checkpoints while work goes on', async () => {
  const maintenance = { checkpointBytes: 1, lookMillis: 50 }
  const busy = await openFolder(another('busy'), { space: small, maintenance })
  const redo = async () =>
    (await busy.pool.query('select redo_lsn from pg_control_checkpoint()')).rows[0].redo_lsn
  const before = await redo()
  await busy.pool.query('create table t (a int)')
  await expect.poll(redo, { timeout: 5000 }).not.toBe(before)
  await busy.close()
})

test('a closed database is reopened with all it held, without recovery', async () => {
  const data = another('reopened')
  const first = await openFolder(data, { space: small })
  await first.pool.query('create table t (a int); insert into t values (1), (2)')
  await first.close()
  const again = await openFolder(data, { space: small })
  expect((await again.pool.query('select a from t order by a')).rows).toEqual([{ a: 1 }, { a: 2 }])
  await again.close()
})

test('an engine that loops is ended, and opened anew for whoever asks next', async () => {
  const data = another('looping')
  const looping = await openFolder(data, { space: small, watchdogMillis: 400 })
  const client = await looping.pool.connect()
  await client.query('begin')
  await expect(client.query('do $$ begin loop end loop; end $$')).rejects.toThrow(EngineStopped)
  client.release()
  expect((await looping.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect(await looping.health()).toEqual({ ok: true })
  // Who does it again and again keeps nobody else busy with opening it.
  await expect(looping.pool.query('do $$ begin loop end loop; end $$')).rejects.toThrow(EngineStopped)
  await expect(looping.pool.query('select 1')).rejects.toMatchObject({ code: 'platform.database-stopped' })
  expect(await looping.health()).toMatchObject({ ok: false })
  await looping.close()
  const again = await openFolder(data, { space: small })
  expect(await again.health()).toEqual({ ok: true })
  await again.close()
})

test('on a full disk reading goes on and writing is refused, whole transactions at a time', async () => {
  let free = 10 ** 12
  const space = { ...small, freeBytes: () => free }
  const full = await openFolder(another('full'), { space })
  await full.pool.query('create table t (a int)')
  const client = await full.pool.connect()
  await client.query('begin')
  await client.query('insert into t values (1)')
  free = 1000
  await new Promise((later) => setTimeout(later, 1050))
  const error = await client.query('insert into t values ($1)', [2]).catch((reason) => reason)
  expect(error).toBeInstanceOf(DiskFull)
  expect(error.code).toBe('platform.disk-full')
  expect((await client.query('commit')).command).toBe('ROLLBACK')
  client.release()
  expect((await full.pool.query('select count(*) as n from t')).rows).toEqual([{ n: 0 }])
  expect(await full.health()).toMatchObject({ ok: false })
  free = 10 ** 12
  await new Promise((later) => setTimeout(later, 1050))
  await full.pool.query('insert into t values (3)')
  expect(await full.health()).toEqual({ ok: true })
  await full.close()
})

test('an engine that met a full disk is not used again but opened anew', async () => {
  let free = 10 ** 12
  const space = { ...small, freeBytes: () => free }
  const full = await openFolder(another('met'), { space })
  await full.pool.query('create table t (a int); insert into t values (1)')
  await full.pool.query('set app.mark = 1')
  const meet = "do $$ begin raise exception using errcode = '53100', message = 'no space left'; end $$"
  free = 1000
  await expect(full.pool.query(meet)).rejects.toThrow(DiskFull)
  await expect(full.pool.query('select a from t')).rejects.toThrow(DiskFull)
  expect(await full.health()).toMatchObject({ ok: false })
  free = 30 * 1024 * 1024
  expect((await full.pool.query('select a from t')).rows).toEqual([{ a: 1 }])
  await expect(full.pool.query('delete from t')).rejects.toThrow(DiskFull)
  free = 10 ** 12
  await new Promise((later) => setTimeout(later, 1050))
  const { rows } = await full.pool.query("select a, current_setting('app.mark', true) as mark from t")
  expect(rows).toEqual([{ a: 1, mark: null }])
  expect(await full.health()).toEqual({ ok: true })
  await full.close()
})

test('a server that does not answer is refused at once', async () => {
  await expect(
    openDatabase({ dataFolder: '', databaseUrl: 'postgres://x@127.0.0.1:1/x' }),
  ).rejects.toMatchObject({
    code: 'ECONNREFUSED',
  })
})

test('long work that was announced is given its time', async () => {
  const looping = await openFolder(another('patient'), { space: small, watchdogMillis: 200 })
  const slow = () => looping.pool.query('select count(md5(n::text)) as n from generate_series(1, 3000000) n')
  expect((await patiently(looping.pool, slow)).rows).toEqual([{ n: 3_000_000 }])
  await expect(slow()).rejects.toThrow(EngineStopped)
  await looping.close()
  await looping.close()
})
