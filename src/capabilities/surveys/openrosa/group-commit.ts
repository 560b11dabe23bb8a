// Many writers, one transaction: while one of a place is being committed, the next ones gather.
type Waiting<Job, Done> = { job: Job; done: (value: Done) => void; failed: (error: unknown) => void }

export class Crowded extends Error {}

export class GroupCommit<Job, Done> {
  readonly #waiting = new Map<string, Waiting<Job, Done>[]>()
  readonly #run: (place: string, jobs: readonly Job[]) => Promise<readonly Done[]>
  readonly #alone: (error: unknown) => boolean
  readonly #most: { batch: number; waiting: number }

  /**
   * `run` commits a batch and gives an answer for each, or throws and has stored nothing; `alone` says whether the error
   * may be the fault of one of them, so that each is tried by itself.
   */
  constructor(
    run: (place: string, jobs: readonly Job[]) => Promise<readonly Done[]>,
    alone: (error: unknown) => boolean,
    most = { batch: 100, waiting: 2000 },
  ) {
    this.#run = run
    this.#alone = alone
    this.#most = most
  }

  /** Resolves after the commit. Refuses (Crowded) when too many wait already. */
  add(place: string, job: Job): Promise<Done> {
    const waiting = this.#waiting.get(place)
    if (waiting && waiting.length >= this.#most.waiting) return Promise.reject(new Crowded())
    return new Promise((done, failed) => {
      if (waiting) waiting.push({ job, done, failed })
      else {
        this.#waiting.set(place, [{ job, done, failed }])
        // What has arrived by now, but was not read yet, goes along.
        setImmediate(() => void this.#work(place))
      }
    })
  }

  async #work(place: string): Promise<void> {
    for (;;) {
      const waiting = this.#waiting.get(place) ?? []
      const batch = waiting.splice(0, this.#most.batch)
      if (batch.length === 0) break
      await this.#commit(place, batch)
    }
    this.#waiting.delete(place)
  }

  async #commit(place: string, batch: readonly Waiting<Job, Done>[]): Promise<void> {
    try {
      const answers = await this.#run(
        place,
        batch.map(({ job }) => job),
      )
      for (const [n, { done }] of batch.entries()) done(answers[n] as Done)
    } catch (error) {
      const [first] = batch
      if (batch.length === 1 || !this.#alone(error)) for (const { failed } of batch) failed(error)
      else if (first) for (const each of batch) await this.#commit(place, [each])
    }
  }
}
