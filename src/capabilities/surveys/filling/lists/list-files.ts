// The long lists of one form while it is filled in: fetched from this phone when they are first asked, read by a worker.
import type { AskedLines, FoundLines } from './line-index.ts'
import type { FromLists, ToLists } from './list.worker.ts'

/** What is asked of a list; null where the list is not on this phone. */
export type AskLines = (file: string, asked: AskedLines) => Promise<FoundLines | null>

type Waiting = { done: (found: FoundLines) => void; failed: (error: Error) => void }

export class ListFiles {
  readonly #bytesOf: (file: string) => Promise<ArrayBuffer | null>
  readonly #given = new Map<string, Promise<boolean>>()
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  #asked = 0

  constructor(bytesOf: (file: string) => Promise<ArrayBuffer | null>) {
    this.#bytesOf = bytesOf
  }

  #open(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('./list.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<FromLists>) => {
      const waiting = this.#waiting.get(data.id)
      this.#waiting.delete(data.id)
      if ('found' in data) waiting?.done(data.found)
      else waiting?.failed(new Error(data.failed))
    })
    worker.addEventListener('error', ({ message }) =>
      this.#end(new Error(`a list cannot be read: ${message}`)),
    )
    this.#worker = worker
    return worker
  }

  async #give(file: string): Promise<boolean> {
    const bytes = await this.#bytesOf(file)
    const list: ToLists | null = bytes && { kind: 'list', file, bytes }
    if (list) this.#open().postMessage(list, [list.bytes])
    // What is not here yet is looked for again when it is asked the next time.
    else this.#given.delete(file)
    return list !== null
  }

  /** Begins to read a list before anybody asks. */
  ready(file: string): Promise<boolean> {
    const given = this.#given.get(file) ?? this.#give(file)
    this.#given.set(file, given)
    return given
  }

  readonly ask: AskLines = async (file, asked) => {
    if (!(await this.ready(file))) return null
    const id = ++this.#asked
    return new Promise((done, failed) => {
      this.#waiting.set(id, { done, failed })
      this.#open().postMessage({ kind: 'find', id, file, asked } satisfies ToLists)
    })
  }

  #end(error: Error): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#given.clear()
    for (const { failed } of this.#waiting.values()) failed(error)
    this.#waiting.clear()
  }

  /** Nothing of the lists is left in memory; who asks again opens them anew. */
  close(): void {
    this.#end(new Error('the form was left'))
  }
}
