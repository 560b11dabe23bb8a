import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The master key of an installation: 32 random bytes in the data folder, readable by its owner only.
 * Whoever loses it loses every sealed value, so it belongs in the backup, and apart from the database.
 */
export function masterKey(dataFolder: string): Buffer {
  const folder = join(dataFolder, 'keys')
  const file = join(folder, 'master.key')
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const key = randomBytes(32)
  const handle = openSync(file, 'wx', 0o600)
  writeSync(handle, `${key.toString('hex')}\n`)
  fsyncSync(handle)
  closeSync(handle)
  return key
}
