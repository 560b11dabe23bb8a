// How often something happened, in memory: a server that starts anew begins anew.

/** Counts what happens within a window of time (milliseconds from the first of it), by whoever it is counted for. */
export class Counted {
  readonly #counts = new Map<string, { count: number; until: number }>()
  readonly #windowMs: number
  readonly #most: number

  /** `most` is for how many it counts at the same time: beyond it those are forgotten that came first. */
  constructor(windowMs: number, most = 50_000) {
    this.#windowMs = windowMs
    this.#most = most
  }

  /** Counts once more; gives how often it was in this window. */
  count(key: string, now = performance.now()): number {
    const found = this.#counts.get(key)
    if (found && found.until > now) return ++found.count
    this.#counts.delete(key)
    const [first] = this.#counts.keys()
    if (this.#counts.size >= this.#most && first !== undefined) this.#counts.delete(first)
    this.#counts.set(key, { count: 1, until: now + this.#windowMs })
    return 1
  }

  of(key: string, now = performance.now()): number {
    const found = this.#counts.get(key)
    return found && found.until > now ? found.count : 0
  }
}
