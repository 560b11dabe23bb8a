// A list that the server gives page by page: what came so far, and the next page. One list for each area and filter, so that
// a page which is still on its way when another filter is chosen is added to the list it was asked for, and shown nowhere.
export type Page = { next: string | null }
/** `all`: null before the first page came. A fault leaves what came before. */
export type Paged<P extends Page> = { all: P | null; fault: unknown; busy: boolean }

export class PagedList<P extends Page> {
  readonly #pageOf: (after: string | undefined) => Promise<P>
  readonly #join: (before: P, page: P) => P
  readonly #listeners = new Set<() => void>()
  #state: Paged<P> = { all: null, fault: null, busy: false }

  constructor(pageOf: (after: string | undefined) => Promise<P>, join: (before: P, page: P) => P) {
    this.#pageOf = pageOf
    this.#join = join
  }

  state = (): Paged<P> => this.#state
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks for the first page, or the next one; once more where that failed. Two taps ask once. */
  more = async (): Promise<void> => {
    const { all, busy } = this.#state
    if (busy || all?.next === null) return
    this.#set({ busy: true, fault: null })
    try {
      const page = await this.#pageOf(all?.next)
      this.#set({ all: all ? this.#join(all, page) : page, busy: false })
    } catch (fault) {
      this.#set({ fault, busy: false })
    }
  }

  #set(change: Partial<Paged<P>>): void {
    this.#state = { ...this.#state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
