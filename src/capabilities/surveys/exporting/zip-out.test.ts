// What the zip says of itself, where a photo folder or a very large survey goes beyond the numbers of old zips.
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { ZipOut } from './zip-out.ts'
import { centralHeader, descriptor, ending, localHeader } from './zip-parts.ts'

const large = {
  ...{ name: Buffer.from('rumah.csv'), at: 6e9, squeezed: true, mtime: new Date('2012-01-05T08:30:20Z') },
  ...{ crc: 0xcbf43926, size: 5e9, packed: 7e8 },
}

test('beyond four gigabytes the numbers stand in their large form, and the old ones say so', () => {
  expect(descriptor(large).readBigUInt64LE(16)).toBe(5_000_000_000n)
  const line = centralHeader(large)
  expect([line.readUInt32LE(20), line.readUInt32LE(24), line.readUInt32LE(42)]).toEqual(
    Array(3).fill(0xffffffff),
  )
  const extra = line.subarray(46 + large.name.length)
  expect([0, 1, 2].map((n) => Number(extra.readBigUInt64LE(4 + n * 8)))).toEqual([5e9, 7e8, 6e9])
  expect(localHeader(large).length).toBe(30 + large.name.length)
})

test('more than 65,535 photos are counted in the large end of the directory', () => {
  const end = ending(70_000, 5e9, 4e6)
  expect(end.readUInt32LE(0)).toBe(0x06064b50)
  expect([end.readBigUInt64LE(24), end.readBigUInt64LE(32), end.readBigUInt64LE(48)]).toEqual([
    70_000n,
    70_000n,
    5_000_000_000n,
  ])
  expect(ending(2, 80, 100).length).toBe(22)
})

test('when the reader goes away the writer is told, and nothing hangs', async () => {
  const zip = new ZipOut()
  const sink = await zip.entry('rumah.csv')
  zip.out.destroy()
  await new Promise((done) => setImmediate(done))
  await expect(sink.write('Bu Ngatinah')).rejects.toThrow()
  const whole = new ZipOut()
  const bytes = buffer(whole.out)
  await whole.add('a.txt', 'isi')
  await whole.end()
  expect((await bytes).readUInt32LE(0)).toBe(0x04034b50)
})
