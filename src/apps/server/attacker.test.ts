// Somebody who has slipped SQL of their own into a request, all of it: many statements in one text, transactions of their own,
// whatever the role of requests may say. On PostgreSQL (DATABASE_URL) by the login that requests have; on the embedded engine,
// whose one session belongs to the owner, what holds there.
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { testLooks } from '../../platform/server/database/statement-watch.ts'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { type Attacker, attackerOn } from '../../platform/server/database/wall.testing.ts'
import { kyselyOn } from '../../platform/server/db.ts'
import { inPlace, nobody, scopeOf } from '../../platform/server/transaction.ts'
import { allMigrations } from './open.ts'

const onServer = process.env.DATABASE_URL !== undefined
const [own, other] = ['34.71.04.1001', '34.71.04.1002']
const [me, neighbour] = [newId(), newId()]

const refused = '42501'

let database: Awaited<ReturnType<typeof testDatabase>>
let attacker: Attacker
beforeAll(async () => {
  database = await testDatabase(allMigrations)
  const db = kyselyOn(database)
  for (const place of [own, other])
    await inPlace(db, place, nobody, (tx) =>
      sql`insert into platform.feed (district_code, village_code, collection, id, seq, gone)
        values (${'34.71.04'}, ${place}, ${`of ${place}`}, ${newId()}, 1, false)`.execute(tx),
    )
  for (const [id, name] of [
    [me, 'saya'],
    [neighbour, 'tetangga'],
  ] as const)
    await database.pool.query(
      `insert into accounts.account (id, name, user_name, phone, created_at, version) values ($1, $2, $2, $3, now(), 1)`,
      [id, name, `+62812${Date.now().toString().slice(-7)}${name === 'saya' ? 1 : 2}`],
    )
}, 120_000)
afterAll(() => database.close())
beforeEach(async () => {
  attacker = await attackerOn(database)
  await enter(own, me)
})
afterEach(async () => {
  // What an attacker left in the session goes with it.
  await attacker.client.query('rollback')
  attacker.client.release(onServer)
})

const enter = (place: string, actor: string) => attacker.enter(scopeOf(place), actor)
const say = (text: string) => attacker.say(text)

const villages = `select coalesce(string_agg(village_code, ' ' order by village_code), 'none') from platform.feed`

/** The embedded engine tells times by the thousandth of a second, and what a transaction left behind is of the time it began. */
const tick = () => new Promise((done) => setTimeout(done, 3))

describe.runIf(onServer)('the scope', () => {
  test('is what the application said, and no setting makes another of it', async () => {
    expect(await say(villages)).toBe(own)
    expect(await say(`select (select set_config('app.scope', '%', true)) || ${sub(villages)}`)).toBe('%none')
    expect(await say(villages)).toBe('none')
    expect(await say(`set local app.scope = '${own}'; ${villages}`)).toBe('none')
  })

  test('is not opened by a seal that was seen before, in a transaction of one own or of somebody else', async () => {
    const settings = `set app.scope = '${scopeOf(own)}'; set app.actor = '${me}'`
    expect(await say(`commit; begin; ${settings}; ${villages}`)).toBe('none')
    expect(await say(`select platform.actor()`)).toBeNull()
    await say('commit; reset app.scope; reset app.actor')
    const outer = await enter(own, me)
    expect(await say(`select platform.enter('%', '${me}', '${outer}')`)).toBe('42501')
    expect(await say(`rollback; begin; select platform.admit('%', '${me}', 'made up')`)).toBe('42501')
    for (const nothing of ["'%', null, null", `'%', '${me}', null`, `null, '${me}', null`])
      expect(await say(`rollback; begin; select platform.enter(${nothing})`)).toBe('42501')
  })

  test('of a whole nation is worth nothing in another process of the server', async () => {
    const theirs = await attackerOn(database)
    const seal = await theirs.sealFor('%', nobody)
    theirs.client.release()
    expect(await say(`select platform.enter('%', '${nobody}', '${seal}')`)).toBe('42501')
  })

  test('is sealed for its own transaction alone: not one chained to it, nor what another session has entered', async () => {
    const copied = `set local app.scope = '${scopeOf(own)}'; set local app.actor = '${me}'`
    expect(await say(`${copied}; ${villages}`)).toBe(own)
    expect(await say(`commit and chain; ${copied}; ${villages}`)).toBe('none')
    const theirs = await attackerOn(database)
    await theirs.client.query('begin')
    await theirs.client.query('select platform.enter($1, $2, $3)', ['%', me, await theirs.sealFor('%', me)])
    const all = `set local app.scope = '%'; set local app.actor = '${me}'`
    expect(await say(`${all}; ${villages}`)).toBe('none')
    await theirs.client.query('rollback')
    theirs.client.release()
  })

  test('is entered anew after a savepoint took it back, and no setting of the session changes how it is read', async () => {
    await say('savepoint before')
    const seal = await attacker.sealFor(scopeOf(other), me)
    await attacker.client.query(`${testLooks}select platform.enter($1, $2, $3)`, [scopeOf(other), me, seal])
    expect(await say(villages)).toBe(other)
    expect(await say(`rollback to before; ${villages}`)).toBe('none')
    await say('rollback')
    await enter(own, me)
    const bent = `set local timezone = '<x>5'; set local datestyle = 'SQL'; set local bytea_output = 'escape'; set local search_path = ''`
    expect(await say(`${bent}; ${villages}`)).toBe(own)
    const parallel = `select set_config(name, 'on', true) from pg_settings where name in ('force_parallel_mode', 'debug_parallel_query')`
    expect(await say(`${parallel}; ${villages}`)).toBe(own)
  })

  test('is lost to whoever makes the session forget what it was told, and only there', async () => {
    expect(await say(`discard sequences; ${villages}`)).toBe('55000')
    await say('rollback')
    await enter(own, me)
    expect(await say(villages)).toBe(own)
  })
})

