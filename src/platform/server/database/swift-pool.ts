// The ordinary pool, with fewer waits: statements that come again are prepared once for each connection, and what
// needs no answer before the next statement is sent without waiting for one.
import { createHash } from 'node:crypto'
import type pg from 'pg'
import { Seal, type SealKeys } from './seal.ts'
import {
  type Answer,
  GroupFailed,
  onTheWire,
  Sending,
  type Statement,
  sendTogether,
} from './statement-group.ts'

/**
 * Put before a statement whose rows and count nobody asks for: its caller goes on at once, and its error, if it has
 * one, comes out of the next statement that is waited for, the commit at the latest, which then has stored nothing.
 * For use inside a transaction.
 */
export const writesOnly = '/* writes only */ '
/** The same for one with work of its caller behind it: the server begins with it at once. */
export const atOnce = `${writesOnly}/* at once */ `

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

type Cut = { connection: { stream: { destroy(): void } } }

const nothing = (command: string): Answer => ({ command, rowCount: 0, rows: [], oid: 0, fields: [] })

/**
 * A migration has changed a table under a prepared statement; somebody made the session forget its key of the wall or what was
 * prepared, prepared something else under that name, or made it write nothing: a new connection begins anew.
 */
const stale = new Set(['0A000', '55000', '26000', '42P05', '25006'])

/** One connection while it is lent out. */
class SwiftClient {
  readonly #client: pg.PoolClient
  readonly #names: Names
  /** Statements that nobody waits for; they leave with the next one that somebody does. */
  #held: Statement[] = []
  /** Of these, and of what follows, the server has begun with some already. */
  #sending: Sending | null = null
  #stale = false
  lent = false
  #last: Promise<unknown> = Promise.resolve()

  // The embedded engine is one session, which remembers the names of connections that are gone.
  readonly #own: string
  readonly #believed: boolean
  /** That a seal has been shown, which is never sent by a name: any SQL can put another statement under one. */
  #entered = false
  #keys: SealKeys | null = null
  constructor(client: pg.PoolClient, names: Names, own: string, believed: boolean) {
    this.#client = client
    this.#names = names
    this.#own = own
    this.#believed = believed
  }

  lend(keys: SealKeys | null): this {
    this.lent = true
    this.#entered = false
    this.#keys = keys
    return this
  }

