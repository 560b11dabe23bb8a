import { afterEach, expect, test, vi } from 'vitest'
import { newDevice, openCopy } from '../local/device.testing.ts'
import { readFiles } from '../local/rows.ts'
import { keepFile, type NewFile, uploadWaiting } from './uploads.ts'

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
  newDevice()
  const open = await openCopy()
  for (const id of names) {
    const file: NewFile = { id, mediaType: 'image/jpeg', bytes: 1, sha256: '', blob: new Blob(['x']) }
    await keepFile(open, '34.71.04.1001', `c-${id}`, file)
  }
  return open
}
afterEach(() => vi.unstubAllGlobals())

test('who has sent as many files today as one may offers no more of them in this round, and keeps them', async () => {
  const open = await phoneWith(['a', 'b', 'c', 'd'])
  server.answers = [200, 429]
  expect(await uploadWaiting(open, () => undefined)).toEqual([])
  expect(server.offered).toHaveLength(2)
  const left = ['a', 'b', 'c', 'd'].filter((id) => id !== server.offered[0])
  const files = await readFiles(open)
  expect(files.map(({ id, status }) => `${id} ${status}`).sort()).toEqual(left.map((id) => `${id} waiting`))
  expect(await open.store.contents.count()).toBe(3)
})
