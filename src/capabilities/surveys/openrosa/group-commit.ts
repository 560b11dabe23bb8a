// Many writers, one transaction: while one is being committed, the next ones gather, those of all places together.
type Waiting<Job, Done> = { job: Job; done: (value: Done) => void; failed: (error: unknown) => void }
export type Batch<Job> = { place: string; jobs: readonly Job[] }
type Run<Job, Done> = (
  batches: readonly Batch<Job>[],
  waits: boolean,
) => Promise<readonly (readonly Done[] | null)[]>
type Held<Job, Done> = { place: string; waiting: readonly Waiting<Job, Done>[] }

type Left<Job, Done> = { left: readonly Held<Job, Done>[]; failed: boolean }

export class Crowded extends Error {}

/** Places in one transaction. */
const placesMost = 25

/** A group waits so long for more, in ms, and no longer than half of what the last commit took. */
const gatherMost = 5
/** Of those that are expected so many are enough: the others may be slow, or gone. */
const enough = 0.95

export class GroupCommit<Job, Done> {
  readonly #waiting = new Map<string, Waiting<Job, Done>[]>()
  /** Places that a transaction is at work in. */
  readonly #busy = new Set<string>()
  readonly #run: Run<Job, Done>
  readonly #alone: (error: unknown) => boolean
  readonly #most: { batch: number; waiting: number }
  #working = false
  #count = 0
  /** Who was here when the last group was answered: phones that come again at once with their next. */
  #expected = 0
  #lastMs = 0
  #full: (() => void) | null = null

  /**
   * `run` commits a batch for each of some places, in one transaction, and gives an answer for each job; or throws and
   * has stored nothing. Those that somebody else is at work in it leaves out (null), unless it is told to wait: they are
   * tried again one by one, and nobody else waits for them. `alone` says whether an error may be the fault of one job, so that
   * each is tried by itself.
   */
  constructor(run: Run<Job, Done>, alone: (error: unknown) => boolean, most = { batch: 100, waiting: 2000 }) {
    this.#run = run
    this.#alone = alone
    this.#most = most
  }

  /** Resolves after the commit. Refuses (Crowded) when too many wait already. */
  add(place: string, job: Job): Promise<Done> {
    const waiting = this.#waiting.get(place) ?? []
    if (waiting.length >= this.#most.waiting) return Promise.reject(new Crowded())
    return new Promise((done, failed) => {
      waiting.push({ job, done, failed })
      this.#waiting.set(place, waiting)
      this.#count += 1
      if (this.#count >= this.#wanted) this.#full?.()
      this.#wake()
    })
  }

  get #wanted(): number {
    return Math.min(this.#expected * enough, this.#most.batch)
  }

  #wake(): void {
    if (this.#working) return
    this.#working = true
    // What has arrived by now, but was not read yet, goes along.
    setImmediate(() => void this.#work())
  }

  async #work(): Promise<void> {
    for (;;) {
      if (this.#count > 0 && this.#count < this.#wanted) await this.#more()
      const batches = this.#gathered()
      if (batches.length === 0) break
      const began = performance.now()
      const { left, failed } = await this.#try(batches, false)
      this.#lastMs = performance.now() - began
      this.#expected = batches.reduce((sum, { waiting }) => sum + waiting.length, 0) + this.#count
      for (const batch of batches)
        if (left.includes(batch)) void this.#apart(batch, failed && batches.length === 1)
        else this.#busy.delete(batch.place)
    }
    this.#working = false
  }

  /** Gathers a moment longer. A phone that is alone expects nobody, and is not kept waiting. */
  #more(): Promise<void> {
    return new Promise<void>((done) => {
      const timer = setTimeout(done, Math.min(gatherMost, this.#lastMs / 2))
      this.#full = () => {
        clearTimeout(timer)
        done()
      }
    }).then(() => {
      this.#full = null
    })
  }

  /** What waits now, of places that nobody is at work in; they are ours from here on. */
  #gathered(): Held<Job, Done>[] {
    const batches: Held<Job, Done>[] = []
    let room = this.#most.batch
    for (const [place, waiting] of [...this.#waiting]) {
      if (room === 0 || batches.length === placesMost) break
      if (this.#busy.has(place)) continue
      const taken = waiting.splice(0, room)
      room -= taken.length
      this.#count -= taken.length
      this.#waiting.delete(place)
      // The rest goes to the end of the row.
      if (waiting.length > 0) this.#waiting.set(place, waiting)
      this.#busy.add(place)
      batches.push({ place, waiting: taken })
    }
    return batches
  }

  /** Gives back those that have to be tried by themselves: all if they failed together, else those left out. */
  async #try(batches: readonly Held<Job, Done>[], waits: boolean): Promise<Left<Job, Done>> {
    try {
      const asked = batches.map(({ place, waiting }) => ({ place, jobs: waiting.map(({ job }) => job) }))
      const answers = await this.#run(asked, waits)
      for (const [n, { waiting }] of batches.entries())
        for (const [at, { done }] of waiting.entries()) if (answers[n]) done(answers[n][at] as Done)
      return { left: batches.filter((_, n) => !answers[n]), failed: false }
    } catch (error) {
      const jobs = batches.reduce((sum, { waiting }) => sum + waiting.length, 0)
      if (jobs > 1 && this.#alone(error)) return { left: batches, failed: true }
      for (const { waiting } of batches) for (const { failed } of waiting) failed(error)
      return { left: [], failed: true }
    }
  }

  /** A place by itself, in its own time: as a whole, and if that fails, one after the other. */
  async #apart(batch: Held<Job, Done>, wholeFailed: boolean): Promise<void> {
    const { place } = batch
    const left = wholeFailed ? [batch] : (await this.#try([batch], true)).left
    for (const each of left.flatMap(({ waiting }) => waiting))
      await this.#try([{ place, waiting: [each] }], true)
    this.#busy.delete(place)
    this.#wake()
  }
}