test('the wall hides rows also from statistics, from what is asked in passing, and from what was prepared before', async () => {
  if (onServer) {
    await database.pool.query('analyze platform.feed')
    expect(await say(`select count(*) from pg_stats where schemaname = 'platform'`)).toBe(0)
  }
  // A cast that fails at each row it comes to: it comes to none that is hidden.
  const cast = `select count(*) from platform.feed where village_code = '${other}' and collection::date is null`
  expect(await say(cast)).toBe(0)
  await say('rollback')
  await enter(other, me)
  const kept = `prepare later as ${villages}; declare kept cursor with hold for ${villages}; commit; begin`
  expect(await say(`${kept}; fetch kept`)).toBe(other)
  if (onServer) expect(await say('execute later')).toBe('none')
  await say('rollback; close kept; deallocate later')
})

/** Where one session does all, an expression is what gets in: one text is one statement, and `ordinary` ones alone (swift-pool.ts). */
describe.runIf(!onServer)('an expression that got into a request on the embedded engine', () => {
  test.each([
    `set_config('app.scope', '%', true)`,
    `set_config('app.actor', '${neighbour}', true)`,
    `set_config('role', 'none', true)`,
    `set_config('session_authorization', 'default', false)`,
    `(select set_config('app.scope', '%', false) from pg_settings limit 1)`,
    `platform.enter('%', '${me}', 'made up')`,
    `platform.enter('%', '${me}', null)`,
    `platform.enter_batch('%', '${me}', 'made up')`,
    `platform.admit('%', '${me}', 'made up')`,
    `(select head_seq from platform.begin_command('${other}', '34.71.04', '${newId()}', '%', '${me}', 'made up'))`,
    `platform.wall_within()`,
    `platform.plain_wall()`,
    `platform.close_definers()`,
    `query_to_xml('select set_config(''app.scope'', ''%'', true)', true, true, '')`,
    `(select word from ts_stat('select set_config(''app.scope'', ''%'', true)::tsvector'))`,
    `pg_read_file('PG_VERSION')`,
    `lo_import('/etc/passwd')`,
  ])('changes no setting, no scope and nobody’s name: %s', async (expression) => {
    expect(await say(`select (${expression})::text`)).toBe(refused)
    await say('rollback')
    await enter(own, me)
    expect(
      await say(
        `select coalesce((select 'x' where false and (${expression}) is not null), '') || ${sub(villages)}`,
      ),
    ).toBe(own)
    expect(await say('select platform.actor()')).toBe(me)
  })

  test('makes no setting by the rules of a view', async () => {
    expect(await say(`update pg_settings set setting = '%' where name = 'app.scope'`)).toBe(refused)
    await say('rollback')
    await enter(own, me)
    expect(
      await say(
        `with asked as (update pg_settings set setting = 'none' where name = 'role' returning 1) select 1`,
      ),
    ).not.toBe(1)
  })

  test('reads no key of the wall, and the next transaction knows nothing of this one', async () => {
    expect(await say('select count(*) from platform.wall')).toBe(refused)
    await say('rollback; begin; set local role rembug_app')
    expect(await say(villages)).toBe('none')
    expect(await say('select platform.actor()')).toBeNull()
  })

  test('enters another place within a transaction by a seal of the application alone', async () => {
    const seal = await attacker.sealFor(scopeOf(other), me)
    await attacker.client.query(`${testLooks}select platform.enter($1, $2, $3)`, [scopeOf(other), me, seal])
    expect(await say(villages)).toBe(other)
    expect(await say(`select platform.enter('%', '${me}', '${seal}')`)).toBe(refused)
  })
})

