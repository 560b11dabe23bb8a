import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openFolder } from '../../src/platform/server/database/embedded.ts'
import { DiskFull } from '../../src/platform/server/database/errors.ts'
import { cachedTar } from '../../src/platform/server/database/template-tar.ts'

const disk = mkdtempSync(path.join(tmpdir(), 'rembug-disk-'))
const mounted = mount()
afterAll(() => {
  if (mounted) execFileSync('umount', ['-l', disk])
  rmdirSync(disk)
})

function mount(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=72m', 'tmpfs', disk], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

test('a disk that is really full stops the writing, loses nothing, and room makes it go on', async ({
  skip,
}) => {
  if (!mounted) skip('only root on Linux can mount a tiny disk')
  // The guard is turned off, so that the engine itself runs into the end of the disk.
  const space = { leastFree: 1, ballast: 6 * 1024 * 1024 }
  const database = await openFolder(path.join(disk, 'data'), {
    tar: await cachedTar([]),
    space,
    watchdogMillis: 5000,
  })
  const { pool } = database
  await pool.query('create table saved (id int primary key, text text)')
  let saved = 0
  const save = () =>
    pool.query(
      "insert into saved select $1, string_agg(md5(random()::text), '') from generate_series(1, 3000)",
      [saved + 1],
    )
  let refusal: unknown
  while (refusal === undefined) {
    await save().then(
      () => {
        saved += 1
      },
      (error) => {
        refusal = error
      },
    )
  }
  expect(refusal).toBeInstanceOf(DiskFull)
  execFileSync('mount', ['-o', 'remount,size=200m', disk])
  expect((await pool.query('select count(*) as n, max(id) as last from saved')).rows).toEqual([
    { n: saved, last: saved },
  ])
  await save()
  expect(await database.health()).toEqual({ ok: true })
  await database.close()
}, 120_000)
