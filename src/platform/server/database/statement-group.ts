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

/** The answer is that of the last statement; of the others nobody asks for rows or counts. */
class StatementGroup extends PgQuery {
  readonly #statements: readonly Statement[]
  /** Names that are given to the server with this group. */
  #fresh: readonly Statement[] = []
  #answered = 0
  unsure = false

  constructor(statements: readonly Statement[], done: Done) {
    super({ text: statements.at(-1)?.text ?? '' }, done)
    this.#statements = statements
  }

  get texts(): string[] {
    return this.#statements.map(({ text }) => text)
  }

  override submit = (connection: unknown): void => {
    const wire = connection as Wire
    wire.stream.cork?.()
    try {
      this.#fresh = this.#statements.filter(({ name }) => name !== undefined && !known(wire, name))
      for (const [n, each] of this.#statements.entries()) this.#write(wire, each, n)
    } finally {
      wire.sync()
      wire.stream.uncork?.()
    }
  }

  #write(wire: Wire, { text, values, name }: Statement, n: number): void {
    if (!known(wire, name)) {
      wire.parse(name === undefined ? { text } : { text, name })
      if (name !== undefined) wire.submittedNamedStatements[name] = text
    }
    wire.bind({ ...(name === undefined ? {} : { statement: name }), values })
    if (n === this.#statements.length - 1) wire.describe({ type: 'P' })
    wire.execute()
  }

  get #last(): boolean {
    return this.#answered === this.#statements.length - 1
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

/** Sends them; gives the answer to the last. Throws GroupFailed with the error of the first that failed. */
export function sendTogether(client: pg.PoolClient, statements: readonly Statement[]): Promise<Answer> {
  return new Promise((done, failed) => {
    const group: StatementGroup = new StatementGroup(statements, (error, answer) =>
      error ? failed(new GroupFailed(error, group.unsure)) : done(answer),
    )
    client.query(group)
  })
}
