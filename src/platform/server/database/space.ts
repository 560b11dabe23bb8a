import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { DataFolderUnsafe } from './errors.ts'

const MB = 1024 * 1024
// A segment of the write-ahead log, and half of one to spare. Less than the ballast.
const leastToOpen = 24 * MB

export type SpaceSettings = {
  /** Writes are refused when less than this is free, in bytes. */
  leastFree?: number
  /** Size of the file that is given up so that a full disk can still be recovered from, in bytes. */
  ballast?: number
  /** How to ask for the free bytes of a folder's disk; tests put their own in. */
  freeBytes?: (folder: string) => number
}

/** Watches the room left on the disk of one folder, and keeps a ballast file there for the worst day. */
export class Space {
  readonly #folder: string
  readonly #leastFree: number
  readonly #ballast: number
  readonly #freeBytes: (folder: string) => number
  #askedAt = Number.NEGATIVE_INFINITY
  #low = false

  constructor(folder: string, settings: SpaceSettings = {}) {
    this.#folder = folder
    this.#leastFree = settings.leastFree ?? 64 * MB
    this.#ballast = settings.ballast ?? 32 * MB
    this.#freeBytes = settings.freeBytes ?? freeBytes
  }

  /** Whether writes must be refused. Asks the disk at most once a second. */
  low(): boolean {
    const now = performance.now()
    if (now - this.#askedAt >= 1000) {
      this.#askedAt = now
      this.#low = this.#freeBytes(this.#folder) < this.#leastFree
    }
    return this.#low
  }

  /** Whether the engine can be opened, for reading at least: recovery may need a new segment of its log. */
  roomToOpen(): boolean {
    this.askAgain()
    return !this.low() || this.#freeBytes(this.#folder) >= leastToOpen
  }

  /** Forgets the last answer, so that the next question goes to the disk. */
  askAgain(): void {
    this.#askedAt = Number.NEGATIVE_INFINITY
  }

  /** Writes the ballast if it is missing and there is room for it beside the least free space. */
  fillBallast(): void {
    const file = this.#ballastFile()
    if (this.#ballast === 0 || fs.existsSync(file)) return
    if (this.#freeBytes(this.#folder) < this.#leastFree + this.#ballast) return
    // Random bytes, because some file systems store zeros in no room at all.
    const block = randomBytes(MB)
    const handle = fs.openSync(`${file}.new`, 'w')
    try {
      for (let written = 0; written < this.#ballast; written += block.length) fs.writeSync(handle, block)
      fs.fsyncSync(handle)
    } finally {
      fs.closeSync(handle)
    }
    fs.renameSync(`${file}.new`, file)
  }

  dropBallast(): void {
    fs.rmSync(this.#ballastFile(), { force: true })
    fs.rmSync(`${this.#ballastFile()}.new`, { force: true })
    this.askAgain()
  }

  #ballastFile(): string {
    return path.join(this.#folder, 'ballast')
  }
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = fs.statfsSync(folder)
  return bavail * bsize
}

// Numbers of statfs(2): file systems where neither our lock nor an fsync can be relied upon.
const networkKinds = new Map([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xff534d42, 'cifs'],
  [0xfe534d42, 'smb2'],
  [0x00c36400, 'ceph'],
])

/** Refuses a folder on a network share: its lock is known to this host only. */
export function refuseNetworkShare(folder: string): void {
  if (process.platform !== 'linux') return
  const kind = networkKinds.get(fs.statfsSync(folder).type >>> 0)
  if (kind) throw new DataFolderUnsafe(folder, kind)
}
