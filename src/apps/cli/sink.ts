// Files that a verb leaves behind: whole under their name, or not there at all, and never over another file.
import { existsSync, readFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { Said, type Sink } from './verb.ts'

/**
 * A new file for its owner only. Refuses a folder that is missing, and a name that is taken: unless `replaces` knows
 * what is in it as something this verb made.
 */
export function newFile(name: string, replaces: (text: string) => boolean = () => false): Sink {
  const file = resolve(name)
  const partial = `${file}.partial-${process.pid}`
  const taken = () => existsSync(file) && !replaces(readFileSync(file, 'utf8'))
  if (taken()) throw new Said(`Sudah ada, tidak ditimpa / exists already, not overwritten: ${file}`)
  if (!existsSync(dirname(file))) throw new Said(`Folder tidak ada / no such folder: ${dirname(file)}`)
  let handle: Awaited<ReturnType<typeof open>> | undefined
  return {
    async write(bytes) {
      handle ??= await open(partial, 'wx', 0o600)
      await handle.writeFile(bytes)
    },
    async keep() {
      if (!handle) return
      await handle.sync()
      await handle.close()
      if (taken()) throw new Said(`Sudah ada, tidak ditimpa / exists already, not overwritten: ${file}`)
      await rename(partial, file)
      await syncFolder(dirname(file))
    },
    async drop() {
      await handle?.close().catch(() => undefined)
      await rm(partial, { force: true })
    },
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder).catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

export function standardOutput(): Sink {
  return {
    write: (bytes) => new Promise((done) => void process.stdout.write(bytes, () => done())),
    keep: async () => undefined,
    drop: async () => undefined,
  }
}
