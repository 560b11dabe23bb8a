import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { newFolder } from './cli.testing.ts'
import { TarWriter, tarParts } from './tar.ts'

async function packed(parts: readonly { name: string; content: Uint8Array }[]): Promise<Buffer> {
  const out = new PassThrough()
  const all = buffer(out)
  const tar = new TarWriter(out, new Date('2012-11-21T00:00:00Z'))
  for (const { name, content } of parts) await tar.part(name, content.length, [content])
  await tar.end()
  return await all
}

async function* cut(bytes: Buffer, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

const name = fc.stringMatching(/^[a-z]{1,8}\/[a-z0-9.-]{1,40}$/)

it('what is put into a tar comes out again, however the stream is cut', async () => {
  const part = fc.record({ name, content: fc.uint8Array({ maxLength: 3000 }) })
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 6 }),
      fc.integer({ min: 1, max: 2000 }),
      async (parts, size) => {
        const found: { name: string; content: Uint8Array }[] = []
        for await (const { name, chunks } of tarParts(cut(await packed(parts), size)))
          found.push({ name, content: new Uint8Array(await buffer(Readable.from(chunks))) })
        expect(found).toEqual(parts.map(({ name, content }) => ({ name, content: new Uint8Array(content) })))
      },
    ),
    { numRuns: 60 },
  )
})

it('a tar that is cut anywhere before its end is refused', async () => {
  const whole = await packed([{ name: 'a/b', content: Buffer.alloc(700, 1) }])
  for (const at of [1, 511, 512, 800, 1535, 1600])
    await expect(async () => {
      for await (const { chunks } of tarParts(cut(whole.subarray(0, at), 300))) for await (const _ of chunks);
    }).rejects.toThrow('cut short')
})

it('the tar of the computer reads it', async () => {
  const file = join(newFolder(), 'a.tar')
  writeFileSync(file, await packed([{ name: 'files/34.71.04.1002/x', content: Buffer.from('isi') }]))
  expect(execFileSync('tar', ['xOf', file]).toString()).toBe('isi')
})
