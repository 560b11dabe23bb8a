// `rembug backup FILE`: database, files and (apart) the key, as one consistent archive made while the house is open.
import { createHash, hash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { type Head, headLineOf } from '../../kernel/head.ts'
import { dumpTables } from '../../platform/server/database/backup.ts'
import { noteBackup } from '../../platform/server/running/backup-stamp.ts'
import type { Settings } from '../../platform/server/settings.ts'
import type { House } from '../server/open.ts'
import { archiveProof, keyFileText, keyMark, keyOf, vaultOf } from './keys.ts'
import { newFile } from './sink.ts'
import { TarWriter } from './tar.ts'
import {
  type Ask,
  both,
  bytesText,
  type Link,
  number,
  onePositional,
  Said,
  type Sink,
  type Typed,
  type Verb,
} from './verb.ts'
import { ownVersion } from './version.ts'

export const archiveFormat = 'rembug-archive'
export const headsPart = 'heads.txt'
/** The first part of an archive. `keyMark` tells which key opens what is sealed in it. */
export type ArchiveHead = {
  format: string
  version: 2
  rembug: string
  made: string
  keyMark: string
  withKey: boolean
}

// One part of the database holds at most this much, so that memory does not grow with the house.
const partBytes = 4 * 1024 * 1024
const progressMillis = 5000

/** Writes parts and keeps the digest of each for the manifest. */
class Archive {
  readonly #tar: TarWriter
  readonly #digests: string[] = []
  bytes = 0
  constructor(tar: TarWriter) {
    this.#tar = tar
  }

  async text(name: string, text: string): Promise<void> {
    await this.part(name, Buffer.byteLength(text), [Buffer.from(text)])
  }

  async part(
    name: string,
    bytes: number,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> {
    const hash = createHash('sha256')
    async function* watched() {
      for await (const chunk of chunks) {
        hash.update(chunk)
        yield chunk
      }
    }
    await this.#tar.part(name, bytes, watched())
    this.#digests.push(`${hash.digest('hex')}  ${name}\n`)
    this.bytes += bytes
  }

  /** The manifest comes last: an archive without it was cut short. Behind it stands what proves it. */
  async end(key: string): Promise<void> {
    const manifest = Buffer.from(this.#digests.join(''))
    await this.#tar.part('manifest.sha256', manifest.length, [manifest])
    const proof = Buffer.from(`${archiveProof(vaultOf(key), hash('sha256', manifest))}\n`)
    await this.#tar.part('manifest.hmac', proof.length, [proof])
    await this.#tar.end()
  }
}

function progress(link: Link): (what: () => string) => void {
  let said = performance.now()
  return (what) => {
    if (performance.now() - said < progressMillis) return
    said = performance.now()
    link.say(`  … ${what()}`)
  }
}

/** Whoever keeps an archive apart keeps with it where each log stood. */
async function headsHere(client: Pick<pg.ClientBase, 'query'>): Promise<Head[]> {
  const { rows } = await client.query<Head>(
    "select village_code as place, seq::int as seq, encode(hash, 'hex') as hash from platform.head order by 1",
  )
  return rows
}

async function putDatabase(
  house: House,
  archive: Archive,
  link: Link,
): Promise<{ tables: number; rows: number }> {
  const tell = progress(link)
  let gathered: Buffer[] = []
  let size = 0
  let parts = 0
  const flush = async () => {
    if (size === 0) return
    parts += 1
    await archive.part(`database/${String(parts).padStart(6, '0')}.ndjson`, size, gathered)
    gathered = []
    size = 0
  }
  let heads: readonly Head[] = []
  const counts = await dumpTables(
    house.database,
    async (chunk) => {
      gathered.push(Buffer.from(chunk))
      size += chunk.length
      if (size >= partBytes) await flush()
      tell(() => `basis data / database ${bytesText(archive.bytes)}`)
    },
    async (client) => {
      heads = await headsHere(client)
    },
  )
  await flush()
  await archive.text(headsPart, heads.map((head) => `${headLineOf(head)}\n`).join(''))
  return counts
}

async function putFiles(dataFolder: string, archive: Archive, link: Link): Promise<number> {
  const tell = progress(link)
  const folder = join(dataFolder, 'files')
  if (!existsSync(folder)) return 0
  let files = 0
  for (const place of (await readdir(folder)).sort()) {
    for (const id of (await readdir(join(folder, place))).sort()) {
      const file = join(folder, place, id)
      await archive.part(`files/${place}/${id}`, (await stat(file)).size, createReadStream(file))
      files += 1
      tell(() => `berkas / files ${number(files)}`)
    }
  }
  return files
}

async function putAll(house: House, archive: Archive, withKey: boolean, link: Link): Promise<void> {
  const { dataFolder } = house.services
  const key = keyOf(dataFolder)
  const head: ArchiveHead = {
    format: archiveFormat,
    version: 2,
    rembug: ownVersion,
    made: new Date().toISOString(),
    keyMark: keyMark(key),
    withKey,
  }
  await archive.text('rembug.json', `${JSON.stringify(head)}\n`)
  const { tables, rows } = await putDatabase(house, archive, link)
  link.say(
    both(
      `Basis data: ${number(rows)} baris, ${tables} tabel`,
      `database: ${number(rows)} rows, ${tables} tables`,
    ),
  )
  // After the database: a file that its rows speak of is on the disk by now.
  const files = await putFiles(dataFolder, archive, link)
  link.say(both(`Berkas: ${number(files)}`, `files: ${number(files)}`))
  if (withKey) await archive.text('key/master.json', keyFileText(key))
  else await link.write('key', Buffer.from(keyFileText(key)))
  await archive.end(key)
}

export async function backup(house: House, ask: Ask, link: Link): Promise<number> {
  const gzip = createGzip({ level: 4 })
  const sent = (async () => {
    for await (const chunk of gzip) await link.write('archive', chunk as Buffer)
  })()
  const archive = new Archive(new TarWriter(gzip, new Date()))
  // When the taker is gone, the giver must not go on filling the pipe.
  sent.catch((error: Error) => gzip.destroy(error))
  try {
    await putAll(house, archive, ask.withKeys === true, link)
    await sent
  } catch (error) {
    gzip.destroy()
    await sent.catch(() => undefined)
    throw error
  }
  return 0
}

const why = both(
  'Kunci membuka data pribadi yang tersegel; simpan di tempat lain daripada arsipnya. Tanpa kunci, data itu hilang selamanya',
  'the key opens sealed personal data: keep it apart from the archive. Without it those values are lost for good',
)

/** The archive's own file; once it is whole, the data folder notes when it was made and where it lies. */
function noted(file: string, settings: Settings): Sink {
  const sink = newFile(file)
  let bytes = 0
  return {
    ...sink,
    async write(chunk) {
      bytes += chunk.length
      await sink.write(chunk)
    },
    async keep() {
      await sink.keep()
      const made = new Date().toISOString()
      noteBackup(settings.dataFolder, { made, file: resolve(file), bytes })
    },
  }
}

async function prepare(typed: Typed, settings: Settings) {
  const file = onePositional(typed, 'backup', backupVerb.usage)
  const { keys, 'with-keys': withKeys } = typed.options
  if (withKeys && keys) throw new Said('--with-keys | --keys FILE')
  const keyFile = typeof keys === 'string' ? keys : `${file}.keys`
  return {
    ask: { withKeys: withKeys === true },
    sinks: { archive: noted(file, settings), ...(withKeys ? {} : { key: newFile(keyFile) }) },
    afterwards: withKeys
      ? [both(`Arsip: ${file}`, 'archive, WITH its key: keep it as safe as the house itself')]
      : [both(`Arsip: ${file}`, 'archive'), both(`Kunci: ${keyFile}`, 'key'), `${why}.`],
  }
}

export const backupVerb: Verb = {
  usage: 'FILE [--keys FILE | --with-keys]',
  summary: both(
    'Cadangan basis data, berkas dan kunci; kunci ditulis terpisah ke FILE.keys',
    'backs up database, files and key; the key goes apart, to FILE.keys',
  ),
  options: { keys: { type: 'string' }, 'with-keys': { type: 'boolean' } },
  prepare,
  run: backup,
}
