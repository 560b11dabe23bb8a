import { expect, test, vi } from 'vitest'
import type { FileEntry } from '../local/device-store.ts'
import { newDeviceKey } from '../local/seal.ts'
import type { Unlocked } from './session.ts'
import { type NewFile, sealFile, uploadWaiting } from './uploads.ts'

/** What the server answers to each file in turn, and the files that it was offered. */
const server = vi.hoisted(() => ({ answers: [] as number[], offered: [] as string[] }))
type Options = {
  metadata: { id: string }
  onSuccess: () => void
  onError: (error: object) => void
}
/** The way of bytes belongs to tus; here only what it says at the end. */
vi.mock('tus-js-client', () => ({
  Upload: class {
    url = null
    readonly options: Options
    constructor(_: Blob, options: Options) {
      this.options = options
    }
    start() {
      const { metadata, onSuccess, onError } = this.options
      server.offered.push(metadata.id)
      const status = server.answers.shift() ?? 200
      const answer = { getStatus: () => status, getBody: () => '' }
      if (status < 400) onSuccess()
      else onError({ message: 'no', originalResponse: answer })
    }
  },
}))

/** A phone on which these files wait. */
async function phoneWith(names: readonly string[]) {
  const key = await newDeviceKey()
  const rows = new Map<string, FileEntry>()
  const files = {
    where: () => ({ equals: () => ({ toArray: async () => [...rows.values()] }) }),
    delete: async (id: string) => rows.delete(id),
    update: async (id: string, change: object) => rows.set(id, { ...(rows.get(id) as FileEntry), ...change }),
  }
  const outbox = { where: () => ({ anyOf: () => ({ toArray: async () => [] }) }) }
  const open = { key, store: { files, outbox } } as unknown as Unlocked
  for (const id of names) {
    const file: NewFile = { id, mediaType: 'image/jpeg', bytes: 1, sha256: '', blob: new Blob(['x']) }
    rows.set(id, await sealFile(open, '34.71.04.1001', `c-${id}`, file))
  }
  return { open, rows }
}

test('who has sent as many files today as one may offers no more of them in this round, and keeps them', async () => {
  const { open, rows } = await phoneWith(['a', 'b', 'c', 'd'])
  server.answers = [200, 429]
  expect(await uploadWaiting(open, () => undefined)).toEqual([])
  expect(server.offered).toEqual(['a', 'b'])
  expect([...rows.values()].map(({ id, status }) => `${id} ${status}`)).toEqual(
    ['b', 'c', 'd'].map((id) => `${id} waiting`),
  )
})
