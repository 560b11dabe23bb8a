import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFolder } from '../../src/platform/server/database/embedded.ts'
import { DataFolderInUse } from '../../src/platform/server/database/errors.ts'
import { cachedTar } from '../../src/platform/server/database/template-tar.ts'
import { expectNothingLost, startWriter } from './writing.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rembug-kill-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('killed in the middle of its work, again and again, it loses no row it said was saved', async () => {
  const tar = await cachedTar([])
  let saved = 0
  for (const more of [20, 150, 60]) {
    const writer = startWriter(folder, tar)
    await expect.poll(() => writer.saved() > saved + more || writer.said(), { timeout: 60_000 }).toBe(true)
    writer.kill()
    await writer.ended
    saved = writer.saved()
    await expectNothingLost(folder, saved)
  }
  expect(saved).toBeGreaterThan(200)
}, 180_000)

test('a second process is refused the folder, and gets it as soon as the first is killed', async () => {
  const writer = startWriter(folder, await cachedTar([]))
  await expect.poll(() => writer.saved() > 0, { timeout: 60_000 }).toBe(true)
  await expect(openFolder(folder, { space: { ballast: 0 } })).rejects.toThrow(DataFolderInUse)
  writer.kill()
  await writer.ended
  const database = await openFolder(folder, { space: { ballast: 0 } })
  expect(await database.health()).toEqual({ ok: true })
  await database.close()
}, 120_000)
