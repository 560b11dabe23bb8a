// How long a wrong PIN makes one wait. The count of tries is kept with the sealed copy, and written before a try is judged, so that
// neither a kill nor another tab takes one back. The wait is measured by a clock that nobody can put forward, from when this page
// heard of it: whoever opens the app anew waits anew.

/** Tries that cost no wait. */
const free = 2
const mostSeconds = 3600

/** Seconds to wait after so many wrong tries: twice as long each time, up to an hour. */
export const waitAfter = (tries: number): number =>
  tries <= free ? 0 : Math.min(mostSeconds, 15 * 2 ** (tries - free - 1))

/** Where the count of wrong tries lies. */
export type Count = { read: () => Promise<number>; write: (tries: number) => Promise<void> }
export type Tried<T> = { opened: T } | { waitSeconds: number }

export class PinTries {
  readonly #heard = new Map<string, { tries: number; until: number }>()
  readonly #now: () => number
  /** `now`: milliseconds of a clock that only goes on. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  /** Whole seconds that are left; a count that this page has not heard of begins its wait now. */
  left(copy: string, tries: number): number {
    let heard = this.#heard.get(copy)
    if (heard?.tries !== tries) {
      heard = { tries, until: this.#now() + waitAfter(tries) * 1000 }
      this.#heard.set(copy, heard)
    }
    return Math.max(0, Math.ceil((heard.until - this.#now()) / 1000))
  }

  /** Judges one try; to be called by one page at a time. A copy that opens forgets the wrong ones. */
  async judge<T>(copy: string, count: Count, open: () => Promise<T | null>): Promise<Tried<T>> {
    const tries = await count.read()
    const waitSeconds = this.left(copy, tries)
    if (waitSeconds > 0) return { waitSeconds }
    await count.write(tries + 1)
    const opened = await open()
    if (opened === null) return { waitSeconds: this.left(copy, tries + 1) }
    await count.write(0)
    return { opened }
  }
}
