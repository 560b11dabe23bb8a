// A zip that is written while it is read: entries one after another, never faster than the reader takes them.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

export type Sink = { write: (text: string) => Promise<void>; end: () => Promise<void> }

/** Fast compression: answers repeat themselves, and a second saved is worth a few per cent of size. */
const level = 1

export class ZipOut {
  readonly out = new PassThrough()
  readonly #zip = new ZipFile()
  readonly #stop = new AbortController()
  readonly #mtime = new Date()

  constructor() {
    this.out.on('close', () => this.#stop.abort())
    this.#zip.on('error', (error: Error) => this.fail(error))
    pipeline(this.#zip.outputStream as Readable, this.out).catch(() => this.#stop.abort())
  }

  /** Aborted when the reader went away. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  /** An entry that is written to; entries are sent in the order they were begun, so end one before waiting on the next. */
  entry(name: string): Sink {
    const stream = new PassThrough({ highWaterMark: 256 * 1024 })
    this.#zip.addReadStream(stream, name, { mtime: this.#mtime, compressionLevel: level })
    const { signal } = this
    return {
      write: async (text) => {
        signal.throwIfAborted()
        if (!stream.write(text)) await once(stream, 'drain', { signal })
      },
      end: async () => void stream.end(),
    }
  }

  /** Bytes from elsewhere, as they are; waits until they were taken. */
  async copy(name: string, from: Readable, squeeze: boolean): Promise<void> {
    const taken = once(from, 'close', { signal: this.signal })
    from.on('error', (error) => this.fail(error))
    this.#zip.addReadStream(from, name, { mtime: this.#mtime, compressionLevel: squeeze ? level : 0 })
    try {
      await taken
    } finally {
      from.destroy()
    }
  }

  add(name: string, text: string): void {
    this.#zip.addBuffer(Buffer.from(text), name, { mtime: this.#mtime, compressionLevel: level })
  }

  end(): void {
    this.#zip.end()
  }

  fail(error: Error): void {
    this.#stop.abort()
    this.out.destroy(error)
  }
}

/**
 * Lines that must wait for their turn in the zip. They lie in the temporary folder of the server, under a key that only this
 * process knows and that goes with it: answers are never left on the disk in the clear.
 */
export class Spool {
  readonly #file: string
  readonly #key = randomBytes(32)
  readonly #nonce = randomBytes(16)
  readonly #cipher = createCipheriv('aes-256-ctr', this.#key, this.#nonce)
  readonly #stream: WriteStream
  readonly #signal: AbortSignal

  constructor(folder: string, signal: AbortSignal) {
    this.#file = join(folder, `rembug-${randomBytes(12).toString('hex')}`)
    this.#stream = createWriteStream(this.#file, { mode: 0o600, highWaterMark: 256 * 1024 })
    this.#stream.on('error', () => undefined)
    this.#signal = signal
  }

  async write(text: string): Promise<void> {
    if (this.#stream.errored) throw this.#stream.errored
    if (!this.#stream.write(this.#cipher.update(text, 'utf8')))
      await once(this.#stream, 'drain', { signal: this.#signal })
  }

  /** What was written, in the clear; the end of the spool. */
  async read(): Promise<Readable> {
    this.#stream.end()
    if (!this.#stream.closed) await once(this.#stream, 'close')
    if (this.#stream.errored) throw this.#stream.errored
    return createReadStream(this.#file).pipe(createDecipheriv('aes-256-ctr', this.#key, this.#nonce))
  }

  async gone(): Promise<void> {
    this.#stream.destroy()
    await rm(this.#file, { force: true })
  }
}
