// How the embedded engine keeps its files so that they outlive a power cut.
import fs from 'node:fs'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

const withoutFsyncOff = PGlite.defaultStartParams.filter((parameter) => parameter !== '-F')

export const startParameters = {
  // As delivered, save that no write waits for the disk. For databases in memory only. A cache over files that lie in
  // memory gains nothing, and clearing the usual 128 MB is half the time of opening one.
  fast: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
  // The default, fdatasync, never leaves the WebAssembly library; fsync does, through the override below.
  durable: [...withoutFsyncOff, '-c', 'wal_sync_method=fsync'],
}

type Stream = { nfd: number; node: unknown; inWal?: boolean }
type Write = (stream: Stream, buffer: Uint8Array, offset: number, length: number, at?: number) => number
type Emscripten = {
  NODEFS: {
    stream_ops: { fsync?: (stream: Stream) => number; write: Write }
    realPath(node: unknown): string
  }
  FS: { ErrnoError: new (errno: number) => Error }
}

let written = 0
const walFolder = `${path.sep}pg_wal${path.sep}`

/** Bytes of write-ahead log written by this thread so far. */
export const walBytes = () => written

/** PGlite's file system over Node, taught to pass fsync on to the disk. */
class DurableFS extends NodeFS {
  override async init(...[engine, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(engine, options)
    const preRun = [...((emscriptenOpts.preRun as ((module: Emscripten) => void)[]) ?? []), passFsyncOn]
    return { emscriptenOpts: { ...emscriptenOpts, preRun } as typeof emscriptenOpts }
  }
}

function passFsyncOn(module: Emscripten): void {
  const { NODEFS, FS } = module
  const inputOutputError = 29
  NODEFS.stream_ops.fsync = (stream) => {
    try {
      fs.fdatasyncSync(stream.nfd)
      return 0
    } catch {
      throw new FS.ErrnoError(inputOutputError)
    }
  }
  const write = NODEFS.stream_ops.write
  NODEFS.stream_ops.write = (stream, buffer, offset, length, at) => {
    stream.inWal ??= NODEFS.realPath(stream.node).replaceAll('/', path.sep).includes(walFolder)
    if (stream.inWal) written += length
    return write(stream, buffer, offset, length, at)
  }
}

export async function openDurable(folder: string): Promise<PGlite> {
  return await PGlite.create({ fs: new DurableFS(folder), startParams: startParameters.durable })
}

/**
 * Makes a new database folder, whole or not at all: it is made under another name, synced, then renamed.
 * From a tar of a data folder when one is given, which is quicker than a fresh one.
 */
export async function initialise(folder: string, tar?: string): Promise<void> {
  clear(folder)
  // A name of this process alone: one that was orphaned a moment ago may still be writing to its own.
  const unfinished = `${folder}.new-${process.pid}`
  fs.mkdirSync(unfinished, { recursive: true })
  const engine = await PGlite.create({
    fs: new NodeFS(unfinished),
    startParams: startParameters.fast,
    ...(tar === undefined ? {} : { loadDataDir: await loadTar(tar) }),
  })
  await engine.close()
  syncTree(unfinished)
  fs.renameSync(unfinished, folder)
  syncOne(path.dirname(folder))
  syncOne(path.dirname(path.dirname(folder)))
}

/** A tar in memory, handed over in one piece; Node's own Blob would copy it through a stream, bit by bit. */
class Tar extends Blob {
  readonly #bytes: Buffer
  constructor(bytes: Buffer) {
    super([])
    this.#bytes = bytes
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    return new Uint8Array(this.#bytes).buffer
  }
}

/** Takes away what earlier ones left unfinished. */
function clear(folder: string): void {
  for (const entry of fs.readdirSync(path.dirname(folder)))
    if (entry.startsWith(`${path.basename(folder)}.new`))
      fs.rmSync(path.join(path.dirname(folder), entry), { recursive: true, force: true })
}

export async function loadTar(file: string): Promise<Blob> {
  return new Tar(await fs.promises.readFile(file))
}

function syncTree(folder: string): void {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const inside = path.join(folder, entry.name)
    if (entry.isDirectory()) syncTree(inside)
    else if (entry.isFile()) syncOne(inside)
  }
  syncOne(folder)
}

function syncOne(file: string): void {
  const isFolder = fs.statSync(file).isDirectory()
  // Windows neither opens a folder nor syncs a file that is open for reading only.
  if (isFolder && process.platform === 'win32') return
  const handle = fs.openSync(file, isFolder ? 'r' : 'r+')
  try {
    fs.fsyncSync(handle)
  } finally {
    fs.closeSync(handle)
  }
}
