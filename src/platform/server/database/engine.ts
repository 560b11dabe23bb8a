import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { FromEngine, Start, ToEngine } from './engine-messages.ts'
import { DiskFull, EngineStopped } from './errors.ts'
import type { Space } from './space.ts'
import { WireStream } from './wire.ts'

export type EngineSettings = {
  start: Start
  /** How long a query may go without any answer before its engine is taken for lost, in milliseconds. */
  patience: number
  /** Absent for a database in memory. */
  space?: Space
  /** Arguments for the thread's Node; the power-cut test slips a failing disk under it. */
  execArgv?: string[]
}

type State =
  | { is: 'running'; worker: Worker }
  | { is: 'full'; cause: unknown }
  | { is: 'stopped'; error: EngineStopped }
  | { is: 'closed' }

// Opening replays the write-ahead log, which after a crash may be long.
const openingPatience = 10 * 60_000
/** Milliseconds before one that stopped again is opened again, doubled each time; after a quiet while it counts as the first. */
const firstWait = 5_000
const mostWait = 5 * 60_000
const forgotten = 15 * 60_000

/**
 * The embedded engine in its own thread. One connection at a time speaks to it; its messages are
 * answered in order. An engine that does not answer is ended, and opened anew for whoever asks next; one that met a full disk
 * is ended too, because it must not be used again, and is opened anew once there is room.
 */
export class Engine {
  readonly #settings: EngineSettings
  #state: State = { is: 'closed' }
  #opening: Promise<void> | undefined
  #waiting: WireStream[] = []
  #stream: WireStream | undefined
  #watchdog: NodeJS.Timeout | undefined
  readonly #patience: number[]
  #other: ((message: FromEngine) => void) | undefined
  #stops = 0
  #stoppedAt = Number.NEGATIVE_INFINITY
  #walBefore = 0
  #walNow = 0

  constructor(settings: EngineSettings) {
    this.#settings = settings
    this.#patience = [settings.patience]
  }

  /** Write-ahead log written since the engine was first opened, in bytes. */
  get walBytes(): number {
    return this.#walBefore + this.#walNow
  }

