// Somebody with full SQL as the login of requests on PostgreSQL (attacker.test.ts), and the rows that give others something: roles,
// offers, forms, definitions, agencies, devices.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { type Attacker, attackerOn } from '../../platform/server/database/wall.testing.ts'
import { nobody, scopeFor, scopeOf } from '../../platform/server/transaction.ts'
import { allMigrations } from './open.ts'

const [own, other] = ['34.71.04.1001', '34.71.04.1002']
const [me, neighbour] = [newId(), newId()]
const aboutOneself = scopeFor('self', 'ID', [{ role: 'volunteer', place: own }], true)
const refused = '42501'

const holding = (account: string, place: string, what = 'on conflict do nothing') =>
  `insert into accounts.holding (id, account_id, role, place, since) values ('${newId()}', '${account}', 'admin', '${place}', now()) ${what}`
const offer = (place: string) =>
  `insert into accounts.invitation (id, account_id, role, place, name_hint, made_at, expires_at)
    values ('${newId()}', '${me}', 'admin', '${place}', 'x', now(), now() + interval '1 day')`
const agency = (place: string) =>
  `insert into agencies.agency (id, place, kind, name, version) values ('${newId()}', '${place}', 'x', 'x', 1)`
const form = (id: string, place: string) =>
  `insert into surveys.form (id, place, form_id, version, title, shipped, retired, file_name, xform, md5, model, warnings, about, created_at)
    values ('${id}', '${place}', '${id}', '1', 'x', true, false, 'x', 'x', 'x', '{}', '[]', '{}', now())`
const formFile = (id: string, place: string) =>
  `insert into surveys.form_file (form_id, place, name, media_type, bytes, md5) values ('${id}', '${place}', 'x', 'x', 'x', 'x')`
const definition = (place: string) =>
  `insert into programmes.definition (key, id, version, place, title, scope, body, sha256, imported_at)
    values ('${newId()}', '${newId()}', 1, '${place}', '{}', 'village', '{}', 'x', now())`
const device = (place: string) =>
  `insert into surveys.device (id, place, account, name, token_sha256, digest_sealed, registered_at)
    values ('${newId()}', '${place}', '${me}', 'x', '${newId()}', 'x', now())`

const token = (account: string, place: string, id = newId()) =>
  `insert into surveys.token (district_code, village_code, id, survey_id, account, name, personal, secret_sha256, made_at, expires_at)
    values ('34.71.04', '${place}', '${id}', '${newId()}', '${account}', 'x', true, '${id}', now(), now() + interval '1 day') returning 1`