  get processID(): number | undefined {
    return (this.#client as { processID?: number }).processID
  }

  async query(text: string, values: readonly unknown[] = []): Promise<Answer> {
    // A branch that outlived its transaction would write into that of the next borrower.
    if (!this.lent) throw new Error(`asked of a connection that was given back: ${text.slice(0, 80)}`)
    // PREPARE, DO and their like leave something in the session that no rollback takes back.
    if (!ordinary.test(text)) this.#stale = true
    const statement = this.#statement(text, values)
    if (text === 'begin' || text.startsWith(writesOnly)) {
      this.#held.push(statement)
      if (text === 'begin' && !this.#believed) this.#held.push(resetAll)
      if (text.startsWith(atOnce) && this.#pipelined) this.#begin()
      return nothing('SENT')
    }
    const held = this.#held
    this.#held = []
    if (this.#sending) return this.#ended(this.#sending, held, statement)
    if (held.length === 0) return this.#alone(statement)
    if (text === 'rollback')
      // What was never sent need not be undone.
      return isBegin(held[0]) ? nothing('ROLLBACK') : this.#alone(statement)
    return this.#together([...held, statement])
  }

  release(error?: boolean | Error): void {
    const unfinished = this.#held.length > 0 || this.#sending !== null
    // Its end would wait for answers that come only behind a Sync.
    if (this.#sending) (this.#client as unknown as Cut).connection.stream.destroy()
    this.lent = false
    this.#client.release(error || this.#stale || unfinished)
    this.#held = []
    this.#sending = null
  }

  get #pipelined(): boolean {
    return (this.#client as { pipeline?: boolean }).pipeline === true
  }

  #begin(): void {
    const held = this.#held
    this.#held = []
    if (this.#sending) this.#sending.add(held)
    else this.#sending = new Sending(this.#client, held)
  }

  /** The end of what is being sent, and this statement with it where that is possible. */
  async #ended(sending: Sending, held: readonly Statement[], statement: Statement): Promise<Answer> {
    const joins = statement.text !== 'rollback'
    const answer = sending.end(joins ? [...held, statement] : held)
    this.#sending = null
    const before = this.#answer(answer)
    if (joins) return before
    // A rollback would be left out behind a statement that failed. It is sent at once, so that nothing that is asked meanwhile
    // comes between, and answered after what was before it.
    const own = this.#alone(statement)
    own.catch(() => undefined)
    await before.catch(() => undefined)
    return own
  }

  #statement(text: string, values: readonly unknown[]): Statement {
    const seals = values.some((each) => each instanceof Seal)
    const nameless = seals || !(this.#believed || this.#entered)
    const name = nameless
      ? undefined
      : isFrame(text)
        ? text
        : values.length > 0
          ? this.#names.of(text)
          : undefined
    if (seals) this.#entered = true
    return {
      text: text === 'begin' && !this.#believed ? beginsAnew : text,
      values: onTheWire(values.map((each) => this.#sealed(each))),
      ...(name ? { name: `${this.#own}_${name}` } : {}),
    }
  }

  #sealed(value: unknown): unknown {
    if (!(value instanceof Seal)) return value
    if (!this.#keys) throw new Error('a place is entered before the migrations are done')
    return value.by(this.#keys, this.processID ?? this.#keys.process)
  }

  /** Without a pipeline, what is asked together goes one after the other. */
  #inTurn(send: () => Promise<Answer>): Promise<Answer> {
    if (this.#pipelined) return send()
    const sent = this.#last.then(send)
    this.#last = sent.catch(() => undefined)
    return sent
  }

  #together(statements: readonly Statement[]): Promise<Answer> {
    return this.#answer(this.#inTurn(() => sendTogether(this.#client, statements)))
  }

  async #answer(sent: Promise<Answer>): Promise<Answer> {
    try {
      return await sent
    } catch (error) {
      if (!(error instanceof GroupFailed)) throw error
      if (error.unsure || isStale(error.cause)) this.#stale = true
      throw error.cause
    }
  }

  async #alone({ text, values, name }: Statement): Promise<Answer> {
    try {
      const named = name && values.length > 0 ? { name } : {}
      return await this.#inTurn(() =>
        this.#client.query({ text, values: [...values], ...named, ...extended }),
      )
    } catch (error) {
      if (isStale(error)) this.#stale = true
      throw error
    }
  }
}

/** Always one statement in one text: what somebody slipped into it cannot begin another. */
const extended = { queryMode: 'extended' } as const

/** Begun and ended with the same two words all day. */
const isFrame = (text: string) => text === 'begin' || text === 'commit'
const isBegin = (statement: Statement | undefined) =>
  statement?.text === 'begin' || statement?.text === beginsAnew

const isStale = (error: unknown) => stale.has((error as { code?: string }).code ?? '')

// What the house asks; nested comments would hide another word, and it writes none.
const ordinary =
  /^\s*(?:\/\* [a-z ]+ \*\/\s*)*[\s(]*(?:select|with|insert|update|delete|merge|values|begin|start|commit|rollback|savepoint|release|set)\b/i

// Said in full, because a session may have been told otherwise.
const beginsAnew = 'begin isolation level read committed, read write'
/** Settings of a session outlive who made them. Taken back by a rollback, so it goes before each transaction. */
const resetAll: Statement = { text: 'reset all', values: [] }

// Counted over all pools of the process: a name is never used twice, whoever shares a connection.
let connections = 0

/** What kysely takes for a pool. `believed` where nobody but the house speaks: sign-in, migrations. */
export function swiftPool(pool: pg.Pool, keys: () => Promise<SealKeys | null>, believed = false) {
  const names = new Names()
  const known = new WeakMap<pg.PoolClient, SwiftClient>()
  return {
    async connect(): Promise<SwiftClient> {
      // Before it holds the one connection that an embedded engine has.
      const seals = await keys()
      const client = await pool.connect()
      const before = known.get(client)
      if (before) return before.lend(seals)
      connections += 1
      const swift = new SwiftClient(client, names, `r${connections}`, believed)
      known.set(client, swift)
      return swift.lend(seals)
    },
    end: () => pool.end(),
  }
}
