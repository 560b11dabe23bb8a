// The master key beside a backup. It seals second factors and what is specific about persons, so whoever holds a
// backup AND its key reads everything, and whoever lost the key reads nothing sealed ever again.
import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { Vault } from '../../platform/server/vault.ts'
import { Said } from './verb.ts'

const keyFile = z.strictObject({
  format: z.literal('rembug-keys'),
  version: z.literal(1),
  master: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
})

export const keyPath = (dataFolder: string): string => join(dataFolder, 'keys', 'master.key')

/** The master key as kept in the data folder: 64 hex digits. */
export function keyOf(dataFolder: string): string {
  const file = keyPath(dataFolder)
  if (!existsSync(file)) throw new Said(`Kunci tidak ada / the key is missing: ${file}`)
  return readFileSync(file, 'utf8').trim()
}

/** By this an archive and a key are seen to belong together; it says nothing about the key. */
export function keyMark(key: string): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update('rembug:which-key').digest('hex')
}

/** What proves that whoever made an archive had the key: by it no digest in the manifest was changed since. */
export const archiveProof = (vault: Pick<Vault, 'digest'>, manifestDigest: string): string =>
  vault.digest('archive', manifestDigest).toString('hex')

export const vaultOf = (key: string): Vault => new Vault(Buffer.from(key, 'hex'))

export function keyFileText(key: string): string {
  return `${JSON.stringify({ format: 'rembug-keys', version: 1, master: key })}\n`
}

export function readKeyFile(file: string): string {
  let json: unknown = null
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Said(`Berkas kunci tidak terbaca / the key file cannot be read: ${file}`)
  }
  const read = keyFile.safeParse(json)
  if (!read.success) throw new Said(`Bukan berkas kunci Rembug / not a key file of Rembug: ${file}`)
  return read.data.master
}
