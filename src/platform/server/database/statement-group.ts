// Several statements that travel to the server together, with one Sync at their end: it answers all of them at once, and
// what follows one that fails is not done at all.
import { createRequire } from 'node:module'
import pg from 'pg'

/** `values` as the wire takes them. */
export type Statement = { text: string; values: readonly unknown[]; name?: string }
export type Answer = pg.QueryResult

type Names = Record<string, string>
/** What of a connection of pg is spoken to here; its types leave these out. */
type Wire = {
  stream: { cork?(): void; uncork?(): void }
  parsedStatements: Names
  submittedNamedStatements: Names
  parse(message: { text: string; name?: string }): void
  bind(message: { statement?: string; values: readonly unknown[] }): void
  describe(message: { type: 'P' }): void
  execute(): void
  sync(): void
}
type Done = (error: Error | null, answer: Answer) => void
/** What pg calls on a query while its answer comes in. */
type Heard = {
  handleRowDescription(message: unknown): void
  handleDataRow(message: unknown): void
  handleCommandComplete(message: unknown, connection: Wire): void
  handleReadyForQuery(connection: Wire): void
  handleError(error: Error, connection: Wire): void
}

const PgQuery = pg.Query as unknown as new (config: { text: string }, done: Done) => Heard & pg.Submittable
const utils = createRequire(import.meta.url)('pg/lib/utils.js') as {
  prepareValue: (value: unknown) => unknown
}

/** Values as pg would write them. Done before anything is sent: half a group would leave the connection in disorder. */
export const onTheWire = (values: readonly unknown[]): unknown[] =>
  values.map((value) => utils.prepareValue(value))

const known = (wire: Wire, name: string | undefined): boolean =>
  name !== undefined && (name in wire.parsedStatements || name in wire.submittedNamedStatements)

/**
 * The answer is that of the last statement; of the others nobody asks for rows or counts. Until it is ended it can be
 * added to: the server is at work on what it has while more is being put together.
 */
class StatementGroup extends PgQuery {
  readonly #statements: Statement[] = []
  #written = 0
  #ended = false
  #failed = false
  #wire: Wire | null = null
  /** Names that are given to the server with this group. */
  readonly #fresh: Statement[] = []
  #answered = 0
  /** The statement whose answer is asked for, once it is known. */
  #asked = -1
  unsure = false

  /** Told of what is added, before it is sent; may throw. */
  listen: ((text: string) => void) | null = null

  constructor(statements: readonly Statement[], ended: boolean, done: Done) {
    super({ text: '' }, done)
    this.#statements.push(...statements)
    this.#ended = ended
  }

  get texts(): string[] {
    return this.#statements.map(({ text }) => text)
  }

  add(statements: readonly Statement[], ended: boolean): void {
    for (const { text } of statements) this.listen?.(text)
    this.#statements.push(...statements)
    this.#ended = ended
    if (this.#wire) this.submit(this.#wire)
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire
    this.#wire = wire
    wire.stream.cork?.()
    try {
      // After an error the server leaves out everything up to the Sync.
      while (!this.#failed && this.#written < this.#statements.length) {
        this.#write(wire, this.#statements[this.#written] as Statement)
        this.#written += 1
      }
    } finally {
      if (this.#ended) wire.sync()
      wire.stream.uncork?.()
    }
  }

  #write(wire: Wire, { text, values, name }: Statement): void {
    if (!known(wire, name)) {
      wire.parse(name === undefined ? { text } : { text, name })
      if (name !== undefined) {
        wire.submittedNamedStatements[name] = text
        this.#fresh.push({ text, values: [], name })
      }
    }
    wire.bind({ ...(name === undefined ? {} : { statement: name }), values })
    if (this.#ended && this.#written === this.#statements.length - 1) {
      this.#asked = this.#written
      wire.describe({ type: 'P' })
    }
    wire.execute()
  }

  get #last(): boolean {
    return this.#answered === this.#asked
  }

  override handleDataRow(message: unknown): void {
    if (this.#last) super.handleDataRow(message)
  }

  override handleCommandComplete(message: unknown, wire: Wire): void {
    if (this.#last) super.handleCommandComplete(message, wire)
    this.#answered += 1
  }

  override handleReadyForQuery(wire: Wire): void {
    for (const { name = '', text } of this.#fresh) {
      wire.parsedStatements[name] = text
      delete wire.submittedNamedStatements[name]
    }
    super.handleReadyForQuery(wire)
  }

  override handleError(error: Error, wire: Wire): void {
    this.#failed = true
    // Which of them the server took before it failed is not known.
    this.unsure = this.#fresh.length > 0
    for (const { name = '' } of this.#fresh) delete wire.submittedNamedStatements[name]
    super.handleError(error, wire)
  }
}

export class GroupFailed {
  readonly cause: unknown
  /** The connection may know names that we do not: it is not to be used again. */
  readonly unsure: boolean
  constructor(cause: unknown, unsure: boolean) {
    this.cause = cause
    this.unsure = unsure
  }
}

/** Statements that leave one after the other, and are answered together when the last has been given. */
export class Sending {
  readonly #group: StatementGroup
  readonly #answer: Promise<Answer>

  constructor(client: pg.PoolClient, first: readonly Statement[], ended = false) {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const group: StatementGroup = new StatementGroup(first, ended, (error, answer) =>
      error ? reject(new GroupFailed(error, group.unsure)) : resolve(answer),
    )
    this.#group = group
    this.#answer = promise
    // It may fail before anybody waits for it.
    promise.catch(() => undefined)
    client.query(group)
  }

  /** To the last of what was given when it is ended. Throws GroupFailed with the error of the first that failed. */
  get answer(): Promise<Answer> {
    return this.#answer
  }

  /** On their way at once. */
  add(statements: readonly Statement[]): void {
    this.#group.add(statements, false)
  }

  end(statements: readonly Statement[]): Promise<Answer> {
    this.#group.add(statements, true)
    return this.#answer
  }
}

/** Sends them with one Sync, and gives their answer. */
export const sendTogether = (client: pg.PoolClient, statements: readonly Statement[]): Promise<Answer> =>
  new Sending(client, statements, true).answer
