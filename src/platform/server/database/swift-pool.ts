// The ordinary pool, with fewer waits: statements that come again are prepared once for each connection, and what
// needs no answer before the next statement is sent without waiting for one.
import { createHash } from 'node:crypto'
import type { Writable } from 'node:stream'
import type pg from 'pg'

/**
 * Put before a statement whose rows and count nobody asks for: its caller goes on at once, and its error, if it has
 * one, comes out of the next statement that is waited for, the commit at the latest, which then has stored nothing.
 * For use inside a transaction. Without a pipeline it is an ordinary statement.
 */
export const writesOnly = '/* writes only */ '

// Each prepared statement costs every connection some memory at the server.
const mostNames = 300
const mostCounted = 5000
const seenOften = 2

/** Names for the texts that come again. A text put together anew each time would only fill the server. */
class Names {
  readonly #names = new Map<string, string>()
  readonly #seen = new Map<string, number>()

  of(text: string): string | undefined {
    const known = this.#names.get(text)
    if (known !== undefined || this.#names.size >= mostNames) return known
    const times = (this.#seen.get(text) ?? 0) + 1
    if (this.#seen.size >= mostCounted) this.#seen.clear()
    this.#seen.set(text, times)
    if (times < seenOften) return undefined
    const name = createHash('sha256').update(text).digest('hex').slice(0, 24)
    this.#names.set(text, name)
    this.#seen.delete(text)
    return name
  }
}

type Answer = pg.QueryResult
const nothing = {
  command: 'SENT',
  rowCount: 0,
  rows: [] as unknown[],
  oid: 0,
  fields: [],
} as unknown as Answer
const stalePlan = '0A000'

/** One connection while it is lent out. */
class SwiftClient {
  readonly #client: pg.PoolClient
  readonly #names: Names
  readonly #pipelined: boolean
  #unanswered: Promise<Answer>[] = []
  #stale = false
  #held = false
  #last: Promise<unknown> = Promise.resolve()

  // The embedded engine is one session, which remembers the names of connections that are gone.
  readonly #own: string
  constructor(client: pg.PoolClient, names: Names, own: string) {
    this.#client = client
    this.#names = names
    this.#own = own
    this.#pipelined = (client as { pipeline?: boolean }).pipeline === true
  }

  get processID(): number | undefined {
    return (this.#client as { processID?: number }).processID
  }

  query(text: string, values: readonly unknown[] = []): Promise<Answer> {
    const goesOn = this.#pipelined && (text === 'begin' || text.startsWith(writesOnly))
    if (goesOn) this.#hold()
    const answer = this.#send(text, values)
    if (goesOn) {
      answer.catch(() => undefined)
      this.#unanswered.push(answer)
      return Promise.resolve(nothing)
    }
    this.#letGo()
    return this.#unanswered.length > 0 ? this.#afterThose(answer, text === 'rollback') : answer
  }

  release(error?: boolean | Error): void {
    this.#letGo()
    this.#client.release(error || this.#stale)
  }

  /** Keeps bytes back, so that they leave together with those of the statement that is waited for. */
  #hold(): void {
    if (this.#held) return
    this.#held = true
    this.#stream?.cork()
  }

  #letGo(): void {
    if (!this.#held) return
    this.#held = false
    this.#stream?.uncork()
  }

  get #stream(): Writable | undefined {
    return (this.#client as { connection?: { stream?: Writable } }).connection?.stream
  }

  #send(text: string, values: readonly unknown[]): Promise<Answer> {
    if (this.#pipelined) return this.#sendNow(text, values)
    // Without a pipeline, what is asked together goes one after the other.
    const sent = this.#last.then(() => this.#sendNow(text, values))
    this.#last = sent.catch(() => undefined)
    return sent
  }

  async #sendNow(text: string, values: readonly unknown[]): Promise<Answer> {
    const name = values.length > 0 ? this.#names.of(text) : undefined
    try {
      return await this.#client.query({
        text,
        values: [...values],
        ...(name ? { name: `${this.#own}_${name}` } : {}),
      })
    } catch (error) {
      // A migration has changed a table under a prepared statement: a new connection prepares anew.
      if (name && (error as { code?: string }).code === stalePlan) this.#stale = true
      throw error
    }
  }

  /** The first error counts: those after it are only its consequence. */
  async #afterThose(answer: Promise<Answer>, forgiving: boolean): Promise<Answer> {
    const earlier = this.#unanswered
    this.#unanswered = []
    const [last, ...rest] = await Promise.allSettled([answer, ...earlier])
    const failed = forgiving ? undefined : rest.find((each) => each.status === 'rejected')
    if (failed?.status === 'rejected') throw failed.reason
    if (last.status === 'rejected') throw last.reason
    return last.value
  }
}

// Counted over all pools of the process: a name is never used twice, whoever shares a connection.
let connections = 0

/** What kysely takes for a pool. */
export function swiftPool(pool: pg.Pool) {
  const names = new Names()
  const known = new WeakMap<pg.PoolClient, SwiftClient>()
  return {
    async connect(): Promise<SwiftClient> {
      const client = await pool.connect()
      const before = known.get(client)
      if (before) return before
      connections += 1
      const swift = new SwiftClient(client, names, `r${connections}`)
      known.set(client, swift)
      return swift
    },
    end: () => pool.end(),
  }
}
