// When the server checks: some seconds after the last submission came, so that it is not in the way of those that come.
import type { Services } from '../../../platform/server/capability.ts'
import { journal } from '../../../platform/server/running/journal.ts'
import type { Vault } from '../../../platform/server/vault.ts'
import { Checking } from './checking.ts'
import { EngineProcess } from './engine-process.ts'

export type Pace = {
  /** Looks by itself so often, in milliseconds. */
  lookEvery: number
  /** After a submission came, when so long nothing more has come. */
  quietFor: number
  /** How long one submission may take the engine. */
  patience: number
}
const usual: Pace = { lookEvery: 60_000, quietFor: 10_000, patience: 10_000 }
/** Between two rounds, so that a long queue leaves the machine to others. */
const breath = 200

class CheckingJob {
  readonly #engine: EngineProcess
  readonly #checking: Checking
  readonly #quietFor: number
  readonly #look: NodeJS.Timeout
  #soon: NodeJS.Timeout | undefined
  #going: Promise<void> | null = null
  #stopped = false
  #wokenAt = 0
  /** Whether the last round ended with an error. */
  failed = false

  constructor(services: Services, { lookEvery, quietFor, patience }: Pace) {
    this.#engine = new EngineProcess(patience)
    this.#checking = new Checking(services, this.#engine)
    this.#quietFor = quietFor
    this.#look = setInterval(() => this.#begin(), lookEvery).unref()
  }

  wake(): void {
    this.#wokenAt = Date.now()
    if (!this.#stopped) this.#soon ??= setTimeout(() => this.#whenQuiet(), this.#quietFor).unref()
  }

  #whenQuiet(): void {
    const left = this.#wokenAt + this.#quietFor - Date.now()
    this.#soon = left > 0 ? setTimeout(() => this.#whenQuiet(), left).unref() : undefined
    if (left <= 0) this.#begin()
  }

  #begin(): void {
    if (this.#stopped || this.#going !== null) return
    this.#going = this.#run()
      .then(() => {
        this.failed = false
      })
      .catch((error: unknown) => {
        // What was not checked stays in the queue.
        this.failed = !this.#stopped
        if (!this.#stopped) journal.error('checking-failed', error)
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
export async function startChecking(services: Services, pace: Pace = usual): Promise<void> {
  jobs.set(services.vault, new CheckingJob(services, pace))
}

/** Ends the engine and waits for what is being stored; before the database is closed. */
export async function stopChecking(services: Services): Promise<void> {
  await jobs.get(services.vault)?.stop()
  jobs.delete(services.vault)
}

/** Whether the last round of checking in this house failed. */
export const lastRoundFailed = (vault: Vault): boolean => jobs.get(vault)?.failed ?? false

/** Says that a submission has come, so that it is looked at soon; without it, it is within a minute. */
export function wakeChecking(vault: Vault): void {
  jobs.get(vault)?.wake()
}
