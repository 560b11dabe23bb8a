// How many statements a piece of work sends, and how many rows come back: what it costs whatever the machine.
import type pg from 'pg'

type Asking = (given: unknown, ...more: unknown[]) => unknown

export type Cost = {
  statements: number
  rows: number
  /** The statement that brought the most rows. */
  widest: string
}

export class StatementCount {
  #cost: Cost = { statements: 0, rows: 0, widest: '' }
  #most = 0
  constructor(pool: pg.Pool) {
    const counting = new WeakSet<object>()
    pool.on('acquire', (client) => {
      if (counting.has(client)) return
      counting.add(client)
      const ask = client.query.bind(client) as Asking
      const counted: Asking = (given, ...more) => {
        const answer = ask(given, ...more)
        const { text, texts } = given as { text?: string; texts?: readonly string[] }
        this.#cost.statements += texts?.length ?? 1
        if (answer instanceof Promise && text !== undefined)
          void answer.then(({ rows }: pg.QueryResult) => this.#seen(text, rows.length)).catch(() => undefined)
        return answer
      }
      Object.assign(client, { query: counted })
    })
  }

  #seen(text: string, rows: number): void {
    this.#cost.rows += rows
    if (rows > this.#most) {
      this.#most = rows
      this.#cost.widest = text.replace(/\s+/g, ' ')
    }
  }

  /** What work cost that nothing else is done beside. */
  async of<Done>(work: () => Promise<Done>): Promise<Cost & { done: Done }> {
    this.#cost = { statements: 0, rows: 0, widest: '' }
    this.#most = 0
    const done = await work()
    return { ...this.#cost, done }
  }
}
