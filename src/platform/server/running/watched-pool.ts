// Between kysely and its pool: measures how long statements and transactions take, and tells the journal of those that
// take too long, with the text of the statement (which holds no values: they are its parameters) and never the values.
import { writesOnly } from '../database/swift-pool.ts'
import { endable, whatIsDone } from './doing.ts'
import { journal } from './journal.ts'
import { count } from './metrics.ts'

type Client = {
  readonly processID: number | undefined
  query(text: string, values?: readonly unknown[]): Promise<unknown>
  release(error?: boolean | Error): void
}
export type PoolLike<C extends Client = Client> = { connect(): Promise<C>; end(): Promise<void> }
/** Ends what the server process of a connection is doing. */
export type Cancel = (processID: number) => Promise<void>
export type SlowLimits = { statement: number; transaction: number }

const textMost = 400
const remembered = 12
const lookEvery = 1000

/** A statement as one line. Values that the code itself wrote into it are words of the code; long ones are cut. */
export function statementName(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, textMost)
}

const begins = (text: string) => text === 'begin' || text.startsWith('start transaction')
const ends = (text: string) => text === 'commit' || text === 'rollback'

class WatchedClient implements Client {
  readonly #client: Client
  readonly #limits: SlowLimits
  readonly #cancel: Cancel | undefined
  readonly #open: Set<WatchedClient>
  /** When the transaction began, by the monotonic clock; 0 outside of one. */
  #began = 0
  #doing: string | undefined
  #texts: string[] = []
  #told = false

  constructor(client: Client, limits: SlowLimits, open: Set<WatchedClient>, cancel: Cancel | undefined) {
    this.#client = client
    this.#cancel = cancel
    this.#limits = limits
    this.#open = open
  }

  get processID(): number | undefined {
    return this.#client.processID
  }

  async query(text: string, values?: readonly unknown[]): Promise<unknown> {
    const start = performance.now()
    if (begins(text)) this.#enter(start)
    else if (this.#began > 0 && this.#texts.length < remembered) this.#texts.push(text)
    try {
      return await this.#asked(text, values)
    } finally {
      const end = performance.now()
      if (end - start >= this.#limits.statement) this.#tellStatement(text, end - start)
      // A commit that failed has ended it; the rollback after it ends nothing more.
      if (ends(text) && this.#began > 0) this.#leave(end)
    }
  }

  #asked(text: string, values?: readonly unknown[]): Promise<unknown> {
    const ask = () => this.#client.query(text, values)
    const { processID } = this.#client
    return this.#cancel && processID ? endable(() => void this.#cancel?.(processID), ask) : ask()
  }

  release(error?: boolean | Error): void {
    if (this.#began > 0) this.#leave(performance.now())
    this.#client.release(error)
  }

  /** Says of a transaction that is still open that it is long; once. */
  look(now: number): void {
    const millis = now - this.#began
    if (this.#began === 0 || this.#told || millis < this.#limits.transaction) return
    this.#told = true
    journal.warn('transaction-open', this.#fields(millis))
  }

  #enter(now: number): void {
    this.#began = now
    this.#doing = whatIsDone()
    this.#texts = []
    this.#told = false
    this.#open.add(this)
  }

  #leave(now: number): void {
    const millis = now - this.#began
    this.#open.delete(this)
    count.transaction(millis)
    if (millis >= this.#limits.transaction) {
      count.slow('transaction')
      journal.warn('transaction-long', this.#fields(millis))
    }
    this.#began = 0
    this.#texts = []
  }

  #fields(millis: number) {
    const doing = whatIsDone() ?? this.#doing
    return { ms: Math.round(millis), doing, statements: this.#texts.map((text) => statementName(text)) }
  }

  #tellStatement(text: string, millis: number): void {
    count.slow('statement')
    const doing = whatIsDone() ?? this.#doing
    // What was sent ahead without waiting is answered with this one, and may be the one that was slow.
    const ahead = this.#texts.slice(0, -1)
    const from = ahead.findLastIndex((each) => !each.startsWith(writesOnly)) + 1
    const before = ahead.slice(from).map((each) => statementName(each))
    journal.warn('statement-slow', {
      ms: Math.round(millis),
      doing,
      statement: statementName(text),
      ...(before.length > 0 ? { before } : {}),
    })
  }
}

/** The same pool, watched; a statement whose asker has left is cancelled where there is a way to. Ask it for nothing but what kysely asks of a pool. */
export function watchedPool(pool: PoolLike, limits: SlowLimits, cancel?: Cancel): PoolLike {
  const known = new WeakMap<Client, WatchedClient>()
  const open = new Set<WatchedClient>()
  const timer = setInterval(() => {
    const now = performance.now()
    for (const client of open) client.look(now)
  }, lookEvery).unref()
  return {
    async connect() {
      const client = await pool.connect()
      const before = known.get(client)
      if (before) return before
      const watched = new WatchedClient(client, limits, open, cancel)
      known.set(client, watched)
      return watched
    },
    end() {
      clearInterval(timer)
      return pool.end()
    },
  }
}
