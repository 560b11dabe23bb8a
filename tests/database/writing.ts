import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { openFolder } from '../../src/platform/server/database/embedded.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))
export const failingDisk = here('./failing-disk.ts')

export type Writer = {
  /** The last row it said was saved; 0 when none. */
  saved(): number
  kill(): void
  ended: Promise<void>
  said(): string
}

/** Starts the writer in a process of its own. */
export function startWriter(folder: string, tar: string, env: NodeJS.ProcessEnv = {}): Writer {
  const preload = env.FAILING_DISK_FOLDER ? [failingDisk] : []
  const child = spawn(process.execPath, [here('./writer.ts'), folder, tar, ...preload], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let errors = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  return {
    saved: () => Number(out.split('\n').at(-2) ?? 0),
    kill: () => child.kill('SIGKILL'),
    ended: new Promise((done) => child.once('close', () => done())),
    said: () => errors,
  }
}

/** Reopens what a writer left: every row it said was saved is there, none is half there, and indexes agree. */
export async function expectNothingLost(folder: string, saved: number): Promise<void> {
  const database = await openFolder(folder, { space: { ballast: 0 } })
  try {
    const ask = async (sql: string) => (await database.pool.query(sql)).rows[0].n
    expect(await ask(`select count(*) as n from saved where id <= ${saved}`)).toBe(saved)
    await database.pool.query(
      'set enable_seqscan = on; set enable_indexscan = off; set enable_bitmapscan = off',
    )
    const scanned = await ask('select count(*) as n from saved')
    await database.pool.query(
      'set enable_seqscan = off; set enable_indexscan = on; set enable_bitmapscan = on',
    )
    expect(await ask('select count(*) as n from saved where id > 0')).toBe(scanned)
    expect(await ask('select count(*) as n from saved a join saved b on b.id = a.pair')).toBe(scanned)
  } finally {
    await database.close()
  }
}
