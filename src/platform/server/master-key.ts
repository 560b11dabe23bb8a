import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { nation } from '../../kernel/place-code.ts'
import { DatabaseFault } from './database/errors.ts'
import { manyDistricts } from './database/plan.ts'
import type { Db } from './db.ts'
import { inPlace, nobody } from './transaction.ts'

const keyFile = (dataFolder: string) => join(dataFolder, 'keys', 'master.key')

/**
 * Refuses to go on where something is sealed and the key that opens it is gone: a new key would open nothing of it, and
 * what is sealed from then on would be lost when the old one is put back.
 */
export async function refuseLostKey(db: Db, dataFolder: string): Promise<void> {
  if (existsSync(keyFile(dataFolder))) return
  const { rows } = await inPlace(db, nation, nobody, (tx) =>
    sql`${sql.raw(manyDistricts)}select 1 from platform.person_key where wrapped is not null limit 1`.execute(
      tx,
    ),
  )
  if (rows.length === 0) return
  throw new DatabaseFault(
    'platform.key-lost',
    `Kunci hilang, padahal ada data yang tersegel: kembalikan dari tempat aman ke ${keyFile(dataFolder)} / The key is gone, and there is sealed data: put it back from its safe place.`,
  )
}

/**
 * The master key of an installation: 32 random bytes in the data folder, readable by its owner only.
 * Whoever loses it loses every sealed value, so it belongs in the backup, and apart from the database.
 */
export function masterKey(dataFolder: string): Buffer {
  const folder = join(dataFolder, 'keys')
  const file = keyFile(dataFolder)
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, `${key.toString('hex')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  return key
}
