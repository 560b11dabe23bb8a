// Who wants to write at a village waits in this process, and not on a connection that others could use.

export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Does work when all that asked before for the same place is over, however it ended. */
  async take<T>(place: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(place) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => undefined)
    this.#last.set(place, settled)
    try {
      return await mine
    } finally {
      if (this.#last.get(place) === settled) this.#last.delete(place)
    }
  }
}
