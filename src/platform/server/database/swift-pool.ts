// The ordinary pool, with fewer waits: statements that come again are prepared once for each connection, and what
// needs no answer before the next statement is sent without waiting for one.
import { createHash } from 'node:crypto'
import type pg from 'pg'

/**
 * Put before the text of a transaction's last statement: its caller goes on at once, and its error, if it has one,
 * comes out of the commit that follows, which then has stored nothing. Without a pipeline it is an ordinary one.
 */
export const withoutWaiting = '/* without waiting */ '

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
    const name = `r_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
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

  constructor(client: pg.PoolClient, names: Names) {
    this.#client = client
    this.#names = names
    this.#pipelined = (client as { pipeline?: boolean }).pipeline === true
  }

  get processID(): number | undefined {
    return (this.#client as { processID?: number }).processID
  }

  query(text: string, values: readonly unknown[] = []): Promise<Answer> {
    const goesOn = this.#pipelined && (text === 'begin' || text.startsWith(withoutWaiting))
    const answer = this.#send(text, values)
    if (goesOn) {
      answer.catch(() => undefined)
      this.#unanswered.push(answer)
      return Promise.resolve(nothing)
    }
    return this.#unanswered.length > 0 ? this.#afterThose(answer, text === 'rollback') : answer
  }

  release(error?: boolean | Error): void {
    this.#client.release(error ?? this.#stale)
  }

  async #send(text: string, values: readonly unknown[]): Promise<Answer> {
    const name = values.length > 0 ? this.#names.of(text) : undefined
    try {
      return await this.#client.query({ text, values: [...values], ...(name ? { name } : {}) })
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

/** What kysely takes for a pool. */
export function swiftPool(pool: pg.Pool) {
  const names = new Names()
  const known = new WeakMap<pg.PoolClient, SwiftClient>()
  return {
    async connect(): Promise<SwiftClient> {
      const client = await pool.connect()
      const swift = known.get(client) ?? new SwiftClient(client, names)
      known.set(client, swift)
      return swift
    },
    end: () => pool.end(),
  }
}
