import { Duplex } from 'node:stream'

export type WireEnd = {
  /** Resolves when the engine can be spoken to; refuses with the reason why not. */
  open(): Promise<void>
  /** Hands on a batch of wire messages. The bytes are the engine's from then on. */
  send(bytes: Uint8Array<ArrayBuffer>): void
  /** Whether the disk is too full for writes. */
  low(): boolean
}

/**
 * What pg takes for a socket. pg corks it while it writes the five messages of one query, so a query
 * reaches the engine as one batch and costs one round trip between threads.
 */
export class WireStream extends Duplex {
  readonly #end: WireEnd

  constructor(end: WireEnd) {
    // Nothing waits in the buffers for long: the engine answers one client at a time.
    super({ writableHighWaterMark: 2 ** 30, readableHighWaterMark: 2 ** 30 })
    this.#end = end
  }

  connect(): this {
    this.#end.open().then(
      () => this.emit('connect'),
      (error) => this.destroy(error),
    )
    return this
  }

  /** Takes bytes from the engine. */
  receive(bytes: Uint8Array): void {
    this.push(bytes)
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#send([chunk])
    done()
  }

  override _writev(chunks: { chunk: Buffer }[], done: () => void): void {
    this.#send(chunks.map(({ chunk }) => chunk))
    done()
  }

  override _final(done: () => void): void {
    done()
    this.push(null)
  }

  #send(messages: Buffer[]): void {
    const terminate = 0x58
    if (messages[0]?.[0] === terminate) return
    const refused = this.#end.low() && messages.some((message) => writes(message))
    this.#end.send(joined(refused ? [refusal] : messages))
  }

  // What pg asks of a socket and a thread has no use for.
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }
}

/** One array with a memory of its own, which can be handed to another thread without a copy. */
function joined(messages: Buffer[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(messages.reduce((sum, message) => sum + message.length, 0))
  let at = 0
  for (const message of messages) {
    bytes.set(message, at)
    at += message.length
  }
  return bytes
}

export const diskFullMessage = 'platform.disk-full'

/** Sent in place of a refused write: it fails in the engine, so a transaction it was part of fails too. */
const refusal = queryMessage(
  `do $$ begin raise exception using errcode = '53100', message = '${diskFullMessage}'; end $$`,
)

function queryMessage(text: string): Buffer {
  const body = Buffer.from(`${text}\0`)
  const head = Buffer.alloc(5)
  head.write('Q')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const reading = new Set(
  'select show table values fetch move close declare explain begin start commit end rollback abort savepoint release set reset deallocate discard listen unlisten checkpoint'.split(
    ' ',
  ),
)
const changing = /\b(?:insert|update|delete|merge)\b/i

/** Whether a wire message (Query or Parse) holds a statement that may need new room on the disk. */
export function writes(message: Buffer): boolean {
  const kind = message[0]
  if (kind !== 0x51 && kind !== 0x50) return false
  const start = kind === 0x51 ? 5 : message.indexOf(0, 5) + 1
  return statementsWrite(message.toString('utf8', start, message.indexOf(0, start)))
}

/** Judged by the first word of each statement; when in doubt it is a write, and only a full disk minds. */
export function statementsWrite(sql: string): boolean {
  return sql.split(';').some((statement) => {
    const bare = statement.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ')
    const word = /[a-z]+/i.exec(bare)?.[0].toLowerCase()
    if (word === undefined) return false
    return word === 'with' ? changing.test(bare) : !reading.has(word)
  })
}