  /** Why queries are refused at the moment, or nothing. */
  get trouble(): Error | undefined {
    if (this.#state.is === 'stopped') return this.#state.error
    if (this.#state.is === 'full') return new DiskFull(this.#state.cause)
    if (this.#state.is === 'closed') return new EngineStopped('it was closed')
    return undefined
  }

  async open(): Promise<void> {
    const worker = await startWorker(this.#settings.start, this.#settings.execArgv)
    worker.on('message', (message: FromEngine) => this.#hear(message))
    worker.once('error', (error) => this.#lose(worker, 'its thread failed', error))
    worker.once('exit', (code) => this.#lose(worker, `its thread ended with ${code}`))
    this.#state = { is: 'running', worker }
  }

  /** A socket-like stream for one pg client. It connects when the engine is there, or fails with the reason. */
  connect(): WireStream {
    const stream = new WireStream({
      open: async () => {
        if (this.#state.is === 'full' || this.#mayTryAgain()) await this.#reopen()
        if (this.trouble) throw this.trouble
        this.#stream = stream
      },
      send: (bytes) => this.#ask(stream, bytes),
      low: () => this.#settings.space?.low() ?? false,
    })
    return stream
  }

  /** Gives a long piece of work, such as a vacuum, more time before the watchdog ends the engine. */
  async withPatience<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
    this.#patience.push(milliseconds)
    try {
      return await work()
    } finally {
      this.#patience.splice(this.#patience.indexOf(milliseconds), 1)
    }
  }

  /** The engine met a full disk: its memory may disagree with its files, so it is ended at once. */
  async meetFullDisk(cause: unknown): Promise<void> {
    if (this.#state.is !== 'running') return
    const { worker } = this.#state
    this.#state = { is: 'full', cause }
    this.#abandon(new DiskFull(cause))
    await worker.terminate()
    this.#settings.space?.dropBallast()
  }

  /** The data folder as an uncompressed tar. */
  async dump(): Promise<Uint8Array> {
    const message = await this.#command({ kind: 'dump' })
    if (message.kind !== 'dumped') throw new EngineStopped(`a dump was answered with ${message.kind}`)
    return message.tar
  }

  /** Closes in good order; an engine already lost is let go. */
  async close(): Promise<void> {
    if (this.#state.is !== 'running') {
      this.#state = { is: 'closed' }
      return
    }
    const { worker } = this.#state
    await this.#command({ kind: 'close' }).catch(() => undefined)
    this.#state = { is: 'closed' }
    await worker.terminate()
  }

  /** After it was stopped it is opened anew by the next who asks: at once the first time, later the more often it stopped. */
  #mayTryAgain(): boolean {
    // What was in memory alone is gone with its thread: an empty one would pass for it.
    if (this.#state.is !== 'stopped' || !this.#settings.space) return false
    const wait = this.#stops > 1 ? Math.min(mostWait, firstWait * 2 ** (this.#stops - 2)) : 0
    return performance.now() - this.#stoppedAt >= wait
  }

  #reopen(): Promise<void> {
    this.#opening ??= this.#tryReopen().finally(() => {
      this.#opening = undefined
    })
    return this.#opening
  }

  async #tryReopen(): Promise<void> {
    const { space } = this.#settings
    // Should it not open, the next waits before trying again.
    this.#stoppedAt = performance.now()
    if (space && !space.roomToOpen()) return
    this.#walBefore += this.#walNow
    this.#walNow = 0
    await this.open()
    space?.fillBallast()
  }

  #ask(stream: WireStream, bytes: Uint8Array<ArrayBuffer>): void {
    if (this.#state.is !== 'running') return void stream.destroy(this.trouble)
    // A newer client has taken over; this one's transaction is rolled back already.
    if (stream !== this.#stream) return void stream.destroy()
    this.#waiting.push(stream)
    if (this.#waiting.length === 1) this.#watch()
    this.#state.worker.postMessage({ kind: 'ask', bytes } satisfies ToEngine, [bytes.buffer])
  }

  #hear(message: FromEngine): void {
    if (message.kind !== 'answer') {
      this.#other?.(message)
      if (message.kind === 'failed') this.#stop(message.why)
      return
    }
    this.#walNow = message.walBytes
    const stream = this.#waiting[0]
    if (message.done) this.#waiting.shift()
    clearTimeout(this.#watchdog)
    if (this.#waiting.length > 0) this.#watch()
    // The client before may have gone while its answer was under way.
    if (stream === this.#stream) stream?.receive(message.bytes)
  }

  async #command(message: ToEngine): Promise<FromEngine> {
    if (this.#state.is !== 'running') throw this.trouble
    const { worker } = this.#state
    const answered = new Promise<FromEngine>((answer, fail) => {
      this.#other = answer
      worker.once('exit', () => fail(this.trouble ?? new EngineStopped('its thread ended')))
    })
    const timer = setTimeout(() => this.#stop(`no answer to ${message.kind}`), openingPatience)
    worker.postMessage(message)
    return await answered.finally(() => clearTimeout(timer))
  }

  #watch(): void {
    const patience = Math.max(...this.#patience)
    this.#watchdog = setTimeout(() => {
      // PGlite may go round for ever in the very statement that filled the disk.
      this.#settings.space?.askAgain()
      if (this.#settings.space?.low()) void this.meetFullDisk(new EngineStopped('looping on a full disk'))
      else this.#stop(`no answer for ${Math.round(patience / 1000)} s`)
    }, patience)
  }

  #lose(worker: Worker, why: string, cause?: unknown): void {
    if (this.#state.is === 'running' && this.#state.worker === worker) this.#stop(why, cause)
  }

  #stop(why: string, cause?: unknown): void {
    if (this.#state.is !== 'running') return
    const { worker } = this.#state
    const error = new EngineStopped(why, cause)
    this.#state = { is: 'stopped', error }
    if (performance.now() - this.#stoppedAt > forgotten) this.#stops = 0
    this.#stops += 1
    this.#stoppedAt = performance.now()
    this.#abandon(error)
    void worker.terminate()
  }

  #abandon(error: Error): void {
    clearTimeout(this.#watchdog)
    this.#waiting = []
    this.#stream?.destroy(error)
    this.#stream = undefined
  }
}

/** Starts a thread and waits until its engine is ready. */
async function startWorker(start: Start, execArgv: string[] = []): Promise<Worker> {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { workerData: start, execArgv })
  const first = await firstWord(worker)
  if (first.kind === 'ready') return worker
  await worker.terminate()
  if (first.kind === 'failed') throw new EngineStopped(first.why)
  return worker
}

async function firstWord(worker: Worker): Promise<FromEngine> {
  const waiting = new AbortController()
  const { signal } = waiting
  const timer = setTimeout(() => waiting.abort(new EngineStopped('it did not open in time')), openingPatience)
  const ended = once(worker, 'exit', { signal }).then(([code]) => {
    throw new EngineStopped(`it ended with ${code} while opening`)
  })
  try {
    const [message] = await Promise.race([once(worker, 'message', { signal }), ended])
    return message as FromEngine
  } finally {
    clearTimeout(timer)
    ended.catch(() => undefined)
    waiting.abort()
  }
}
