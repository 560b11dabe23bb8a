// Keeps what a person is writing while they write it, whatever order typing, reading, keeping, saving and a kill come in.

/** Where a draft lies. Each step may fail: a phone can be full. */
export type Shelf<T> = {
  read: () => Promise<{ value: T; savedAt: string } | null>
  put: (value: T) => Promise<void>
  drop: () => Promise<void>
}

export type Kept<T> = {
  /** False until the shelf was asked: before that nobody can know what stands here. */
  ready: boolean
  value: T
  /** When the draft that was found here was kept; null for a form begun anew. */
  foundAt: string | null
  /** Why what stands here could not be kept; null when it lies on the phone, or soon will. */
  trouble: unknown
}

type Wish = 'put' | 'drop' | null

export class DraftKeeper<T> {
  readonly #shelf: Shelf<T>
  readonly #start: T
  readonly #pauseMs: number
  readonly #listeners = new Set<() => void>()
  #kept: Kept<T>
  #wish: Wish = null
  #doing: Promise<void> | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #typed = false
  #held = false

  /** `start` stands until the shelf is read, or where nothing lies on it. Keeps at most once in `pauseMs`. */
  constructor(shelf: Shelf<T>, start: T, pauseMs = 250) {
    this.#shelf = shelf
    this.#start = start
    this.#pauseMs = pauseMs
    this.#kept = { ready: false, value: start, foundAt: null, trouble: null }
  }

  now = (): Kept<T> => this.#kept
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #show(next: Partial<Kept<T>>): void {
    this.#kept = { ...this.#kept, ...next }
    for (const listener of this.#listeners) listener()
  }

  /** Finds the draft that was left here. What was typed meanwhile stands; a draft that cannot be opened holds nobody up. */
  async open(): Promise<void> {
    const found = await this.#shelf.read().catch((error: unknown) => {
      console.warn('could not open a draft', error)
      return null
    })
    if (found && !this.#typed) {
      this.#show({ ready: true, value: fitted(this.#start, found.value), foundAt: found.savedAt })
    } else this.#show({ ready: true })
  }

  type(value: T): void {
    this.#typed = true
    this.#wish = 'put'
    this.#show({ value })
    this.#next()
  }

  /** Begins anew, at a person's wish. */
  throwAway(): void {
    this.#typed = true
    this.#wish = 'drop'
    this.#show({ value: this.#start, foundAt: null, trouble: null })
    this.#next()
  }

  #next(): void {
    if (this.#doing || this.#held || this.#wish === null || this.#timer !== undefined) return
    this.#doing = this.#do(this.#wish)
  }

  async #do(wish: Wish): Promise<void> {
    this.#wish = null
    try {
      await (wish === 'put' ? this.#shelf.put(this.#kept.value) : this.#shelf.drop())
      if (this.#kept.trouble !== null) this.#show({ trouble: null })
    } catch (error) {
      // It is tried again with the next letter, and when the screen is left.
      this.#wish ??= wish
      this.#show({ trouble: error })
      this.#doing = null
      return
    }
    this.#doing = null
    // What is thrown away goes at once: a kill must not bring it back.
    if (this.#wish === 'drop') return this.#next()
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      this.#next()
    }, this.#pauseMs)
  }

  /** Resolves when all that was typed lies on the shelf, or could not be laid there. */
  async settle(): Promise<void> {
    for (let tries = 0; tries < 3 && (this.#doing || this.#wish); tries += 1) {
      clearTimeout(this.#timer)
      this.#timer = undefined
      this.#next()
      await this.#doing
    }
  }

  /** Nothing is laid on the shelf from now on until `release`: the draft is being made into a command. */
  async hold(): Promise<void> {
    this.#held = true
    await this.#doing
  }

  /** The command lies in the outbox and took the draft with it, or it did not and the draft is kept on. */
  release(given: boolean): void {
    this.#held = false
    if (given) {
      this.#wish = null
      this.#typed = false
      this.#show({ foundAt: null, trouble: null })
    } else if (this.#typed) {
      this.#wish = 'put'
      this.#next()
    }
  }

  /** The screen goes: what is not kept yet is kept now. */
  close(): Promise<void> {
    return this.settle()
  }
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'list' : typeof value)

/** A draft kept by an older app, in the shape that this one knows: a field that changed its kind starts anew. */
export function fitted<T>(start: T, kept: T): T {
  if (kindOf(start) !== 'object' || kindOf(kept) !== 'object' || !start || !kept) return start
  const old = kept as Record<string, unknown>
  const fields = Object.entries(start).map(([name, value]) => {
    const before = old[name]
    const fits = before === null || value === null ? before !== undefined : kindOf(before) === kindOf(value)
    return [name, fits ? before : value]
  })
  return Object.fromEntries(fields) as T
}
