// The engine's process as the server holds it: begun when something is to be checked, ended when nothing is, when it does
// not answer in time, or when it has grown too large.
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromEngine, ToEngine } from './messages.ts'

/** It did not answer in time, ran out of memory, or fell over; it is gone, and the next question begins a new one. */
export class EngineLost extends Error {
  /** Whether it had just begun, so that nothing but the last question can be the cause. */
  readonly fresh: boolean
  constructor(why: string, fresh: boolean) {
    super(why)
    this.fresh = fresh
  }
}

const megabytes = 384
/** Bytes it may hold before it lets go of its forms, which hold on to every answer that was looked at through them. */
const heapMost = 200_000_000
const formsMost = 8
/** To load the engine takes a slow machine some seconds. */
const beginning = 30_000

export class EngineProcess {
  #child: ChildProcess | null = null
  readonly #forms = new Set<string>()
  #asked = 0
  #closed = false
  readonly #patience: number

  /** `patience`: how long one question may take, in milliseconds, beside the time to begin. */
  constructor(patience: number) {
    this.#patience = patience
  }

  holds(form: string): boolean {
    return this.#forms.has(form)
  }

  /** Gives it a form; refuses by answer (`failed`) what the engine does not take. */
  async give(form: Extract<ToEngine, { kind: 'form' }>): Promise<FromEngine> {
    if (this.#forms.size >= formsMost) await this.#forget()
    const answer = await this.#ask(form)
    if (answer.kind === 'done') this.#forms.add(form.key)
    return answer
  }

  async check(key: string, xml: string): Promise<FromEngine> {
    const answer = await this.#ask({ kind: 'check', key, xml })
    if (answer.kind === 'checked' && answer.heap > heapMost) await this.#forget()
    return answer
  }

  async #forget(): Promise<void> {
    const left = await this.#ask({ kind: 'forget' })
    this.#forms.clear()
    // What does not go with the forms goes with the process.
    if (left.kind === 'done' && left.heap > heapMost / 2) this.end()
  }

  end(): void {
    this.#child?.kill('SIGKILL')
    this.#child = null
    this.#forms.clear()
    this.#asked = 0
  }

  /** Ends it for good: who waits for an answer gets an ordinary error, so that nothing is held against the form. */
  close(): void {
    this.#closed = true
    this.end()
  }

  #begin(): ChildProcess {
    if (this.#closed) throw new Error('the server closes')
    // It needs no secret of the server, and says nothing to the server's log.
    const child = fork(fileURLToPath(new URL('./engine.child.ts', import.meta.url)), {
      execArgv: [`--max-old-space-size=${megabytes}`, '--expose-gc'],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    child.unref()
    child.channel?.unref()
    child.on('error', () => undefined)
    this.#child = child
    return child
  }

  async #ask(message: ToEngine): Promise<FromEngine> {
    const patience = this.#patience + (this.#child ? 0 : beginning)
    const child = this.#child ?? this.#begin()
    this.#asked += 1
    try {
      return await answerOf(child, message, patience)
    } catch (error) {
      const fresh = this.#asked <= 2
      this.end()
      if (this.#closed) throw error
      throw new EngineLost(error instanceof Error ? error.message : String(error), fresh)
    }
  }
}

function answerOf(child: ChildProcess, message: ToEngine, patience: number): Promise<FromEngine> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(timer)
      child.off('message', heard).off('exit', ended)
      act()
    }
    const heard = (answer: unknown) => settle(() => resolve(answer as FromEngine))
    const ended = () => settle(() => reject(new Error('it ended')))
    const timer = setTimeout(() => settle(() => reject(new Error('no answer in time'))), patience)
    child.once('message', heard).once('exit', ended)
    child.send(message, (error) => {
      if (error) settle(() => reject(error))
    })
  })
}
