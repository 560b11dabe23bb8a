import { type BigIntStats, promises as fs } from 'node:fs'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DataFolderInUse } from './errors.ts'

export type FolderLock = { release(): Promise<void> }

/**
 * Holds a folder for this process until released or until the process ends in any way, kill included:
 * what is held is a listening socket, which the kernel closes. Named by device and inode, so a second
 * path to the same folder is the same lock. Refuses with DataFolderInUse. Knows this host only.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const stat = await fs.stat(folder, { bigint: true })
  const held: net.Server[] = []
  const release = async () => {
    for (const server of held.reverse()) await new Promise((done) => server.close(done))
  }
  try {
    for (const address of addresses(folder, stat, process.platform)) {
      const server = address.file ? await bindFile(address.name) : await bind(address.name)
      if (server === 'taken') throw new DataFolderInUse(folder)
      if (server !== 'unable') held.push(server)
    }
    return { release }
  } catch (error) {
    await release()
    throw error
  }
}

type Address = { name: string; file: boolean }

function addresses(folder: string, stat: BigIntStats, platform: NodeJS.Platform): Address[] {
  const name = `rembug-${stat.dev}-${stat.ino}`
  if (platform === 'win32') return [{ name: `\\\\.\\pipe\\${name}`, file: false }]
  if (platform !== 'linux') return [{ name: path.join(tmpdir(), `${name}.sock`), file: true }]
  // Abstract names are kept per network namespace: two containers on one volume would not see each
  // other, so a socket file in the folder itself stands beside it.
  return [
    { name: `\0${name}`, file: false },
    { name: path.join(folder, 'in-use.sock'), file: true },
  ]
}

async function bind(name: string): Promise<net.Server | 'taken' | 'unable'> {
  const server = net.createServer((socket) => socket.destroy())
  try {
    await new Promise<void>((done, failed) => {
      server.once('error', failed)
      server.listen(name, done)
    })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ? 'taken' : Promise.reject(error)
  }
  return server.unref()
}

/** A socket file outlives a killed process, so one that nobody answers is cleared away and bound again. */
async function bindFile(file: string): Promise<net.Server | 'taken' | 'unable'> {
  // Longer names do not fit a socket address; and some mounts know no sockets at all.
  if (Buffer.byteLength(file) > 100) return 'unable'
  try {
    const first = await bind(file)
    if (first !== 'taken') return first
    if (await answers(file)) return 'taken'
    await fs.rm(file, { force: true })
    return await bind(file)
  } catch {
    return 'unable'
  }
}

function answers(file: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = net.connect(file)
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('close', () => done(false)).setTimeout(2000, () => done(true))
    socket.once('connect', () => socket.destroy())
  })
}