describe.runIf(process.env.DATABASE_URL)('the login of requests on PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>
  let attacker: Attacker
  beforeAll(async () => {
    database = await testDatabase(allMigrations)
    for (const id of [me, neighbour])
      await database.pool.query(
        `insert into accounts.account (id, name, user_name, created_at, version) values ($1, 'x', $2, now(), 1)`,
        [id, `x${id.slice(-12)}`],
      )
  }, 120_000)
  afterAll(() => database.close())
  beforeEach(async () => {
    attacker = await attackerOn(database)
    await enter(own, me)
  })
  afterEach(async () => {
    await attacker.client.query('rollback')
    attacker.client.release(true)
  })
  const say = (text: string) => attacker.say(text)
  const enter = (place: string, actor: string) => attacker.enter(scopeOf(place), actor)

  test('writes nothing of a place in what somebody asks about themself, though it reaches rows of the nation there', async () => {
    const kept = newId()
    for (const text of [form(kept, own), holding(me, own), agency(own)]) await database.pool.query(text)
    const writing = ['ID', own].flatMap((place) => [
      ...[holding(me, place), holding(neighbour, place), offer(place), agency(place), form(newId(), place)],
      ...[formFile(kept, place), definition(place), device(place)],
    ])
    for (const text of writing) {
      await say('rollback')
      await attacker.enter(aboutOneself, me)
      expect(await say(text), text).toBe(refused)
    }
    await say('rollback')
    await attacker.enter(aboutOneself, me)
    const changed = `with c as (update agencies.agency set name = 'y' returning 1), f as (update surveys.form set retired = true returning 1)
      select (select count(*) from c) + (select count(*) from f)`
    expect(await say(changed)).toBe(0)
  })

  test('gives a role to nobody but who acts, at its own place alone, and changes none into another', async () => {
    for (const text of [
      holding(neighbour, own),
      holding(me, other),
      holding(me, '34.71'),
      holding(me, 'ID'),
      offer(other),
      offer('ID'),
      `update accounts.holding set role = 'admin'`,
      `update accounts.holding set place = 'ID'`,
      `update accounts.holding set account_id = '${me}'`,
      agency(other),
      agency('ID'),
      form(newId(), 'ID'),
      definition('ID'),
      device(other),
      `update surveys.form set xform = 'y'`,
      `update agencies.agency set place = '${own}'`,
    ]) {
      await say('rollback')
      await enter(own, me)
      expect(await say(text), text).toBe(refused)
    }
  })

  test('issues what reads a survey in nobody’s name but their own, makes it another’s or longer, and opens none again', async () => {
    const [mine, over] = [newId(), newId()]
    await database.pool.query(token(me, own, mine))
    await database.pool.query(token(me, own, over))
    await database.pool.query(`update surveys.token set ended_at = now() where id = '${over}'`)
    for (const text of [
      ...[token(neighbour, own), token(me, other)],
      ...['account', 'survey_id'].map((what) => `update surveys.token set ${what} = '${neighbour}'`),
      `update surveys.token set expires_at = now() + interval '9 years'`,
      `update surveys.token set secret_sha256 = 'y'`,
      `delete from surveys.token`,
    ]) {
      await say('rollback')
      await enter(own, me)
      expect(await say(text), text).toBe(refused)
    }
    await say('rollback')
    await enter(own, me)
    expect(await say(token(me, own))).toBe(1)
    const opened = `with t as (update surveys.token set ended_at = null where id = '${over}' returning 1) select count(*)::int from t`
    expect(await say(opened)).toBe(0)
    await say('rollback')
    await enter(other, me)
    expect(await say('select count(*)::int from surveys.token')).toBe(0)
  })

  test('adds to the log of its place in no other name, not even in nobody’s', async () => {
    const entry = (actor: string, place = own) =>
      `insert into platform.log (district_code, village_code, seq, id, name, version, actor, device, done_at, received_at, records, fields, answer, body_digest, previous, hash)
        values ('34.71.04', '${place}', 1, '${newId()}', 'x', 1, '${actor}', 'x', now(), now(), '[]', '{}', '{}', sha256('a'), sha256('b'), sha256('c')) returning 1`
    for (const text of [entry(neighbour), entry(nobody), entry(me, other)]) {
      await say('rollback')
      await enter(own, me)
      expect(await say(text), text).toBe(refused)
    }
    await say('rollback')
    await enter(own, me)
    expect(await say(entry(me))).toBe(1)
  })

  test('opens nothing again that is over, and hangs no file on the form of another place', async () => {
    const [kept, ended, session] = [newId(), newId(), newId()]
    await database.pool.query(form(kept, other))
    await database.pool.query(
      `insert into accounts.holding (id, account_id, role, place, since, ended_at) values ('${ended}', '${me}', 'volunteer', '${own}', now(), now());`,
    )
    await database.pool.query(
      `insert into accounts.session (id, token_hash, account_id, device_id, created_at, seen_at, expires_at, revoked_at)
       values ('${session}', 'x', '${me}', 'x', now(), now(), now(), now())`,
    )
    const over = `with h as (update accounts.holding set ended_at = null where id = '${ended}' returning 1),
      s as (update accounts.session set revoked_at = null where id = '${session}' returning 1)
      select (select count(*) from h) + (select count(*) from s)`
    expect(await say(over)).toBe(0)
    expect(await say(formFile(kept, own))).toBe('23503')
    await say('rollback')
    await enter(own, me)
    expect(await say(formFile(kept, other))).toBe(refused)
  })
})
