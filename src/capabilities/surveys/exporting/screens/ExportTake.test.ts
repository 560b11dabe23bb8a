// A file that has come is told as come, however late the last word of its progress arrives.
import { afterEach, expect, test, vi } from 'vitest'
import { takeFile } from './ExportTake.ts'

const { late } = vi.hoisted(() => ({ late: Promise.withResolvers<{ rows: number; share: number }>() }))
vi.mock('../../../../platform/browser/export-xlsx.ts', () => ({ saveBlob: () => undefined }))
vi.mock('../../../../platform/browser/api.ts', () => {
  const slow = () =>
    new ReadableStream({
      async start(stream) {
        await new Promise((done) => setTimeout(done, 1000))
        stream.enqueue(new Uint8Array(3))
        stream.close()
      },
    })
  return {
    call: () => late.promise,
    reach: async () => new Response(slow(), { headers: { 'x-rembug-rows': '2' } }),
    throwNo: async () => undefined,
  }
})

afterEach(() => vi.restoreAllMocks())

test('nothing is told of a file that has come', async () => {
  const told: number[] = []
  const { signal } = new AbortController()
  const onProgress = ({ bytes }: { bytes: number }) => void told.push(bytes)
  expect(await takeFile({ url: '/a', asked: {}, progressUrl: '/b', signal, onProgress })).toMatchObject({
    bytes: 3,
  })
  const before = told.length
  late.resolve({ rows: 2, share: 1 })
  await late.promise
  await Promise.resolve()
  expect(told).toHaveLength(before)
})
