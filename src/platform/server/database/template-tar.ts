// A migrated data folder as a tar, made once and kept: what test databases start from.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { openMemory } from './embedded.ts'
import { DataFolderInUse } from './errors.ts'
import { lockFolder } from './lock.ts'
import { type Migration, migrate } from './migrate.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const cache = path.join(root, 'node_modules/.cache/rembug')
/** More than there are sets of migrations, so that none is made twice in a run. */
const tarsKept = 24

/** What a server copies new databases from. Nobody here makes any, and they are two thirds of the files. */
const withoutTemplates = [
  'update pg_database set datistemplate = false',
  'drop database template1',
  'drop database template0',
]

/** A tar of a migrated data folder, made once for each set of migrations and version of the engine. */
export async function cachedTar(migrations: readonly Migration[]): Promise<string> {
  const key = createHash('sha256').update(`${engineVersion()} ${withoutTemplates}`)
  for (const { name, sql } of migrations) key.update(`\0${name}\0${sql}`)
  const file = path.join(cache, `${key.digest('hex').slice(0, 24)}.tar`)
  if (touched(file)) return file
  // Two test workers often want the same tar: one makes it, the other waits.
  const work = `${file}.making`
  fs.mkdirSync(work, { recursive: true })
  const lock = await waitForLock(work)
  try {
    if (!touched(file)) await makeTar(file, migrations)
  } finally {
    await lock.release()
  }
  return file
}

async function makeTar(file: string, migrations: readonly Migration[]): Promise<void> {
  const bare = migrations.length === 0 ? undefined : await cachedTar([])
  const database = await openMemory(bare === undefined ? {} : { tar: bare, wasm: await compiledEngine() })
  try {
    if (bare === undefined) for (const sql of withoutTemplates) await database.pool.query(sql)
    await migrate(database, migrations)
    await database.pool.query('checkpoint')
    fs.writeFileSync(`${file}.${process.pid}`, await database.dump())
    // Renamed when whole: nobody ever reads half a tar.
    fs.renameSync(`${file}.${process.pid}`, file)
  } finally {
    await database.close()
  }
  dropOldTars()
}

function touched(file: string): boolean {
  try {
    fs.utimesSync(file, new Date(), new Date())
    return true
  } catch {
    return false
  }
}

function dropOldTars(): void {
  const tars = fs.readdirSync(cache).filter((name) => name.endsWith('.tar'))
  const byAge = tars
    .map((name) => ({ name, used: fs.statSync(path.join(cache, name)).mtimeMs }))
    .sort((one, other) => other.used - one.used)
  for (const { name } of byAge.slice(tarsKept)) fs.rmSync(path.join(cache, name), { force: true })
}

async function waitForLock(folder: string) {
  for (;;) {
    try {
      return await lockFolder(folder)
    } catch (error) {
      if (!(error instanceof DataFolderInUse)) throw error
      await new Promise((later) => setTimeout(later, 50))
    }
  }
}

function engineVersion(): string {
  const about = path.join(root, 'node_modules/@electric-sql/pglite/package.json')
  return (JSON.parse(fs.readFileSync(about, 'utf8')) as { version: string }).version
}

let compiled: Promise<WebAssembly.Module> | undefined
/** Once for a process: the next test file then starts with machine code that the one before has warmed. */
export function compiledEngine(): Promise<WebAssembly.Module> {
  const file = path.join(root, 'node_modules/@electric-sql/pglite/dist/pglite.wasm')
  compiled ??= WebAssembly.compile(fs.readFileSync(file))
  return compiled
}
