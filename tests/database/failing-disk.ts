// Preloaded under the engine's thread: remembers every write to the database folder that has not been
// synced, and at a random moment takes those back and kills the process, as a power cut would.
// Not modelled: directory entries that were lost, and disks that lie about having synced.
import fs from 'node:fs'
import path from 'node:path'
import { isMainThread } from 'node:worker_threads'

type Write = { file: string; at: number; before: Buffer; sizeBefore: number }

const folder = process.env.FAILING_DISK_FOLDER
const lifetime = Number(process.env.FAILING_DISK_WRITES)
const seed = Number(process.env.FAILING_DISK_SEED)
const report = process.env.FAILING_DISK_REPORT

const real = { ...fs }
const unsynced = new Map<bigint, Write[]>()
const files = new Map<number, string>()
let writes = 0

const identity = (fd: number) => real.fstatSync(fd, { bigint: true }).ino

function remember(fd: number, at: number | null | undefined, length: number): void {
  const file = files.get(fd)
  if (file === undefined) return
  writes += 1
  if (writes > lifetime) cutPower()
  const sizeBefore = real.fstatSync(fd).size
  const start = at ?? sizeBefore
  const before = Buffer.alloc(Math.max(0, Math.min(length, sizeBefore - start)))
  const reader = real.openSync(file, 'r')
  real.readSync(reader, before, 0, before.length, start)
  real.closeSync(reader)
  const inode = identity(fd)
  unsynced.set(inode, [...(unsynced.get(inode) ?? []), { file, at: start, before, sizeBefore }])
}

function cutPower(): never {
  let undone = 0
  for (const list of unsynced.values()) {
    // The disk may have got round to some of them: the first ones of a file, seldom all.
    const kept = seed % 2 === 0 ? 0 : (seed * 7) % (list.length + 1)
    for (const { file, at, before, sizeBefore } of list.slice(kept).reverse()) {
      if (!real.existsSync(file)) continue
      const fd = real.openSync(file, 'r+')
      real.writeSync(fd, before, 0, before.length, at)
      real.ftruncateSync(fd, sizeBefore)
      real.closeSync(fd)
      undone += 1
    }
  }
  if (report) real.appendFileSync(report, `${undone}\n`)
  process.kill(process.pid, 'SIGKILL')
  for (;;); // nothing more may be written
}

function install(root: string): void {
  const inside = (file: unknown) => typeof file === 'string' && path.resolve(file).startsWith(root)
  Object.assign(fs, {
    openSync: (file: string, ...rest: [never, never]) => {
      const fd = real.openSync(file, ...rest)
      if (inside(file) && real.fstatSync(fd).isFile()) files.set(fd, path.resolve(file))
      return fd
    },
    closeSync: (fd: number) => {
      files.delete(fd)
      real.closeSync(fd)
    },
    writeSync: (fd: number, buffer: Uint8Array, offset: number, length: number, at: number | null) => {
      remember(fd, at, length)
      return real.writeSync(fd, buffer, offset, length, at)
    },
    ftruncateSync: (fd: number, size: number) => {
      const length = Math.max(0, real.fstatSync(fd).size - size)
      remember(fd, size, length)
      real.ftruncateSync(fd, size)
    },
    truncateSync: (file: string, size: number) => {
      const fd = fs.openSync(file, 'r+')
      fs.ftruncateSync(fd, size)
      fs.closeSync(fd)
    },
    renameSync: (from: string, to: string) => {
      real.renameSync(from, to)
      const [old, fresh] = [path.resolve(from), path.resolve(to)]
      for (const list of unsynced.values())
        for (const write of list) if (write.file === old) write.file = fresh
      for (const [fd, file] of files) if (file === old) files.set(fd, fresh)
    },
    unlinkSync: (file: string) => {
      const resolved = path.resolve(file)
      for (const [inode, list] of unsynced) if (list[0]?.file === resolved) unsynced.delete(inode)
      real.unlinkSync(file)
    },
    fsyncSync: (fd: number) => {
      unsynced.delete(identity(fd))
      real.fsyncSync(fd)
    },
    fdatasyncSync: (fd: number) => {
      // A disk that lies: the engine is told that all is safe, and it is not.
      if (process.env.FAILING_DISK_LIES) return
      unsynced.delete(identity(fd))
      real.fdatasyncSync(fd)
    },
  })
}

if (folder && !isMainThread) install(path.join(path.resolve(folder), 'postgres'))
