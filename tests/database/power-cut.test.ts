import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { cachedTar } from '../../src/platform/server/database/template-tar.ts'
import { expectNothingLost, startWriter } from './writing.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'rembug-power-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('when the power fails, every row it said was saved is there afterwards', async () => {
  const tar = await cachedTar([])
  const report = path.join(folder, 'undone')
  const data = path.join(folder, 'data')
  const rounds = [400, 900, 60, 1500, 20]
  let most = 0
  for (const [seed, lifetime] of rounds.entries()) {
    const writer = startWriter(data, tar, {
      FAILING_DISK_FOLDER: data,
      FAILING_DISK_WRITES: String(lifetime),
      FAILING_DISK_SEED: String(seed),
      FAILING_DISK_REPORT: report,
    })
    await writer.ended
    expect(writer.said()).toBe('')
    const saved = writer.saved()
    most = Math.max(most, saved)
    // A cut while it was still opening leaves what the round before had saved.
    await expectNothingLost(data, most)
  }
  const undone = readFileSync(report, 'utf8').trim().split('\n').map(Number)
  // A disk that had lost nothing would prove nothing.
  expect(undone).toHaveLength(rounds.length)
  expect(undone.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(100)
  expect(most).toBeGreaterThan(100)
  console.log(`power cuts: ${undone.length}, writes undone: ${undone.join(' ')}, rows saved: ${most}`)
}, 180_000)

test('a disk that lies about syncing does lose rows, so this test can see a loss', async () => {
  const data = path.join(folder, 'lying')
  const writer = startWriter(data, await cachedTar([]), {
    FAILING_DISK_FOLDER: data,
    FAILING_DISK_WRITES: '600',
    FAILING_DISK_SEED: '0',
    FAILING_DISK_LIES: '1',
  })
  await writer.ended
  expect(writer.saved()).toBeGreaterThan(100)
  await expect(expectNothingLost(data, writer.saved())).rejects.toThrow()
}, 180_000)
