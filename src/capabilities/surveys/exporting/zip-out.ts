// A zip (PKWARE APPNOTE 6.3) that is written while it is read: entries one after another, never faster than the reader takes
// them. Written here because the checksum of the processor is many times faster than one in JavaScript, and because a table
// that waits for its turn can be pressed while it waits.
import { once } from 'node:events'
import { addAbortSignal, PassThrough } from 'node:stream'
import { constants, crc32, createDeflateRaw } from 'node:zlib'
import { centralHeader, descriptor, type Entry, ending, localHeader } from './zip-parts.ts'

export type Sink = { write: (text: string) => Promise<void>; end: () => Promise<void> }
/** What a reader of a zip must know of bytes that are pressed already. */
export type Pressed = { crc: number; size: number }

/** Fast compression: answers repeat themselves, and a second saved is worth a few per cent of size. */
const level = constants.Z_BEST_SPEED
const chunkSize = 64 * 1024

/** Presses text as it comes and hands the bytes on; waits when whoever takes them is slower. */
export class Press {
  crc = 0
  size = 0
  readonly #deflate = createDeflateRaw({ level, chunkSize })
  readonly #signal: AbortSignal
  readonly #pumped: Promise<void>

  constructor(take: (chunk: Buffer) => Promise<void>, signal: AbortSignal) {
    this.#signal = signal
    addAbortSignal(signal, this.#deflate)
    this.#pumped = this.#pump(take)
    // Told when it is ended; until then nobody listens.
    this.#pumped.catch(() => undefined)
  }

  async #pump(take: (chunk: Buffer) => Promise<void>): Promise<void> {
    for await (const chunk of this.#deflate) await take(chunk as Buffer)
  }

  async write(text: string): Promise<void> {
    this.#signal.throwIfAborted()
    const bytes = Buffer.from(text)
    this.crc = crc32(bytes, this.crc)
    this.size += bytes.length
    if (!this.#deflate.write(bytes)) await Promise.race([once(this.#deflate, 'drain'), this.#pumped])
  }

  async end(): Promise<void> {
    this.#deflate.end()
    await this.#pumped
  }
}

export class ZipOut {
  readonly out = new PassThrough({ highWaterMark: chunkSize })
  readonly #stop = new AbortController()
  readonly #mtime = new Date()
  readonly #central: Buffer[] = []
  #at = 0

  constructor() {
    this.out.on('close', () => this.#stop.abort())
  }

  /** Aborted when the reader went away. */
  get signal(): AbortSignal {
    return this.#stop.signal
  }

  /** An entry that is written to. End it before the next one begins. */
  async entry(name: string): Promise<Sink> {
    const entry = await this.#begin(name, true)
    const press = new Press((chunk) => this.#data(entry, chunk), this.signal)
    return {
      write: (text) => press.write(text),
      end: async () => {
        await press.end()
        await this.#close(entry, press)
      },
    }
  }

  async add(name: string, text: string): Promise<void> {
    const sink = await this.entry(name)
    await sink.write(text)
    await sink.end()
  }

  /** Bytes from elsewhere, as they are. */
  async copy(name: string, from: AsyncIterable<Buffer>): Promise<void> {
    const entry = await this.#begin(name, false)
    const whole = { crc: 0, size: 0 }
    for await (const chunk of from) {
      whole.crc = crc32(chunk, whole.crc)
      whole.size += chunk.length
      await this.#data(entry, chunk)
    }
    await this.#close(entry, whole)
  }

  /** Bytes that are pressed already. */
  async pressed(name: string, from: AsyncIterable<Buffer>, whole: Pressed): Promise<void> {
    const entry = await this.#begin(name, true)
    for await (const chunk of from) await this.#data(entry, chunk)
    await this.#close(entry, whole)
  }

  async end(): Promise<void> {
    const begins = this.#at
    // Collected in larger pieces: a zip of photos has very many entries.
    for (let n = 0; n < this.#central.length; n += 500)
      await this.#send(Buffer.concat(this.#central.slice(n, n + 500)))
    await this.#send(ending(this.#central.length, begins, this.#at - begins))
    this.out.end()
  }

  fail(error: Error): void {
    this.#stop.abort()
    this.out.destroy(error)
  }

  async #begin(name: string, squeezed: boolean): Promise<Entry> {
    const entry = {
      ...{ name: Buffer.from(name), at: this.#at, squeezed, mtime: this.#mtime },
      ...{ crc: 0, size: 0, packed: 0 },
    }
    await this.#send(localHeader(entry))
    return entry
  }

  #data(entry: Entry, chunk: Buffer): Promise<void> {
    entry.packed += chunk.length
    return this.#send(chunk)
  }

  async #close(entry: Entry, { crc, size }: Pressed): Promise<void> {
    const whole = { ...entry, crc, size }
    await this.#send(descriptor(whole))
    this.#central.push(centralHeader(whole))
  }

  async #send(bytes: Buffer): Promise<void> {
    this.signal.throwIfAborted()
    this.#at += bytes.length
    if (!this.out.write(bytes)) await once(this.out, 'drain', { signal: this.signal })
  }
}
