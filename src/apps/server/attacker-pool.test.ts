// Somebody who has slipped SQL into a request, and whoever has their connection after them: nothing that they leave in its session
// tells them what another asks, or makes another's statements say something else. Through the pool, as requests go.
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { type Db, kyselyOn, type Tx } from '../../platform/server/db.ts'
import { inPlace, inScope, inSnapshot, nobody, scopeOf } from '../../platform/server/transaction.ts'
import { allMigrations } from './open.ts'

const [own, other] = ['34.71.04.1001', '34.71.04.1002']
const [me, officer] = [newId(), newId()]
let database: Awaited<ReturnType<typeof testDatabase>>
let db: Db
beforeAll(async () => {
  database = await testDatabase(allMigrations)
  db = kyselyOn(database)
}, 120_000)
afterAll(() => database.close())

const rows = async (tx: Tx, text: string) => (await sql.raw<Record<string, unknown>>(text).execute(tx)).rows
/** What a whole statement of the attacker says first, or the code of its refusal. */
const attack = (text: string, fails = false) =>
  inPlace(db, own, me, async (tx) => {
    const said = Object.values((await rows(tx, text))[0] ?? {})[0]
    if (fails) throw Object.assign(new Error('undone'), { code: 'undone' })
    return said
  }).catch((error: { code?: string }) => error.code)
/** The same few statements as ever, of an officer of the city. */
const officersWork = async (secret: string) => {
  await inScope(db, scopeOf('34.71'), officer, (tx) =>
    sql`insert into platform.feed (district_code, village_code, collection, id, seq, gone)
      values (${'34.71.04'}, ${other}, ${secret}, ${newId()}, ${1}, ${false})`.execute(tx),
  )
}
const kept = async (secret: string) =>
  (await database.pool.query('select from platform.feed where collection = $1', [secret])).rowCount

// Each statement that the session knows by a name becomes one that writes down what it was given.
const poisoned = `for p in select name, parameter_types as types from pg_prepared_statements where not from_sql loop
    execute format('deallocate %I', p.name);
    execute format('prepare %I %s as select set_config(''my.loot'', concat_ws(''|'', nullif(current_setting(''my.loot'', true), '''') %s), false)', p.name,
      '(' || nullif(array_to_string(p.types, ','), '') || ')', (select string_agg(', $' || n, '') from generate_series(1, cardinality(p.types)) n));
  end loop;`
const doing = (more = '') => `do $x$ declare p record; begin ${poisoned} ${more} end $x$`
const loot = () =>
  attack(`select concat(current_setting('my.loot', true), current_setting('my.scope', true))`)

test.each([
  ['one statement', doing(), false],
  ['a transaction that is undone', doing(), true],
  ['a statement that fails', doing('raise exception using errcode = $$P0009$$;'), false],
  ['a statement behind nested comments', `/* /* a */ select */ ${doing()}`, false],
  ['a statement that nobody waits for', `/* writes only */ ${doing()}`, false],
])('no name of a statement is taken by %s', async (_by, text, fails) => {
  // So often that they have names on every connection.
  for (let n = 0; n < 4; n++) await officersWork('before')
  for (let n = 0; n < 3; n++) await attack(text, fails)
  const secret = `secret ${newId()}`
  for (let n = 0; n < 3; n++) await officersWork(secret)
  expect(await loot()).toBe('')
  expect(await kept(secret)).toBe(3)
})

test('whoever forgets what others have prepared ends no more than a connection', async () => {
  for (let n = 0; n < 4; n++) await officersWork('before')
  await attack('deallocate all')
  await officersWork('after deallocate')
  expect(await kept('after deallocate')).toBe(1)
})

test('no seal is ever sent by a name', async () => {
  for (let n = 0; n < 4; n++) {
    await officersWork('before')
    await inSnapshot(db, scopeOf('34.71'), (tx) => rows(tx, 'select 1'))
  }
  const named = await attack(
    `select count(*)::int from pg_prepared_statements where statement ~ 'platform.(enter|admit|begin)'`,
  )
  expect(named).toBe(0)
})

test
  .runIf(process.env.DATABASE_URL)
  .each([
    `platform.wall_in('nosuch; deallocate all; --')`,
    `platform.protect('nosuch; deallocate all; --')`,
    `platform.expose('nosuch; deallocate all; --')`,
    `platform.write_in('nosuch; deallocate all; --')`,
    `platform.stay_over('nosuch; deallocate all; --', 'true')`,
    'platform.close_definers()',
    'platform.plain_wall()',
  ])('no expression does what a statement does: %s', async (called) => {
  expect(await attack(`select 1 where ${called} is not null`)).toBe('42501')
})

// What changes an answer, a refusal or whether a commit is kept.
const settings = {
  bytea_output: 'escape',
  extra_float_digits: '-15',
  datestyle: 'SQL, DMY',
  timezone: '<x>5',
  intervalstyle: 'sql_standard',
  search_path: 'nosuch',
  default_transaction_read_only: 'on',
  default_transaction_isolation: 'serializable',
  synchronous_commit: 'off',
  row_security: 'off',
  lock_timeout: '1ms',
  gin_fuzzy_search_limit: '1',
}
const now = `select array_agg(name || '=' || setting order by name) from pg_settings
  where lower(name) in (${Object.keys(settings)
    .map((name) => `'${name}'`)
    .join(',')})`

test('no setting reaches whoever comes next', async () => {
  const before = await attack(now)
  for (const [name, value] of Object.entries(settings)) {
    await attack(`select set_config('${name}', '${value}', false)`)
    await attack(`set ${name} = '${value.replace(', ', ',')}'`)
  }
  await officersWork('settings')
  expect(await kept('settings')).toBe(1)
  expect(await attack(now)).toEqual(before)
  expect(await inPlace(db, own, nobody, (tx) => rows(tx, 'show transaction_isolation'))).toEqual([
    { transaction_isolation: 'read committed' },
  ])
})
