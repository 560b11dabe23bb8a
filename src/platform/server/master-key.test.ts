import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../kernel/id.ts'
import { districtOf } from '../../kernel/place-code.ts'
import type { Database } from './database/open.ts'
import { testDatabase } from './database/testing.ts'
import { type Db, kyselyOn } from './db.ts'
import { masterKey, refuseLostKey } from './master-key.ts'
import { platformMigrations } from './migrations.ts'
import { inPlace, nobody } from './transaction.ts'
import { Vault } from './vault.ts'

const place = '34.71.05.1001'
const folder = mkdtempSync(join(tmpdir(), 'rembug-key-'))
let database: Database
let db: Db
beforeAll(async () => {
  database = await testDatabase(platformMigrations)
  db = kyselyOn(database)
})
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

test('a new house makes its key; one that has sealed something and lost its key gets no other in its place', async () => {
  await refuseLostKey(db, folder)
  const vault = new Vault(masterKey(folder))
  const owner = { district: districtOf(place), place, subject: newId() }
  await inPlace(db, place, nobody, (tx) => vault.seal(tx, owner, 'Bu Tini'))
  await refuseLostKey(db, folder)
  rmSync(join(folder, 'keys/master.key'))
  await expect(refuseLostKey(db, folder)).rejects.toMatchObject({ code: 'platform.key-lost' })
})

test('a key that was made in a part of a transaction and taken back with it seals nothing afterwards', async () => {
  const vault = new Vault(randomBytes(32))
  const owner = { district: districtOf(place), place, subject: newId() }
  const sealed = await inPlace(db, place, nobody, async (tx) => {
    await sql`savepoint part`.execute(tx)
    await vault.seal(tx, owner, 'Bu Tini')
    await sql`rollback to savepoint part`.execute(tx)
    return vault.seal(tx, owner, 'Bu Yanti')
  })
  expect(await inPlace(db, place, nobody, (tx) => vault.open(tx, owner, sealed))).toBe('Bu Yanti')
})
