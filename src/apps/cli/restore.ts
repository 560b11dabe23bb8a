// `rembug restore FILE`: an archive of either engine into an empty house of either engine; all of it, or nothing.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Head } from '../../kernel/head.ts'
import { backupHeader, restoreTables } from '../../platform/server/database/backup.ts'
import { lockFolder } from '../../platform/server/database/lock.ts'
import { type Migration, migrate } from '../../platform/server/database/migrate.ts'
import { type Database, openDatabase } from '../../platform/server/database/open.ts'
import { kyselyOn } from '../../platform/server/db.ts'
import { digestedAsNow } from '../../platform/server/digesting-records.ts'
import type { Settings } from '../../platform/server/settings.ts'
import { keyMark, readKeyFile } from './keys.ts'
import { prove } from './proving.ts'
import { beginRestoring, endRestoring, moveIn, undoRestoring } from './restoring.ts'
import { type Head as ArchiveHead, databaseOf, unpack } from './unpack.ts'
import { type Ask, both, type Link, number, onePositional, Said, type Typed, type Verb } from './verb.ts'
import { sayVerified, verifyAll } from './verify.ts'

type Keys = { file: string | null; without: boolean }

/** The key that the archive was sealed with: from the archive, or from the file beside it. Refuses any other. */
function keyFor(head: ArchiveHead, keyText: string | null, keys: Keys): string | null {
  if (keys.without) return null
  const key = keyText
    ? (JSON.parse(keyText) as { master: string }).master
    : keys.file
      ? readKeyFile(keys.file)
      : null
  if (key === null)
    throw new Said(
      both(
        'Kunci tidak ada: beri --keys FILE. Dengan --without-keys yang tersegel hilang',
        'no key: give --keys FILE. With --without-keys what is sealed is lost',
      ),
    )
  if (keyMark(key) !== head.keyMark)
    throw new Said(both('Kunci ini bukan kunci arsip itu', 'this is not the key of that archive'))
  return key
}

/** Migrates no further than the archive, reads it in, then migrates the rest. */
async function fill(
  database: Database,
  archive: string,
  all: readonly Migration[],
  link: Link,
): Promise<void> {
  const { migrations } = await backupHeader(databaseOf(archive))
  const then = new Set(migrations.map(({ name }) => name))
  const unknown = [...then].filter((name) => !all.some((each) => each.name === name))
  if (unknown.length > 0)
    throw new Said(
      both(`Arsip dari Rembug yang lebih baru (${unknown.join(', ')})`, 'the archive is of a newer Rembug'),
    )
  await migrate(
    database,
    all.filter(({ name }) => then.has(name)),
  )
  const { tables, rows } = await restoreTables(database, databaseOf(archive))
  await migrate(database, all)
  link.say(
    both(
      `Basis data: ${number(rows)} baris, ${tables} tabel`,
      `database: ${number(rows)} rows, ${tables} tables`,
    ),
  )
}

async function judge(database: Database, heads: readonly Head[], link: Link): Promise<number> {
  const { allRecords } = await import('../server/open.ts')
  const records = await digestedAsNow(database, allRecords)
  const verified = await verifyAll(kyselyOn(database), heads, records)
  sayVerified(verified, link)
  if (records.length < allRecords.length)
    link.say(
      both(
        'Sebagian catatan dari versi lain dan belum dicocokkan dengan log: jalankan verify sesudah server dibuka',
        'some records are of another version and were not held against the log: run verify once the server was opened',
      ),
    )
  // A house that had given no command yet has no chain, and is restored all the same.
  return verified.breaks.length === 0 ? 0 : 1
}

function writeKey(folder: string, key: string | null): void {
  if (key === null) return
  mkdirSync(join(folder, 'keys'), { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'keys', 'master.key'), `${key}\n`, { mode: 0o600, flag: 'wx', flush: true })
}

type From = { archive: string; heads: readonly Head[] }

async function intoServer(url: string, settings: Settings, from: From, link: Link): Promise<number> {
  const { allMigrations } = await import('../server/open.ts')
  const database = await openDatabase({ dataFolder: settings.dataFolder, databaseUrl: url })
  try {
    // The files first: when the database has committed, all is there.
    moveIn(settings.dataFolder)
    await fill(database, from.archive, allMigrations, link)
    return await judge(database, from.heads, link)
  } finally {
    await database.close()
  }
}

async function intoFolder(folder: string, settings: Settings, from: From, link: Link): Promise<number> {
  const { allMigrations } = await import('../server/open.ts')
  const database = await openDatabase({ dataFolder: folder })
  let exit: number
  try {
    await fill(database, from.archive, allMigrations, link)
    exit = await judge(database, from.heads, link)
  } finally {
    await database.close()
  }
  moveIn(settings.dataFolder)
  return exit
}

async function restore(settings: Settings, ask: Ask, link: Link): Promise<number> {
  const { dataFolder, databaseUrl } = settings
  const archive = String(ask.file)
  const folder = beginRestoring(dataFolder)
  const lock = await lockFolder(dataFolder).catch((error: unknown) => {
    endRestoring(dataFolder)
    throw error
  })
  try {
    const unpacked = await unpack(archive, folder)
    const { head, keyText, files, heads } = unpacked
    link.say(both(`Arsip utuh, dibuat ${head.made} oleh Rembug ${head.rembug}`, 'the archive is whole'))
    const keys = { file: typeof ask.keys === 'string' ? ask.keys : null, without: ask.without === true }
    const key = keyFor(head, keyText, keys)
    prove(unpacked, key, ask.unproven === true, link)
    writeKey(folder, key)
    link.say(both(`Berkas: ${number(files)}`, `files: ${number(files)}`))
    const exit = databaseUrl
      ? await intoServer(databaseUrl, settings, { archive, heads }, link)
      : await intoFolder(folder, settings, { archive, heads }, link)
    endRestoring(dataFolder)
    link.say(both(`Dipulihkan ke ${databaseUrl ? 'PostgreSQL dan ' : ''}${dataFolder}`, 'restored'))
    return exit
  } catch (error) {
    undoRestoring(dataFolder)
    throw error
  } finally {
    await lock.release()
  }
}

async function prepare(typed: Typed) {
  const file = resolve(onePositional(typed, 'restore', restoreVerb.usage))
  if (!existsSync(file)) throw new Said(`Tidak ada / no such file: ${file}`)
  const { keys, 'without-keys': without, unproven } = typed.options
  const beside = `${file}.keys`
  const keyFile = typeof keys === 'string' ? resolve(keys) : existsSync(beside) ? beside : null
  if (keyFile && !existsSync(keyFile)) throw new Said(`Tidak ada / no such file: ${keyFile}`)
  return { ask: { file, keys: keyFile, without: without === true, unproven: unproven === true } }
}

export const restoreVerb: Verb = {
  usage: 'FILE [--keys FILE | --without-keys] [--unproven]',
  summary: both(
    'Memulihkan cadangan ke folder data dan basis data yang kosong, dari mesin mana pun',
    'restores a backup of either engine into an empty data folder and an empty database',
  ),
  options: {
    keys: { type: 'string' },
    'without-keys': { type: 'boolean' },
    unproven: { type: 'boolean' },
  },
  prepare,
  alone: restore,
}
