// How far the files have come that are being taken now. Kept in this process and forgotten soon after.
import type { Progress } from './kinds.ts'

const most = 200
const keptMs = 60_000

export class Watching {
  readonly #going = new Map<string, Progress>()

  /** Begins to watch; only the same account may ask. */
  begin(account: string, watch: string) {
    const key = `${account} ${watch}`
    const oldest = this.#going.keys().next().value
    if (this.#going.size >= most && oldest !== undefined) this.#going.delete(oldest)
    this.#going.set(key, { rows: 0, share: 0, done: false })
    return {
      report: (rows: number, share: number) => {
        if (this.#going.has(key)) this.#going.set(key, { rows, share, done: false })
      },
      end: () => {
        const last = this.#going.get(key)
        if (last) this.#going.set(key, { ...last, done: true })
        setTimeout(() => this.#going.delete(key), keptMs).unref()
      },
    }
  }

  of(account: string, watch: string): Progress | null {
    return this.#going.get(`${account} ${watch}`) ?? null
  }
}
