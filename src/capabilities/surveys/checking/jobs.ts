// When the server checks: some seconds after the last submission came, so that it is not in the way of those that come.
import type { Services } from '../../../platform/server/capability.ts'
import type { Vault } from '../../../platform/server/vault.ts'
import { Checking } from './checking.ts'
import { EngineProcess } from './engine-process.ts'

const second = 1000
/** Looks by itself so often; after a wake, when nothing more has come for the shorter time. */
const lookEvery = 60 * second
const quietFor = 10 * second
/** How long one submission may take the engine. */
const patience = 10 * second
/** Between two rounds, so that a long queue leaves the machine to others. */
const breath = 200

class CheckingJob {
  readonly #engine = new EngineProcess(patience)
  readonly #checking: Checking
  readonly #look: NodeJS.Timeout
  #soon: NodeJS.Timeout | undefined
  #going: Promise<void> | null = null
  #stopped = false
  #wokenAt = 0

  constructor(services: Services) {
    this.#checking = new Checking(services, this.#engine)
    this.#look = setInterval(() => this.#begin(), lookEvery).unref()
  }

  wake(): void {
    this.#wokenAt = Date.now()
    if (!this.#stopped) this.#soon ??= setTimeout(() => this.#whenQuiet(), quietFor).unref()
  }

  #whenQuiet(): void {
    const left = this.#wokenAt + quietFor - Date.now()
    this.#soon = left > 0 ? setTimeout(() => this.#whenQuiet(), left).unref() : undefined
    if (left <= 0) this.#begin()
  }

  #begin(): void {
    if (this.#stopped || this.#going !== null) return
    this.#going = this.#run()
      .catch((error: unknown) => {
        // What was not checked stays in the queue.
        if (!this.#stopped) console.error('surveys: checking failed, it is tried again', error)
      })
      .finally(() => {
        this.#going = null
      })
  }

  async #run(): Promise<void> {
    try {
      while (!this.#stopped && (await this.#checking.round(() => !this.#stopped)) > 0) await pause(breath)
    } finally {
      // Nothing waits any more: the engine's memory goes back.
      this.#engine.end()
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearInterval(this.#look)
    clearTimeout(this.#soon)
    this.#engine.close()
    await this.#going
  }
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => void setTimeout(resolve, milliseconds).unref())

/** One a house; found by its vault, which every handler has in hand. */
const jobs = new WeakMap<Vault, CheckingJob>()

/** Begins to check what waits, and what comes. */
export async function startChecking(services: Services): Promise<void> {
  jobs.set(services.vault, new CheckingJob(services))
}

/** Ends the engine and waits for what is being stored; before the database is closed. */
export async function stopChecking(services: Services): Promise<void> {
  await jobs.get(services.vault)?.stop()
  jobs.delete(services.vault)
}

/** Says that a submission has come, so that it is looked at soon; without it, it is within a minute. */
export function wakeChecking(vault: Vault): void {
  jobs.get(vault)?.wake()
}
