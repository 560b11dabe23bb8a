// A backup that somebody has changed, and a log that somebody has cut: what the key proves of the one, and the one of the other.
import { hash } from 'node:crypto'
import { createReadStream, createWriteStream, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shortHash } from '../../kernel/head.ts'
import { appendBatch, beginBatch } from '../../platform/server/batch.ts'
import type { Database } from '../../platform/server/database/open.ts'
import { testDatabase } from '../../platform/server/database/testing.ts'
import { kyselyOn } from '../../platform/server/db.ts'
import { masterKey } from '../../platform/server/master-key.ts'
import { platformMigrations } from '../../platform/server/migrations.ts'
import { nobody } from '../../platform/server/transaction.ts'
import { Vault } from '../../platform/server/vault.ts'
import type { House } from '../server/open.ts'
import { backup } from './backup.ts'
import { newFolder } from './cli.testing.ts'
import { prove } from './proving.ts'
import { restoreVerb } from './restore.ts'
import { TarWriter, tarParts } from './tar.ts'
import { unpack } from './unpack.ts'
import { Said } from './verb.ts'
import { verifyVerb } from './verify.ts'

const place = '34.71.04.1001'
const dataFolder = newFolder()
const key = masterKey(dataFolder)
const vault = new Vault(key)
const archive = join(newFolder(), 'desa.rembug')
let database: Database
let house: House

/** So many entries more in the log of the village. */
const entries = (count: number) =>
  house.services.db.transaction().execute(async (tx) => {
    const head = await beginBatch(tx, place, nobody)
    const one = {
      command: { name: 'notes.write' as const, version: 1 },
      ...{ input: { text: 'rapat' }, actor: nobody, device: 'd-volunteer', doneAt: new Date() },
      ...{ answer: {}, changes: [] },
    }
    await appendBatch({ tx, vault, now: new Date() }, [
      { place, head, entries: Array.from({ length: count }, () => one) },
    ])
  })

async function archived(file: string, withKeys = false): Promise<void> {
  const out = createWriteStream(file)
  const keys: Uint8Array[] = []
  await backup(
    house,
    { withKeys },
    {
      say: () => undefined,
      write: async (channel, bytes) =>
        channel === 'archive' ? void out.write(bytes) : void keys.push(bytes),
    },
  )
  await new Promise((done) => out.end(done))
  if (keys.length > 0) writeFileSync(`${file}.keys`, Buffer.concat(keys))
}

/** The archive as somebody without the key leaves it who knows how it is made: all digests agree. */
async function rewritten(change: (name: string, text: string) => string | null): Promise<string> {
  const file = join(newFolder(), 'lain.rembug')
  const gzip = createGzip()
  const done = pipeline(gzip, createWriteStream(file))
  const tar = new TarWriter(gzip, new Date())
  let manifest = ''
  for await (const { name, chunks } of tarParts(createReadStream(archive).pipe(createGunzip()))) {
    const parts: Buffer[] = []
    for await (const chunk of chunks) parts.push(Buffer.from(chunk))
    const text = change(name, name === 'manifest.sha256' ? manifest : Buffer.concat(parts).toString())
    if (text === null) continue
    const bytes = Buffer.from(text)
    await tar.part(name, bytes.length, [bytes])
    manifest += `${hash('sha256', bytes)}  ${name}\n`
  }
  await tar.end()
  await done
  return file
}
const promoted = () =>
  rewritten((name, text) => (name.startsWith('database/') ? text.replace('d-volunteer', 'd-admin') : text))
const ofOldVersion = () =>
  rewritten((name, text) => {
    if (name === 'rembug.json') return text.replace('"version":2', '"version":1')
    return name === 'heads.txt' || name === 'manifest.hmac' ? null : text
  })

async function restored(file: string): Promise<{ why: string; left: string[] }> {
  const target = newFolder()
  const settings = { dataFolder: target } as House['settings']
  const link = { say: () => undefined, write: async () => undefined }
  const asked = restoreVerb.alone?.(settings, { file, keys: `${archive}.keys` }, link) ?? Promise.resolve(0)
  const why = await asked.then(String, (error: unknown) =>
    error instanceof Said ? error.message : String(error),
  )
  return { why, left: readdirSync(target).filter((name) => !name.endsWith('.sock')) }
}

async function verified(against: string): Promise<{ exit: number; said: string }> {
  const said: string[] = []
  const link = { say: (line: string) => void said.push(line), write: async () => undefined }
  const { ask } = await verifyVerb.prepare({ positionals: [], options: { against } }, house.settings)
  return { exit: (await verifyVerb.run?.(house, ask, link)) ?? 2, said: said.join('\n') }
}

beforeAll(async () => {
  database = await testDatabase(platformMigrations)
  house = { database, services: { db: kyselyOn(database), vault, dataFolder } } as House
  await entries(20)
  await archived(archive)
})
afterAll(() => database.close())

async function proved(file: string, by: Buffer | null, unproven = false): Promise<string> {
  const said: string[] = []
  const unpacked = await unpack(file, null)
  prove(unpacked, by === null ? null : by.toString('hex'), unproven, { say: (line) => void said.push(line) })
  return said.join('\n')
}

test('a backup is proven by the key of its house, and says so where that proves nothing', async () => {
  expect(await proved(archive, key)).toContain('as it was made')
  expect(await proved(archive, null)).toContain('NOT PROVEN')
  const inOne = join(newFolder(), 'satu.rembug')
  await archived(inOne, true)
  expect(await proved(inOne, key)).toContain('the key lies in the archive itself')
})

test('a backup in which a line was changed is not restored, however well its digests agree', async () => {
  expect(await restored(await promoted())).toMatchObject({
    why: expect.stringContaining('changed after it was made'),
    left: [],
  })
})

test('an older backup, which carries no proof, is restored by somebody who says that they know', async () => {
  const older = await ofOldVersion()
  expect(await restored(older)).toMatchObject({ why: expect.stringContaining('--unproven'), left: [] })
  expect(await proved(older, key, true)).toContain('NOT PROVEN')
})

test('the log is held against a backup, and against what stands on papers: entries that were cut off are missed', async () => {
  const head = (await unpack(archive, null)).heads[0]
  expect(head).toMatchObject({ place, seq: 20 })
  const paper = join(newFolder(), 'kertas.txt')
  writeFileSync(paper, `Log ${place} · no. 20 · ${shortHash(head?.hash ?? '')} · 12 Juni 2012\n`)
  await entries(5)
  for (const kept of [archive, paper]) expect((await verified(kept)).exit).toBe(0)
  await expect(verified(await promoted())).rejects.toThrow('that backup was changed')
  await database.pool.query('delete from platform.log where seq > 15')
  await database.pool.query(
    'update platform.head h set seq = 15, hash = (select hash from platform.log where seq = 15)',
  )
  for (const kept of [archive, paper]) {
    const { exit, said } = await verified(kept)
    expect(exit).toBe(1)
    expect(said).toContain(`${place} #20: bukan lagi`)
  }
})