/** A question as part of another. */
function sub(question: string): string {
  return `(${question})`
}

describe.runIf(onServer)('the login of requests on PostgreSQL', () => {
  test.each([
    'reset role; create table platform.mine ()',
    'set role postgres',
    'set session authorization postgres',
    `do $$ begin execute format('set role %I', (select datdba::regrole from pg_database where datname = current_database())); end $$`,
    `select set_config('role', (select datdba::regrole::text from pg_database where datname = current_database()), false)`,
    `set row_security = off; ${villages}`,
  ])('becomes nobody else: %s', async (text) => {
    expect(await say(text)).toBe(refused)
  })

  test.each([
    'platform.wall',
    'platform.migration',
    'accounts.credential',
    'accounts.recovery_code',
    'accounts.attempt',
    'accounts.setup',
    'pg_authid',
    'pg_shadow',
    'pg_statistic',
    'pg_file_settings',
    'pg_hba_file_rules',
  ])('reads nothing of %s', async (table) => {
    expect(await say(`select count(*) from ${table}`)).toBe(refused)
  })

  test.each(
    ['platform.wall_seal', 'platform.wall_seal_end'].flatMap((sequence) => [
      `select nextval('${sequence}')`,
      `select setval('${sequence}', 1)`,
      `alter sequence ${sequence} restart`,
      `update ${sequence} set last_value = 1`,
    ]),
  )('reads what its transaction left behind, and does not write it: %s', async (text) => {
    expect(await say(text)).toBe(refused)
    await say('rollback')
    await enter(own, me)
    expect(await say(`select currval('platform.wall_seal') is not null; ${villages}`)).toBe(own)
  })

  test('leaves behind what is of its whole scope, of who acts and of its own beginning', async () => {
    const left = () =>
      say(`select concat_ws(' ', currval('platform.wall_seal'), currval('platform.wall_seal_end'))`)
    const seen = new Set([await left()])
    for (const [place, actor] of [
      [own, me],
      [other, me],
      [own, nobody],
    ] as const) {
      await say('rollback')
      await tick()
      await enter(place, actor)
      seen.add(await left())
    }
    expect(seen.size).toBe(4)
    for (const scope of ['%', `${scopeOf(own)},%`, scopeOf(other)])
      expect(await say(`set local app.scope = '${scope}'; ${villages}`)).toBe('none')
    expect(await say(`set local app.scope = '${scopeOf(own)}'; ${villages}`)).toBe(own)
    expect(await say(`set local app.actor = '${me}'; select platform.actor()`)).toBeNull()
  })

  test('finds nothing in the sequences of what other sessions are at', async () => {
    await enter(own, me)
    const found = await database.pool.query(
      'select last_value::int as now, is_called from platform.wall_seal',
    )
    expect(found.rows).toEqual([{ now: 1, is_called: false }])
    expect(await say('select min(last_value) from platform.wall_seal_end')).toBe(1)
  })

  test('reads its own phone number and nobody else’s', async () => {
    expect(await say('select phone from accounts.account')).toBe(refused)
    await say('rollback')
    await enter(own, me)
    expect(await say('select accounts.own_phone()')).toMatch(/1$/)
  })

  test.each([
    `select pg_read_file('/etc/passwd')`,
    `select pg_read_binary_file('PG_VERSION')`,
    `select pg_ls_dir('.')`,
    `select pg_stat_file('PG_VERSION')`,
    `select pg_ls_logdir()`,
    `select lo_import('/etc/passwd')`,
    `select lo_export(1, '/tmp/x')`,
    `copy (select 1) to program 'cat'`,
    `copy platform.feed from '/etc/passwd'`,
    `copy (select 1) to '/tmp/x'`,
    `load '/tmp/x.so'`,
    `create function public.f() returns int language c as '/tmp/x.so', 'f'`,
    `select set_config('log_statement', 'none', false)`,
    'select pg_reload_conf()',
    `select pg_create_physical_replication_slot('x')`,
    'checkpoint',
  ])('reaches no file, program or setting of the machine: %s', async (text) => {
    expect(await say(text)).toBe(refused)
  })

  test.each([
    'create table public.feed ()',
    'create table platform.mine ()',
    'create temporary table feed (village_code text)',
    'create schema mine',
    'create function public.f() returns int language sql as $$ select 1 $$',
    'create function pg_temp.f() returns int language sql as $$ select 1 $$',
    `create type public.text as enum ('a')`,
    'create operator public.~~ (leftarg = text, rightarg = text, function = texteq)',
    'create view public.v as select 1',
    'create trigger t before insert on platform.feed for each row execute function tsvector_update_trigger()',
    'create policy p on platform.feed using (true)',
    'drop policy place_scope on platform.feed',
    'alter table platform.feed disable row level security',
    'alter function platform.scope() set search_path = public',
    'alter function platform.scope() security invoker',
    'create rule r as on insert to platform.log do instead nothing',
    'create event trigger e on ddl_command_start execute function platform.close_definers()',
    'create role mine superuser',
    'alter role current_user superuser',
    'alter role current_user bypassrls',
    'grant pg_read_all_data to current_user',
    'comment on table platform.feed is null',
    'truncate platform.feed',
    'analyze platform.feed; create index on platform.feed (id)',
    'select platform.plain_wall()',
    `select platform.protect('platform.wall')`,
    'create publication p for all tables',
    `create subscription s connection 'dbname=x' publication p with (connect = false)`,
  ])('makes and changes nothing that is not a row: %s', async (text) => {
    expect(await say(text)).toBe(refused)
  })

  test.each([
    `update platform.log set actor = '${me}'`,
    'delete from platform.log',
    'update platform.log_salt set salt = null',
    'delete from platform.feed',
    'delete from platform.file',
    'delete from platform.view_log',
    'delete from platform.head',
    `update platform.person_key set subject_id = '${me}'`,
    `update platform.wall set inner_key = ''`,
    `update accounts.session set token_hash = 'x'`,
    `update accounts.session set account_id = '${me}'`,
    `insert into accounts.session values ('${me}', 'x', '${me}', 'x', now(), now(), now() + interval '1 day')`,
    `update accounts.account set user_name = 'tetangga2'`,
    `update accounts.device set recovery = 'x'`,
    `update accounts.reset_code set account_id = '${neighbour}'`,
    `update accounts.invitation set role = 'admin'`,
    'delete from accounts.holding',
    'delete from accounts.session',
    'delete from people.person',
    `update surveys.device set token_sha256 = 'x'`,
    `update programmes.definition set body = '{}'`,
    `update places.region set name = 'x'`,
    `insert into accounts.holding (id, account_id, role, place, since) values ('${newId()}', '${me}', 'admin', 'ID', now())`,
    `insert into accounts.holding (id, account_id, role, place, since) values ('${newId()}', '${me}', 'village-head', '${other}', now())`,
    `insert into platform.feed values ('34.71.04', '${other}', 'x', '${newId()}', 1, false)`,
    `update platform.feed set village_code = '${other}'`,
  ])('writes no row that requests do not write: %s', async (text) => {
    expect(await say(text)).toBe(refused)
  })

  test('brings no tool of its own into the database', async () => {
    for (const name of ['dblink', 'postgres_fdw', 'adminpack', 'plpython3u'])
      expect([refused, '0A000', '58P01'], name).toContain(await say(`rollback; create extension ${name}`))
  })

  test('hears of others no more than the text of their statements, in which no value stands', async () => {
    const theirs = await attackerOn(database)
    const seal = await theirs.sealFor(scopeOf(other), nobody)
    await theirs.client.query('begin')
    await theirs.client.query('select platform.enter($1, $2, $3)', [scopeOf(other), nobody, seal])
    const heard = await say(`reset role; select string_agg(query, ' ') from pg_stat_activity`)
    expect(heard).toContain('platform.enter($1, $2, $3)')
    expect(heard).not.toContain(seal)
    await theirs.client.query('rollback')
    theirs.client.release()
  })

  // SECURITY.md names these: PostgreSQL has no way to take them from a role, or only its superuser has.
  test.each([
    `select pg_advisory_lock(hashtextextended('${other}', 7302))`,
    `select pg_notify('x', 'y')`,
    `select lo_from_bytea(0, 'x') > 0`,
    'set statement_timeout = 0',
    'lock table platform.feed in access exclusive mode',
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and false`,
  ])('what is not taken from it: %s', async (text) => {
    expect(await say(`${text}; select 'done'`)).toBe('done')
  })
})
