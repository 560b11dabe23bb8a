// A database of a version before requests had a login of their own, upgraded where it lies: what was written is there, and the walls
// stand around it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { migrate } from '../../platform/server/database/migrate.ts'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { type Attacker, attackerOn } from '../../platform/server/database/wall.testing.ts'
import { nobody, scopeOf } from '../../platform/server/transaction.ts'
import { allMigrations } from './open.ts'

const dayOf = (name: string) => name.slice(0, 10)
const walled = allMigrations.find(({ name }) => name.endsWith('-wall'))
const older = allMigrations.filter(({ name }) => dayOf(name) < dayOf(walled?.name ?? ''))
const [own, other] = ['34.71.04.1001', '34.71.04.1002']
const [me, form] = [newId(), newId()]

let database: Awaited<ReturnType<typeof testDatabase>>
let asking: Attacker
beforeAll(async () => {
  // What is said while it is migrated is not held to the rules for the house.
  database = await testDatabase([])
  await migrate(database, older)
  const written = [
    `insert into platform.feed (district_code, village_code, collection, id, seq, gone)
       values ('34.71.04', '${own}', 'own', '${newId()}', 1, false), ('34.71.04', '${other}', 'other', '${newId()}', 1, false)`,
    `insert into accounts.account (id, name, user_name, created_at, version) values ('${me}', 'Uji', 'uji', now(), 1)`,
    `insert into accounts.holding (id, account_id, role, place, since) values ('${newId()}', '${me}', 'volunteer', '${own}', now())`,
    `insert into surveys.form (id, place, form_id, version, title, shipped, retired, file_name, xform, md5, model, warnings, about, created_at)
       values ('${form}', '34.71', 'x', '1', 'x', false, false, 'x', 'x', 'x', '{}', '[]', '{}', now())`,
    `insert into surveys.form_file (form_id, name, media_type, bytes, md5) values ('${form}', 'x.png', 'image/png', 'x', 'x')`,
  ]
  for (const text of written) await database.pool.query(text)
  await migrate(database, allMigrations)
  asking = await attackerOn(database)
}, 120_000)
afterAll(async () => {
  asking.client.release()
  await database.close()
})

test('what was written is there for its place, and files of forms know whose they are', async () => {
  expect(older.length).toBeGreaterThan(10)
  await asking.enter(scopeOf(own), me)
  expect(await asking.say(`select string_agg(collection, ' ') from platform.feed`)).toBe('own')
  expect(await asking.say('select place from surveys.form_file')).toBe('34.71')
  expect(await asking.say('select role from accounts.holding')).toBe('volunteer')
  expect(await asking.say(`select surveys.mark_used('${form}'); select used from surveys.form`)).toBe(true)
  await asking.say('rollback')
  await asking.enter(scopeOf(null), nobody)
  expect(await asking.say('select count(*) from platform.feed')).toBe(0)
  await asking.say('rollback')
})

test('and the walls stand around it', async () => {
  for (const text of [
    `update accounts.holding set role = 'admin'`,
    `insert into platform.feed values ('34.71.04', '${other}', 'x', '${newId()}', 1, false)`,
    `update surveys.form set xform = 'y'`,
    `select platform.admit('%', '${me}', 'made up')`,
  ]) {
    await asking.enter(scopeOf(own), me)
    expect(await asking.say(text), text).toBe('42501')
    await asking.say('rollback')
  }
})
