// Just enough tar (POSIX ustar) for our own archives: plain files, names of at most 100 bytes, sizes below 8 GB.
// A backup can then be looked into, and its digests checked, with the tools of any computer.
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { Said } from './verb.ts'

const block = 512

function header(name: string, bytes: number, at: Date): Buffer {
  const head = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 100 || bytes >= 8 ** 11) throw new Error(`${name} does not fit into a tar`)
  const octal = (value: number, length: number) => value.toString(8).padStart(length - 1, '0')
  head.write(name, 0)
  head.write(octal(0o600, 8), 100)
  head.write(octal(0, 8), 108)
  head.write(octal(0, 8), 116)
  head.write(octal(bytes, 12), 124)
  head.write(octal(Math.floor(at.getTime() / 1000), 12), 136)
  head.write(' '.repeat(8), 148)
  head.write('0', 156)
  head.write('ustar\0', 257)
  head.write('00', 263)
  head.write(
    `${octal(
      head.reduce((sum, byte) => sum + byte, 0),
      7,
    )}\0 `,
    148,
  )
  return head
}

const padding = (bytes: number) => Buffer.alloc((block - (bytes % block)) % block)

export class TarWriter {
  readonly #out: Writable
  readonly #at: Date
  constructor(out: Writable, at: Date) {
    this.#out = out
    this.#at = at
  }

  /** Writes one part; `chunks` must give exactly `bytes` bytes. */
  async part(
    name: string,
    bytes: number,
    chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<void> {
    await this.#put(header(name, bytes, this.#at))
    let written = 0
    for await (const chunk of chunks) {
      written += chunk.length
      await this.#put(chunk)
    }
    if (written !== bytes) throw new Error(`${name} changed while it was read`)
    await this.#put(padding(bytes))
  }

  async end(): Promise<void> {
    await this.#put(Buffer.alloc(2 * block))
    this.#out.end()
  }

  async #put(chunk: Uint8Array): Promise<void> {
    if (this.#out.errored) throw this.#out.errored
    if (!this.#out.write(chunk)) await once(this.#out, 'drain')
  }
}

export type TarPart = { name: string; bytes: number; chunks: AsyncIterable<Buffer> }

/** Reads bytes from a stream of chunks, however they were cut. */
class Bytes {
  readonly #source: AsyncIterator<Uint8Array>
  #rest: Buffer = Buffer.alloc(0)
  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]()
  }

  /** Up to `most` bytes; none at the end. */
  async some(most: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const next = await this.#source.next()
      if (next.done) return this.#rest
      this.#rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    }
    const taken = this.#rest.subarray(0, most)
    this.#rest = this.#rest.subarray(taken.length)
    return taken
  }

  async exactly(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for (let missing = bytes; missing > 0; ) {
      const part = await this.some(missing)
      if (part.length === 0) throw new Said('Arsip terpotong / the archive is cut short.')
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }
}

function readHeader(head: Buffer): { name: string; bytes: number } {
  const text = (from: number, length: number) =>
    head.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  const bytes = Number.parseInt(text(124, 12), 8)
  if (text(257, 5) !== 'ustar' || !Number.isSafeInteger(bytes) || text(156, 1) !== '0')
    throw new Said('Bukan arsip Rembug / not an archive of Rembug.')
  return { name: text(0, 100), bytes }
}

/** The parts of a tar in order. Each part's chunks must be read to their end before the next part. */
export async function* tarParts(source: AsyncIterable<Uint8Array>): AsyncGenerator<TarPart> {
  const from = new Bytes(source)
  for (;;) {
    const head = await from.exactly(block)
    if (head.every((byte) => byte === 0)) return
    const { name, bytes } = readHeader(head)
    let missing = bytes
    async function* chunks() {
      while (missing > 0) {
        const chunk = await from.some(missing)
        if (chunk.length === 0) throw new Said('Arsip terpotong / the archive is cut short.')
        missing -= chunk.length
        yield chunk
      }
    }
    yield { name, bytes, chunks: chunks() }
    for (; missing > 0; ) missing -= (await from.exactly(missing)).length
    await from.exactly(padding(bytes).length)
  }
}
