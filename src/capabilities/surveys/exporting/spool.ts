// Where the tables of an export wait that come later in the zip.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream, createWriteStream, type WriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Press, type Pressed } from './zip-out.ts'

/**
 * Lines that must wait for their turn in the zip, pressed already. They lie in the temporary folder of the server, under a
 * key that only this process knows and that goes with it: answers are never left on the disk in the clear.
 */
export class Spool {
  readonly #file: string
  readonly #key = randomBytes(32)
  readonly #nonce = randomBytes(16)
  readonly #cipher = createCipheriv('aes-256-ctr', this.#key, this.#nonce)
  readonly #stream: WriteStream
  readonly #press: Press

  constructor(folder: string, signal: AbortSignal) {
    this.#file = join(folder, `rembug-${randomBytes(12).toString('hex')}`)
    this.#stream = createWriteStream(this.#file, { mode: 0o600, highWaterMark: 256 * 1024 })
    this.#stream.on('error', () => undefined)
    this.#press = new Press(async (chunk) => {
      if (this.#stream.errored) throw this.#stream.errored
      if (!this.#stream.write(this.#cipher.update(chunk))) await once(this.#stream, 'drain', { signal })
    }, signal)
  }

  write(text: string): Promise<void> {
    return this.#press.write(text)
  }

  /** The pressed bytes of what was written, and what a zip says of them; the end of the spool. */
  async read(): Promise<{ from: Readable; whole: Pressed }> {
    await this.#press.end()
    this.#stream.end()
    if (!this.#stream.closed) await once(this.#stream, 'close')
    if (this.#stream.errored) throw this.#stream.errored
    const file = createReadStream(this.#file, { highWaterMark: 256 * 1024 })
    const from = file.pipe(createDecipheriv('aes-256-ctr', this.#key, this.#nonce))
    file.on('error', (error) => from.destroy(error))
    return { from, whole: this.#press }
  }

  async gone(): Promise<void> {
    this.#stream.destroy()
    await rm(this.#file, { force: true })
  }
}
